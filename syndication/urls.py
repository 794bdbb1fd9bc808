"""Addresses of partners' feeds. A test holds them equal to `articles/addresses.py`."""

from django.urls import path

from syndication import views
from syndication.formats import FORMATS

urlpatterns = [
    path(f"partners/feeds/<str:token>/latest.{extension}", views.latest, {"extension": extension}, name="partner_feed")
    for extension in FORMATS
]
