"""Answers to the proposed terms: for each sentence yes, no, or not yet."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from articles import desk_words
from rights.models import Evidence, TermProposal
from rights.vocabulary import TermKind

ANSWERS = {"yes": True, "no": False}


@dataclass(frozen=True)
class Proposal:
    """One proposal as a line to answer. `number` ties it to its sentence in the text."""

    number: int
    row: TermProposal
    kind_label: str
    meaning: str
    answer: str

    @property
    def field(self) -> str:
        return f"term-{self.row.pk}"


@dataclass(frozen=True)
class Piece:
    """A stretch of the kept copy. `kind` is "" where no proposal rests on it; `number` is set at a proposal's first piece."""

    text: str
    kind: str = ""
    numbers: tuple[int, ...] = ()


def proposals_of(rows: Iterable[TermProposal], typed: Mapping[str, str] | None = None) -> list[Proposal]:
    """The proposals in the order of the text, with what was typed or decided as the answer."""
    return [
        Proposal(number, row, desk_words.KINDS[TermKind(row.kind)], _meaning(row), _answer(row, typed))
        for number, row in enumerate(rows, start=1)
    ]


def _meaning(row: TermProposal) -> str:
    return desk_words.meaning(row.codes, is_ban=row.kind == TermKind.PROHIBITION)


def _answer(row: TermProposal, typed: Mapping[str, str] | None) -> str:
    stored = {True: "yes", False: "no", None: ""}[row.is_confirmed]
    return typed.get(f"term-{row.pk}", stored) if typed is not None else stored


def changed_answers(proposals: Iterable[Proposal], *, confirm_rest: bool = False) -> dict[int, bool]:
    """What `basing.answer_terms` takes: only answers that differ from what is recorded."""
    answers = {p.row.pk: ANSWERS.get(p.answer, True if confirm_rest else None) for p in proposals}
    stored = {p.row.pk: p.row.is_confirmed for p in proposals}
    return {pk: answer for pk, answer in answers.items() if answer is not None and answer != stored[pk]}


def coloured(evidence: Evidence, proposals: list[Proposal]) -> list[Piece]:
    """The kept copy cut at every edge of a proposal. Where two overlap, the later kind colours and both numbers stand."""
    text = evidence.text
    edges = sorted({0, len(text), *(min(edge, len(text)) for p in proposals for edge in (p.row.start, p.row.end))})
    return [_piece(text, start, end, proposals) for start, end in pairwise(edges)]


def _piece(text: str, start: int, end: int, proposals: list[Proposal]) -> Piece:
    covering = [p for p in proposals if p.row.start <= start and p.row.end >= end]
    kind = covering[-1].row.kind if covering else ""
    return Piece(text[start:end], kind, tuple(p.number for p in proposals if p.row.start == start))
