"""A few numbers by which a text is known again among a hundred thousand: the least hash of each window of its runs of five words. Pure.

The words are compared as `measure` compares them. Whoever looks for a text asks with more hashes than are kept of one:
what is least in a wide window is least in every narrower one that holds it, so what is kept is among what is asked as
long as a few words around it stand. A hit is a reason to measure, never an answer.
"""

import hashlib
from collections import deque
from collections.abc import Iterable, Sequence

from .runs import SHINGLE_WORDS
from .words import Words, words_of

#: About so many hashes are kept of a text, however long it is; never more than twice as many.
KEPT = 20
ASKED_WINDOW = 4
#: A text of hundreds of thousands of words is asked by its least hashes: those are the ones that others keep.
MOST_ASKED = 6000


def kept_of(text: str) -> frozenset[int]:
    """What to store of a text, as signed numbers of 64 bits; nothing where it has fewer than five words."""
    hashes = _hashes(words_of(text))
    return _least(_chosen(hashes, max(ASKED_WINDOW, 2 * len(hashes) // KEPT)), 2 * KEPT)


def asked_of(seen: Iterable[Words]) -> frozenset[int]:
    """What to look for: every hash that could be kept of a text or of one that it holds. `seen`: each way that an eye may read it."""
    found: set[int] = set()
    for words in seen:
        found |= _chosen(_hashes(words), ASKED_WINDOW)
    return _least(found, MOST_ASKED)


def _hashes(text: Words) -> list[int]:
    words = text.compared
    return [_hash(words[start : start + SHINGLE_WORDS]) for start in range(len(words) - SHINGLE_WORDS + 1)]


def _hash(words: Sequence[str]) -> int:
    digest = hashlib.blake2b("\x1f".join(words).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def _chosen(hashes: Sequence[int], window: int) -> set[int]:
    """The least of each window; of a text that is shorter, the least of all of it."""
    found: set[int] = set()
    waiting: deque[int] = deque()
    for place, value in enumerate(hashes):
        while waiting and hashes[waiting[-1]] > value:
            waiting.pop()
        waiting.append(place)
        if waiting[0] <= place - window:
            waiting.popleft()
        if place >= window - 1 or place == len(hashes) - 1:
            found.add(hashes[waiting[0]])
    return found


def _least(found: set[int], most: int) -> frozenset[int]:
    return frozenset(sorted(found)[:most] if len(found) > most else found)
