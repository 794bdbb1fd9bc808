"""Addresses of the public pages. `articles/addresses.py` builds the same ones; a test holds the two equal."""

from django.urls import path, re_path

from pages import copy_views, feed_views, files, views
from syndication.formats import FORMATS

app_name = "pages"

urlpatterns = [
    path("", views.home, name="home"),
    path("sections/<str:slug>/", views.section, name="section"),
    re_path(r"^(?P<path>[0-9]{4}/[0-9]{2}/[-\w]+)/$", views.article, name="article"),
    path("authors/<str:slug>/", views.author, name="author"),
    path("tags/<str:slug>/", views.tag, name="tag"),
    re_path(
        r"^pictures/(?P<asset>[0-9]{1,18})/(?P<content_hash>[0-9a-f]{16})-(?P<width>[0-9]{1,5})\.(?P<extension>jpg|avif)$",
        files.picture,
        name="picture",
    ),
    path("check-a-copy/", copy_views.check_copy, name="check_copy"),
    path("feeds/", views.feeds, name="feeds"),
    path("policies/<str:slug>/", views.policy, name="policy"),
]

for extension in FORMATS:
    kwargs = {"extension": extension}
    urlpatterns += [
        path(f"feeds/latest.{extension}", feed_views.newest, kwargs, name="newest_feed"),
        path(f"sections/<str:slug>/feed.{extension}", feed_views.section, kwargs, name="section_feed"),
        path(f"authors/<str:slug>/feed.{extension}", feed_views.author, kwargs, name="author_feed"),
        path(f"tags/<str:slug>/feed.{extension}", feed_views.tag, kwargs, name="tag_feed"),
    ]
