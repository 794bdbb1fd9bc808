"""What somebody who took a story of ours over owes for it: the duties, and what the record knows besides."""

from dataclasses import replace
from typing import Any

from articles import addresses
from articles.published import Shown
from rights.facts import Duty
from rights.obligations import Owed
from rights.vocabulary import OWN, Obligation

from .outgoing import record_of
from .record import author_names, with_our_own_line

#: A stranger's page can't be asked these from outside: it has pictures of its own, and what it reports is in no page.
NOT_ON_A_PAGE = frozenset({Obligation.DROP_IMAGES, Obligation.REPORT_USE, Obligation.REMOVE_WITHIN})


def owed_by_a_copy(shown: Shown, house: Any) -> tuple[tuple[Duty, ...], Owed]:
    """The duties of a copy of what was taken over as `shown`, none twice. Our own work names its authors and us, and links to us."""
    duties = tuple(duty for duty in shown.text_duties if duty.obligation not in NOT_ON_A_PAGE)
    if shown.frozen.get("basis") in OWN and house is not None:
        line = with_our_own_line(shown.frozen, house, shown.first_published_at.year)["copyright_line"]
        duties += (
            *(Duty(Obligation.CREDIT_AUTHOR, name) for name in author_names(shown.frozen)),
            Duty(Obligation.CREDIT_SOURCE, house.name),
            Duty(Obligation.COPYRIGHT_LINE, line),
            Duty(Obligation.LINK_ORIGINAL, addresses.absolute(shown.url)),
        )
    if shown.corrections:
        duties += (Duty(Obligation.CARRY_CORRECTIONS),)
    return tuple(dict.fromkeys(duties)), replace(record_of(shown), is_altered=False)
