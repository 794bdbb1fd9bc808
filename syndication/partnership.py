"""Acts on a partner: recorded classes and the state of the partnership. Each is the partner manager's alone."""

from datetime import datetime
from typing import Any

from django.db import transaction

from articles import roles
from articles.vocabulary import Act
from house.vocabulary import PartyClass
from syndication.models import ClassMembership, Partner, PartnerState


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
