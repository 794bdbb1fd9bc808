"""The pictures of a story as it leaves in a feed: those whose own rights allow it, each with its credit in the text.

Which may go along is decided before it comes here. The text holds a place for a picture, as cleaned bodies do.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from html import escape
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from lxml import html as markup

from articles import addresses, attribution
from articles.published import Shown
from rights.facts import Decision, Duty
from rights.obligations import Form, Owed, unmet
from rights.vocabulary import Obligation

MEDIA_TYPES = {"jpg": "image/jpeg"}
#: What readers without a choice of sizes get in the text. Media elements name the largest.
ORDINARY_WIDTH = 960
NOTHING_KNOWN = Owed()


@dataclass(frozen=True)
class Picture:
    """One picture of an item. `url` is that of its largest size; every address is absolute and may be fetched by anybody.

    `credit` is plain text and names all who are to be named. `not_after` and `territories` are its own limits.
    """

    url: str
    media_type: str
    width: int
    height: int
    size_bytes: int = 0
    alt: str = ""
    caption: str = ""
    credit: str = ""
    copyright_line: str = ""
    licence_url: str = ""
    territories: tuple[str, ...] = ()
    not_after: datetime | None = None


@dataclass(frozen=True)
class Illustration:
    """A picture and how it stands in the text: the element of the image, and the credit with its links."""

    picture: Picture
    image: SafeString
    credit: SafeString = field(default_factory=SafeString)


def of(shown: Shown) -> dict[int, Illustration]:
    """By id, in the desk's order. One whose caption can't show what its own rights oblige stays out, as if they did not allow it."""
    decisions = {decision.work_id: decision for decision in shown.decision.decisions}
    works = {picture["asset"]: decisions[picture["work"]] for picture in shown.frozen.get("pictures", ())}
    made = {found.asset_id: _illustration(found, works[found.asset_id], shown) for found in shown.pictures if found.of("jpg")}
    return {
        asset: one
        for asset, one in made.items()
        if not unmet(_figure(one), attribution.owed_by_a_caption(works[asset].duties), Form.FEED_ITEM)
    }


def illustrated(html: str, found: Mapping[int, Illustration]) -> str:
    """The text with its pictures: each where the desk placed it, the first above the text if it has no place, the rest below."""
    root = markup.fragment_fromstring(html, create_parent="div")
    placed = {pk for figure in root.xpath(".//figure[@data-picture]") if (pk := _put(figure, found)) is not None}
    loose = [pk for pk in found if pk not in placed]
    above, below = (loose[:1], loose[1:]) if next(iter(found), None) not in placed else ([], loose)
    parts = [*(_figure(found[pk]) for pk in above), _inner(root), *(_figure(found[pk]) for pk in below)]
    return "\n".join(part for part in parts if part)


def _put(figure: Any, found: Mapping[int, Illustration]) -> int | None:
    """Fill a place in the text. The caption that was written for it there stays."""
    one = found.get(int(figure.get("data-picture")))
    if one is None:
        # A caption without its picture would be worse than neither.
        figure.drop_tree()
        return None
    written = figure.find("figcaption")
    caption = SafeString(_inner(written)) if written is not None else format_html("{}", one.picture.caption)
    filled = markup.fragment_fromstring(_figure(one, caption))
    filled.tail = figure.tail
    figure.getparent().replace(figure, filled)
    return int(figure.get("data-picture"))


def _figure(one: Illustration, caption: SafeString | None = None) -> SafeString:
    said = format_html("{}", one.picture.caption) if caption is None else caption
    words = format_html_join(" ", "{}", ((part,) for part in (said, one.credit) if part))
    return format_html("<figure>{}{}</figure>", one.image, format_html("<figcaption>{}</figcaption>", words) if words else "")


def _illustration(found: Any, decision: Decision, shown: Shown) -> Illustration:
    duties = attribution.owed_by_a_caption(decision.duties)
    sizes = found.of("jpg")
    ordinary = next((size for size in reversed(sizes) if size.width <= ORDINARY_WIDTH), sizes[0])
    words = attribution.caption_words(found.credit, duties)
    image = format_html(
        '<img src="{}" width="{}" height="{}" alt="{}">', addresses.absolute(ordinary.url), ordinary.width, ordinary.height, found.alt
    )
    return Illustration(_picture(found, words, decision), image, _credit(words, duties, shown.language))


def _picture(found: Any, words: str, decision: Decision) -> Picture:
    largest = found.of("jpg")[-1]
    said = {duty.obligation: duty.value for duty in decision.duties}
    return Picture(
        url=addresses.absolute(largest.url),
        media_type=MEDIA_TYPES[largest.extension],
        width=largest.width,
        height=largest.height,
        size_bytes=largest.size_bytes,
        alt=found.alt,
        caption=found.caption,
        credit=words,
        copyright_line=said.get(Obligation.COPYRIGHT_LINE, ""),
        licence_url=said.get(Obligation.LICENCE_LINK, ""),
        territories=tuple(sorted(decision.limits.territories)),
        not_after=decision.limits.until,
    )


def _credit(words: str, duties: tuple[Duty, ...], language: str) -> SafeString:
    """The same as HTML, with a line for whatever else is owed: links to the original and to the licence above all."""
    credit = format_html('<span dir="auto">{}</span>', words) if words else SafeString()
    owed = attribution.owed_html(duties, credit, Form.FEED_ITEM, NOTHING_KNOWN, language)
    return format_html_join(" ", "{}", ((line,) for line in (credit, *owed) if line))


def _inner(element: Any) -> str:
    inside = (markup.tostring(child, encoding="unicode") for child in element)
    return "".join((escape(element.text or "", quote=False), *inside))
