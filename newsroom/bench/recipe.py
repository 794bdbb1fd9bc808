"""All values of a copy in one list: what every copy of the article shares, and in its place, made in turn, what is its own.

A row picks its values from the list by their places, in one step. Pure: no models, no database.
"""

from collections.abc import Callable, Hashable, Sequence
from operator import itemgetter
from typing import Any

from newsroom.bench.words import Text

Values = list[Any]
Make = Callable[[Values], Any]
Pick = Callable[[Values], tuple[Any, ...]]


class Recipe:
    """How the list is made. Whoever asks for a value gets its place; what is asked for twice is made once.

    The first places are for what is given with each copy. A value may rest on those that were asked for before it.
    """

    def __init__(self, given: int) -> None:
        self._base: Values = [None] * given
        self._made: list[tuple[int, Make]] = []
        self._known: dict[Hashable, int] = {}

    def constant(self, value: Any) -> int:
        self._base.append(value)
        return len(self._base) - 1

    def made(self, name: Hashable, make: Make) -> int:
        """The place of what `make` makes from the values before it. `name` is never that of something else."""
        if name not in self._known:
            self._known[name] = self.constant(None)
            self._made.append((self._known[name], make))
        return self._known[name]

    def text(self, raw: str) -> int:
        """The place of a text in which the tokens and marks give way to values."""
        text = Text(raw)
        return self.made(("text", raw), text.filled) if text.has_tokens else self.constant(raw)

    def values(self, given: Sequence[Any]) -> Values:
        """Those of one copy."""
        values = self._base.copy()
        values[: len(given)] = given
        for place, make in self._made:
            values[place] = make(values)
        return values


def picking(places: Sequence[int]) -> Pick:
    """Picks the values at these places, as a row."""
    if len(places) > 1:
        return itemgetter(*places)
    return lambda values: tuple(values[place] for place in places)
