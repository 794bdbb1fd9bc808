"""Items as Atom (RFC 4287), each with a licence link of its own (RFC 4946), and with tombstones for what is gone (RFC 6721).

Writes what it is given; knows no rows and decides nothing.
"""

from collections.abc import Iterable

from syndication import media
from syndication.channel import Channel
from syndication.items import Item
from syndication.markup import element, instant, link, until

MEDIA_TYPE = "application/atom+xml"
#: Raise it with every change of what is written: validators contain it.
FORMAT = "atom-1"
NAMESPACES = {
    "xmlns": "http://www.w3.org/2005/Atom",
    "xmlns:at": "http://purl.org/atompub/tombstones/1.0",
    "xmlns:dcterms": "http://purl.org/dc/terms/",
    "xmlns:media": media.NAMESPACE,
}
#: RFC 4946 §2.1. An entry without a licence says so, or it would have that of its source or its feed.
NO_LICENCE = "http://purl.org/atompub/license#unspecified"

_ROOT = " ".join(f'{name}="{address}"' for name, address in NAMESPACES.items())
_END = b"</feed>\n"


def document(channel: Channel, fragments: Iterable[bytes]) -> bytes:
    """The whole feed in UTF-8, around entries that are written already."""
    return b"".join((_head(channel).encode(), *fragments, _END))


def fragment(item: Item) -> bytes:
    """One entry. The same item is always the same bytes, so they may be kept."""
    if item.is_withdrawn:
        return _gone(item).encode() + b"\n"
    said = _identity(item) + _text(item) + _rights(item) + _pictures(item)
    return element("entry", attributes={"xml:lang": item.language} if item.language else {}, inside=said).encode() + b"\n"


def _head(channel: Channel) -> str:
    said = (
        element("id", channel.id or channel.self_url)
        + element("title", channel.title)
        + element("subtitle", channel.description)
        + element("updated", instant(channel.changed_at))
        + element("author", inside=element("name", channel.publisher or channel.title))
        + link("link", "self", channel.self_url, type=MEDIA_TYPE)
        + link("link", "alternate", channel.link, type="text/html")
        + link("link", "next", channel.next_url, type=MEDIA_TYPE)
        + element("rights", channel.copyright)
    )
    language = f' xml:lang="{channel.language}"' if channel.language else ""
    return f'<?xml version="1.0" encoding="utf-8"?>\n<feed {_ROOT}{language}>\n{said}\n'


def _gone(item: Item) -> str:
    """The tombstone, and for readers who know none the bare entry; of the same moment, so that it revives nothing (RFC 6721 §3)."""
    when = instant(item.published)
    entry = (
        element("id", item.urn) + element("title", item.title) + element("updated", when) + element("content", attributes={"type": "text"})
    )
    return element("at:deleted-entry", attributes={"ref": item.urn, "when": when}) + element("entry", inside=entry)


def _identity(item: Item) -> str:
    return (
        element("id", item.urn)
        + element("title", item.title, {"type": "text"})
        + link("link", "alternate", item.url, type="text/html")
        + element("published", instant(item.published))
        + element("updated", instant(item.updated or item.published))
        + element("dcterms:valid", until(item.not_after))
    )


def _text(item: Item) -> str:
    """What is only part of a text is a summary and no content."""
    html, plain = {"type": "html"}, {"type": "text"}
    if item.is_excerpt:
        said = element("summary", item.html, html) if item.html else ""
    else:
        said = (element("summary", item.summary, plain) if item.summary else "") + element("content", item.html, html)
    return said + "".join(element("category", attributes={"term": name}) for name in item.categories)


def _rights(item: Item) -> str:
    return (
        "".join(element("author", inside=element("name", name)) for name in item.authors)
        + "".join(element("contributor", inside=element("name", name)) for name in item.contributors)
        + element("rights", item.rights)
        + element("dcterms:rightsHolder", item.holder)
        + (link("link", "license", item.licence_url, type="text/html") or link("link", "license", NO_LICENCE))
        + link("link", "via", item.via)
        + _source(item)
    )


def _source(item: Item) -> str:
    """The feed or the site that it first appeared on."""
    address = item.source_feed or item.source_url
    if not (item.source_name and address):
        return ""
    return element(
        "source",
        inside=element("id", address)
        + element("title", item.source_name)
        + link("link", "self", item.source_feed)
        + link("link", "alternate", item.source_url)
        + (element("updated", instant(item.original_published)) if item.original_published else ""),
    )


def _pictures(item: Item) -> str:
    enclosed = (link("link", "enclosure", one.url, type=one.media_type, length=str(one.size_bytes)) for one in item.pictures)
    return "".join(enclosed) + media.elements(item.pictures)
