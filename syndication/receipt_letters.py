"""The letters that ask a partner to correct or remove what it took.

One to each person there who hears of corrections, with a link for each story. They name a story and quote none.
"""

import logging
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from articles import addresses
from house import mail
from house.models import House
from house.profile import zone_of
from syndication.models import Partner, Receipt

if TYPE_CHECKING:
    from syndication.receipts import Asked

logger = logging.getLogger(__name__)

REMOVED = "We withdrew this story. Please remove it everywhere you show it."
CORRECTED = "We corrected this story. Please take the corrected one, and show what was corrected."


def write(partner: Partner, asked: Sequence["Asked"], token: Callable[[Receipt, str, datetime], str], *, at: datetime) -> None:
    """Queue one letter to each address with everything that is asked in this round. Belongs into the transaction that asks."""
    house = House.objects.in_force(at)
    key = "-".join(str(one.receipt.offer.number) for one in (asked[0], asked[-1]))
    for address in recipients(partner):
        blocks = [
            _block(one, addresses.absolute(addresses.partner_receipt(token(one.receipt, address, at))), zone_of(house)) for one in asked
        ]
        name = house.name if house else "the newsroom"
        text = "\n\n\n".join([f"This is {name}, about what your feed from us gave you.", *blocks]) + "\n"
        mail.queue(address, _subject(asked, name), text, key=f"receipt:{partner.pk}:{key}:{address}"[:200], at=at)


def recipients(partner: Partner) -> list[str]:
    """Who is told: the people there who hear of corrections, or else the partner's general address. May be nobody."""
    people = partner.contacts.present().filter(hears_corrections=True).values_list("email", flat=True)
    found = list(dict.fromkeys(address for address in people or [partner.contact] if address))
    good = [address for address in found if _is_address(address)]
    if len(good) < len(found) or not found:
        logger.warning("Partner %s: %d addresses to write to about corrections, %d of them good.", partner.pk, len(found), len(good))
    return good


def _is_address(address: str) -> bool:
    try:
        validate_email(address)
    except ValidationError:
        return False
    return True


def _subject(asked: Sequence["Asked"], name: str) -> str:
    if len(asked) > 1:
        return f"{name}: {len(asked)} stories to correct or remove"
    what = "Please remove" if asked[0].is_removal else "Corrected"
    return f"{name}: {what}: {asked[0].story.headline}"


def _block(one: "Asked", url: str, zone: ZoneInfo) -> str:
    due = one.receipt.due_at.astimezone(zone)
    lines = [
        REMOVED if one.is_removal else CORRECTED,
        "",
        f"“{one.story.headline}”",
        one.story.url,
        f"In the feed: {one.story.urn}",
        *_why(one, zone),
        "",
        f"Tell us by {due:%d %B %Y, %H:%M %Z} that it is done:",
        url,
    ]
    return "\n".join(lines)


def _why(one: "Asked", zone: ZoneInfo) -> list[str]:
    if one.is_removal:
        return [f"Why: {one.reason}"]
    return [f"{note.kind.capitalize()} of {note.at.astimezone(zone):%d %B %Y}: {note.note}" for note in one.corrected]
