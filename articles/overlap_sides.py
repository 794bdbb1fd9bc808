"""The kept copy and our text beside each other, what they share marked and numbered on both sides. For pages that show a worksheet."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from articles import body, worksheets
from articles.overlap import Overlap
from rights.models import Evidence
from rights.terms import split_terms


@dataclass(frozen=True)
class Stretch:
    """A piece of one text. `run` is the number of the passage that it shares with the other one, 0 for none.

    `is_marked` where ours shows it as a quotation; `is_first` on the piece that a link to the passage leads to.
    """

    text: str
    run: int = 0
    is_marked: bool = False
    is_first: bool = False

    @property
    def is_shared(self) -> bool:
        return self.run > 0


def sides(subject: worksheets.Subject, kept: Evidence | None, excerpt: str = "") -> dict[str, Any]:
    """`theirs` and `ours` as stretches, and `found`, measured now; without a kept copy there is nothing to measure against."""
    if kept is None:
        words = subject.quotation.words if subject.quotation else body.to_text(subject.article.body)
        return {"theirs": [], "ours": [Stretch(words)], "found": None}
    found = worksheets.measure(subject, kept, excerpt)
    # What is measured is the article in the kept copy, without its small print.
    return {"theirs": theirs(found, split_terms(kept.text).article), "ours": ours(found), "found": found}


def theirs(found: Overlap, text: str) -> list[Stretch]:
    return _stretches(text, ((s.source_start, s.source_end, number, s.is_marked) for number, s in enumerate(found.spans, 1)))


def ours(found: Overlap) -> list[Stretch]:
    return _stretches(found.ours_text, ((s.ours_start, s.ours_end, number, s.is_marked) for number, s in enumerate(found.spans, 1)))


def _stretches(text: str, shared: Iterable[tuple[int, int, int, bool]]) -> list[Stretch]:
    pieces, done, begun = [], 0, set()
    for start, end, number, is_marked in sorted(shared):
        if end <= done:
            continue
        begin = max(start, done)
        pieces += [Stretch(text[done:begin]), Stretch(text[begin:end], number, is_marked, number not in begun)]
        begun.add(number)
        done = end
    return [piece for piece in (*pieces, Stretch(text[done:])) if piece.text]
