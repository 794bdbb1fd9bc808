"""Addresses of partners' feeds and of their own page. A test holds them equal to `articles/addresses.py`."""

from django.urls import path

from syndication import receipt_views, views
from syndication.formats import FORMATS
from syndication.own_page import views as own_page

urlpatterns = [
    path(f"partners/feeds/{address}latest.{extension}", view, {"extension": extension}, name=name)
    for extension in FORMATS
    for address, view, name in (
        ("<str:token>/", views.latest, "partner_feed"),
        ("", views.latest_by_credentials, "partner_feed_by_credentials"),
    )
]

urlpatterns += [
    path("partners/", own_page.own_page, name="partner_page"),
    path("partners/receipts/<str:token>/", receipt_views.receipt, name="partner_receipt"),
    path("partners/sign-in/<str:token>/", own_page.sign_in, name="partner_sign_in"),
    path("partners/sign-out/", own_page.sign_out, name="partner_sign_out"),
    path("partners/tokens/new/", own_page.new_token, name="partner_new_token"),
    path("partners/tokens/<int:token_id>/end/", own_page.end_token, name="partner_end_token"),
    path("partners/confirm/<int:receipt_id>/", own_page.confirm, name="partner_confirm"),
    path("partners/test/<str:step>/", own_page.try_out, name="partner_try_out"),
]
