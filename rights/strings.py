"""The strings that an owner ties to a grant: counts, fees, delays, what may stand beside it, and what is forbidden outright.

Pure. Each function returns the reason why the grant does not answer, or None. What nobody has recorded (whether a
partner pays, how often a work was used, when the original appeared) counts as if it stood against us.
"""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from .facts import Grant, Prohibition, Work
from .question import OUTSIDE_USES, PASSING_ON, READING, Question
from .vocabulary import Condition, PartyClass, Reason, RecipientKind, Use

#: A machine that takes piece after piece: what "no systematic use" leaves out. A person at the republish box is none.
SYSTEMATIC = frozenset({Use.SYNDICATE, Use.ARCHIVE, Use.AI_TRAIN, Use.AI_INPUT, Use.AI_INDEX})
#: Whom a prohibition spares when it spares ourselves.
HOUSE = "house"


def systematic(grant: Grant, question: Question) -> Reason | None:
    if not grant.no_systematic:
        return None
    return Reason.USE_NOT_COVERED if question.use in SYSTEMATIC or question.context.is_systematic else None


def resale(grant: Grant, question: Question) -> Reason | None:
    """Is it sold: by us behind a paywall, or to a partner who pays us for it?"""
    if not grant.no_resale:
        return None
    if question.is_passed_on:
        is_sold = question.recipient.kind == RecipientKind.PARTNER and question.recipient.pays is not False
    else:
        is_sold = question.house.has_paywall
    return Reason.COMMERCIAL_NEEDS_PERMISSION if is_sold else None


def advertising(grant: Grant, question: Question) -> Reason | None:
    """Would advertising stand beside it: ours, or that of the one who takes it?"""
    if not grant.no_ads_adjacent:
        return None
    has_ads = question.recipient.carries_advertising if question.is_passed_on else question.house.carries_advertising
    return None if has_ads is False else Reason.COMMERCIAL_NEEDS_PERMISSION


def count(grant: Grant, question: Question) -> Reason | None:
    """What others do with it we can't count, so nothing that is counted is passed on."""
    if grant.max_uses is None:
        return None
    made = question.work.uses_before
    is_left = not question.is_passed_on and made is not None and made < grant.max_uses
    return None if is_left else Reason.USE_NOT_COVERED


def fee(grant: Grant, at: datetime) -> Reason | None:
    if not grant.fee:
        return None
    return None if grant.fee_paid_at is not None and grant.fee_paid_at <= at else Reason.USE_NOT_COVERED


def delay(grant: Grant, work: Work, at: datetime) -> Reason | None:
    if grant.delay_hours is None:
        return None
    opens_at = delay_ends(grant, work)
    return None if opens_at is not None and opens_at <= at else Reason.EMBARGOED


def delay_ends(grant: Grant, work: Work) -> datetime | None:
    """None where there is no delay, or where neither the original's nor our first publication is known: then it never ends."""
    begins = work.original_published_at or work.first_published_at
    if grant.delay_hours is None or begins is None:
        return None
    try:
        return begins + timedelta(hours=grant.delay_hours)
    except OverflowError:
        return None


def forbidden(question: Question, at: datetime) -> tuple[Condition, Reason] | None:
    """What the owner forbids for good is asked for; what ends, above all what is somebody else's for a time, is waited for.

    Where both stand, the wait counts: whoever asks meanwhile gets no more than whoever waits.
    """
    standing = [one for one in question.work.prohibitions if _stands(one, at) and _concerns(one, question)]
    if not standing:
        return None
    one = next((one for one in standing if one.ends_at is not None), standing[0])
    reason = Reason.USE_NOT_COVERED if one.ends_at is None else Reason.EMBARGOED
    return Condition.EXCLUSIVE if one.spared else Condition.PROHIBITED, reason


def _stands(one: Prohibition, at: datetime) -> bool:
    return (one.begins_at is None or one.begins_at <= at) and (one.ends_at is None or at < one.ends_at)


def strings_turn(grant: Grant, work: Work) -> Iterator[datetime | None]:
    """When time alone loosens a string."""
    yield grant.fee_paid_at
    yield delay_ends(grant, work)


def _concerns(one: Prohibition, question: Question) -> bool:
    if one.spared == HOUSE and not (question.is_passed_on or question.use in OUTSIDE_USES):
        return False
    if one.spared and one.spared == question.recipient.name:
        return False
    is_elsewhere = bool(one.channels) and question.channel not in one.channels
    return not is_elsewhere and _names_use(one, question.use) and (not one.classes or _names_party(one, question))


def _names_use(one: Prohibition, use: Use) -> bool:
    """Who may not read may not read a part of it either; passing on is one thing under two names."""
    if not one.uses or use in one.uses:
        return True
    return (use in READING and Use.READ in one.uses) or (use in PASSING_ON and not one.uses.isdisjoint(PASSING_ON))


def _names_party(one: Prohibition, question: Question) -> bool:
    is_commerce_meant = PartyClass.COMMERCIAL_SITE in one.classes
    return any(
        not one.classes.isdisjoint(party.classes) or (is_commerce_meant and party.is_commercial)
        for party in (question.house, question.recipient)
    )


#: What each string is called, for words. The clock's own are asked apart.
LASTING: dict[Condition, Callable[[Grant, Question], Reason | None]] = {
    Condition.COUNT: count,
    Condition.NO_SYSTEMATIC: systematic,
    Condition.NO_RESALE: resale,
    Condition.NO_ADS_ADJACENT: advertising,
}
