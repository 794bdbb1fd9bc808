"""Are two texts one? What a fingerprint only suspects is confirmed here, word by word. Pure, and cheaper than `measure`."""

from collections.abc import Sequence
from dataclasses import dataclass

from .glyphs import readings
from .marks import Stretch, inside, quotations
from .runs import covered
from .words import Words, words_of

#: Half of a text standing in another makes it that text, whatever was changed of the rest.
HALF = 0.5
#: Fewer shared words than these say nothing: a greeting, a title, an address.
LEAST_WORDS = 12
#: Two stories that quote the same statement share its words and nothing else.
LEAST_UNQUOTED = 0.1


@dataclass(frozen=True)
class Sameness:
    """`share_of_new` and `share_of_known` lie between 0 and 1; `is_quoted` where what they share are another's words in both."""

    share_of_new: float = 0.0
    share_of_known: float = 0.0
    words: int = 0
    is_quoted: bool = False

    @property
    def is_same(self) -> bool:
        """Is the new text, or half of it, the known one?"""
        return self._says_something and self.share_of_new >= HALF

    @property
    def holds(self) -> bool:
        """Does the new text hold half of the known one, whatever else it holds?"""
        return self._says_something and self.share_of_known >= HALF

    @property
    def _says_something(self) -> bool:
        return self.words >= LEAST_WORDS and not self.is_quoted


@dataclass(frozen=True)
class Known:
    """A text of ours taken apart: its words, and which of them stand there as another's."""

    words: Words
    quoted: tuple[bool, ...]


def known(text: str, blocks: Sequence[Stretch] = ()) -> Known:
    """`blocks` are the spans that our markup sets as quotations, as `body.marked_text` gives them."""
    words = words_of(text)
    return Known(words, tuple(inside(words.places, [*blocks, *quotations(text)])))


def read(text: str) -> list[Words]:
    """A new text in each way that an eye may read it."""
    return [words_of(reading) for reading in readings(text)]


def compare(new: Sequence[Words], ours: Known) -> Sameness:
    """The reading that shares most."""
    return max((_compared(words, ours) for words in new), key=lambda found: found.words, default=Sameness())


def _compared(new: Words, ours: Known) -> Sameness:
    in_new, in_ours = covered(new.compared, ours.words.compared), covered(ours.words.compared, new.compared)
    shared = sum(in_new)
    unquoted = sum(is_shared and not is_quoted for is_shared, is_quoted in zip(in_ours, ours.quoted, strict=True))
    return Sameness(
        share_of_new=_share(shared, len(in_new)),
        share_of_known=_share(sum(in_ours), len(in_ours)),
        words=shared,
        is_quoted=unquoted < LEAST_UNQUOTED * sum(in_ours),
    )


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0
