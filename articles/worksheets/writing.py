"""Writing a sheet: measured as the article stands, with all that the desk knows. The next number, never an edit."""

from datetime import datetime
from typing import Any

from django.db import transaction

from articles import drafting, revisions, roles
from articles.basing import check_live
from articles.models import Article, FairUseWorksheet
from articles.refusals import FormRefused, Obstacle
from articles.vocabulary import Act, State
from articles.worksheets import thresholds
from articles.worksheets.known import known
from articles.worksheets.measuring import figures
from articles.worksheets.reading import close_open_readings
from articles.worksheets.sheet import Sheet, lacking
from rights import basing, ledger
from rights.models import Evidence

NO_COPY = Obstacle(
    "no_kept_copy",
    "kept_copy",
    "There is no kept copy of the original to measure against.",
    "Paste or upload the original first.",
    "worksheet",
)
LIVE = (State.PUBLISHED, State.SCHEDULED, State.UNPUBLISHED)


def write(article_id: int, sheet: Sheet, *, by: Any, at: datetime, kept_copy: Evidence | None = None) -> FairUseWorksheet:
    """Write the next sheet for the article as it stands. The one before it is superseded, not overwritten.

    An approved sheet under the same law holds on until this one is approved, so that a review takes nothing off the site.
    """
    role = roles.check(by, Act.WRITE_WORKSHEET)
    with transaction.atomic():
        article = drafting.lock(article_id)
        is_renewal = _renews(article, sheet)
        if not is_renewal or article.state not in LIVE:
            check_live(article, by)
        kept = _complete(sheet, kept_copy or getattr(getattr(article, "origin", None), "kept_copy", None))
        _supersede(article, is_renewal=is_renewal, at=at)
        if not is_renewal:
            article.work.basis = sheet.legal_basis
            basing.unsettle(article.work, at=at)
            article.work.save(update_fields=["basis"])
        row = _written(article, sheet, kept, by=by, at=at)
        ledger.append(article.work, "worksheet_written", by=by, role=role, at=at, worksheet=row.pk, number=row.number)
    return row


def _renews(article: Article, sheet: Sheet) -> bool:
    work = article.work
    return work.is_verified and work.basis == sheet.legal_basis and article.worksheets.approved().filter(work=work).exists()


def _complete(sheet: Sheet, kept: Evidence | None) -> Evidence:
    """The copy to measure against. Raises FormRefused with all that is missing."""
    found = lacking(sheet)
    if found or kept is None:
        raise FormRefused(*found, *([NO_COPY] if kept is None else []))
    return kept


def _supersede(article: Article, *, is_renewal: bool, at: datetime) -> None:
    standing = article.worksheets.standing().filter(work=article.work)
    gone = standing.filter(approved_at__isnull=True) if is_renewal else standing
    for row in gone:
        close_open_readings(row, at=at)
    gone.update(superseded_at=at)


def _written(article: Article, sheet: Sheet, kept: Evidence, *, by: Any, at: datetime) -> FairUseWorksheet:
    revision = revisions.keep(article, by=by, at=at)
    facts, held = known(article, kept, sheet, at=at), thresholds.in_force(at)
    last = article.worksheets.filter(work=article.work).order_by("-number").first()
    row = FairUseWorksheet(
        article=article,
        work=article.work,
        number=last.number + 1 if last else 1,
        revision=revision,
        kept_copy=kept,
        content_hash=revision.content_hash,
        facts=facts,
        thresholds=held if held.pk else None,
        measures=figures(article, kept, sheet, facts, at=at),
        written_by=by,
        written_at=at,
        **vars(sheet),
    )
    row.full_clean()
    row.save()
    return row
