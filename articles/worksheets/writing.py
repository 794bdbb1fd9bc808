"""Writing a sheet: measured as the article stands, with all that the desk knows. The next number, never an edit."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db import transaction

from articles import drafting, quoting, revisions, roles
from articles.basing import check_live
from articles.models import Article, FairUseWorksheet
from articles.refusals import FormRefused, Obstacle
from articles.vocabulary import Act, State
from articles.worksheets import thresholds
from articles.worksheets.known import known
from articles.worksheets.measuring import figures
from articles.worksheets.reading import close_open_readings
from articles.worksheets.sheet import Sheet, lacking
from articles.worksheets.subject import Subject
from rights import basing, ledger
from rights.models import Evidence

NO_COPY = Obstacle(
    "no_kept_copy",
    "kept_copy",
    "There is no kept copy of the original to measure against.",
    "Paste or upload the original first.",
    "worksheet",
)
NO_QUOTATION = Obstacle(
    "unknown_quotation", "worksheet", "There is no such quotation any more.", "Load the article's page again.", quoting.ANCHOR
)
LIVE = (State.PUBLISHED, State.SCHEDULED, State.UNPUBLISHED)


def write(
    article_id: int, sheet: Sheet, *, by: Any, at: datetime, kept_copy: Evidence | None = None, quotation_id: int | None = None
) -> FairUseWorksheet:
    """Write the next sheet for the article as it stands, or for one quotation in it. The one before it is superseded, not overwritten.

    An approved sheet under the same law holds on until this one is approved, so that a review takes nothing off the site.
    """
    role = roles.check(by, Act.WRITE_WORKSHEET)
    with transaction.atomic():
        subject = _subject(drafting.lock(article_id), quotation_id)
        work, stated = subject.work, _stated(subject, sheet)
        is_renewal = _renews(subject, stated)
        if not is_renewal or subject.article.state not in LIVE:
            _check_live(subject, by, at)
        kept = _complete(subject, stated, kept_copy or subject.kept_copy)
        _supersede(subject, is_renewal=is_renewal, at=at)
        if not is_renewal:
            work.basis = stated.legal_basis
            basing.unsettle(work, at=at)
            work.save(update_fields=["basis"])
        row = _written(subject, stated, kept, by=by, at=at)
        ledger.append(work, "worksheet_written", by=by, role=role, at=at, worksheet=row.pk, number=row.number)
    return row


def _subject(article: Article, quotation_id: int | None) -> Subject:
    if quotation_id is None:
        return Subject(article)
    quotation = article.quotations.standing().select_related("work").filter(pk=quotation_id).first()
    if quotation is None:
        raise FormRefused(NO_QUOTATION)
    return Subject(article, quotation)


def _stated(subject: Subject, sheet: Sheet) -> Sheet:
    """Of a quotation its words are all there is to show: to everyone, or to registered readers."""
    return replace(sheet, excerpt=subject.quotation.words) if subject.quotation else sheet


def _check_live(subject: Subject, by: Any, at: datetime) -> None:
    if subject.quotation is None:
        check_live(subject.article, by)
    elif quoting.is_live(subject.quotation, at):
        roles.check(by, Act.REBASE_LIVE)


def _renews(subject: Subject, sheet: Sheet) -> bool:
    work = subject.work
    return work.is_verified and work.basis == sheet.legal_basis and subject.sheets.approved().exists()


def _complete(subject: Subject, sheet: Sheet, kept: Evidence | None) -> Evidence | None:
    """The copy to measure against. Raises FormRefused with all that is missing. Of what is quoted we need not have the whole."""
    found = lacking(sheet)
    is_copy_missing = kept is None and subject.quotation is None
    if found or is_copy_missing:
        raise FormRefused(*found, *([NO_COPY] if is_copy_missing else []))
    return kept


def _supersede(subject: Subject, *, is_renewal: bool, at: datetime) -> None:
    standing = subject.sheets.standing()
    gone = standing.filter(approved_at__isnull=True) if is_renewal else standing
    for row in gone:
        close_open_readings(row, at=at)
    gone.update(superseded_at=at)


def _written(subject: Subject, sheet: Sheet, kept: Evidence | None, *, by: Any, at: datetime) -> FairUseWorksheet:
    revision = revisions.keep(subject.article, by=by, at=at)
    facts, held = known(subject, kept, sheet, at=at), thresholds.in_force(at)
    last = subject.sheets.order_by("-number").first()
    row = FairUseWorksheet(
        article=subject.article,
        work=subject.work,
        number=last.number + 1 if last else 1,
        revision=revision,
        kept_copy=kept,
        content_hash=revision.content_hash,
        facts=facts,
        thresholds=held if held.pk else None,
        measures=figures(subject, kept, sheet, facts, at=at),
        written_by=by,
        written_at=at,
        **vars(sheet),
    )
    row.full_clean()
    row.save()
    return row
