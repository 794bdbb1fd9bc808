"""The credit of a picture, which has rights of its own: who is to be named beside it, wherever it stands."""

from collections.abc import Iterable

from rights.facts import Duty
from rights.vocabulary import Obligation

#: For the text that the picture stands in to say: of search engines, corrections, and other pictures.
OF_THE_TEXT = frozenset({Obligation.CANONICAL_TO_ORIGINAL, Obligation.NOINDEX, Obligation.CARRY_CORRECTIONS, Obligation.DROP_IMAGES})
IN_WORDS = (Obligation.CREDIT_AUTHOR, Obligation.CREDIT_SOURCE, Obligation.COPYRIGHT_LINE)


def owed_by_a_caption(duties: Iterable[Duty]) -> tuple[Duty, ...]:
    """Those of a picture's duties that have to be met beside it."""
    return tuple(duty for duty in duties if duty.obligation not in OF_THE_TEXT)


def caption_words(credit: str, duties: Iterable[Duty]) -> str:
    """The credit line, with the names and the copyright line that are owed and not in it."""
    words = credit
    for duty in duties:
        if duty.obligation in IN_WORDS and duty.value and duty.value not in words:
            words = f"{words}, {duty.value}" if words else duty.value
    return words
