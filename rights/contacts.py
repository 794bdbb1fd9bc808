"""Whom to ask at a source, once a person has confirmed the sentence that names them."""

from collections.abc import Iterable

from rights.models import Source, SourceContact, TermProposal
from rights.models.sources import ContactKind
from rights.vocabulary import TermKind

KINDS = {TermKind.CONTACT: ContactKind.PERMISSIONS, TermKind.PRESS: ContactKind.PRESS}


def record(source: Source, proposals: Iterable[TermProposal]) -> list[SourceContact]:
    """Keep each confirmed contact once. One that the site hid is kept as unreadable, without any address."""
    named = [proposal for proposal in proposals if proposal.is_confirmed and TermKind(proposal.kind) in KINDS]
    return [contact for proposal in named if (contact := _contact(source, proposal))]


def _contact(source: Source, proposal: TermProposal) -> SourceContact | None:
    address = str(proposal.codes.get("contact", ""))
    known = {"kind": KINDS[TermKind(proposal.kind)], "address": address, "is_readable": bool(address)}
    contact, is_new = source.contacts.get_or_create(**known, defaults={"quote": proposal.quote})
    return contact if is_new else None
