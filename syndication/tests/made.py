"""Items and a channel made by hand, and what machines get back out of the three formats."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import feedparser
from lxml import etree

from syndication.channel import Channel
from syndication.formats import FORMATS
from syndication.illustrating import Picture
from syndication.items import Item

AT = datetime(2026, 10, 2, 9, 30, tzinfo=UTC)
CHANNEL = Channel("News", "https://news.example/", "All of it", "https://news.example/f?a=1&b=2", "en-ca", "Each its own.", AT, "The News")
URN = "urn:uuid:6d0e2c8e-32ab-4c3a-9a8e-5e6a54a0c0a1"
PICTURE = Picture(
    url="https://news.example/pictures/1/0123456789abcdef-1600.jpg",
    media_type="image/jpeg",
    width=1600,
    height=1000,
    size_bytes=80_000,
    alt="Three boats & a quay",
    caption="Boats at dawn",
    credit="Cem Weir, © 2026 Weir",
    copyright_line="© 2026 Weir",
    licence_url="https://creativecommons.org/licenses/by-nc/4.0/",
    territories=("DE", "FR"),
    not_after=datetime(2027, 1, 1, tzinfo=UTC),
)
FULL = Item(
    urn=URN,
    title="A & B",
    published=AT,
    url="https://news.example/2026/10/a/?x=1&y=2",
    summary="In short",
    html="<p>Long</p>",
    updated=AT.replace(day=3),
    authors=("Ada Quill", "Bo Reed"),
    contributors=("Cem Weir",),
    rights="© 2026 Ada. All rights reserved.",
    holder="Ada Quill",
    licence_url="https://creativecommons.org/licenses/by/4.0/",
    licence_name="CC BY 4.0",
    is_creative_commons=True,
    attribution_html='<a href="https://elsewhere.example/a?q=1&amp;r=2">A &amp; B</a>',
    obligations=("credit_author", "link_original"),
    not_after=datetime(2027, 3, 1, tzinfo=UTC),
    via="https://elsewhere.example/a?q=1&r=2",
    source_name="The Lantern",
    source_url="https://elsewhere.example/",
    source_feed="https://elsewhere.example/feed?a=1&b=2",
    original_published=AT.replace(month=9),
    categories=("Harbour", "Ferries"),
    language="en",
    pictures=(PICTURE, replace(PICTURE, url="https://news.example/pictures/2/0123456789abcdef-960.jpg", territories=(), not_after=None)),
    about="https://news.example/feeds/",
)
BARE = Item(urn=URN, title="Bare", published=AT)
DC, TERMS = "{http://purl.org/dc/elements/1.1/}", "{http://purl.org/dc/terms/}"
ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
NO_LICENCE = "http://purl.org/atompub/license#unspecified"


def written(extension: str, *items: Item) -> bytes:
    return FORMATS[extension].write(CHANNEL, items)


def parsed(extension: str, *items: Item) -> Any:
    """What feedparser makes of it, which is what half of all partners use."""
    found = feedparser.parse(written(extension, *items))
    assert not found.bozo, found.bozo_exception
    return found


def facts(extension: str, content: bytes) -> dict[str, Any]:
    """Who made the first item, whose it is, when it came and where from, as it stands in the document."""
    return {"rss": _of_rss, "atom": _of_atom, "json": _of_json}[extension](content)


def _of_rss(content: bytes) -> dict[str, Any]:
    item = etree.fromstring(content).find(".//item")
    return {
        "id": item.findtext("guid"),
        "title": item.findtext("title") or "",
        "url": item.findtext("link") or "",
        "authors": [one.text for one in item.iter(f"{DC}creator")],
        "contributors": [one.text for one in item.iter(f"{DC}contributor")],
        "rights": item.findtext(f"{DC}rights") or "",
        "holder": item.findtext(f"{TERMS}rightsHolder") or "",
        "licence": _link(item, "license"),
        "via": _link(item, "via"),
        "published": item.findtext(f"{TERMS}available"),
        "updated": item.findtext(f"{TERMS}modified"),
        "not_after": _end(item),
        "tags": [one.text for one in item.iter("category")],
        "html": item.findtext(CONTENT) or "",
        "pictures": _media(item),
    }


def _of_atom(content: bytes) -> dict[str, Any]:
    entry = etree.fromstring(content).find(f".//{ATOM}entry")
    licence = _link(entry, "license")
    return {
        "id": entry.findtext(f"{ATOM}id"),
        "title": entry.findtext(f"{ATOM}title") or "",
        "url": _link(entry, "alternate"),
        "authors": [one.text for one in entry.iterfind(f"{ATOM}author/{ATOM}name")],
        "contributors": [one.text for one in entry.iterfind(f"{ATOM}contributor/{ATOM}name")],
        "rights": entry.findtext(f"{ATOM}rights") or "",
        "holder": entry.findtext(f"{TERMS}rightsHolder") or "",
        "licence": "" if licence == NO_LICENCE else licence,
        "via": _link(entry, "via"),
        "published": entry.findtext(f"{ATOM}published"),
        "updated": entry.findtext(f"{ATOM}updated"),
        "not_after": _end(entry),
        "tags": [one.get("term") for one in entry.iterfind(f"{ATOM}category")],
        "html": entry.findtext(f"{ATOM}content") or "",
        "pictures": _media(entry),
    }


def _of_json(content: bytes) -> dict[str, Any]:
    item = json.loads(content)["items"][0]
    rights = item.get("_rights", {})
    assert item.get("external_url", "") == rights.get("original_url", "")
    return {
        "id": item["id"],
        "title": item.get("title", ""),
        "url": item.get("url", ""),
        "authors": [one["name"] for one in item.get("authors", [])],
        "contributors": [one["name"] for one in item.get("_byline", {}).get("contributors", [])],
        "rights": rights.get("notice", ""),
        "holder": rights.get("holder", ""),
        "licence": rights.get("license", ""),
        "via": item.get("external_url", ""),
        "published": item["date_published"],
        "updated": item.get("date_modified"),
        "not_after": rights.get("not_after", ""),
        "tags": item.get("tags", []),
        "html": item.get("content_html", ""),
        "pictures": [
            (one["url"], one["_rights"].get("credit", ""), one["_rights"].get("notice", ""), one["_rights"].get("license", ""))
            for one in item.get("attachments", [])
        ],
    }


def _link(element: Any, rel: str) -> str:
    return next((one.get("href") for one in element.iterfind(f"{ATOM}link") if one.get("rel") == rel), "")


def _end(element: Any) -> str:
    period = element.findtext(f"{TERMS}valid") or ""
    return period.removeprefix("end=").removesuffix(";scheme=W3C-DTF")


def _media(element: Any) -> list[tuple[str, str, str, str]]:
    media = "{http://search.yahoo.com/mrss/}"
    found = []
    for one in element.iterfind(f"{media}content"):
        copyright_line = one.find(f"{media}copyright")
        words, terms = ("", "") if copyright_line is None else (copyright_line.text or "", copyright_line.get("url", ""))
        found.append((one.get("url"), one.findtext(f"{media}credit") or "", words, terms))
    return found
