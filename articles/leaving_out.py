"""Take a quotation out of a text where it may not be shown, and show that something was taken out. Pure.

Compared as a reader compares: case, accents, marks and hidden letters make no other words. What stands in the text
twice goes twice, and of a longer passage every five words in a row go wherever they stand.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from lxml.html import HtmlElement

from articles import body
from articles.overlap.runs import SHINGLE_WORDS, covered
from articles.overlap.words import words_of

#: Stands where words were taken out, in the article's language.
MARKS = {
    "en": "[quotation left out]",
    "fr": "[citation non reproduite]",
    "es": "[cita omitida]",
    "de": "[Zitat ausgelassen]",
    "ar": "[اقتباس محذوف]",
}
#: Of these only the words are a text's; without them nothing is left to stand.
EMPTIED = frozenset({"p", "li", "blockquote", "q", "cite", "a", "em", "i", "strong", "b", "span", "h2", "h3", "h4", "figcaption"})


def mark_for(language: str) -> str:
    return MARKS.get(language.split("-")[0].lower(), MARKS["en"])


def holds(text: str, passage: str) -> bool:
    """Does the whole passage stand in this plain text? One without a word stands nowhere."""
    return any(_whole(words_of(text).compared, words_of(passage).compared))


def shares(text: str, passage: str) -> bool:
    """Does any of it stand there that `from_html` would take out?"""
    return any(_shared(words_of(text).compared, words_of(passage).compared))


def count(passage: str) -> int:
    """Its words, as they are compared."""
    return len(words_of(passage).compared)


def from_html(html: str, passages: Iterable[str], language: str) -> str:
    """The cleaned text without these passages, a mark in the place of each."""
    wanted = [words for passage in passages if (words := words_of(passage).compared)]
    if not wanted:
        return html
    return body.rewritten(html, lambda root: _take_out(root, wanted, mark_for(language)))


@dataclass
class _Piece:
    """One run of text in the tree: what an element begins with, or what follows it."""

    element: HtmlElement
    is_tail: bool
    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    def write(self, text: str) -> None:
        if self.is_tail:
            self.element.tail = text
        else:
            self.element.text = text


def _take_out(root: HtmlElement, wanted: Sequence[Sequence[str]], mark: str) -> None:
    pieces, plain = _pieces(root)
    words = words_of(plain)
    taken = [any(marks) for marks in zip(*(_shared(words.compared, passage) for passage in wanted), strict=True)]
    spans = _stretches(taken, words.places)
    for piece in pieces:
        _cut(piece, spans, mark)
    for element in root.iter("a"):
        if "title" in element.attrib and any(any(_shared(words_of(element.get("title")).compared, passage)) for passage in wanted):
            del element.attrib["title"]
    if spans:
        _drop_emptied([piece.element.getparent() if piece.is_tail else piece.element for piece in pieces])


def _pieces(root: HtmlElement) -> tuple[list[_Piece], str]:
    """Every run of text in order, and all of them as one text in which blocks are apart."""
    pieces: list[_Piece] = []
    plain: list[str] = []
    length = 0

    def add(element: HtmlElement, text: str | None, *, is_tail: bool) -> None:
        nonlocal length
        if text:
            pieces.append(_Piece(element, is_tail, length, text))
            plain.append(text)
            length += len(text)

    def apart(element: HtmlElement) -> None:
        nonlocal length
        if element.tag in body.BLOCKS or element.tag == "br":
            plain.append("\n")
            length += 1

    def read(element: HtmlElement) -> None:
        apart(element)
        add(element, element.text, is_tail=False)
        for child in element:
            read(child)
            add(child, child.tail, is_tail=True)
        apart(element)

    read(root)
    return pieces, "".join(plain)


def _shared(text: Sequence[str], passage: Sequence[str]) -> list[bool]:
    """For each word of the text whether it is one of the passage's: all of it, or five or more in a row."""
    whole = _whole(text, passage)
    return [one or other for one, other in zip(whole, covered(text, passage), strict=True)] if len(passage) > SHINGLE_WORDS else whole


def _whole(text: Sequence[str], passage: Sequence[str]) -> list[bool]:
    marks, length, wanted = [False] * len(text), len(passage), list(passage)
    for start in range(len(text) - length + 1) if length else ():
        if text[start] == wanted[0] and list(text[start : start + length]) == wanted:
            marks[start : start + length] = [True] * length
    return marks


def _stretches(taken: Sequence[bool], places: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """In characters, from the first to the last of the words that go together."""
    spans: list[tuple[int, int]] = []
    for is_taken, group in groupby(zip(taken, places, strict=True), key=itemgetter(0)):
        if is_taken:
            within = [place for _taken, place in group]
            spans.append((within[0][0], within[-1][1]))
    return spans


def _cut(piece: _Piece, spans: Sequence[tuple[int, int]], mark: str) -> None:
    """What of the spans lies in this piece goes; the mark stands where a span begins."""
    kept, done = [], piece.start
    for start, end in spans:
        if end <= piece.start or start >= piece.end:
            continue
        kept += [piece.text[done - piece.start : max(start, piece.start) - piece.start], mark if start >= piece.start else ""]
        done = min(end, piece.end)
    if done > piece.start:
        piece.write("".join([*kept, piece.text[done - piece.start :]]))


def _drop_emptied(elements: Iterable[HtmlElement]) -> None:
    """A link, a paragraph, a quotation of which no letter is left goes with its words, and with what stands around it empty."""
    for element in elements:
        while element is not None and element.tag in EMPTIED and not element.text_content().strip() and not len(element.xpath(".//figure")):
            parent = element.getparent()
            if parent is None:
                break
            element.drop_tree()
            element = parent
