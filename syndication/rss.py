"""Items as RSS 2.0 with the modules that carry rights. Writes what it is given; knows no rows and decides nothing.

Django's own generator drops rights, dates of change and full text, and leaves thousands of small pieces: this
subclass writes its own elements, and `write` returns one piece.
"""

import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.utils.feedgenerator import Rss201rev2Feed, rfc2822_date
from django.utils.xmlutils import SimplerXMLGenerator

from syndication.items import Item

CONTENT_TYPE = "application/rss+xml; charset=utf-8"
#: Raise it with every change of what is written: validators contain it.
FORMAT = "rss-1"
NAMESPACES = {
    "xmlns:atom": "http://www.w3.org/2005/Atom",
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:dcterms": "http://purl.org/dc/terms/",
    # This spelling: w3c/feedvalidator calls the later one reserved.
    "xmlns:creativeCommons": "http://backend.userland.com/creativeCommonsRssModule",
}
DOCS = "https://www.rssboard.org/rss-specification"
TTL_MINUTES = 5

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Channel:
    """The feed itself. `changed_at` is when it last came to say something else."""

    title: str
    link: str
    description: str
    self_url: str
    language: str
    copyright: str
    changed_at: datetime


def write(channel: Channel, items: Iterable[Item]) -> bytes:
    """The whole document, in UTF-8."""
    feed = _Feed(channel.title, channel.link, channel.description, channel=channel)
    for item in items:
        feed.add_item(item.title, item.url, item.summary, item=item)
    out = io.BytesIO()
    feed.write(out, "utf-8")
    return out.getvalue()


class _Feed(Rss201rev2Feed):
    def rss_attributes(self) -> dict[str, str]:
        return {"version": "2.0", **NAMESPACES}

    def add_root_elements(self, handler: SimplerXMLGenerator) -> None:
        channel: Channel = self.feed["channel"]
        put = _Writer(handler)
        put("title", channel.title)
        put("link", self.feed["link"])
        put("description", channel.description)
        put.link("self", channel.self_url, type="application/rss+xml")
        put("language", channel.language)
        put("copyright", channel.copyright)
        put("lastBuildDate", rfc2822_date(channel.changed_at))
        put("docs", DOCS)
        put("ttl", str(TTL_MINUTES))

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        entry: Item = item["item"]
        put = _Writer(handler)
        put("title", entry.title)
        put("link", item["link"])
        put("guid", entry.urn, isPermaLink="false")
        put("pubDate", rfc2822_date(entry.published))
        if not entry.is_withdrawn:
            _add_text(put, entry)
            _add_rights(put, entry)


class _Writer:
    """Writes elements whose text XML can hold; an empty text writes nothing."""

    def __init__(self, handler: SimplerXMLGenerator) -> None:
        self.handler = handler

    def __call__(self, name: str, text: str, **attributes: str) -> None:
        if text:
            self.handler.addQuickElement(name, _clean(text), attributes)

    def link(self, rel: str, href: str, **attributes: str) -> None:
        if href:
            self.handler.addQuickElement("atom:link", None, {"rel": rel, "href": _clean(href), **attributes})


def _add_text(put: _Writer, entry: Item) -> None:
    """The summary before the text, as readers expect. What is only part of a text is never called its content."""
    put("description", entry.html if entry.is_excerpt else entry.summary)
    if not entry.is_excerpt:
        put("content:encoded", entry.html)
    for category in entry.categories:
        put("category", category)
    put("dc:language", entry.language)
    if entry.updated:
        put("dcterms:modified", _w3c(entry.updated))
    put("dcterms:available", _w3c(entry.published))


def _add_rights(put: _Writer, entry: Item) -> None:
    for name in entry.authors:
        put("dc:creator", name)
    for name in entry.contributors:
        put("dc:contributor", name)
    put("dc:rights", entry.rights)
    put("dcterms:rightsHolder", entry.holder)
    put("dcterms:license", entry.licence_url)
    if entry.is_creative_commons:
        put("creativeCommons:license", entry.licence_url)
    put.link("license", entry.licence_url)
    put.link("via", entry.via)


def _clean(text: str) -> str:
    """Without what XML 1.0 can't hold: control characters, lone surrogates, two non-characters."""
    return _NOT_XML.sub("", text)


def _w3c(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds")
