"""From rows to the facts that the decision needs. A constant number of queries, however many works are asked for.

The world is closed here too: a row that holds a word which no vocabulary knows permits nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import TypeVar

from django.db.models import Exists, OuterRef, Q

from house.models import House as HouseRow
from house.vocabulary import PartyClass
from rights import facts
from rights.models import Grant, Hold, Work
from rights.models.grants import Prohibition
from rights.strings import HOUSE
from rights.vocabulary import (
    Basis,
    Channel,
    Commercial,
    EndAction,
    Grantee,
    HoldKind,
    Obligation,
    Onward,
    Part,
    Purpose,
    RecipientKind,
    Use,
    Whose,
    WorkKind,
)

Word = TypeVar("Word", bound=StrEnum)
Otherwise = TypeVar("Otherwise")


@dataclass(frozen=True)
class Publication:
    """What the desk has settled about when a work may be seen. `uses_before` is how often we used it before this: None for not counted."""

    embargoed_until: datetime | None = None
    expires_at: datetime | None = None
    withdrawn_at: datetime | None = None
    first_published_at: datetime | None = None
    uses_before: int | None = None


def house_facts(at: datetime) -> facts.House:
    """Who we are at `at`, and what is on record to change after it. One query.

    Before any profile is recorded we are nobody in particular, and no class offer reaches us.
    """
    in_force = HouseRow.objects.filter(valid_from__lte=at).newest_first().values("pk")[:1]
    rows = HouseRow.objects.filter(Q(valid_from__gt=at) | Q(pk__in=in_force)).order_by("valid_from", "pk")
    now, coming = facts.House(), []
    for row in rows:
        if row.valid_from <= at:
            now = _house(row)
        else:
            coming.append((row.valid_from, _house(row)))
    return replace(now, coming=tuple(coming)) if coming else now


def _house(row: HouseRow) -> facts.House:
    return facts.House(
        classes=frozenset(code for code in map(_party_class, row.classes) if code),
        is_commercial=row.is_commercial,
        territory=row.territory,
        site_name=row.name,
        carries_advertising=row.carries_advertising,
        has_paywall=row.has_paywall,
    )


def work_facts(work_ids: Iterable[int], publications: Mapping[int, Publication] | None = None) -> dict[int, facts.Work]:
    """The works with their grants and standing or past holds, by id. Three queries, a fourth where an owner forbids something."""
    ids = set(work_ids)
    rows = list(Work.objects.filter(pk__in=ids).annotate(has_bans=Exists(Prohibition.objects.filter(work=OuterRef("pk")))))
    grants, holds, bans = defaultdict(list), defaultdict(list), defaultdict(list)
    for grant in Grant.objects.filter(work__in=ids):
        grants[grant.work_id].append(grant_facts(grant))
        if grant.exclusive_until and grant.confirmed_at:
            bans[grant.work_id].append(_exclusive(grant))
    for hold in Hold.objects.filter(work__in=ids):
        holds[hold.work_id].append(facts.Hold(_word(HoldKind, hold.kind, HoldKind.LEGAL), hold.placed_at, hold.lifted_at))
    banned = [row.pk for row in rows if row.has_bans]
    resting = {row.pk for row in rows if row.basis == Basis.SOURCE_TERMS}
    for ban in Prohibition.objects.filter(work__in=banned) if banned else ():
        # What a source's terms forbid narrows what they grant; another basis doesn't rest on them.
        if ban.proposal_id is None or ban.work_id in resting:
            bans[ban.work_id].append(ban_facts(ban))
    when = publications or {}
    return {
        row.pk: _work(row, tuple(grants[row.pk]), tuple(holds[row.pk]), tuple(bans[row.pk]), when.get(row.pk, Publication()))
        for row in rows
    }


def _work(
    row: Work,
    grants: tuple[facts.Grant, ...],
    holds: tuple[facts.Hold, ...],
    prohibitions: tuple[facts.Prohibition, ...],
    publication: Publication,
) -> facts.Work:
    return facts.Work(
        id=row.pk,
        kind=_word(WorkKind, row.kind, WorkKind.TEXT),
        basis=_word(Basis, row.basis, Basis.UNKNOWN),
        whose=_word(Whose, row.whose, Whose.NOT_KNOWN),
        is_verified=row.is_verified,
        # A grant on another basis than the one chosen now is history: re-basing a work ends what rested on the old basis.
        grants=tuple(grant for grant in grants if grant.basis == row.basis),
        holds=holds,
        embargoed_until=publication.embargoed_until,
        expires_at=publication.expires_at,
        withdrawn_at=publication.withdrawn_at,
        contact=_contact(row, grants),
        prohibitions=prohibitions,
        original_published_at=row.original_published_at,
        first_published_at=publication.first_published_at,
        uses_before=publication.uses_before,
    )


def _contact(row: Work, grants: tuple[facts.Grant, ...]) -> str:
    """Whom to ask: what holds now speaks before what was. A site that carried somebody else's work can't give it."""
    is_theirs = row.whose == Whose.THIRD_PARTY
    named = [grant for grant in grants if grant.contact and not (is_theirs and grant.basis == Basis.SOURCE_TERMS)]
    return min(named, key=lambda grant: (grant.basis != row.basis, grant.revoked_at is not None)).contact if named else ""


def _exclusive(row: Grant) -> facts.Prohibition:
    """What one has alone is forbidden to the others, as long as the grant itself stands."""
    spared = HOUSE if row.grantee == Grantee.HOUSE else f"{RecipientKind.PARTNER}:{row.grantee_key}"
    ends = [end for end in (row.exclusive_until, row.revoked_at, row.valid_to) if end is not None]
    return facts.Prohibition(spared=spared, begins_at=row.valid_from, ends_at=min(ends))


def ban_facts(row: Prohibition) -> facts.Prohibition:
    """A word that no vocabulary knows is left out, and a ban that then names nothing forbids everything."""
    ends = [end for end in (row.ends_at, row.lifted_at) if end is not None]
    uses = frozenset(use for use in (_word(Use, code, None) for code in row.uses) if use)
    classes = frozenset(one for one in map(_party_class, row.classes) if one)
    channels = frozenset(one for one in (_word(Channel, code, None) for code in row.channels) if one)
    return facts.Prohibition(uses, classes, row.spared, row.begins_at, min(ends, default=None), channels)


def grant_facts(row: Grant) -> facts.Grant:
    """The grant as it stands; one that says what we don't understand permits nothing, but still tells whom to ask."""
    try:
        return _grant(row)
    except (KeyError, TypeError, ValueError):
        return facts.Grant(row.pk, Basis.UNKNOWN, Grantee.HOUSE, frozenset(), contact=row.contact, is_confirmed=False)


