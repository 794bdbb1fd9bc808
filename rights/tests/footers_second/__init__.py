"""A second set of labelled small print, eight in each language, for figures that nothing was tuned on.

Written and labelled before the reader was changed for it (session 3). Half of each language is kept back by the same rule as in
the first set. Tune on `OPEN`; of `HELD_BACK` look at the totals alone. Once its differences have been read, it is spent.
"""

from rights.tests.footers_labelled.label import Label, halves

from . import de, en, es, fr, ru

ALL: tuple[Label, ...] = (*en.FOOTERS, *fr.FOOTERS, *de.FOOTERS, *es.FOOTERS, *ru.FOOTERS)
OPEN, HELD_BACK = halves(ALL)

__all__ = ["ALL", "HELD_BACK", "OPEN"]
