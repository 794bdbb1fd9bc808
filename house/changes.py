"""What changed lately in the rows that answers rest on, so that one that was kept is used only while it is true.

Rooms name their tables with `watch`; the database itself writes a row for each change in them, in the same transaction,
whoever makes it and however. So nobody who changes a row has to know who keeps what, and no path forgets to tell.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from django.db.models import Max

from .models import Change

#: More changes than this are not told one by one: everything may have changed.
TOLD = 1_000
#: How many are kept. Whoever has not looked for as many changes is told that everything may have changed.
KEPT = 20_000

Deed = Literal["INSERT", "UPDATE", "DELETE"]


@dataclass(frozen=True)
class Watched:
    """A table of which changes are told as `kind` with the number in `column`. `fields`: only an update of one of these counts."""

    table: str
    kind: str
    column: str = "id"
    deeds: tuple[Deed, ...] = ("INSERT", "UPDATE", "DELETE")
    fields: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return f"tell_{self.table}_{self.kind}"


@dataclass(frozen=True)
class Changes:
    """What changed up to `number`: ids by kind. `is_all`: so much that anything may have."""

    number: int
    rows: Mapping[str, frozenset[int]] = field(default_factory=dict)
    is_all: bool = False

    def of(self, kind: str) -> frozenset[int]:
        return self.rows.get(kind, frozenset())


_watched: dict[str, Watched] = {}


def watch(*tables: Watched) -> None:
    """Name tables to be watched, when a room starts. The triggers are made after each migration."""
    for one in tables:
        if _watched.setdefault(one.name, one) != one:
            raise ValueError(f"{one.table} is watched twice as {one.kind}.")


def watched() -> list[Watched]:
    return sorted(_watched.values(), key=lambda one: one.name)


def last() -> int:
    """The number of the newest change; 0 before the first. One query along the key."""
    return Change.objects.aggregate(last=Max("pk"))["last"] or 0


def last_of(kind: str) -> int:
    """The number of the newest change of one kind that is still kept; 0 if there is none."""
    return Change.objects.filter(kind=kind).aggregate(last=Max("pk"))["last"] or 0


def since(number: int) -> Changes:
    """What changed after `number`. One query where nothing did, else two."""
    newest = last()
    if newest == number:
        return Changes(number)
    rows = list(Change.objects.filter(pk__gt=number).order_by("pk").values_list("pk", "kind", "row_id")[: TOLD + 1])
    # Fewer than we know of: another database was put in this one's place.
    if newest < number or len(rows) > TOLD or not rows:
        return Changes(newest, is_all=True)
    found: dict[str, set[int]] = defaultdict(set)
    for _pk, kind, row_id in rows:
        found[kind].add(row_id)
    return Changes(rows[-1][0], {kind: frozenset(ids) for kind, ids in found.items()})


def forget_old(at: datetime) -> int:
    """Leave the newest. The very last is never deleted, so that no number comes again."""
    return Change.objects.filter(pk__lte=last() - KEPT).delete()[0]