def _grant(row: Grant) -> facts.Grant:
    return facts.Grant(
        id=row.pk,
        basis=Basis(row.basis),
        grantee=Grantee(row.grantee),
        uses=frozenset(use for use in (_word(Use, code, None) for code in row.uses) if use),
        recipients=frozenset(row.recipients),
        grantee_class=PartyClass(row.grantee_class) if row.grantee_class else None,
        grantee_key=row.grantee_key,
        onward=Onward(row.onward),
        channels=frozenset(Channel(code) for code in row.channels),
        territories=frozenset(row.territories),
        territories_denied=frozenset(row.territories_denied),
        commercial=Commercial(row.commercial),
        purposes=frozenset(Purpose(code) for code in row.purposes),
        part=Part(row.part),
        max_chars=row.max_chars,
        max_share=row.max_share,
        unaltered=row.unaltered,
        no_systematic=row.no_systematic,
        no_resale=row.no_resale,
        no_ads_adjacent=row.no_ads_adjacent,
        fee=row.fee,
        fee_paid_at=row.fee_paid_at,
        max_uses=row.max_uses,
        delay_hours=row.delay_hours,
        not_before=row.not_before,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        end_action=EndAction(row.end_action),
        review_due_at=row.review_due_at,
        duties=tuple(facts.Duty(Obligation(duty["name"]), duty.get("value", "")) for duty in row.obligations),
        contact=row.contact,
        is_confirmed=row.confirmed_at is not None,
        revoked_at=row.revoked_at,
    )


def _word(words: type[Word], code: str, otherwise: Otherwise) -> Word | Otherwise:
    return words(code) if code in set(words) else otherwise


def _party_class(code: str) -> PartyClass | None:
    return _word(PartyClass, code, None)
