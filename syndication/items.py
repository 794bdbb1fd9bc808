"""One story as a partner receives it, whatever the format: whole, in part, or withdrawn.

Credit, copyright line, link and notices stand inside the text, because aggregators drop what stands beside it.
An item whose finished text does not meet its duties does not leave the house.
"""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from articles import addresses, attribution, body
from articles.published import Shown
from house.models import House
from rights.vocabulary import OWN, Part

logger = logging.getLogger(__name__)

#: What an excerpt is where only the agreement limits it.
EXCERPT_WORDS = 50
SUMMARY_WORDS = 40
CREATIVE_COMMONS = ("CC-", "CC0-")


@dataclass(frozen=True)
class Item:
    """One entry of a feed. `summary` is plain text; `html` is finished and has absolute links only.

    `is_excerpt`: the partner may have no more than what is here. `via` is the original's address for what we
    republish. Of a withdrawn item only `urn`, `title` and `published` say anything.
    """

    urn: str
    title: str
    published: datetime
    url: str = ""
    summary: str = ""
    html: str = ""
    updated: datetime | None = None
    authors: tuple[str, ...] = ()
    contributors: tuple[str, ...] = ()
    rights: str = ""
    holder: str = ""
    licence_url: str = ""
    is_creative_commons: bool = False
    via: str = ""
    source_name: str = ""
    source_url: str = ""
    categories: tuple[str, ...] = ()
    language: str = ""
    is_excerpt: bool = False
    is_withdrawn: bool = False


def withdrawn(urn: str, at: datetime) -> Item:
    """What stays of an item for thirty days: that it is gone. Not even its address, which would spell the headline."""
    return Item(urn=urn, title="Withdrawn", published=at, is_withdrawn=True)


def build(shown: Shown, part: Part | None, house: House | None) -> Item | None:
    """The item, at most as much of it as the agreement's `part`. None if its text would not meet its duties; that is logged by ids."""
    # Rights that give no characters give the title and the link.
    part = Part.HEADLINE if shown.is_excerpt and shown.decision.limits.max_chars == 0 else part
    frozen = _with_our_own_line(shown, house)
    html = _finished(shown, part, frozen, house)
    missing = attribution.unmet(shown.text_duties, html)
    if missing or part is None:
        names = [str(duty.obligation) for duty in missing]
        logger.warning("Version %s of article %s stays in: unmet %s.", shown.version_id, shown.article_id, names)
        return None
    return Item(
        urn=shown.urn,
        title=shown.headline,
        published=shown.first_published_at,
        url=addresses.absolute(shown.url),
        summary=_summary(shown, part),
        html=html,
        updated=shown.visible_from,
        categories=(*([shown.section[0]] if shown.section else []), *(name for name, _slug in shown.tags)),
        language=shown.language,
        is_excerpt=shown.is_excerpt or part is not Part.FULL,
        **_record(frozen),
    )


def _record(frozen: Mapping[str, Any]) -> dict[str, Any]:
    """Who made it, whose it is, on what terms: for the elements beside the text."""
    licence, source = frozen.get("licence") or {}, frozen.get("source") or {}
    is_republished = attribution.is_republished(frozen)
    return {
        "authors": tuple(attribution.author_names(frozen)),
        "contributors": tuple(name.name for part in attribution.byline(frozen) if part.role != "by" for name in part.names),
        "rights": attribution.rights_sentence(frozen),
        "holder": frozen.get("holder") or "",
        "licence_url": licence.get("url") or "",
        "is_creative_commons": (licence.get("spdx") or "").startswith(CREATIVE_COMMONS),
        "via": frozen["original"]["url"] if is_republished else "",
        "source_name": source.get("name") or "" if is_republished else "",
        "source_url": source.get("url") or "" if is_republished else "",
    }


def _with_our_own_line(shown: Shown, house: House | None) -> dict[str, Any]:
    """The record; what is ours and names no holder is held by the house."""
    frozen = shown.frozen
    if house is None or frozen.get("basis") not in OWN:
        return frozen
    line = frozen.get("copyright_line") or f"© {shown.first_published_at.year} {frozen.get('holder') or house.holder}"
    return {**frozen, "holder": frozen.get("holder") or house.holder, "copyright_line": line}


def _finished(shown: Shown, part: Part | None, frozen: dict[str, Any], house: House | None) -> SafeString:
    text = format_html('<div lang="{}" dir="{}">{}</div>', shown.language, shown.direction, mark_safe(_text(shown, part)))  # noqa: S308 -- cleaned
    lines = [_byline(shown, frozen), text, *_corrections(shown), _credit(shown, frozen, house)]
    lines += [format_html("<p>{}</p>", notice) for _kind, notice in attribution.notices(shown.text_duties, frozen, house)]
    return format_html_join("\n", "{}", ((line,) for line in lines if line))


def _text(shown: Shown, part: Part | None) -> str:
    """The part of the text that goes out. Pictures have rights and addresses of their own and stay in until they are fetched by them."""
    if part is Part.HEADLINE or part is None:
        return ""
    if part is Part.EXCERPT and not shown.is_excerpt:
        return body.paragraphs_to_html([body.first_words(shown.body, EXCERPT_WORDS)])
    return body.absolute(body.without_pictures(shown.body, keep=()), addresses.absolute(shown.url))


def _byline(shown: Shown, frozen: dict[str, Any]) -> SafeString | str:
    line = " · ".join(part for part in (attribution.byline_text(frozen), shown.dateline) if part)
    return format_html("<p>{}</p>", line) if line else ""


def _corrections(shown: Shown) -> list[SafeString]:
    return [format_html("<p>{}: {}</p>", note.kind.capitalize(), note.note) for note in shown.corrections]


def _credit(shown: Shown, frozen: dict[str, Any], house: House | None) -> SafeString:
    """The one credit of every output; for our own work preceded by where it first appeared."""
    credit = attribution.credit_html(frozen)
    if house is not None and frozen.get("basis") in OWN:
        url = addresses.absolute(shown.url)
        first = format_html('<a href="{}">{}</a>, first published by {}.', url, shown.headline, house.name)
        credit = format_html("{} {}", first, credit) if credit else first
    return format_html("<p>{}</p>", credit) if credit else SafeString("")


def _summary(shown: Shown, part: Part) -> str:
    """Plain words for readers that list: our own line under the headline, or how the text begins."""
    if part is Part.HEADLINE:
        return ""
    return shown.dek or body.first_words(shown.body, SUMMARY_WORDS)
