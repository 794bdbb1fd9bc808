"""What contributors agreed to: recording an agreement with its proof, ending it, and what a contributor's work still lacks.

An agreement acts by its dates: where it says so, its end takes the right to what was delivered along.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q

from articles import roles
from articles.models import Author
from articles.refusals import FormRefused, Obstacle
from articles.vocabulary import Act
from house.instants import aware
from rights import ledger
from rights.models import ContributorAgreement, Evidence, Grant, Work
from rights.vocabulary import Basis


@dataclass(frozen=True)
class Terms:
    """What was agreed. `ends_at` None means: until somebody ends it."""

    reference: str
    starts_at: datetime
    ends_at: datetime | None = None
    is_onward: bool = False
    is_exclusive: bool = False
    keeps_what_was_delivered: bool = True
    note: str = ""


def record(author: Author, terms: Terms, evidence: Evidence, *, by: Any, at: datetime) -> ContributorAgreement:
    """Write down an agreement. Raises FormRefused naming the field."""
    role = roles.check(by, Act.KEEP_SOURCES)
    agreement = ContributorAgreement(
        contributor=author.name, contributor_key=author.slug, evidence=evidence, recorded_by=by, recorded_at=at, **vars(terms)
    )
    try:
        agreement.full_clean()
    except ValidationError as error:
        named = [(name if name != "__all__" else "ends_at", text) for name, texts in error.message_dict.items() for text in texts]
        raise FormRefused(*[Obstacle("invalid", name, text, "") for name, text in named]) from error
    with transaction.atomic():
        agreement.save()
        ledger.append(
            None, "agreement_recorded", by=by, role=role, at=at, agreement=agreement.pk, reference=terms.reference, evidence=evidence.sha256
        )
    return agreement


def end(agreement_id: int, *, ends_at: datetime, by: Any, at: datetime) -> ContributorAgreement:
    """Let an agreement end, now or later. What has passed stays as it was: nothing ends before `at`."""
    role = roles.check(by, Act.KEEP_SOURCES)
    with transaction.atomic():
        agreement = ContributorAgreement.objects.select_for_update(of=("self",)).get(pk=agreement_id)
        if agreement.ends_at and agreement.ends_at <= at:
            raise FormRefused(Obstacle("ended", "ends_at", "This agreement has ended already.", "Record a new one instead."))
        if aware(ends_at) <= agreement.starts_at:
            raise FormRefused(Obstacle("end_before_start", "ends_at", "The agreement must end after it begins.", "Choose a later date."))
        agreement.ends_at = max(ends_at, at)
        agreement.save(update_fields=["ends_at"])
        count = 0 if agreement.keeps_what_was_delivered else _end_grants(agreement, at)
        ledger.append(
            None, "agreement_ended", by=by, role=role, at=at, agreement=agreement.pk, ends_at=agreement.ends_at.isoformat(), grants=count
        )
    return agreement


def _end_grants(agreement: ContributorAgreement, at: datetime) -> int:
    """A grant says when it ends and is never edited: an earlier end is a date on which it is taken back."""
    standing = Q(revoked_at__isnull=True) | Q(revoked_at__gt=at)
    resting = Grant.objects.filter(standing, work__agreement=agreement, basis=Basis.OWN_CONTRIBUTOR)
    return resting.update(revoked_at=agreement.ends_at)


def covers(agreement: ContributorAgreement, *, made_at: datetime, at: datetime) -> bool:
    """May something made at `made_at` be based on it at `at`?"""
    return agreement.is_in_force(at) or (agreement.keeps_what_was_delivered and agreement.is_in_force(made_at))


def missing(work: Work, *, made_at: datetime, at: datetime, credited: Collection[str] | None = None) -> list[Obstacle]:
    """What a contributor's work lacks before its basis can be confirmed. `credited` are slugs; None where nobody is named by slug."""
    agreement = work.agreement
    if agreement is None:
        return [_lacking("no_agreement", "A contributor's work needs the agreement that it was made under.", "Choose the agreement.")]
    if not covers(agreement, made_at=made_at, at=at):
        return [_lacking("agreement_not_in_force", f"The agreement {agreement} is not in force.", "Choose another, or record one.")]
    if credited is not None and agreement.contributor_key not in credited:
        whom = f"The agreement is with {agreement.contributor}, who is not credited here."
        return [_lacking("agreement_of_another", whom, "Credit them, or choose the agreement of the one who is.")]
    return []


def _lacking(code: str, message: str, remedy: str) -> Obstacle:
    return Obstacle(code, "agreement", message, remedy, "rights")
