"""All addresses: the desk, the log-in, the monitors' two, and the rooms' own lists."""

from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.urls import include, path

from newsroom.health import healthz, readyz

# The desk has one door, with rate limits and second factors: the admin's own log-in form is never shown.
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
    # Before the admin's own, which answer 404 to every address under theirs that they do not know.
    path("", include("wire.urls")),
    path("", include("articles.urls")),
    path("", include("syndication.urls")),
    path("", include("pages.urls")),
    path("admin/", admin.site.urls),
    path("accounts/", include("allauth.urls")),
]

# What is embargoed, withdrawn from lists or never was answers with one and the same page.
handler404 = "pages.views.not_found"
