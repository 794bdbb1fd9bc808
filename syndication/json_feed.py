"""Items as JSON Feed 1.1, with what the format has no words for under `_rights` and `_byline`.

Writes what it is given; knows no rows and decides nothing. What has no value is left out.
"""

import json
from collections.abc import Iterable
from typing import Any

from syndication.channel import Channel
from syndication.illustrating import Picture
from syndication.items import Item
from syndication.markup import clean, instant

MEDIA_TYPE = "application/feed+json"
#: Raise it with every change of what is written: validators contain it.
FORMAT = "json-1"
VERSION = "https://jsonfeed.org/version/1.1"


def document(channel: Channel, fragments: Iterable[bytes]) -> bytes:
    """The whole feed in UTF-8, around items that are written already."""
    head = _dumped(_present(_head(channel)))
    return head[:-1] + b',"items":[\n' + b",\n".join(fragments) + b"\n]}\n"


def fragment(item: Item) -> bytes:
    """One item. The same item is always the same bytes, so they may be kept."""
    return _dumped(_gone(item) if item.is_withdrawn else _entry(item))


def _head(channel: Channel) -> dict[str, Any]:
    return {
        "version": VERSION,
        "title": channel.title or "Feed",
        "home_page_url": channel.link,
        "feed_url": channel.self_url,
        "description": channel.description,
        "next_url": channel.next_url,
        "authors": [{"name": channel.publisher}] if channel.publisher else [],
        "language": channel.language,
    }


def _gone(item: Item) -> dict[str, Any]:
    return {
        "id": item.urn,
        "title": item.title,
        "content_text": "",
        "date_published": instant(item.published),
        "_rights": _present({"about": item.about, "verdict": "deny"}),
    }


def _entry(item: Item) -> dict[str, Any]:
    return _present(
        {
            "id": item.urn,
            "url": item.url,
            "external_url": item.via,
            "title": item.title,
            "summary": item.summary,
            "image": next((picture.url for picture in item.pictures), ""),
            "date_published": instant(item.published),
            "date_modified": instant(item.updated) if item.updated else "",
            "authors": _names(item.authors),
            "tags": list(item.categories),
            "language": item.language,
            "attachments": [_attachment(picture, item) for picture in item.pictures],
            "_byline": _present({"about": item.about, "contributors": _names(item.contributors)}, but="about"),
            "_rights": _rights(item),
        }
    ) | _text(item)


def _names(names: Iterable[str]) -> list[dict[str, str]]:
    return [{"name": name} for name in names if clean(name)]


def _text(item: Item) -> dict[str, str]:
    """One of the two has to be there. What stands in `content_html` of an item that is in part only is that part."""
    return {"content_html": item.html} if item.html else {"content_text": item.summary}


def _rights(item: Item) -> dict[str, Any]:
    return _present(
        {
            "about": item.about,
            "license": item.licence_url,
            "license_name": item.licence_name,
            "holder": item.holder,
            "notice": item.rights,
            "attribution_html": item.attribution_html,
            "original_url": item.via,
            "source": _present({"name": item.source_name, "url": item.source_url, "feed_url": item.source_feed}),
            "verdict": "allow_part" if item.is_excerpt else "allow",
            "obligations": list(item.obligations),
            "not_after": instant(item.not_after) if item.not_after else "",
        }
    )


def _attachment(picture: Picture, item: Item) -> dict[str, Any]:
    """No title: two of the same would be taken for one picture in two sizes."""
    said = {
        "about": item.about,
        "license": picture.licence_url,
        "notice": picture.copyright_line,
        "credit": picture.credit,
        "caption": picture.caption,
        "alt": picture.alt,
        "territories": list(picture.territories),
        "not_after": instant(picture.not_after) if picture.not_after else "",
    }
    found = {"url": picture.url, "mime_type": picture.media_type, "size_in_bytes": picture.size_bytes, "_rights": _present(said)}
    return _present(found)


def _present(found: dict[str, Any], *, but: str = "") -> dict[str, Any]:
    """What has a value; nothing at all where only `but` has one."""
    kept = {name: value for name, value in found.items() if value}
    return kept if kept.keys() - {but} else {}


def _dumped(found: dict[str, Any]) -> bytes:
    return json.dumps(_tidy(found), ensure_ascii=False, separators=(",", ":")).encode()


def _tidy(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [_tidy(one) for one in value]
    return {name: _tidy(one) for name, one in value.items()} if isinstance(value, dict) else value
