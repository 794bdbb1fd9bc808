"""An article's text made ready for the page: pictures in their places, notes numbered, wide tables kept in a frame.

The text comes cleaned (`articles/body.py`); what is added here is our own markup. No text is changed.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from lxml import html as markup

from pages.showing import Picture

# Stands where a picture goes until the tree is text again: lxml writes <source> with an end tag that HTML has not.
PLACE, PLACES = "\ue000{}\ue001", re.compile("\ue000([0-9]+)\ue001")
COLUMN_WIDTH = "(min-width: 44rem) 39rem, 100vw"


@dataclass(frozen=True)
class Typeset:
    html: SafeString
    notes: tuple[SafeString, ...]
    placed: frozenset[int]


def typeset(body: str, pictures: Mapping[int, Picture]) -> Typeset:
    """`pictures` are those that may be shown; the text holds no figure of any other."""
    root = markup.fragment_fromstring(body, create_parent="div")
    placed = frozenset(filter(None, (_place(figure, pictures) for figure in root.xpath(".//figure[@data-picture]"))))
    notes = tuple(_refer(note, number) for number, note in enumerate(root.xpath(".//span[@class='fn']"), start=1))
    for table in root.xpath(".//table"):
        _frame(table)
    text = PLACES.sub(lambda found: _shown(pictures[int(found[1])]) if int(found[1]) in placed else "", _inner(root))
    return Typeset(SafeString(text), notes, placed)


def _place(figure: markup.HtmlElement, pictures: Mapping[int, Picture]) -> int | None:
    picture_id = int(figure.get("data-picture"))
    if picture_id not in pictures:
        # Allowed, but its sizes are not made yet: a caption without its picture would be worse than neither.
        figure.drop_tree()
        return None
    figure.text = PLACE.format(picture_id) + (figure.text or "")
    caption = figure.find("figcaption")
    if caption is None:
        caption = markup.Element("figcaption")
        caption.text = pictures[picture_id].caption
        figure.append(caption)
    credit = markup.fragment_fromstring(str(pictures[picture_id].credit_html), create_parent="span")
    credit.set("class", "picture-credit")
    caption.append(credit)
    return picture_id


def _shown(picture: Picture) -> str:
    return render_to_string("pages/_picture.html", {"picture": picture, "sizes": COLUMN_WIDTH, "first": False}).strip()


def _refer(note: markup.HtmlElement, number: int) -> SafeString:
    """Put a numbered link where the note stands in the text, and give the note's own words back."""
    words = SafeString(_inner(note, tag="span"))
    place = markup.fragment_fromstring(
        f'<sup class="note-place"><a id="note-{number}-place" href="#note-{number}" role="doc-noteref">{number}</a></sup>'
    )
    place.tail = note.tail
    note.getparent().replace(note, place)
    return words


def _frame(table: markup.HtmlElement) -> None:
    """A table wider than a phone scrolls by itself, also by keyboard."""
    caption = table.find("caption")
    frame = markup.Element("div", {"class": "table", "role": "region", "tabindex": "0"})
    frame.set("aria-label", " ".join(caption.text_content().split()) if caption is not None else _("Table"))
    frame.tail, table.tail = table.tail, None
    table.getparent().replace(table, frame)
    frame.append(table)


def _inner(root: markup.HtmlElement, tag: str = "div") -> str:
    tail, root.tail = root.tail, None
    whole = markup.tostring(root, encoding="unicode")
    root.tail = tail
    return re.sub(rf"^<{tag}[^>]*>|</{tag}>$", "", whole)
