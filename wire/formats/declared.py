"""What a page's markup states about its article: headline, names, date, addresses, licence. Pure.

All of it is claims. JSON-LD is asked first, then meta elements, then what readers see; what none of them says stays "".
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from wire.formats import names
from wire.formats.found import Named

_TYPES = frozenset({
    "Article", "NewsArticle", "ReportageNewsArticle", "OpinionNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle",
    "ReviewNewsArticle", "BlogPosting", "Report", "ScholarlyArticle",
})  # fmt: skip
_TITLE_TAIL = re.compile(r"\s+[|·–—-]\s+[^|·–—]{2,60}$")
_BETWEEN_NAMES = re.compile(r"\s*(?:,|;|\band\b)\s*")
_BYLINE_CLASS = re.compile(r"(?:^|[\s_-])(?:by-?line|author|p-author)(?:[\s_-]?name)?(?:$|\s)", re.IGNORECASE)
_DATE_CLASS = re.compile(r"\b(?:published|entry-date|post-date|dt-published|pubdate)\b", re.IGNORECASE)
_LEAD_IN = re.compile(
    r"^(?:\W*(?:(?:posted|written|published|geschrieben|verfasst|escrito|publié|scritto)\s+)?(?:by|von|par|por|de|di|door|av|af)|autor\w*|author)\b\s*:?\s*",
    re.I,
)
_NO_NAME = re.compile(r"[0-9()]|\b(?:posted|on|am|published|veröffentlicht|name|required|admin|uhr)\b", re.IGNORECASE)
_MAX_NAME = 80
_MOSTLY = 0.6


@dataclass(frozen=True)
class Declared:
    headline: str
    authors: tuple[Named, ...]
    site_name: str
    address: str
    licence_url: str
    published: datetime | None


def read_declared(root: HtmlElement, url: str) -> Declared:
    """The claims of one page. `url` is where it was fetched, "" if it was not."""
    entry = _article(root)
    return Declared(
        headline=_headline(root, entry),
        authors=_authors(root, entry),
        site_name=(_name(entry.get("publisher")) or _meta(root, "og:site_name"))[:200],
        address=_address(root, entry, url),
        licence_url=_licence(root, entry, url),
        published=_published(root, entry),
    )


def _article(root: HtmlElement) -> dict[str, Any]:
    """The article's JSON-LD, or nothing."""
    for node in root.iter("script"):
        if str(node.get("type", "")).strip().lower() == "application/ld+json":
            for entry in _entries(node.text_content()):
                kinds = entry.get("@type")
                if not _TYPES.isdisjoint(kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)):
                    return entry
    return {}


def _entries(text: str) -> Iterator[dict[str, Any]]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return
    for entry in found if isinstance(found, list) else [found]:
        if isinstance(entry, dict):
            yield entry
            graph = entry.get("@graph")
            yield from (inner for inner in graph if isinstance(inner, dict)) if isinstance(graph, list) else ()


def _meta(root: HtmlElement, *keys: str) -> str:
    metas = list(root.iter("meta"))
    for key in keys:
        for attribute in ("property", "name", "itemprop"):
            for node in metas:
                if str(node.get(attribute, "")).lower() == key and (content := _line(node.get("content"))):
                    return content
    return ""


def _headline(root: HtmlElement, entry: dict[str, Any]) -> str:
    """What the page calls itself, without the site's name; as readers see it where its heading is most of that."""
    called = [
        _meta(root, "dc:title", "dc.title", "dcterm:title", "dcterms.title"),
        _without_site(_meta(root, "og:title", "twitter:title"), _meta(root, "og:site_name")),
        _TITLE_TAIL.sub("", _line(root.findtext(".//title"))),
    ]
    seen = [_line(" ".join(node.itertext())) for node in root.iter("h1")]
    claimed = _line(entry.get("headline"))
    others = [one for one in (*seen, *called) if one]
    if claimed and (not others or any(_is_part(claimed, other) or _is_part(other, claimed) for other in others)):
        called.insert(0, claimed)
    named = next((one for one in called if one), "")
    heading = next((one for one in seen if _are_one(one, named)), "")
    return heading or named or next((one for one in seen if one), "")


def _are_one(heading: str, title: str) -> bool:
    shorter, longer = sorted((heading, title), key=len)
    return _is_part(shorter, longer) and len(shorter) > _MOSTLY * len(longer)


def _without_site(title: str, site: str) -> str:
    """OpenGraph's title mostly stands alone: its tail goes only where it names the site."""
    tail = _TITLE_TAIL.search(title)
    return title[: tail.start()] if tail and site and _is_part(site, tail.group()) else title


