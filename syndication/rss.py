"""Items as RSS 2.0 with the modules that carry rights. Writes what it is given; knows no rows and decides nothing."""

from collections.abc import Iterable
from datetime import UTC, datetime
from email.utils import format_datetime

from syndication import media
from syndication.channel import Channel
from syndication.items import Item
from syndication.markup import element, instant, link, until

MEDIA_TYPE = "application/rss+xml"
#: Raise it with every change of what is written: validators contain it.
FORMAT = "rss-2"
NAMESPACES = {
    "xmlns:atom": "http://www.w3.org/2005/Atom",
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:dcterms": "http://purl.org/dc/terms/",
    "xmlns:media": media.NAMESPACE,
    # This spelling: w3c/feedvalidator calls the later one reserved.
    "xmlns:creativeCommons": "http://backend.userland.com/creativeCommonsRssModule",
}
DOCS = "https://www.rssboard.org/rss-specification"
TTL_MINUTES = "5"

_ROOT = " ".join(f'{name}="{address}"' for name, address in NAMESPACES.items())
_END = b"</channel>\n</rss>\n"


def document(channel: Channel, fragments: Iterable[bytes]) -> bytes:
    """The whole feed in UTF-8, around items that are written already."""
    return b"".join((_head(channel).encode(), *fragments, _END))


def fragment(item: Item) -> bytes:
    """One item. The same item is always the same bytes, so they may be kept."""
    text = _identity(item) if item.is_withdrawn else _identity(item) + _text(item) + _rights(item) + _pictures(item)
    return element("item", inside=text).encode() + b"\n"


def _head(channel: Channel) -> str:
    said = (
        element("title", channel.title)
        + element("link", channel.link)
        + element("description", channel.description)
        + link("atom:link", "self", channel.self_url, type=MEDIA_TYPE)
        + link("atom:link", "next", channel.next_url, type=MEDIA_TYPE)
        + element("language", channel.language)
        + element("copyright", channel.copyright)
        + element("lastBuildDate", _rfc822(channel.changed_at))
        + element("docs", DOCS)
        + element("ttl", TTL_MINUTES)
    )
    return f'<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0" {_ROOT}>\n<channel>\n{said}\n'


def _identity(item: Item) -> str:
    return (
        element("title", item.title)
        + element("link", item.url)
        + element("guid", item.urn, {"isPermaLink": "false"})
        + element("pubDate", _rfc822(item.published))
    )


def _text(item: Item) -> str:
    """The summary before the text, as readers expect. What is only part of a text is never called its content."""
    return (
        element("description", item.html if item.is_excerpt else item.summary)
        + ("" if item.is_excerpt else element("content:encoded", item.html))
        + "".join(element("category", name) for name in item.categories)
        + element("dc:language", item.language)
        + (element("dcterms:modified", instant(item.updated)) if item.updated else "")
        + element("dcterms:available", instant(item.published))
        + element("dcterms:valid", until(item.not_after))
    )


def _rights(item: Item) -> str:
    return (
        "".join(element("dc:creator", name) for name in item.authors)
        + "".join(element("dc:contributor", name) for name in item.contributors)
        + element("dc:rights", item.rights)
        + element("dcterms:rightsHolder", item.holder)
        + element("dcterms:license", item.licence_url)
        + (element("creativeCommons:license", item.licence_url) if item.is_creative_commons else "")
        + link("atom:link", "license", item.licence_url)
        + link("atom:link", "via", item.via)
        # It credits a feed by that feed's own address. Where we know none, `via` and the text name the source.
        + (element("source", item.source_name, {"url": item.source_feed}) if item.source_feed and item.source_name else "")
    )


def _pictures(item: Item) -> str:
    """All as media, the first as an enclosure too: RSS has room for one."""
    enclosed = [
        element("enclosure", attributes={"url": one.url, "length": str(one.size_bytes), "type": one.media_type})
        for one in item.pictures[:1]
    ]
    return "".join(enclosed) + media.elements(item.pictures)


def _rfc822(at: datetime) -> str:
    return format_datetime(at.astimezone(UTC))
