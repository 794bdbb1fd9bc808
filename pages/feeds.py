"""The feeds that anybody may read: where they are, and the page that lists them."""

from django.urls import is_valid_path
from django.utils.translation import gettext as _

from articles import addresses
from pages.showing import FeedGroup, FeedLink, FeedRow, FeedsPage, Head
from pages.surroundings import Surroundings

FORMATS = (("rss", "RSS", "application/rss+xml"), ("atom", "Atom", "application/atom+xml"), ("json", "JSON", "application/feed+json"))


def of(stem: str, title: str) -> tuple[FeedLink, ...]:
    """The feeds under `stem` that exist: no page names an address that nothing answers."""
    candidates = (FeedLink(f"{title}, {name}", f"{stem}.{ending}", media_type, name) for ending, name, media_type in FORMATS)
    return tuple(feed for feed in candidates if is_valid_path(feed.url))


def page(around: Surroundings) -> FeedsPage:
    everything = FeedRow(_("All stories"), "/", of("/feeds/latest", around.site_name))
    sections = (FeedRow(name, addresses.section(slug), of(f"{addresses.section(slug)}feed", name)) for name, slug in around.sections)
    groups = (_group(_("Everything"), [everything]), _group(_("Sections"), sections))
    head = Head(f"{_('Feeds')} – {around.site_name}", canonical_url=addresses.absolute("/feeds/"))
    return FeedsPage(head, tuple(group for group in groups if group.rows))


def _group(name: str, rows) -> FeedGroup:
    return FeedGroup(name, tuple(row for row in rows if row.formats))
