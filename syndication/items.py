"""One story as a partner receives it, whatever the format: whole, in part, or withdrawn.

Credit, copyright line, link and notices stand inside the text, because aggregators drop what stands beside it.
An item whose finished text does not meet its duties does not leave the house.
"""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from articles import addresses, attribution, body
from articles.published import Shown
from house.models import House
from rights.obligations import Form
from rights.vocabulary import Part
from syndication import illustrating
from syndication.illustrating import Illustration, Picture

logger = logging.getLogger(__name__)

#: What an excerpt is where only the agreement limits it.
EXCERPT_WORDS = 50
SUMMARY_WORDS = 40
CREATIVE_COMMONS = ("CC-", "CC0-")


@dataclass(frozen=True)
class Item:
    """One entry of a feed. `summary` is plain text; `html` is finished, pictures included, and has absolute links only.

    `is_excerpt`: the partner may have no more than what is here. `via` is the original's address for what we
    republish, `source_feed` that of the feed it came from. `rights` is a sentence for people; `obligations` are codes
    of `rights.md` §1.5. `not_after`: it may not be shown from then on. `about` leads to what explains these terms.
    Of a withdrawn item only `urn`, `title`, `published` and `about` say anything.
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
    licence_name: str = ""
    is_creative_commons: bool = False
    attribution_html: str = ""
    obligations: tuple[str, ...] = ()
    not_after: datetime | None = None
    via: str = ""
    source_name: str = ""
    source_url: str = ""
    source_feed: str = ""
    original_published: datetime | None = None
    categories: tuple[str, ...] = ()
    language: str = ""
    pictures: tuple[Picture, ...] = ()
    is_excerpt: bool = False
    is_withdrawn: bool = False
    about: str = ""


def withdrawn(urn: str, at: datetime) -> Item:
    """What stays of an item for thirty days: that it is gone. Not even its address, which would spell the headline."""
    return Item(urn=urn, title="Withdrawn", published=at, is_withdrawn=True, about=addresses.absolute(addresses.FEEDS))


def build(shown: Shown, part: Part | None, house: House | None) -> Item | None:
    """The item, at most as much of it as the agreement's `part`. None if its text would not meet its duties; that is logged by ids."""
    # Rights that give no characters give the title and the link.
    part = Part.HEADLINE if shown.is_excerpt and shown.decision.limits.max_chars == 0 else part
    if part is None:
        return None
    found = _pictures(shown, part)
    html = attribution.outgoing.feed_item(shown, _text(shown, part, found), house)
    missing = attribution.outgoing.missing(shown, html, Form.FEED_ITEM)
    if missing:
        names = [str(duty.obligation) for duty in missing]
        logger.warning("Version %s of article %s stays in: unmet %s.", shown.version_id, shown.article_id, names)
        return None
    item = Item(
        urn=shown.urn,
        title=shown.headline,
        published=shown.first_published_at,
        url=addresses.absolute(shown.url),
        summary=_summary(shown, part),
        html=html,
        updated=shown.visible_from,
        categories=(*([shown.section[0]] if shown.section else []), *(name for name, _slug in shown.tags)),
        language=shown.language,
        pictures=tuple(one.picture for one in found.values()),
        is_excerpt=shown.is_excerpt or part is not Part.FULL,
        obligations=tuple(dict.fromkeys(str(duty.obligation) for duty in shown.text_duties)),
        not_after=shown.decision.limits.until,
        about=addresses.absolute(addresses.FEEDS),
    )
    return _recorded(item, attribution.with_our_own_line(shown.frozen, house, shown.first_published_at.year))


def finished(shown: Shown, house: House | None, at: datetime) -> tuple[str, str]:
    """The HTML of the whole item, for the desk to look at before it goes; no head speaks for it."""
    return attribution.outgoing.feed_item(shown, _text(shown, Part.FULL, _pictures(shown, Part.FULL)), house), ""


def _recorded(item: Item, frozen: Mapping[str, Any]) -> Item:
    """With who made it, whose it is, on what terms, where it comes from: for the elements beside the text."""
    licence = frozen.get("licence") or {}
    made = replace(
        item,
        authors=tuple(attribution.author_names(frozen)),
        contributors=tuple(name.name for part in attribution.byline(frozen) if part.role != "by" for name in part.names),
        rights=attribution.rights_sentence(frozen),
        holder=frozen.get("holder") or "",
        licence_url=licence.get("url") or "",
        licence_name=licence.get("name") or "",
        is_creative_commons=(licence.get("spdx") or "").startswith(CREATIVE_COMMONS),
        attribution_html=attribution.credit_html(frozen, item.language),
    )
    return _from_elsewhere(made, frozen) if attribution.is_republished(frozen) else made


def _from_elsewhere(item: Item, frozen: Mapping[str, Any]) -> Item:
    source, original = frozen["source"], frozen["original"]
    return replace(
        item,
        via=original["url"] or "",
        source_name=source.get("name") or "",
        source_url=source.get("url") or "",
        source_feed=source.get("feed") or "",
        original_published=datetime.fromisoformat(original["published_at"]) if original.get("published_at") else None,
    )


def _pictures(shown: Shown, part: Part) -> dict[int, Illustration]:
    """Pictures go with the whole text alone."""
    return illustrating.of(shown) if part is Part.FULL and not shown.is_excerpt else {}


def _text(shown: Shown, part: Part, found: Mapping[int, Illustration]) -> str:
    """The part of the text that goes out, with these pictures."""
    if part is Part.HEADLINE:
        return ""
    if part is Part.EXCERPT and not shown.is_excerpt:
        return body.paragraphs_to_html([body.first_words(_words(shown), EXCERPT_WORDS)])
    text = body.absolute(body.without_pictures(shown.body, keep=found), addresses.absolute(shown.url))
    return illustrating.illustrated(text, found) if found else text


def _summary(shown: Shown, part: Part) -> str:
    """Plain words for readers that list: our own line under the headline, or how the text begins."""
    if part is Part.HEADLINE:
        return ""
    return shown.dek or body.first_words(_words(shown), SUMMARY_WORDS)


def _words(shown: Shown) -> str:
    """The text without its captions, which say nothing without their pictures."""
    return body.without_pictures(shown.body, keep=())
