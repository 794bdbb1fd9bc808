"""Which works may be worth asking about: the decision's narrowing as a database query.

It may name works that `decide` then refuses, and never leaves out one that it allows: whoever lists narrows with it,
decides each and reads on until a page is full. So only what plainly refuses stands here, nothing that needs reading
rows one by one (delays, counts, bans). A change of a condition that lets more through must be made here, too; the
property test in `articles/tests/test_permitted.py` finds it if it is not.
"""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet, TextField
from django.db.models.functions import Cast

from rights.conditions import PAGE_USES, REVIEW_GRACE
from rights.facts import ANYWHERE, Context, House, Recipient
from rights.models import Grant, Hold
from rights.offers import BARS_COMMERCE
from rights.question import (
    AMONG_THE_PUBLIC,
    CHANNEL_OF,
    OUTSIDE_USES,
    OUTSIDERS,
    PASSING_ON,
    QUOTABLE,
    READERS,
    READING,
    TAKERS,
)
from rights.territories import COUNTRIES
from rights.vocabulary import JUDGED, OWN, Basis, EndAction, Grantee, Onward, PartyClass, RecipientKind, Use

EVERYTHING = Q()
NOTHING = Q(pk__in=[])
#: Lists of codes are read as their text, which both databases can search: a code stands there between quotation marks.
LISTS = ("uses", "recipients", "channels", "territories", "territories_denied")


def permitted(use: Use, recipient: Recipient, *, at: datetime, house: House, context: Context = ANYWHERE) -> Q:
    """A condition on works. True of every work that `decide` would show in whole or in part, and of some that it would not."""
    if recipient.kind == RecipientKind.STAFF and use in READING:
        return EVERYTHING
    if recipient.is_suspended:
        return NOTHING
    holds = Hold.objects.filter(_open("lifted_at", at), work=OuterRef("pk"), placed_at__lte=at)
    grants = _holding(use, at).filter(_reaching(use, recipient, house.in_force(at)) & _named(use) & _where(use, context))
    return Q(basis_confirmed_at__isnull=False) & ~Q(basis=Basis.UNKNOWN) & ~Exists(holds) & Exists(grants)


def _holding(use: Use, at: datetime) -> QuerySet[Grant]:
    """The work's grants that have begun, are paid and not over."""
    leaves_excerpt = Q(end_action=EndAction.EXCERPT) if use in QUOTABLE else NOTHING
    return (
        Grant.objects.annotate(**{f"{name}_text": Cast(name, TextField()) for name in LISTS})
        .filter(work=OuterRef("pk"), basis=OuterRef("basis"), confirmed_at__isnull=False)
        .filter(_begun("valid_from", at), _begun("not_before", at), _open("revoked_at", at))
        .filter(_open("valid_to", at) | leaves_excerpt, Q(fee="") | Q(fee_paid_at__lte=at))
        .filter(~Q(basis__in=_codes(JUDGED)) | _open("review_due_at", at - REVIEW_GRACE if use in PAGE_USES else at))
    )


def _named(use: Use) -> Q:
    found = _has("uses", use)
    reading = _has("uses", Use.READ) | _has("uses", Use.EXCERPT)
    if use in READING:
        return found | reading
    return found | reading & (Q(onward=Onward.SAME_OFFER) | Q(grantee=Grantee.PARTNER)) if use in PASSING_ON else found


def _where(use: Use, context: Context) -> Q:
    channel = _is_empty("channels") | _has("channels", CHANNEL_OF.get(use, context.channel))
    nowhere_else = _is_empty("territories") & _is_empty("territories_denied")
    if not context.countries <= COUNTRIES:
        return channel & nowhere_else
    inside = Q()
    for country in sorted(context.countries):
        inside &= (_is_empty("territories") | _has("territories", country)) & ~_has("territories_denied", country)
    return channel & (nowhere_else | inside)


def _reaching(use: Use, recipient: Recipient, house: House) -> Q:
    """As in `offers.reach`: the grant reaches us, and through us the recipient."""
    is_partner = recipient.kind == RecipientKind.PARTNER
    the_one = Q(grantee=Grantee.PARTNER, grantee_key=recipient.key) & _party(recipient) if is_partner else NOTHING
    is_passed_on = use in PASSING_ON or (use not in READING and is_partner)
    reached = _passed_on(recipient, house) if is_passed_on else _party(house) & _shown_to(use, recipient)
    judged_stay = ~Q(basis__in=_codes(JUDGED)) if use in OUTSIDE_USES or recipient.kind in OUTSIDERS else EVERYTHING
    return judged_stay & (the_one | ~Q(grantee=Grantee.PARTNER) & reached)


def _party(party: House | Recipient) -> Q:
    is_commercial = party.is_commercial or PartyClass.COMMERCIAL_SITE in party.classes
    commerce = ~Q(commercial__in=_codes(BARS_COMMERCE)) if is_commercial else EVERYTHING
    return commerce & (~Q(grantee=Grantee.CLASS) | Q(grantee_class__in=_codes(party.classes)))


def _passed_on(recipient: Recipient, house: House) -> Q:
    if recipient.kind not in TAKERS:
        return NOTHING
    us = _party(house) | Q(basis__in=_codes(OWN)) & ~Q(grantee=Grantee.HOUSE)
    same_offer = Q(onward=Onward.SAME_OFFER) & ~Q(grantee=Grantee.HOUSE) & _party(recipient)
    return us & (same_offer | Q(onward=Onward.SUBLICENSABLE) & (_is_empty("recipients") | _names(recipient)))


def _shown_to(use: Use, recipient: Recipient) -> Q:
    if recipient.kind == RecipientKind.STAFF:
        return EVERYTHING
    found = _names(recipient)
    if recipient.kind in AMONG_THE_PUBLIC:
        found |= _is_empty("recipients") | _has("recipients", RecipientKind.PUBLIC)
    if recipient.kind in READERS and use in READING:
        # What a judgement keeps for those who asked leaves everyone else the excerpt.
        found |= Q(basis__in=_codes(JUDGED), grantee=Grantee.HOUSE)
    return found


def _names(recipient: Recipient) -> Q:
    found = _has("recipients", recipient.kind) | _has("recipients", recipient.name)
    for party_class in sorted(recipient.classes):
        found |= _has("recipients", f"class:{party_class}")
    return found


def _has(name: str, code: str) -> Q:
    return Q(**{f"{name}_text__contains": f'"{code}"'})


def _is_empty(name: str) -> Q:
    return Q(**{f"{name}_text": "[]"})


def _begun(name: str, at: datetime) -> Q:
    return Q(**{f"{name}__isnull": True}) | Q(**{f"{name}__lte": at})


def _open(name: str, at: datetime) -> Q:
    return Q(**{f"{name}__isnull": True}) | Q(**{f"{name}__gt": at})


def _codes(words: Iterable[str]) -> list[str]:
    return sorted(str(word) for word in words)
