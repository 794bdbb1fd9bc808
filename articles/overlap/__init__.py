"""How much of a source stands in our text: measured, never judged.

Pure. Words are compared as a reader sees them: invisible characters, other alphabets' look-alikes, kinds of quotes
and case do not lower a figure. Thresholds are questions for the second reader of a worksheet (`rights.md` §2).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from articles import body
from rights.terms.languages import language_of

from .glyphs import readings, runs_backwards
from .marks import inside, quotations
from .questions import STARTING, Limits, Trigger, TriggerCode, triggers_in
from .runs import SHINGLE_WORDS, Run, apart, covered, runs_in
from .words import Words, words_of

__all__ = ["STARTING", "Limits", "Overlap", "Span", "Trigger", "TriggerCode", "measure", "triggers", "triggers_in"]

LEDE_SHARE = 0.6
MAX_HEADLINE_WORDS = 25
MAX_FLAGGED = 50
MAX_BYLINE_WORDS = 12
MAX_LINES_ABOVE = 5

_SENTENCE_END = re.compile(r"[.!?…。！？][\"”»’)\]]*(?=\s|$)")


@dataclass(frozen=True)
class Span:
    """One shared passage, in characters of both texts. `is_marked` when ours shows all of it as a quotation."""

    source_start: int
    source_end: int
    ours_start: int
    ours_end: int
    words: int
    is_marked: bool


@dataclass(frozen=True)
class Overlap:
    """Shares lie between 0 and 1; runs and counts are in words.

    `spans` count in `source_text` and `ours_text`; they do not overlap in ours.
    """

    share_of_source: float
    share_of_ours: float
    source_words: int
    our_words: int
    own_words: int
    shared_words: int
    longest_run: int
    n_quotes: int
    lede_copied: bool
    headline_copied: bool
    unmarked_share: float
    flagged_words: tuple[str, ...] = ()
    not_comparable: bool = False
    spans: tuple[Span, ...] = field(default=(), repr=False)
    source_text: str = field(default="", repr=False)
    ours_text: str = field(default="", repr=False)

    def as_dict(self) -> dict[str, Any]:
        """The measures alone, as plain JSON."""
        measures = asdict(self)
        for name in ("spans", "source_text", "ours_text"):
            del measures[name]
        return {**measures, "flagged_words": list(self.flagged_words)}


def measure(source: str, ours: str, *, ours_is_html: bool = False, source_headline: str = "", our_headline: str = "") -> Overlap:
    """Compare our text with the source's. Two languages can't be compared: that counts as the whole work.

    A text that can be read in several ways, by blanks that are none or by letters that run backwards, is measured as
    the reading that shares most.
    """
    ours_text, blocks = body.marked_text(ours) if ours_is_html else (ours, ())
    theirs = words_of(source)
    found = [_measured(theirs, source, reading, blocks, source_headline, our_headline) for reading in readings(ours_text)]
    return max(found, key=lambda each: each.shared_words)


def _measured(
    theirs: Words, source: str, ours_text: str, blocks: Sequence[tuple[int, int]], source_headline: str, our_headline: str
) -> Overlap:
    mine = words_of(ours_text)
    in_source, in_ours = covered(theirs.compared, mine.compared), covered(mine.compared, theirs.compared)
    runs = runs_in(theirs.compared, mine.compared)
    quoted = [*blocks, *(span for span in quotations(ours_text) if not any(a <= span[0] and span[1] <= b for a, b in blocks))]
    marked = inside(mine.places, quoted)
    unmarked = sum(is_shared and not is_marked for is_shared, is_marked in zip(in_ours, marked, strict=True))
    foreign = _in_two_languages(source, ours_text)
    return Overlap(
        share_of_source=1.0 if foreign else _share(sum(in_source), len(in_source)),
        share_of_ours=_share(sum(in_ours), len(in_ours)),
        source_words=len(in_source),
        our_words=len(in_ours),
        own_words=len(in_ours) - sum(in_ours),
        shared_words=sum(in_source),
        longest_run=max((run.words for run in runs), default=0),
        n_quotes=len(quoted),
        lede_copied=_lede_is_copied(source, theirs, in_source),
        headline_copied=_headline_is_copied(source_headline or _headline_line(source), our_headline or _headline_line(ours_text)),
        unmarked_share=_share(unmarked, sum(in_ours)),
        flagged_words=_flagged(theirs, mine, ours_text),
        not_comparable=foreign,
        spans=tuple(_span(run, theirs, mine, marked) for run in apart(runs)),
        source_text=source,
        ours_text=ours_text,
    )


def triggers(found: Overlap, limits: Limits = STARTING) -> list[Trigger]:
    """The questions that a measurement raises by itself."""
    return triggers_in(found.as_dict(), limits)


def _flagged(theirs: Words, mine: Words, ours_text: str) -> tuple[str, ...]:
    backwards = ("text that runs backwards",) if runs_backwards(ours_text) else ()
    return tuple(dict.fromkeys((*backwards, *mine.doubtful, *theirs.doubtful)))[:MAX_FLAGGED]


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0


def _span(run: Run, theirs: Words, mine: Words, marked: list[bool]) -> Span:
    there, here = slice(run.source, run.source + run.words), slice(run.ours, run.ours + run.words)
    first, last = theirs.places[there][0][0], theirs.places[there][-1][1]
    return Span(first, last, mine.places[here][0][0], mine.places[here][-1][1], run.words, all(marked[here]))


def _lede_is_copied(source: str, theirs: Words, in_source: list[bool]) -> bool:
    """Does our text hold most of the source's first sentence or of its first paragraph? A headline line is neither."""
    return any(_covered_share(theirs, in_source, opening) >= LEDE_SHARE for opening in _openings(source))


