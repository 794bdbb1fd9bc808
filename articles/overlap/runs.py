"""Which words two texts share in runs of five or more, and where each run stands. Pure, and linear in both texts."""

from collections.abc import Sequence
from typing import NamedTuple

SHINGLE_WORDS = 5


class Run(NamedTuple):
    """`words` words that stand at `source` in one text and at `ours` in the other."""

    source: int
    ours: int
    words: int


def covered(text: Sequence[str], other: Sequence[str]) -> list[bool]:
    """For each word of `text`, whether it lies in five or more that stand in `other` in the same order."""
    known = {tuple(other[start : start + SHINGLE_WORDS]) for start in range(len(other) - SHINGLE_WORDS + 1)}
    marks = [False] * len(text)
    until = 0
    for start in range(len(text) - SHINGLE_WORDS + 1):
        if tuple(text[start : start + SHINGLE_WORDS]) in known:
            for place in range(max(start, until), start + SHINGLE_WORDS):
                marks[place] = True
            until = start + SHINGLE_WORDS
    return marks


def runs_in(source: Sequence[str], ours: Sequence[str]) -> list[Run]:
    """Every run of five words or more that can be made no longer, in the order of `ours`. Runs may overlap."""
    finder = _Finder(source)
    found: list[Run] = []
    before = 0
    for place, (words, end) in enumerate(finder.longest_at_each(ours)):
        if found and words == before + 1 and words > SHINGLE_WORDS:
            found.pop()
        if words >= SHINGLE_WORDS:
            found.append(Run(end - words + 1, place - words + 1, words))
        before = words
    return _not_inside_another(found)


def apart(runs: list[Run]) -> list[Run]:
    """The runs so that no word of ours is in two: what a run shares with the one before it is left to that one."""
    kept: list[Run] = []
    for run in runs:
        inside = max(0, kept[-1].ours + kept[-1].words - run.ours) if kept else 0
        if inside < run.words:
            kept.append(Run(run.source + inside, run.ours + inside, run.words - inside))
    return kept


def _not_inside_another(runs: list[Run]) -> list[Run]:
    kept: list[Run] = []
    for run in runs:
        if not kept or run.ours + run.words > kept[-1].ours + kept[-1].words:
            kept.append(run)
    return kept


class _Finder:
    """A suffix automaton of the source: for any place of another text, the longest run that ends there.

    Comparing each place with each would take seconds for a text that repeats itself.
    """

    def __init__(self, source: Sequence[str]) -> None:
        self._next: list[dict[str, int]] = [{}]
        self._link = [-1]
        self._length = [0]
        self._end = [-1]
        self._last = 0
        for place, word in enumerate(source):
            self._add(word, place)

    def longest_at_each(self, text: Sequence[str]) -> list[tuple[int, int]]:
        """For each place, how many words up to it stand in the source, and where they end there."""
        state = words = 0
        found: list[tuple[int, int]] = []
        for word in text:
            while state and word not in self._next[state]:
                state = self._link[state]
                words = self._length[state]
            if word in self._next[state]:
                state = self._next[state][word]
                words += 1
            else:
                words = 0
            found.append((words, self._end[state]))
        return found

    def _add(self, word: str, place: int) -> None:
        state = self._new(self._length[self._last] + 1, place, {})
        before, self._last = self._last, state
        while before >= 0 and word not in self._next[before]:
            self._next[before][word] = state
            before = self._link[before]
        self._link[state] = self._linked(before, word) if before >= 0 else 0

    def _linked(self, before: int, word: str) -> int:
        """The state that holds the shorter endings; split off where it also holds longer ones."""
        known = self._next[before][word]
        if self._length[known] == self._length[before] + 1:
            return known
        split = self._new(self._length[before] + 1, self._end[known], dict(self._next[known]))
        self._link[split], self._link[known] = self._link[known], split
        while before >= 0 and self._next[before].get(word) == known:
            self._next[before][word] = split
            before = self._link[before]
        return split

    def _new(self, length: int, end: int, following: dict[str, int]) -> int:
        self._next.append(following)
        self._link.append(0)
        self._length.append(length)
        self._end.append(end)
        return len(self._next) - 1
