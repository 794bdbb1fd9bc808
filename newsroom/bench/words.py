"""Words that no text has, all of one length, so that places in a text and what was measured of it stay true. Pure."""

import re
from collections.abc import Sequence
from functools import lru_cache

#: They stand in what is copied, and each copy has others in their place.
TOKENS = ("Zorvak", "Belmun", "Kelvor", "Tandel", "Murvik", "Hastor", "Pindar", "Wexlor")
_MARK = "Qvarnil"
_CUT = re.compile(rf'{_MARK}(\d+)t|"{_MARK}(\d+)n"|{"|".join(TOKENS)}')
_PLACE = {token: place for place, token in enumerate(TOKENS)}
_SYLLABLES = [first + second for first in "bdfghjklmnprstvwz" for second in "aeiou"]


def words_for(serial: int) -> tuple[str, ...]:
    """As many words as there are tokens; no two serials below 76,000 share one, and none shares them all."""
    return tuple(_word(serial * len(TOKENS) + place) for place in range(len(TOKENS)))


def _word(number: int) -> str:
    base = len(_SYLLABLES)
    rest, third = divmod(number * 7919, base)
    rest, second = divmod(rest, base)
    return f"{_SYLLABLES[rest % base]}{_SYLLABLES[second]}{_SYLLABLES[third]}".capitalize()


def mark(place: int) -> str:
    """Stands in a text for the value at this place."""
    return f"{_MARK}{place}t"


def mark_of_number(place: int) -> str:
    """Stands in JSON, in quotes that go with it, for the value at this place, which is not put in quotes."""
    return f"{_MARK}{place}n"


class Text:
    """A text cut at its tokens and marks, to be filled with the values at their places. Those of the tokens come first."""

    def __init__(self, text: str) -> None:
        self._pieces: list[str] = [""]
        self._places: list[int] = []
        end = 0
        for found in _CUT.finditer(text):
            self._pieces[-1] = text[end : found.start()]
            self._pieces += ("", "")
            self._places.append(_PLACE[found[0]] if found[0] in _PLACE else int(found[1] or found[2]))
            end = found.end()
        self._pieces[-1] = text[end:]
        self.has_tokens = bool(self._places)

    def filled(self, values: Sequence[str]) -> str:
        pieces = self._pieces.copy()
        pieces[1::2] = [values[place] for place in self._places]
        return "".join(pieces)


@lru_cache(maxsize=1)
def sentence() -> str:
    """Put at the end of each paragraph, in whatever language: names, and a full stop."""
    return f" ({', '.join(TOKENS[2:])}.)"
