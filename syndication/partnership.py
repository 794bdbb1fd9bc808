"""Acts on a partner: recorded classes, the state of the partnership and of each agreement. Each is the partner manager's alone."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db import transaction

from articles import roles
from articles.refusals import FormRefused, Obstacle
from articles.vocabulary import Act
from house.vocabulary import PartyClass
from rights import keeping
from rights.models.evidence import EvidenceKind
from syndication import contradictions
from syndication.contradictions import Chosen
from syndication.models import Agreement, ClassMembership, Partner, PartnerState


def change_state(partner_id: int, state: PartnerState, *, by: Any, at: datetime) -> Partner:
    """Suspend, end or resume a partnership, from the next request on. Nothing happens if it is in that state already."""
    roles.check(by, Act.KEEP_PARTNERS)
    with transaction.atomic():
        partner = Partner.objects.select_for_update().get(pk=partner_id)
        if partner.state != state:
            partner.state, partner.state_changed_at = state, at
            partner.save(update_fields=["state", "state_changed_at"])
    return partner


def join_class(partner_id: int, party_class: PartyClass, *, evidence_note: str, by: Any, at: datetime) -> ClassMembership:
    """Record that the partner belongs to a class, and how we know. Raises ValidationError without evidence or if it is recorded already."""
    roles.check(by, Act.KEEP_PARTNERS)
    row = ClassMembership(
        partner_id=partner_id, party_class=party_class, evidence_note=evidence_note.strip(), recorded_by=by, recorded_at=at
    )
    row.full_clean()
    row.save()
    return row


def leave_class(membership_id: int, *, by: Any, at: datetime) -> ClassMembership:
    """Record that the partner no longer belongs to the class. What it was stays readable."""
    roles.check(by, Act.KEEP_PARTNERS)
    with transaction.atomic():
        row = ClassMembership.objects.select_for_update().get(pk=membership_id)
        if row.ended_at is None:
            row.ended_at = at
            row.save(update_fields=["ended_at"])
    return row


def record_agreement(agreement: Agreement, chosen: Chosen, *, by: Any, at: datetime) -> Agreement:
    """Write an agreement, new or changed, with what was selected. Raises FormRefused naming each field that contradicts another."""
    roles.check(by, Act.KEEP_PARTNERS)
    with transaction.atomic():
        partner = Partner.objects.select_for_update().get(pk=agreement.partner_id)
        if obstacles := contradictions.of(agreement, partner, chosen, at=at):
            raise FormRefused(*obstacles)
        agreement.full_clean()
        agreement.save()
        for kind, ids in chosen.items():
            getattr(agreement, kind).set(ids)
    return agreement


def suspend_agreement(agreement_id: int, *, by: Any, at: datetime) -> Agreement:
    """Let an agreement rest from the next request on: nothing new is supplied under it. Suspending twice keeps the first moment."""
    return _change_agreement(agreement_id, by=by, suspended_at=at, only_if=lambda row: row.suspended_at is None)


def resume_agreement(agreement_id: int, *, by: Any) -> Agreement:
    """Let a suspended agreement hold again, as long as its dates do."""
    return _change_agreement(agreement_id, by=by, suspended_at=None, only_if=lambda row: row.suspended_at is not None)


def end_agreement(agreement_id: int, *, by: Any, at: datetime) -> Agreement:
    """End an agreement now. One that has ended already stays as it was. Raises FormRefused for one that has not begun."""

    def has_not_ended(row: Agreement) -> bool:
        if at <= row.starts_at:
            message, remedy = "This agreement has not begun, so it can't end.", "Suspend it, or change its dates."
            raise FormRefused(Obstacle("not_begun", "ends_at", message, remedy))
        return row.ends_at is None or at < row.ends_at

    return _change_agreement(agreement_id, by=by, ends_at=at, only_if=has_not_ended)


def attach_contract(agreement_id: int, content: bytes, *, content_type: str, by: Any, at: datetime) -> Agreement:
    """Keep the contract's file as evidence and name it as the agreement's. The file of before stays kept."""
    roles.check(by, Act.KEEP_PARTNERS)
    with transaction.atomic():
        agreement = Agreement.objects.select_for_update(of=("self",)).select_related("partner").get(pk=agreement_id)
        title = f"Contract with {agreement.partner}"
        agreement.contract = keeping.keep(content, title=title, by=by, at=at, kind=EvidenceKind.CONTRACT, content_type=content_type)
        agreement.save(update_fields=["contract"])
    return agreement


def _change_agreement(agreement_id: int, *, by: Any, only_if: Callable[[Agreement], bool], **fields: Any) -> Agreement:
    roles.check(by, Act.KEEP_PARTNERS)
    with transaction.atomic():
        agreement = Agreement.objects.select_for_update(of=("self",)).get(pk=agreement_id)
        if only_if(agreement):
            for name, value in fields.items():
                setattr(agreement, name, value)
            agreement.save(update_fields=list(fields))
    return agreement
