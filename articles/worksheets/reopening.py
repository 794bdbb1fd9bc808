"""What makes an approved sheet need another reading before its time. From then on it counts as overdue: `rights.md` §2.

Text that moved a measure is found where it is used, by `measuring.moved_since`: it bars what is new and leaves what is live.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from articles import roles
from articles.models import FairUseWorksheet, Reopening
from articles.refusals import FormRefused, Obstacle
from articles.sheet_words import ReopenedBy
from articles.vocabulary import Act
from articles.worksheets.known import OBJECTIONS, exits_of, offers
from articles.worksheets.sheet import Sheet
from house.models import House
from rights import grant_terms, ledger
from rights.models import Grant, Hold, Work

#: What a person tells the desk. Advertising and new exits the desk notices by itself.
TOLD = (ReopenedBy.PARTNER_ASKS, ReopenedBy.OBJECTION, ReopenedBy.LICENCE_OFFERED, ReopenedBy.SOURCE_WITHDREW, ReopenedBy.NEW_EXIT)
SENTENCES = {
    ReopenedBy.NEW_EXIT: "Another exit asks for it.",
    ReopenedBy.PARTNER_ASKS: "A partner asks for it.",
    ReopenedBy.OBJECTION: "Somebody objects to it.",
    ReopenedBy.LICENCE_OFFERED: "The source offers a licence now.",
    ReopenedBy.SOURCE_WITHDREW: "The source has withdrawn the piece.",
    ReopenedBy.ADVERTISING: "Our site carries advertising now.",
}


def reopen(worksheet_id: int, code: ReopenedBy, *, note: str, by: Any, at: datetime) -> FairUseWorksheet:
    """Somebody at the desk says why the use must be judged again."""
    role = roles.check(by, Act.WRITE_WORKSHEET)
    if not note.strip():
        raise FormRefused(
            Obstacle("no_note", "note", "The reason is empty.", "Say in a sentence who asks, offers or objects.", "worksheet")
        )
    with transaction.atomic():
        row = _locked(worksheet_id)
        if row is None:
            message = "There is no approved worksheet to open again."
            raise FormRefused(Obstacle("nothing_to_reopen", "note", message, "Read the newest worksheet.", "worksheet"))
        _reopen(row, code, note.strip(), by=by, role=role, at=at)
    return row


def reopen_changed(*, at: datetime, work: Work | None = None) -> list[FairUseWorksheet]:
    """Open again whatever no longer fits, by itself. Twice does nothing more. Returns the sheets that were opened."""
    wanted = _approved() if work is None else _approved().filter(work=work)
    found, advertises = [], _carries_advertising(at)
    for row in wanted.iterator(chunk_size=500):
        fresh = [
            (code, note)
            for code, note in noticed(row, at=at, advertises=advertises)
            if code not in {each.code for each in row.reopenings.all()}
        ]
        if fresh and _reopened_for(row, fresh, at=at):
            found.append(row)
    return found


def noticed(row: FairUseWorksheet, *, at: datetime, advertises: bool | None = None) -> Iterable[tuple[ReopenedBy, str]]:
    """What the desk can see by itself, with a note on each. `advertises`: does our site now; None looks it up."""
    objection = Hold.objects.filter(work=row.work_id, kind__in=OBJECTIONS, placed_at__gte=row.approved_at, placed_at__lte=at).first()
    if objection:
        yield ReopenedBy.OBJECTION, f"{objection.get_kind_display()} hold: {objection.reason}"
    now = _carries_advertising(at) if advertises is None else advertises
    if now and row.approved_at and not _carries_advertising(row.approved_at):
        yield ReopenedBy.ADVERTISING, ""
    if new := _new_exits(row):
        yield ReopenedBy.NEW_EXIT, ", ".join(new)
    if row.measures.get("licence_available") is False and (offered := offers(row.work)):
        yield ReopenedBy.LICENCE_OFFERED, offered[0]


def sentences(row: FairUseWorksheet) -> list[str]:
    """Why the sheet was opened again, for people."""
    return [f"{SENTENCES[ReopenedBy(each.code)]} {each.note}".strip() for each in row.reopenings.all()]


def _new_exits(row: FairUseWorksheet) -> list[str]:
    """Exits that nobody asked for when the sheet was written. One from before that was noted can't be compared."""
    asked = Sheet("", "", "", "", "", allows_mail=row.allows_mail)
    return sorted(set(exits_of(asked)) - set(row.facts["exits"])) if "exits" in row.facts else []


def _approved() -> QuerySet[FairUseWorksheet]:
    return FairUseWorksheet.objects.approved().select_related("work", "article").prefetch_related("reopenings")


def _carries_advertising(at: datetime) -> bool:
    house = House.objects.in_force(at)
    return house is not None and house.carries_advertising


def _locked(worksheet_id: int) -> FairUseWorksheet | None:
    return FairUseWorksheet.objects.approved().select_for_update(of=("self",)).select_related("work").filter(pk=worksheet_id).first()


def _reopened_for(row: FairUseWorksheet, why: list[tuple[ReopenedBy, str]], *, at: datetime) -> bool:
    with transaction.atomic():
        locked = _locked(row.pk)
        if locked is None:
            return False
        for code, note in why:
            _reopen(locked, code, note, by=None, role="clock", at=at)
    return True


def _reopen(row: FairUseWorksheet, code: ReopenedBy, note: str, *, by: Any, role: str, at: datetime) -> None:
    _row, is_new = Reopening.objects.get_or_create(worksheet=row, code=code, defaults={"note": note, "by": by, "at": at})
    if not is_new:
        return
    row.reopened_at = row.reopened_at or at
    if row.review_due_at is None or row.review_due_at > at:
        row.review_due_at = at
        _fall_due(row.work, at=at)
    row.save(update_fields=["reopened_at", "review_due_at"])
    terms = grant_terms.standing(row.work)
    ledger.append(row.work, "worksheet_reopened", by=by, role=role, at=at, worksheet=row.pk, reason=str(code), terms=terms)


def _fall_due(work: Work, *, at: datetime) -> None:
    """The grants that rest on the sheet are due now. A grant is never edited: each is ended and written again with the new date."""
    for grant in work.grants.filter(revoked_at__isnull=True).exclude(worksheet_ref=""):
        evidence = list(grant.evidence.all())
        Grant.objects.filter(pk=grant.pk).update(revoked_at=at)
        grant.pk, grant._state.adding, grant.review_due_at, grant.recorded_at = None, True, at, at
        grant.save()
        grant.evidence.set(evidence)
