"""From rows to the facts that the decision needs. A constant number of queries, however many works are asked for."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from house.models import House as HouseRow
from house.vocabulary import PartyClass
from rights import facts
from rights.models import Grant, Hold, Work
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
    Use,
    Whose,
    WorkKind,
)


@dataclass(frozen=True)
class Publication:
    """What the desk has settled about when a work may be seen."""

    embargoed_until: datetime | None = None
    expires_at: datetime | None = None
    withdrawn_at: datetime | None = None


def house_facts(at: datetime) -> facts.House:
    """Who we are at `at`. Before any profile is recorded we are nobody in particular, and no class offer reaches us."""
    row = HouseRow.objects.in_force(at)
    if row is None:
        return facts.House()
    return facts.House(
        classes=frozenset(PartyClass(code) for code in row.classes),
        is_commercial=row.is_commercial,
        territory=row.territory,
        site_name=row.name,
    )


def work_facts(work_ids: Iterable[int], publications: Mapping[int, Publication] | None = None) -> dict[int, facts.Work]:
    """The works with their grants and standing or past holds, by id. Three queries."""
    ids = set(work_ids)
    grants, holds = defaultdict(list), defaultdict(list)
    for grant in Grant.objects.filter(work__in=ids):
        grants[grant.work_id].append(grant_facts(grant))
    for hold in Hold.objects.filter(work__in=ids):
        holds[hold.work_id].append(facts.Hold(HoldKind(hold.kind), hold.placed_at, hold.lifted_at))
    when = publications or {}
    return {
        work.pk: _work(work, tuple(grants[work.pk]), tuple(holds[work.pk]), when.get(work.pk, Publication()))
        for work in Work.objects.filter(pk__in=ids)
    }


def _work(row: Work, grants: tuple[facts.Grant, ...], holds: tuple[facts.Hold, ...], publication: Publication) -> facts.Work:
    return facts.Work(
        id=row.pk,
        kind=WorkKind(row.kind),
        basis=Basis(row.basis),
        whose=Whose(row.whose),
        is_verified=row.is_verified,
        # A grant on another basis than the one chosen now is history: re-basing a work ends what rested on the old basis.
        grants=tuple(grant for grant in grants if grant.basis == row.basis),
        holds=holds,
        embargoed_until=publication.embargoed_until,
        expires_at=publication.expires_at,
        withdrawn_at=publication.withdrawn_at,
        contact=_contact(row, grants),
    )


def _contact(row: Work, grants: tuple[facts.Grant, ...]) -> str:
    """Whom to ask: what holds now speaks before what was. A site that carried somebody else's work can't give it."""
    is_theirs = row.whose == Whose.THIRD_PARTY
    named = [grant for grant in grants if grant.contact and not (is_theirs and grant.basis == Basis.SOURCE_TERMS)]
    return min(named, key=lambda grant: (grant.basis != row.basis, grant.revoked_at is not None)).contact if named else ""


def grant_facts(row: Grant) -> facts.Grant:
    return facts.Grant(
        id=row.pk,
        basis=Basis(row.basis),
        grantee=Grantee(row.grantee),
        uses=frozenset(Use(code) for code in row.uses),
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