def _openings(source: str) -> Iterator[tuple[int, int]]:
    headline = _headline_line(source)
    start = source.index(headline) + len(headline) if headline else 0
    blocks = list(re.compile(r"[^\n]*\w[^\n]*").finditer(source, start))
    # A byline or a date stands above the first paragraph, and is none itself.
    block = next((each for each in blocks[:MAX_LINES_ABOVE] if _is_paragraph(each.group())), blocks[0] if blocks else None)
    if block:
        sentence = _SENTENCE_END.search(source, block.start(), block.end())
        yield block.span()
        yield block.start(), sentence.end() if sentence else block.end()


def _is_paragraph(line: str) -> bool:
    return len(line.split()) > MAX_BYLINE_WORDS or bool(_SENTENCE_END.search(line.rstrip()[-3:]) and len(line.split()) > SHINGLE_WORDS)


def _headline_line(text: str) -> str:
    """The first line where it is a headline: short, without a full stop, and with text below it."""
    first, _, rest = text.strip().partition("\n")
    is_headline = rest.strip() and len(first.split()) <= MAX_HEADLINE_WORDS and not _SENTENCE_END.search(first.rstrip()[-3:])
    return first.strip() if is_headline else ""


def _covered_share(words: Words, marks: list[bool], span: tuple[int, int]) -> float:
    within = [mark for (start, end), mark in zip(words.places, marks, strict=True) if span[0] <= start and end <= span[1]]
    return sum(within) / len(within) if within else 0.0


def _headline_is_copied(theirs: str, ours: str) -> bool:
    """The same words, or all of theirs inside ours where they are enough to be theirs."""
    first, second = words_of(theirs).compared, words_of(ours).compared
    within = any(second[start : start + len(first)] == first for start in range(len(second) - len(first) + 1))
    return bool(first) and (first == second or (within and len(first) >= SHINGLE_WORDS))


def _in_two_languages(source: str, ours: str) -> bool:
    theirs, mine = language_of(source), language_of(ours)
    return theirs is not None and mine is not None and theirs != mine
