"""How much of a source stands in our text: measured, never judged.

Pure. Words are compared as a reader sees them: invisible characters, other alphabets' look-alikes, kinds of quotes
and case do not lower a figure. Thresholds are questions for the second reader of a worksheet (`rights.md` §2).
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

from articles import body
from rights.terms.languages import language_of
from rights.terms.letters import folded, is_seen, mixes_alphabets

SHINGLE_WORDS = 5
LEDE_SHARE = 0.6
MAX_FLAGGED = 50

#: A word may hide invisible characters inside itself; each character of scripts without spaces is a word.
_NO_SPACES = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_HIDDEN = "".join(
    ("\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f", "\u3164\ufe00-\ufe0f\ufeff\uffa0")
)
_LETTER = rf"(?![{_NO_SPACES}])[^\W_]"
_WORD = re.compile(rf"[{_NO_SPACES}]|{_LETTER}(?:[{_HIDDEN}]*(?:['’ʼ][{_HIDDEN}]*)?{_LETTER}|[\u0300-\u036f])*")
_PAIRS = {
    "“": "”",
    "„": "“”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    "「": "」",
    "『": "』",
    "‘": "’",
    "‚": "‘’",
    '"': '"',
    "＂": "＂",
    "”": "”",
}
_SENTENCE_END = re.compile(r"(?<=[.!?…。])[\"”»’)\]]*\s+|\n+")


class TriggerCode(StrEnum):
    """What the second reader must answer, one by one."""

    MUCH_OF_SOURCE = "much_of_source"
    LONG_RUN = "long_run"
    LEDE_COPIED = "lede_copied"
    HEADLINE_COPIED = "headline_copied"
    UNMARKED = "unmarked"
    WHOLE_TEXT = "whole_text"
    MIXED_ALPHABETS = "mixed_alphabets"
    NOT_COMPARABLE = "not_comparable"


@dataclass(frozen=True)
class Trigger:
    """One question. `value` is the figure that raised it."""

    code: TriggerCode
    value: float
    sentence: str


@dataclass(frozen=True)
class Span:
    """One shared passage, in characters of both texts. `is_marked` when ours shows it as a quotation."""

    source_start: int
    source_end: int
    ours_start: int
    ours_end: int
    words: int
    is_marked: bool


@dataclass(frozen=True)
class Overlap:
    """Shares lie between 0 and 1; runs and counts are in words. Offsets of `spans` for ours count in `ours_text`."""

    share_of_source: float
    share_of_ours: float
    source_words: int
    ours_words: int
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
    ours_text: str = field(default="", repr=False)

    def as_dict(self) -> dict[str, Any]:
        """The measures alone, as plain JSON."""
        measures = asdict(self)
        del measures["spans"], measures["ours_text"]
        return {**measures, "flagged_words": list(self.flagged_words)}


@dataclass(frozen=True)
class _Words:
    folded: list[str]
    at: list[tuple[int, int]]
    mixed: tuple[str, ...]


def measure(source: str, ours: str, *, ours_is_html: bool = False, source_headline: str = "", our_headline: str = "") -> Overlap:
    """Compare our text with the source's. Two languages can't be compared: that counts as the whole work."""
    ours_text, blocks = body.marked_text(ours) if ours_is_html else (ours, ())
    theirs, mine = _words(source), _words(ours_text)
    quoted = [*blocks, *_quotations(ours_text)]
    covered_source, covered_ours, runs = _shared(theirs.folded, mine.folded)
    marked = _inside(mine.at, quoted)
    shared, in_ours = sum(covered_source), sum(covered_ours)
    unmarked = sum(covered and not is_marked for covered, is_marked in zip(covered_ours, marked, strict=True))
    foreign = _in_two_languages(source, ours_text)
    return Overlap(
        share_of_source=1.0 if foreign else _share(shared, len(theirs.folded)),
        share_of_ours=_share(in_ours, len(mine.folded)),
        source_words=len(theirs.folded),
        ours_words=len(mine.folded),
        own_words=len(mine.folded) - in_ours,
        shared_words=shared,
        longest_run=max((length for _s, _o, length in runs), default=0),
        n_quotes=len(quoted),
        lede_copied=_lede_is_copied(source, theirs, covered_source),
        headline_copied=bool(source_headline) and _same_words(source_headline, our_headline),
        unmarked_share=_share(unmarked, in_ours),
        flagged_words=tuple(dict.fromkeys((*mine.mixed, *theirs.mixed)))[:MAX_FLAGGED],
        not_comparable=foreign,
        spans=tuple(_span(run, theirs.at, mine.at, marked) for run in runs),
        ours_text=ours_text,
    )


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0


def _words(text: str) -> _Words:
    found = [(match.group(), match.span()) for match in _WORD.finditer(text)]
    compared = [(folded(word), word, span) for word, span in found]
    kept = [(fold, word, span) for fold, word, span in compared if fold]
    mixed = tuple("".join(filter(is_seen, word)) for _fold, word, _span in kept if not word.isascii() and mixes_alphabets(word))
    return _Words([fold for fold, _word, _span in kept], [span for _fold, _word, span in kept], mixed)


def _shared(theirs: list[str], mine: list[str]) -> tuple[list[bool], list[bool], list[tuple[int, int, int]]]:
    """Which words of either text lie in a shared shingle, and the longest shared runs as (source, ours, words)."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for start in range(len(theirs) - SHINGLE_WORDS + 1):
        places[tuple(theirs[start : start + SHINGLE_WORDS])].append(start)
    covered_source, covered_ours = [False] * len(theirs), [False] * len(mine)
    runs: list[tuple[int, int, int]] = []
    place = 0
    for place_ours in range(len(mine) - SHINGLE_WORDS + 1):
        starts = places.get(tuple(mine[place_ours : place_ours + SHINGLE_WORDS]), ())
        for start in starts:
            covered_source[start : start + SHINGLE_WORDS] = [True] * SHINGLE_WORDS
        if starts:
            covered_ours[place_ours : place_ours + SHINGLE_WORDS] = [True] * SHINGLE_WORDS
        if starts and place_ours >= place:
            start, length = max(((start, _run(theirs, mine, start, place_ours)) for start in starts[:20]), key=lambda found: found[1])
            runs.append((start, place_ours, length))
            place = place_ours + length - SHINGLE_WORDS + 1
    return covered_source, covered_ours, runs


