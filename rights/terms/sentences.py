"""Where the paragraphs and sentences of a text begin and end. Pure; every span is an offset into the text as given."""

import re
from collections.abc import Iterator
from typing import NamedTuple

MAX_SENTENCE = 1_200


class Span(NamedTuple):
    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]


_EMPTY_LINE = re.compile(r"(?:\r\n|\r|\n)[^\S\r\n]*(?:(?:\r\n|\r|\n)[^\S\r\n]*)+")
_LINE_END = re.compile(r"[^\S\r\n]*(?:\r\n|\r|\n)[^\S\r\n]*")
_BULLET = re.compile(r"\s*(?:[•▪‣◦*–—-]|\(?[0-9a-z]{1,2}[.)])\s")
_LABEL = re.compile(r"\s*[A-Z][\w ]{1,30}:(?:\s|$)")
_ENDS = tuple(".!?:;。！？…\"”»’')]")
_SENTENCE_END = re.compile(r"(?:[.!?…]+[\"”»’')\]]*(?=\s+[\"“«‘'(\[]?(?:[A-Z0-9À-ÞА-Я©•–—-]|https?:|www\.))|;(?=\s))")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|No|Nos|vs|etc|e\.g|i\.e|cf|Inc|Ltd|Co|Corp|Jr|Sr|art|Art|sec|Sec|para|vol|pp?|approx|bzw|ggf|vgl|usw|ca|Nr|Abs|Hr|Fr|Sr|Sra|Ud|Uds|Mme|Mlle|núm|pág|г|гг|ул|стр|др|т\.е|т\.д|т\.п|Jan|Feb|Mar|Apr|Aug"
    r"|Sept?|Oct|Nov|Dec|U\.S|U\.K|E\.U|U\.N)|\b[A-ZА-Я])\.$"
)
#: "1. Januar": a dot after a number, before a month, ends no sentence.
_ORDINAL = re.compile(r"(?<=[0-9])\.\s+(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b")


def paragraphs(text: str, within: Span | None = None) -> Iterator[Span]:
    """The blocks of a text: apart by empty lines, or by line ends where a line is plainly not the wrapped part of another."""
    begin, end = within or Span(0, len(text))
    for gap in _EMPTY_LINE.finditer(text, begin, end):
        yield from _lines(text, Span(begin, gap.start()))
        begin = gap.end()
    yield from _lines(text, Span(begin, end))


def _lines(text: str, block: Span) -> Iterator[Span]:
    ends = [(found.start(), found.end()) for found in _LINE_END.finditer(text, block.start, block.end)]
    edges = [block.start, *(edge for pair in ends for edge in pair), block.end]
    lines = [Span(start, stop) for start, stop in zip(edges[::2], edges[1::2], strict=True)]
    longest = max(line.end - line.start for line in lines)
    begin = block.start
    for line, following in zip(lines, [*lines[1:], None], strict=True):
        if following is None or _is_break(text, line, following, longest):
            if (trimmed := _trim(text, Span(begin, line.end))).end > trimmed.start:
                yield trimmed
            begin = following.start if following else block.end


def _is_break(text: str, line: Span, following: Span, longest: int) -> bool:
    """Is a line end inside a block the end of a paragraph? A wrapped line is about as long as its neighbours."""
    if _BULLET.match(text, following.start) or _LABEL.match(text, following.start):
        return True
    written = line.of(text).rstrip()
    return written.endswith(_ENDS) and (len(written) < longest * 0.7 or longest > 120)


def sentences(text: str, paragraph: Span) -> Iterator[Span]:
    """The sentences of one paragraph. What follows a semicolon is one of its own."""
    begin = paragraph.start
    for found in _SENTENCE_END.finditer(text, paragraph.start, paragraph.end):
        if _ABBREVIATION.search(text, max(begin, found.start() - 8), found.start() + 1) or _ORDINAL.match(text, found.start()):
            continue
        yield _trim(text, Span(begin, found.end()))
        begin = found.end()
    if (last := _trim(text, Span(begin, paragraph.end))).end > last.start:
        yield last


def _trim(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
