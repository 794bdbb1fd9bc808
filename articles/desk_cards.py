"""What the desk's first page shows: short lists, each with its links. Upper rooms register theirs in `ready()`.

A card costs one query however much there is. Nobody sees in a card what they may not read.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

#: How many lines a card shows.
SHOWN = 6


@dataclass(frozen=True)
class Line:
    """One line of a card. `mark` is a state or another short word, `note` says when or who."""

    text: str
    url: str
    mark: str = ""
    note: str = ""
    at: datetime | None = None

    @property
    def mark_text(self) -> str:
        return self.mark.replace("_", " ").capitalize()


@dataclass(frozen=True)
class Card:
    """A short list. `lines(user, at)` finds at most `SHOWN` of them; None means that this person has no such card."""

    name: str
    title: str
    empty: str
    lines: Callable[[Any, datetime], Sequence[Line] | None]
    url: str = ""
    rank: int = 100


@dataclass(frozen=True)
class FilledCard:
    card: Card
    lines: Sequence[Line]


_cards: dict[str, Card] = {}


def register(card: Card) -> None:
    if card.name in _cards and _cards[card.name] != card:
        raise ValueError(f"Two cards are called {card.name}.")
    _cards[card.name] = card


def filled(user: Any, at: datetime) -> list[FilledCard]:
    """The cards of this person, in order, with their lines."""
    ranked = sorted(_cards.values(), key=lambda card: (card.rank, card.name))
    found = [(card, card.lines(user, at)) for card in ranked]
    return [FilledCard(card, lines) for card, lines in found if lines is not None]
