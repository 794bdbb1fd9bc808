"""Addresses of partners' feeds. A test holds them equal to `articles/addresses.py`."""

from django.urls import path

from syndication import views
from syndication.formats import FORMATS

urlpatterns = [
    path(f"partners/feeds/{address}latest.{extension}", view, {"extension": extension}, name=name)
    for extension in FORMATS
    for address, view, name in (
        ("<str:token>/", views.latest, "partner_feed"),
        ("", views.latest_by_credentials, "partner_feed_by_credentials"),
    )
]