def _is_part(part: str, whole: str) -> bool:
    return bool(part) and part.casefold() in whole.casefold()


def _authors(root: HtmlElement, entry: dict[str, Any]) -> tuple[Named, ...]:
    said = entry.get("author")
    declared = [_author(one) for one in (said if isinstance(said, list) else [said]) if one]
    found = [name for name in declared if _is_name(name)]
    if not found:
        written = _BETWEEN_NAMES.split(
            _meta(root, "dc:creator", "dcterm:creator", "dc.creator", "dcterms.creator", "author", "article:author")
        )
        found = [name for name in map(names.named, written) if _is_name(name)]
    return tuple(dict.fromkeys(found or _shown_authors(root)))


def _author(entry: Any) -> Named:
    name = names.named(_name(entry))
    is_organisation = isinstance(entry, dict) and "Organization" in str(entry.get("@type"))
    return Named(name.name, "institution") if is_organisation else name


def _shown_authors(root: HtmlElement) -> list[Named]:
    """Names that the page shows as its authors: what is marked as such before what only has a byline's class."""
    nodes = [node for node in root.iter("a", "span", "address", "p", "div", "cite", "strong") if not _is_in_comments(node)]
    for marks in (_is_rel_author, _is_item_author, _has_byline_class):
        for node in filter(marks, nodes):
            line = _LEAD_IN.sub("", _line(" ".join(node.itertext()))).strip(" -–—|·:,")
            found = [name for name in names.byline_in(line) or (names.named(line),) if _is_name(name)]
            if found and len(line) <= _MAX_NAME and not _NO_NAME.search(line):
                return found
    return []


def _is_rel_author(node: HtmlElement) -> bool:
    return "author" in str(node.get("rel", "")).split()


def _is_item_author(node: HtmlElement) -> bool:
    return str(node.get("itemprop", "")) == "author"


def _has_byline_class(node: HtmlElement) -> bool:
    return bool(_BYLINE_CLASS.search(str(node.get("class", ""))))


def _is_in_comments(node: HtmlElement) -> bool:
    around = (node, *node.iterancestors())
    return any(one.tag == "form" or "comment" in f"{one.get('id', '')} {one.get('class', '')}".lower() for one in around)


def _is_name(name: Named) -> bool:
    is_address = "@" in name.name or "[at]" in name.name or "/" in name.name
    return 1 < len(name.name) <= _MAX_NAME and not is_address and any(char.isalpha() for char in name.name)


def _address(root: HtmlElement, entry: dict[str, Any], url: str) -> str:
    links = [node.get("href") for node in root.iter("link") if "canonical" in str(node.get("rel", "")).lower().split()]
    said = [*links, _meta(root, "og:url"), entry.get("url"), url]
    return next((web for address in said if isinstance(address, str) and (web := _web(address, url))), "")[:1000]


def _licence(root: HtmlElement, entry: dict[str, Any], url: str) -> str:
    """The licence that the page links as its own."""
    links = [node.get("href") for node in root.iter("link", "a") if "license" in str(node.get("rel", "")).lower().split()]
    said = [entry.get("license"), *links]
    return next((web for address in said if isinstance(address, str) and (web := _web(address, url or "https:"))), "")[:1000]


def _web(address: str, base: str) -> str:
    """The address, absolute, or "" where it is none of the web."""
    try:
        whole = urljoin(base, address.strip())
        parts = urlsplit(whole)
    except ValueError:
        return ""
    return whole if parts.scheme in ("http", "https") and parts.netloc else ""


def _published(root: HtmlElement, entry: dict[str, Any]) -> datetime | None:
    keys = ("article:published_time", "datepublished", "dc.date", "dc.date.issued", "dcterms.date", "date", "pubdate", "parsely-pub-date")
    shown = [str(node.get("datetime") or node.get("title") or "") for node in root.iter("time", "abbr") if _dates(node)]
    for said in (entry.get("datePublished"), _meta(root, *keys), *shown):
        if isinstance(said, str) and (moment := _moment(said)):
            return moment
    return None


def _dates(node: HtmlElement) -> bool:
    return (
        node.get("itemprop") == "datePublished" or node.get("pubdate") is not None or bool(_DATE_CLASS.search(str(node.get("class", ""))))
    )


def _moment(said: str) -> datetime | None:
    """The instant as stated; a day or a time without a zone counts as UTC, because the claim names none."""
    try:
        moment = datetime.fromisoformat(said.strip())
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _name(entry: Any) -> str:
    if isinstance(entry, list):
        entry = entry[0] if entry else ""
    return _line(entry.get("name")) if isinstance(entry, dict) else _line(entry)


def _line(text: Any) -> str:
    return " ".join(text.split()) if isinstance(text, str) else ""
