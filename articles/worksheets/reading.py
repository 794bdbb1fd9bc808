"""The second reading: questions answered one by one, then yes, no, or back to its writer. Only a yes writes grants."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction

from articles import drafting, overlap, revisions, roles
from articles.models import Article, FairUseWorksheet, SecondReading
from articles.refusals import FormRefused, MoveRefused, Obstacle, Refused
from articles.sheet_words import Outcome
from articles.vocabulary import Act
from articles.worksheets import thresholds
from articles.worksheets.measuring import measure
from articles.worksheets.subject import Subject, judged_by
from rights import basing, grant_terms, ledger


def _of_the_sheet(code: str, message: str, remedy: str, field: str = "worksheet") -> Obstacle:
    return Obstacle(code, field, message, remedy, "worksheet")


CHANGED = _of_the_sheet("stale", "The text was edited while you were reading.", "Read it as it stands now.")
OWN = _of_the_sheet(
    "own_worksheet",
    "A worksheet is never approved by the person who wrote it.",
    "Ask someone else from the rights desk or a chief.",
    "approved_by",
)
APPROVED = _of_the_sheet("worksheet_approved", "This worksheet is approved already.", "Write a new one if the use is to be judged again.")
CLOSED = _of_the_sheet("worksheet_closed", "A second reader has answered this worksheet.", "Write the next one.")
SUPERSEDED = _of_the_sheet("worksheet_superseded", "A newer worksheet or another basis has taken its place.", "Open the newest one.")
OUTDATED = _of_the_sheet(
    "worksheet_outdated", "The text was edited after it was measured.", "Write the worksheet again for the text as it stands."
)
NO_CONCLUSION = _of_the_sheet("no_conclusion", "The conclusion is empty.", "Say in a sentence why you find this use fair.", "conclusion")
NO_REASON = _of_the_sheet("no_reason", "The reason is empty.", "Say in a sentence what is missing or wrong.", "conclusion")


@dataclass(frozen=True)
class Reading:
    """What a second reader says. `seen` is the content hash of the article as that person read it; "" skips the comparison."""

    outcome: Outcome
    conclusion: str
    answers: dict[str, str] = field(default_factory=dict)
    counsel_consulted: bool | None = None
    seen: str = ""


def questions(row: FairUseWorksheet) -> list[overlap.Trigger]:
    """What the second reader must answer one by one, by the thresholds under which the sheet was written."""
    return overlap.triggers_in(row.measures, thresholds.limits(row.thresholds))


def approve(
    worksheet_id: int,
    *,
    by: Any,
    at: datetime,
    conclusion: str,
    answers: dict[str, str] | None = None,
    seen: str = "",
    counsel_consulted: bool | None = None,
) -> FairUseWorksheet:
    """A second person's yes. Writes the grants: registered readers in full, the public in part, nobody onward."""
    return read(worksheet_id, Reading(Outcome.APPROVED, conclusion, answers or {}, counsel_consulted, seen), by=by, at=at)


def read(worksheet_id: int, reading: Reading, *, by: Any, at: datetime) -> FairUseWorksheet:
    """The answer of somebody at the desk. Never of the person who wrote the sheet."""
    role = roles.check(by, Act.APPROVE_WORKSHEET)
    with transaction.atomic():
        row, article = lock(worksheet_id)
        if row.written_by_id == by.pk:
            raise MoveRefused(OWN)
        if reading.outcome == Outcome.APPROVED:
            row.approved_by = by
        close(row, article, reading, by=by, role=role, at=at)
    return row


def lock(worksheet_id: int) -> tuple[FairUseWorksheet, Article]:
    row = FairUseWorksheet.objects.select_for_update(of=("self",)).get(pk=worksheet_id)
    return row, drafting.lock(row.article_id)


