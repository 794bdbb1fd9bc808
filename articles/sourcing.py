"""Acts on a source: keeping its record, recording what its terms page says now, answering that, and ending the relationship."""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from articles import roles
from articles.refusals import FormRefused, Obstacle
from articles.vocabulary import Act
from house.instants import aware
from rights import ledger, source_terms
from rights.models import Evidence, Source, SourceContact, SourceTerms
from rights.terms import Reading
from rights.vocabulary import OWN

MAX_END_REASON = 300


def keep(source: Source, *, by: Any, at: datetime) -> Source:
    """Save a source as it was typed. Raises FormRefused naming the field."""
    role = roles.check(by, Act.KEEP_SOURCES)
    if source.default_basis in OWN:
        raise FormRefused(Obstacle("basis_is_ours", "default_basis", "What another outlet made is not our own work.", "Choose another."))
    try:
        source.full_clean()
    except ValidationError as error:
        raise FormRefused(*[Obstacle("invalid", name, " ".join(texts), "") for name, texts in error.message_dict.items()]) from error
    with transaction.atomic():
        source.save()
        ledger.append(None, "source_kept", by=by, role=role, at=at, source=source.pk, default_basis=source.default_basis)
    return source


def name_contact(source: Source, kind: str, address: str, *, by: Any) -> SourceContact:
    """Whom to ask at a source, typed by a person. The same address is kept once."""
    roles.check(by, Act.KEEP_SOURCES)
    return source.contacts.get_or_create(kind=kind, address=address, is_readable=True)[0]


def note_terms(source_id: int, evidence: Evidence, reading: Reading, *, by: Any, at: datetime) -> tuple[SourceTerms, bool]:
    """Record what the source's page says now, and whether that is new. The same words as the newest terms are those terms."""
    role = roles.check(by, Act.KEEP_SOURCES)
    with transaction.atomic():
        source = Source.objects.select_for_update(of=("self",)).get(pk=source_id)
        newest = source.terms.first()
        _refuse_misdated(evidence, newest, at)
        digest = source_terms.digest_of(reading.proposals)
        if newest and digest and newest.digest == digest and (newest.valid_to is None or newest.valid_to > at):
            return newest, False
        terms = source_terms.note(source, evidence, reading.proposals, by=by, at=at)
        ledger.append(
            None, "terms_noted", by=by, role=role, at=at, source=source.pk, terms=terms.pk, evidence=evidence.sha256, number=terms.number
        )
    return terms, True


def _refuse_misdated(evidence: Evidence, newest: SourceTerms | None, at: datetime) -> None:
    if evidence.obtained_at > at:
        raise FormRefused(Obstacle("future", "terms", "This page was kept in the future.", "Check the clock, then read it again."))
    if newest and evidence.obtained_at < newest.seen_at:
        older = "This page is older than the terms that are recorded."
        raise FormRefused(Obstacle("older", "terms", older, "Read the source's page as it is now."))


def answer(terms_id: int, answers: dict[int, bool], *, by: Any, at: datetime) -> None:
    """Confirm (True) or reject (False) sentences of terms that are not in force yet."""
    role = roles.check(by, Act.KEEP_SOURCES)
    with transaction.atomic():
        terms = SourceTerms.objects.select_for_update(of=("self",)).get(pk=terms_id)
        if terms.confirmed_at is not None:
            late = "These terms are in force: articles rest on them as they were answered."
            raise FormRefused(Obstacle("in_force", "terms", late, "Read the page again to record other terms."))
        for proposal in terms.proposals.filter(pk__in=answers):
            proposal.is_confirmed, proposal.decided_by, proposal.decided_at = answers[proposal.pk], by, at
            proposal.save(update_fields=["is_confirmed", "decided_by", "decided_at"])
        given = {str(pk): yes for pk, yes in answers.items()}
        ledger.append(None, "terms_answered", by=by, role=role, at=at, source=terms.source_id, terms=terms.pk, answers=given)


def end_relationship(source_id: int, *, ends_at: datetime | None, reason: str, by: Any, at: datetime) -> int:
    """Our dealings with a source end: its own terms end with them. Licences and contracts stay as they are. Counts the grants that end."""
    role = roles.check(by, Act.KEEP_SOURCES)
    if not reason.strip():
        raise FormRefused(Obstacle("no_reason", "reason", "An end needs a reason.", "Say in a sentence why; it stays at the desk."))
    if ends_at and aware(ends_at) < at:
        raise FormRefused(Obstacle("past", "ends_at", "It can't end in the past.", "Choose a later moment, or leave it empty."))
    with transaction.atomic():
        source = Source.objects.select_for_update(of=("self",)).get(pk=source_id)
        if source.has_ended(at):
            raise FormRefused(Obstacle("ended", "ends_at", "This has ended already.", "Nothing needs to be done."))
        source.ended_at, source.end_reason = ends_at or at, reason.strip()[:MAX_END_REASON]
        source.save(update_fields=["ended_at", "end_reason"])
        standing = source.terms.in_force(at)
        count = sum(source_terms.end(terms, ends_at=source.ended_at, by=by, role=role, at=at) for terms in standing)
        ledger.append(None, "source_ended", by=by, role=role, at=at, source=source.pk, ends_at=source.ended_at.isoformat(), grants=count)
    return count


def take_up_again(source_id: int, *, by: Any, at: datetime) -> Source:
    """The relationship goes on. Terms that ended stay ended: they are read again."""
    role = roles.check(by, Act.KEEP_SOURCES)
    with transaction.atomic():
        source = Source.objects.select_for_update(of=("self",)).get(pk=source_id)
        source.ended_at, source.end_reason = None, ""
        source.save(update_fields=["ended_at", "end_reason"])
        ledger.append(None, "source_taken_up", by=by, role=role, at=at, source=source.pk)
    return source
