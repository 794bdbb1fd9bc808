"""The demonstration's partners, each with its class on record, somebody to write to, an agreement and one token."""

from datetime import datetime, timedelta
from typing import Any

from newsroom.demonstration import notes
from rights.vocabulary import Channel
from syndication import access
from syndication.models import Agreement, ClassMembership, Partner, PartnerContact, PartnerState


def sign(newsroom: notes.Newsroom, *, by: Any, at: datetime) -> dict[str, str]:
    """Partner slug → its token, which is shown here for the only time."""
    return {note.slug: _partner(note, by=by, at=at) for note in newsroom.partners}


def _partner(note: notes.PartnerNote, *, by: Any, at: datetime) -> str:
    agreed = at - timedelta(days=note.agreed_days_ago)
    partner = Partner.objects.create(name=note.name, slug=note.slug, home_url=note.home_url, contact=note.contact, territory=note.territory)
    PartnerContact.objects.create(partner=partner, name=note.contact_name, email=note.contact)
    ClassMembership.objects.create(
        partner=partner, party_class=note.party_class, evidence_note=note.evidence_note, recorded_by=by, recorded_at=agreed
    )
    Agreement.objects.create(partner=partner, starts_at=agreed, part=note.part, channels=[str(Channel.WEB)], note=note.note)
    _row, token = access.issue_token(partner.pk, by=by, at=at, name="main")
    if note.state != PartnerState.ACTIVE:
        partner.state, partner.state_changed_at = note.state, at
        partner.save(update_fields=["state", "state_changed_at"])
    return str(token)
