"""Words that no text has, all of one length, so that places in a text and what was measured of it stay true. Pure."""

import re
from functools import lru_cache

#: They stand in what is copied, and each copy has others in their place.
TOKENS = ("Zorvak", "Belmun", "Kelvor", "Tandel", "Murvik", "Hastor", "Pindar", "Wexlor")
_TOKEN = re.compile("|".join(TOKENS))
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


class Text:
    """A text cut at its tokens, to be put together with other words."""

    def __init__(self, text: str) -> None:
        self._pieces: list[str] = _TOKEN.split(text)
        self._places = [_PLACE[token] for token in _TOKEN.findall(text)]
        self.has_tokens = bool(self._places)

    def with_words(self, words: tuple[str, ...]) -> str:
        out = [self._pieces[0]]
        for piece, place in zip(self._pieces[1:], self._places, strict=True):
            out += (words[place], piece)
        return "".join(out)


@lru_cache(maxsize=1)
def sentence() -> str:
    """Put at the end of each paragraph, in whatever language: names, and a full stop."""
    return f" ({', '.join(TOKENS[2:])}.)"
