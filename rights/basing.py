"""On what a use rests: choosing a basis for a work writes the grants that the decision reads.

Every basis becomes grants, so that one decision answers for all of them. A grant that no longer
fits is revoked, never deleted. The caller has checked the person's role and holds the transaction.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q
from django.db.models.expressions import DatabaseDefault

from rights import banning, duties, grant_terms, ledger, source_terms, stated_limits
from rights.models import ContributorAgreement, Evidence, Grant, Licence, TermProposal, Work
from rights.vocabulary import (
    OWN,
    Basis,
    Channel,
    Commercial,
    Grantee,
    Onward,
    Part,
    PartyClass,
    RecipientKind,
    TermKind,
    Use,
)

OUR_USES = [str(use) for use in Use if not use.startswith("ai_")]
SHOWN = [Use.READ, Use.LIST, Use.EXCERPT, Use.EMAIL, Use.PRINT, Use.ARCHIVE, Use.INDEX, Use.MEDIA_RENDITION, Use.SYNDICATE, Use.REPUBLISH]


@dataclass(frozen=True)
class Permission:
    """What a written permission or contract lets us do, as recorded from its evidence."""

    evidence: Evidence
    uses: list[str] = field(default_factory=lambda: [str(Use.READ), str(Use.LIST), str(Use.EXCERPT)])
    onward: str = Onward.NONE
    commercial: str = Commercial.ANY
    valid_from: datetime | None = None
    valid_to: datetime | None = None
    granted_by: str = ""
    #: What else was agreed, by the columns of a grant; it outweighs what stands above.
    conditions: Mapping[str, Any] = field(default_factory=dict)


def settle(
    work: Work, *, by: Any, role: str, at: datetime, permission: Permission | None = None, evidence: Iterable[Evidence] = ()
) -> list[Grant]:
    """Confirm `work.basis` and write the grants that follow from it, and what its terms forbid. Fair use is settled by its worksheet.

    `evidence` is what else proves the basis: the kept copy of the page that named a licence.
    """
    revoke(work, at=at)
    work.terms = source_terms.resting_on(work, by=by, at=at) if work.basis == Basis.SOURCE_TERMS else None
    grants = grants_for(work, permission)
    for grant in grants:
        grant.recorded_by = grant.confirmed_by = by
        grant.recorded_at = grant.confirmed_at = at
        grant.full_clean(exclude=["work"])
        grant.save()
    _attach_evidence(work, grants, permission, evidence)
    banning.follow_terms(work, by=by, role=role, at=at)
    work.basis_confirmed_at, work.basis_confirmed_by = at, by
    work.save(update_fields=["basis_confirmed_at", "basis_confirmed_by", "terms"])
    ledger.append(work, "basis_confirmed", by=by, role=role, at=at, basis=work.basis, terms=grant_terms.standing(work))
    return grants


def unsettle(work: Work, *, at: datetime) -> None:
    """What was confirmed no longer fits what is recorded: nothing holds until it is confirmed again."""
    revoke(work, at=at)
    work.basis_confirmed_at = work.basis_confirmed_by = None
    work.save(update_fields=["basis_confirmed_at", "basis_confirmed_by"])


def revoke(work: Work, *, at: datetime) -> None:
    """End what is granted now, and what was to end later."""
    work.grants.filter(Q(revoked_at__isnull=True) | Q(revoked_at__gt=at)).update(revoked_at=at)


def grants_for(work: Work, permission: Permission | None = None) -> list[Grant]:
    """What would follow from the basis as it is recorded, unsaved: for settling it, and for looking ahead."""
    grants = [grant for grant in _grants_for(work, permission) if grant is not None]
    for grant in grants:
        _fill(grant)
    return grants


def _fill(grant: Grant) -> None:
    """What the database would fill in, so that a grant can be read before it is saved."""
    for column in Grant._meta.concrete_fields:
        if isinstance(getattr(grant, column.attname), DatabaseDefault):
            setattr(grant, column.attname, column.db_default)


def _grants_for(work: Work, permission: Permission | None) -> list[Grant | None]:
    basis = Basis(work.basis)
    if basis is Basis.OWN_CONTRIBUTOR:
        return [_agreed(work, work.agreement)] if work.agreement else []
    if basis in OWN or basis is Basis.PUBLIC_DOMAIN:
        return [_whole(work, onward=Onward.SUBLICENSABLE)]
    if basis is Basis.CC and work.licence and work.licence.permits_sharing:
        return [_licensed(work, work.licence)]
    if basis is Basis.SOURCE_TERMS:
        return offers_in(work)
    if basis is Basis.PRESS_RELEASE:
        return [_whole(work, onward=Onward.NONE)]
    if basis in (Basis.WRITTEN_PERMISSION, Basis.CONTRACT, Basis.AGENCY) and permission:
        return [_permitted(work, permission)]
    return []


def _whole(work: Work, *, onward: Onward) -> Grant:
    return Grant(work=work, basis=work.basis, grantee=Grantee.HOUSE, uses=OUR_USES, onward=onward, obligations=duties.of_credit(work))


def _agreed(work: Work, agreement: ContributorAgreement) -> Grant:
    """A contributor's work, as far and as long as the agreement lets us use it."""
    grant = _whole(work, onward=Onward.SUBLICENSABLE if agreement.is_onward else Onward.NONE)
    grant.valid_from = agreement.starts_at
    grant.valid_to = None if agreement.keeps_what_was_delivered else agreement.ends_at
    grant.granted_by = agreement.contributor
    return grant


