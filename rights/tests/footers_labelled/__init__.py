"""Small print written for measuring the terms reader, each with what a careful person reads in it.

The labels were committed before the reader was changed for them. Half of each language is held back by a rule that nobody
can bend: the names sorted by their SHA-256, the second half. Tune on `OPEN` only; `HELD_BACK` gives the figures.
"""

import hashlib
from itertools import groupby

from . import de, en, es, fr, others, ru
from .label import FIELDS, Label

ALL: tuple[Label, ...] = (*en.FOOTERS, *fr.FOOTERS, *de.FOOTERS, *es.FOOTERS, *ru.FOOTERS, *others.FOOTERS)

__all__ = ["ALL", "FIELDS", "HELD_BACK", "OPEN", "Label"]


def _halves() -> tuple[tuple[Label, ...], tuple[Label, ...]]:
    kept: list[Label] = []
    held: list[Label] = []
    for _language, group in groupby(ALL, key=lambda label: label.name[:2]):
        ranked = sorted(group, key=lambda label: hashlib.sha256(label.name.encode()).hexdigest())
        middle = (len(ranked) + 1) // 2
        kept += ranked[:middle]
        held += ranked[middle:]
    return tuple(kept), tuple(held)


OPEN, HELD_BACK = _halves()
