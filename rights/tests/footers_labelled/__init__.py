"""Small print written for measuring the terms reader, each with what a careful person reads in it.

The labels were committed before the reader was changed for them. Half of each language is held back by a rule that nobody
can bend: the names sorted by their SHA-256, the second half. Tune on `OPEN` only; `HELD_BACK` gives the figures.
"""

from . import de, en, es, fr, others, ru
from .label import FIELDS, Label, halves

ALL: tuple[Label, ...] = (*en.FOOTERS, *fr.FOOTERS, *de.FOOTERS, *es.FOOTERS, *ru.FOOTERS, *others.FOOTERS)
OPEN, HELD_BACK = halves(ALL)

__all__ = ["ALL", "FIELDS", "HELD_BACK", "OPEN", "Label"]