def _licensed(work: Work, licence: Licence) -> Grant:
    uses = [str(use) for use in SHOWN] + ([str(Use.ADAPT), str(Use.TRANSLATE), str(Use.AUDIO)] if licence.permits_adaptation else [])
    return Grant(
        work=work,
        basis=work.basis,
        grantee=Grantee.ANYONE,
        uses=uses,
        onward=Onward.SAME_OFFER,
        commercial=Commercial.ANY if licence.permits_commercial else Commercial.NO,
        unaltered=not licence.permits_adaptation,
        licence=licence,
        obligations=duties.of_licence(work, licence),
        granted_by=work.holder,
    )


def _permitted(work: Work, permission: Permission) -> Grant:
    agreed = {"grantee": Grantee.HOUSE, "onward": permission.onward, "commercial": permission.commercial, **permission.conditions}
    return Grant(
        work=work,
        basis=work.basis,
        uses=permission.uses,
        valid_from=permission.valid_from,
        valid_to=permission.valid_to,
        granted_by=permission.granted_by or work.holder,
        obligations=duties.of_credit(work),
        **agreed,
    )


def offers_in(work: Work) -> list[Grant | None]:
    """The source's published offers, one grant for each confirmed permission sentence."""
    proposals = [proposal for proposal in source_terms.proposals_for(work) if proposal.is_confirmed]
    offers = [proposal for proposal in proposals if proposal.kind == TermKind.PERMISSION and proposal.codes.get("basis") != Basis.CC]
    return [_offer(work, proposal, proposals) for proposal in offers]


def _offer(work: Work, proposal: TermProposal, all_confirmed: list[TermProposal]) -> Grant | None:
    codes = proposal.codes
    party_class = codes.get("grantee_class", "")
    confirmed = [(p.kind, p.codes) for p in all_confirmed]
    if not party_class and codes.get("grantee") != Grantee.ANYONE:
        return None
    # What the terms do not say is not permitted; an offer to commercial sites says it by its name.
    commercial = codes.get("commercial") or (Commercial.ANY if party_class == PartyClass.COMMERCIAL_SITE else Commercial.NO)
    return Grant(
        work=work,
        basis=Basis.SOURCE_TERMS,
        grantee=Grantee.CLASS if party_class else Grantee.ANYONE,
        grantee_class=party_class,
        uses=codes.get("uses") or [str(Use.READ)],
        recipients=[str(RecipientKind.PUBLIC)],
        onward=Onward.SAME_OFFER,
        channels=codes.get("channels") or [str(Channel.WEB)],
        commercial=Commercial.NO if stated_limits.is_not_for_money(confirmed) else commercial,
        obligations=duties.of_terms(work, all_confirmed),
        contact=duties.contact(all_confirmed),
        granted_by=work.holder,
        # Terms that end take along what is based on them until then.
        **stated_limits.of_offer(codes, confirmed, ends=work.terms.valid_to if work.terms else None),
    )


def _attach_evidence(work: Work, grants: list[Grant], permission: Permission | None, more: Iterable[Evidence]) -> None:
    kept = {proposal.evidence_id for proposal in source_terms.proposals_for(work).filter(is_confirmed=True)}
    kept |= {one.pk for one in more}
    if work.terms:
        kept.add(work.terms.evidence_id)
    if work.agreement and work.basis == Basis.OWN_CONTRIBUTOR:
        kept.add(work.agreement.evidence_id)
    if permission:
        kept.add(permission.evidence.pk)
    for grant in grants:
        grant.evidence.add(*kept)


def judged_grants(
    work: Work, *, worksheet_ref: str, mail: bool, public_in_full: bool, excerpt_chars: int, purposes: list[str], review_due_at: datetime
) -> list[Grant]:
    """The grants that an approved worksheet writes: registered readers in full, the public in part; nothing onward, ever."""
    uses = [str(Use.READ), *([str(Use.EMAIL)] if mail else [])]
    shared = {"work": work, "basis": work.basis, "grantee": Grantee.HOUSE, "worksheet_ref": worksheet_ref, "review_due_at": review_due_at,
              "commercial": Commercial.NO, "obligations": duties.of_credit(work), "granted_by": "our own judgement"}  # fmt: skip
    readers = Grant(uses=uses, recipients=[str(RecipientKind.REGISTERED_READER)], purposes=purposes, **shared)
    public = Grant(
        uses=[str(Use.READ), str(Use.LIST), str(Use.EXCERPT)],
        recipients=[str(RecipientKind.PUBLIC)],
        part=Part.FULL if public_in_full else Part.EXCERPT,
        max_chars=None if public_in_full else excerpt_chars,
        **shared,
    )
    return [readers, public]


def review_date(at: datetime, *, whole_work: bool) -> datetime:
    """Twelve months, or three for a whole work."""
    return at + timedelta(days=90 if whole_work else 365)
