"""What upper rooms show on an article's page at the desk: short lists under its matrix. They register theirs when the newsroom starts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from articles.desk_cards import Line
from articles.models import Article


@dataclass(frozen=True)
class Aside:
    """`lines(article, user, at)` finds what this person may read of it; None means that there is nothing to show."""

    name: str
    title: str
    lines: Callable[[Article, Any, datetime], Sequence[Line] | None]
    rank: int = 100


@dataclass(frozen=True)
class FilledAside:
    aside: Aside
    lines: Sequence[Line]


_asides: dict[str, Aside] = {}


def register(aside: Aside) -> None:
    if aside.name in _asides and _asides[aside.name] != aside:
        raise ValueError(f"Two lists on an article's page are called {aside.name}.")
    _asides[aside.name] = aside


def filled(article: Article, user: Any, at: datetime) -> list[FilledAside]:
    ranked = sorted(_asides.values(), key=lambda aside: (aside.rank, aside.name))
    found = [(aside, aside.lines(article, user, at)) for aside in ranked]
    return [FilledAside(aside, lines) for aside, lines in found if lines is not None]