def _run(theirs: list[str], mine: list[str], source: int, ours: int) -> int:
    length = 0
    while source + length < len(theirs) and ours + length < len(mine) and theirs[source + length] == mine[ours + length]:
        length += 1
    return length


def _quotations(text: str) -> list[tuple[int, int]]:
    """What stands between quotation marks of any language, within one paragraph."""
    found, opened = [], None
    for place, char in enumerate(text):
        if char == "\n":
            opened = None
        elif opened is not None and char in _PAIRS[text[opened]] and not _is_apostrophe(text, place):
            found.append((opened, place + 1))
            opened = None
        elif opened is None and char in _PAIRS and not _is_apostrophe(text, place):
            opened = place
    return found


def _is_apostrophe(text: str, place: int) -> bool:
    inside = 0 < place < len(text) - 1 and text[place - 1].isalnum() and text[place + 1].isalnum()
    return text[place] in "’‘" and inside


def _inside(words: list[tuple[int, int]], spans: list[tuple[int, int]]) -> list[bool]:
    """For each word whether one of the spans covers it. Both in order of the text, spans may overlap."""
    ordered, place, reach = sorted(spans), 0, -1
    marked = []
    for start, end in words:
        while place < len(ordered) and ordered[place][0] <= start:
            reach = max(reach, ordered[place][1])
            place += 1
        marked.append(end <= reach)
    return marked


