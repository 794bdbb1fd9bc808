"""Two texts beside each other, sentence by sentence: what only one of them says is marked. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

#: Beyond this many sentences nobody reads a difference, and finding it takes long.
MAX_SENTENCES = 1_500
_ENDS = re.compile(r"(?<=[.!?])\s+|\n+")


@dataclass(frozen=True)
class Piece:
    """One sentence. `is_new`: the other text has no such sentence."""

    text: str
    is_new: bool


def pieces(old: str, new: str) -> tuple[list[Piece], list[Piece]]:
    """The sentences of both, white space and case aside. Unmarked where the texts are too long to compare."""
    before, after = sentences(old), sentences(new)
    if max(len(before), len(after)) > MAX_SENTENCES:
        return [Piece(one, False) for one in before], [Piece(one, False) for one in after]
    matcher = SequenceMatcher(None, [_plain(one) for one in before], [_plain(one) for one in after], autojunk=False)
    left, right = {*range(len(before))}, {*range(len(after))}
    for block in matcher.get_matching_blocks():
        left -= {*range(block.a, block.a + block.size)}
        right -= {*range(block.b, block.b + block.size)}
    return list(_marked(before, left)), list(_marked(after, right))


def sentences(text: str) -> list[str]:
    return [clean for one in _ENDS.split(text) if (clean := " ".join(one.split()))]


def _marked(said: list[str], new: set[int]) -> Iterator[Piece]:
    return (Piece(one, place in new) for place, one in enumerate(said))


def _plain(sentence: str) -> str:
    return sentence.casefold()
