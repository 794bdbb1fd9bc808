"""Addresses of partners' feeds. A test holds them equal to `articles/addresses.py`."""

from django.urls import path

from syndication import views

urlpatterns = [
    path("partners/feeds/<str:token>/latest.rss", views.latest, name="partner_feed"),
]