def _lede_is_copied(source: str, theirs: _Words, covered: list[bool]) -> bool:
    """Does our text hold most of the source's first sentence or first paragraph (its headline line apart)?"""
    blocks = [(match.start(), match.end()) for match in re.finditer(r"[^\n]+", source) if len(match.group().split()) >= SHINGLE_WORDS]
    openings = []
    for start, end in blocks[:2]:
        sentence = _SENTENCE_END.split(source[start:end], maxsplit=1)[0]
        openings += [(start, end), (start, start + len(sentence))]
    return any(_covered_share(theirs.at, covered, span) >= LEDE_SHARE for span in openings)


def _covered_share(at: list[tuple[int, int]], covered: list[bool], span: tuple[int, int]) -> float:
    inside = [is_covered for (start, end), is_covered in zip(at, covered, strict=True) if span[0] <= start and end <= span[1]]
    return sum(inside) / len(inside) if len(inside) >= SHINGLE_WORDS else 0.0


def _same_words(one: str, other: str) -> bool:
    first, second = _words(one).folded, _words(other).folded
    return bool(first) and (first == second or (len(first) >= 4 and " ".join(first) in " ".join(second)))


def _in_two_languages(source: str, ours: str) -> bool:
    theirs, mine = language_of(source), language_of(ours)
    return theirs is not None and mine is not None and theirs != mine


def _span(run: tuple[int, int, int], source: list[tuple[int, int]], ours: list[tuple[int, int]], marked: list[bool]) -> Span:
    start, place, length = run
    there, here = slice(start, start + length), slice(place, place + length)
    return Span(source[there][0][0], source[there][-1][1], ours[here][0][0], ours[here][-1][1], length, all(marked[here]))


_QUESTIONS: dict[TriggerCode, str] = {
    TriggerCode.MUCH_OF_SOURCE: "More than a tenth of the source stands in our text. Why is this much needed?",
    TriggerCode.LONG_RUN: "One passage runs for more than 60 words without a break. Why could it not be shorter?",
    TriggerCode.LEDE_COPIED: "The opening of the source stands in our text. Is it the heart of the piece?",
    TriggerCode.HEADLINE_COPIED: "Our headline is the source's. Why not our own?",
    TriggerCode.UNMARKED: "Words of the source stand in our text without quotation marks. Are they marked as another's?",
    TriggerCode.WHOLE_TEXT: "Nearly the whole source is used. Why would an excerpt not do?",
    TriggerCode.MIXED_ALPHABETS: "Some words mix letters of several alphabets. Are they meant so?",
    TriggerCode.NOT_COMPARABLE: "The two texts are in different languages and can't be compared. How much of the source is ours?",
}


def triggers(found: Overlap) -> list[Trigger]:
    return triggers_in(found.as_dict())


def triggers_in(measures: Mapping[str, Any]) -> list[Trigger]:
    """The questions that stored measures raise. Starting thresholds of `rights.md` §2."""
    raised = {
        TriggerCode.MUCH_OF_SOURCE: measures.get("share_of_source", 0) > 0.10,
        TriggerCode.LONG_RUN: measures.get("longest_run", 0) > 60,
        TriggerCode.LEDE_COPIED: measures.get("lede_copied"),
        TriggerCode.HEADLINE_COPIED: measures.get("headline_copied"),
        TriggerCode.UNMARKED: measures.get("unmarked_share", 0) > 0,
        TriggerCode.WHOLE_TEXT: measures.get("share_of_source", 0) > 0.9,
        TriggerCode.MIXED_ALPHABETS: measures.get("flagged_words"),
        TriggerCode.NOT_COMPARABLE: measures.get("not_comparable"),
    }
    values = {TriggerCode.LONG_RUN: "longest_run", TriggerCode.UNMARKED: "unmarked_share"}
    return [
        Trigger(code, float(measures.get(values.get(code, "share_of_source"), 0)), _QUESTIONS[code])
        for code, is_raised in raised.items()
        if is_raised
    ]
