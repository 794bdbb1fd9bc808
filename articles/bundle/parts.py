"""The parts of a bundle. Upper rooms register theirs in a module `bundle_parts`, found when the newsroom starts."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from articles.models import Article


@dataclass(frozen=True)
class Row:
    """One thing: its heading and `lines` for people, `facts` for machines (plain JSON, instants and ids allowed)."""

    heading: str
    facts: dict[str, Any]
    lines: tuple[tuple[str, Any], ...] = ()
    file: str = ""


@dataclass(frozen=True)
class Part:
    """`name` is the JSON file's; `rows(article)` finds them in the order in which a person reads."""

    name: str
    title: str
    empty: str
    rows: Callable[[Article], Iterable[Row]]
    rank: int = 100


@dataclass(frozen=True)
class Filled:
    part: Part
    rows: list[Row] = field(default_factory=list)


_parts: dict[str, Part] = {}


def register(part: Part) -> None:
    if part.name in _parts and _parts[part.name] != part:
        raise ValueError(f"Two parts of the bundle are called {part.name}.")
    _parts[part.name] = part


def filled(article: Article) -> list[Filled]:
    ranked = sorted(_parts.values(), key=lambda part: (part.rank, part.name))
    return [Filled(part, list(part.rows(article))) for part in ranked]