def close(row: FairUseWorksheet, article: Article, reading: Reading, *, by: Any, role: str, at: datetime, **details: Any) -> None:
    """End the reading of a locked sheet. The caller has checked the person; `details` goes to the ledger."""
    if reading.seen and reading.seen != revisions.content_hash(article):
        raise FormRefused(CHANGED)
    _refuse_closed(row, article)
    _refuse_incomplete(row, reading)
    row.outcome, row.answers, row.counsel_consulted = reading.outcome, reading.answers, reading.counsel_consulted
    if reading.outcome == Outcome.APPROVED:
        _approve(row, article, reading, by=by, at=at)
    else:
        row.outcome_reason = reading.conclusion
        row.save()
    close_open_readings(row, at=at)
    if reading.outcome == Outcome.APPROVED:
        work = judged_by(row, article).work
        details |= {"basis": work.basis, "terms": grant_terms.standing(work)}
    ledger.append(row.work, f"worksheet_{reading.outcome}", by=by, role=role, at=at, worksheet=row.pk, **details)


def close_open_readings(row: FairUseWorksheet, *, at: datetime) -> None:
    """Whoever was asked by mail need not answer any more: their link says so from now on."""
    SecondReading.objects.filter(worksheet=row, closed_at__isnull=True).update(closed_at=at)


def still_open(row: FairUseWorksheet, article: Article) -> None:
    """Raises FormRefused where there is nothing to read any more, or where it is not what was measured."""
    _refuse_closed(row, article)


def _refuse_closed(row: FairUseWorksheet, article: Article) -> None:
    subject = judged_by(row, article)
    if row.superseded_at or subject.work.basis != row.legal_basis:
        raise FormRefused(SUPERSEDED if not row.approved_at else APPROVED)
    if row.approved_at:
        raise FormRefused(APPROVED)
    if row.outcome:
        raise FormRefused(CLOSED)
    if row.content_hash and _is_outdated(row, subject):
        raise FormRefused(OUTDATED)


def _is_outdated(row: FairUseWorksheet, subject: Subject) -> bool:
    now = measure(subject, row.kept_copy, row.excerpt).as_dict()
    return any(row.measures.get(name) != value for name, value in now.items())


def _refuse_incomplete(row: FairUseWorksheet, reading: Reading) -> None:
    if reading.outcome != Outcome.APPROVED:
        if not reading.conclusion.strip():
            raise FormRefused(NO_REASON)
        return
    if not reading.conclusion.strip():
        raise FormRefused(NO_CONCLUSION)
    open_ones = [question for question in questions(row) if not reading.answers.get(str(question.code), "").strip()]
    if open_ones:
        raise FormRefused(*(_of_the_sheet("unanswered", each.sentence, "Answer it in a sentence.", str(each.code)) for each in open_ones))


def _approve(row: FairUseWorksheet, article: Article, reading: Reading, *, by: Any, at: datetime) -> None:
    article.worksheets.approved().filter(work=row.work_id).update(superseded_at=at)
    row.approved_at, row.conclusion = at, reading.conclusion
    row.review_due_at = basing.review_date(at, whole_work=_is_whole(row))
    row.save()
    _settle(article, row, by=by, at=at)


def _is_whole(row: FairUseWorksheet) -> bool:
    """A whole text, or any picture: those are looked at again after three months."""
    share = row.measures.get("share_of_source", 0)
    return share > thresholds.limits(row.thresholds).whole_share or bool(row.measures.get("images_used"))


def _settle(article: Article, row: FairUseWorksheet, *, by: Any, at: datetime) -> None:
    work = judged_by(row, article).work
    basing.revoke(work, at=at)
    assert row.review_due_at is not None
    grants = basing.judged_grants(
        work,
        worksheet_ref=str(row.pk),
        mail=row.allows_mail,
        public_in_full=row.is_public_in_full,
        excerpt_chars=len(row.excerpt),
        purposes=row.purposes,
        review_due_at=row.review_due_at,
    )
    for grant in grants:
        grant.recorded_by = grant.confirmed_by = by
        grant.recorded_at = grant.confirmed_at = at
        grant.save()
        if row.kept_copy:
            grant.evidence.add(row.kept_copy)
    work.basis_confirmed_at, work.basis_confirmed_by = at, by
    work.save(update_fields=["basis_confirmed_at", "basis_confirmed_by"])


def why_closed(row: FairUseWorksheet) -> Refused | None:
    """Why nobody can answer this sheet now; None while it waits. Reads what stands, without a lock."""
    try:
        still_open(row, row.article)
    except FormRefused as refused:
        return refused
    return None
