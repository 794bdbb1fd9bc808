"""The feeds that anybody may read: where they are, and the page that lists them."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from articles import addresses
from pages.showing import FeedGroup, FeedLink, FeedRow, FeedsPage, Head
from pages.surroundings import Surroundings
from syndication.formats import FORMATS


def newest(title: str) -> tuple[FeedLink, ...]:
    """Of everything."""
    return tuple(_link(title, addresses.newest_feed(extension), extension) for extension in FORMATS)


def under(page: str, title: str) -> tuple[FeedLink, ...]:
    """Of the section, the tag or the author whose page this is."""
    return tuple(_link(title, addresses.feed_under(page, extension), extension) for extension in FORMATS)


def _link(title: str, address: str, extension: str) -> FeedLink:
    form = FORMATS[extension]
    return FeedLink(f"{title}, {form.name}", address, form.media_type, form.name)


def page(around: Surroundings) -> FeedsPage:
    everything = FeedRow(_("All stories"), "/", newest(around.site_name))
    sections = [FeedRow(name, addresses.section(slug), under(addresses.section(slug), name)) for name, slug in around.sections]
    groups = (_group(_("Everything"), [everything]), _group(_("Sections"), sections))
    head = Head(f"{_('Feeds')} – {around.site_name}", canonical_url=addresses.absolute(addresses.FEEDS), feeds=everything.formats)
    return FeedsPage(head, tuple(group for group in groups if group.rows))


def _group(name: str, rows: Iterable[FeedRow]) -> FeedGroup:
    return FeedGroup(name, tuple(rows))
