"""What a judgement lacks before anything may rest on it: its sheet, its second reader, or that it still fits what stands now."""

from datetime import datetime

from articles import worksheets
from articles.models import FairUseWorksheet
from articles.refusals import Obstacle
from articles.sheet_words import Outcome
from articles.worksheets import Subject, reopening


def find(subject: Subject, at: datetime) -> list[Obstacle]:
    """What the judgement lacks: a sheet, its second reader, or that it still speaks of this text and this record."""
    sheet = subject.sheets.standing().prefetch_related("reopenings").first()
    if sheet is None:
        return [_of_the_sheet("no_worksheet", "Fair use needs a worksheet: four reasons in words and the measured amount.", "Write it.")]
    if sheet.legal_basis != subject.work.basis or (sheet.is_approved and not subject.work.is_verified):
        return [_of_the_sheet("worksheet_outdated", "The rights record was changed after the worksheet.", "Write the worksheet again.")]
    if not sheet.is_approved:
        return [_waiting(sheet)]
    return _no_longer_fitting(subject, sheet, at)


def _waiting(sheet: FairUseWorksheet) -> Obstacle:
    if sheet.outcome == Outcome.APPROVED or not sheet.outcome:
        remedy = f"Ask another person than {sheet.written_by} to read and approve it."
        return _of_the_sheet("worksheet_not_approved", "The worksheet is not approved.", remedy)
    said = "was refused" if sheet.outcome == Outcome.REFUSED else "was sent back"
    return _of_the_sheet("worksheet_turned_down", f"The worksheet {said}: {sheet.outcome_reason}", "Mend it and write it again.")


def _no_longer_fitting(subject: Subject, sheet: FairUseWorksheet, at: datetime) -> list[Obstacle]:
    """An approved sheet that needs another reading: opened again, due, or about another amount than stands here now."""
    reasons = reopening.sentences(sheet) or [reopening.SENTENCES[code] for code, _note in reopening.noticed(sheet, at=at)]
    if reasons:
        return [_of_the_sheet("worksheet_reopened", f"The worksheet is open again. {' '.join(reasons)}", "Review it again.")]
    if sheet.review_due_at and sheet.review_due_at <= at:
        return [_of_the_sheet("worksheet_due", f"The worksheet was to be reviewed by {sheet.review_due_at:%d %B %Y}.", "Review it again.")]
    moved = worksheets.moved_since(subject, sheet)
    if not moved:
        return []
    more = f"The text is no longer what the worksheet weighed. What moved by more than a fifth: {worksheets.in_words(moved)}."
    return [_of_the_sheet("worksheet_outdated", more, "Change it back, or review the worksheet again.")]


def _of_the_sheet(code: str, message: str, remedy: str) -> Obstacle:
    return Obstacle(code, "worksheet", message, remedy, "worksheet")
