"""Where a partner's machine has got to: a signed mark for `?since=`, good for one partner and for as long as removals are told.

A mark names the number of an offer. It opens nothing: whose feed it is says the token.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from house import links
from syndication.models import KEPT

PURPOSE = "feed since"
#: The word that stands for "from the beginning".
START = "start"
#: Removals are told for so long: a machine that was away longer would miss some. A day less, as marks are made by the day.
LIFETIME = KEPT - timedelta(days=1)


class Fault(StrEnum):
    MALFORMED = "cursor_malformed"
    EXPIRED = "cursor_expired"
    OF_ANOTHER = "cursor_of_another_feed"


@dataclass
class Unusable(Exception):
    """The mark can't be used. `remedy` says what to do; the answer adds the address to do it at."""

    fault: Fault
    sentence: str
    remedy: str = "Start again from the beginning: what you hold already comes with the same ids."


def make(partner_id: int, number: int, *, at: datetime) -> str:
    """The mark after an offer. The same for the whole of a day, so that the same page is the same bytes."""
    day = at.replace(hour=0, minute=0, second=0, microsecond=0)
    return links.make(PURPOSE, [partner_id, number], at=day, lifetime=LIFETIME)


def read(mark: str, partner_id: int, *, at: datetime) -> int:
    """The number after which to go on. Raises Unusable."""
    if mark == START:
        return 0
    try:
        made_for, number = links.read(PURPOSE, mark, at=at)
    except links.LinkExpired:
        raise Unusable(Fault.EXPIRED, "This mark is too old: removals are told for thirty days, and you may have missed some.") from None
    except links.LinkForged:
        raise Unusable(Fault.MALFORMED, "This mark is not one of ours, or was cut off.") from None
    if made_for != partner_id:
        raise Unusable(Fault.OF_ANOTHER, "This mark belongs to another feed.")
    return int(number)
