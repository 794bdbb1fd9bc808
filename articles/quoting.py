"""Acts on words of others in an article: mark them, say whose they are and on what their use rests, let them go.

Only words from somebody's published work are a work; what a person told us is our own reporting. Whoever may write marks;
the rights desk or a chief confirms. What is not confirmed leaves by no exit.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max

from articles import body, drafting, leaving_out, roles
from articles.basing import FACTS
from articles.models import Article, Quotation
from articles.refusals import FormRefused, MoveRefused, Obstacle
from articles.vocabulary import Act, State
from rights import basing, keeping, ledger
from rights.models import Work
from rights.models.evidence import EvidenceKind
from rights.vocabulary import JUDGED, OWN, Basis, Whose, WorkKind

#: Another's words are not ours; and a source's terms let whole pieces be taken over, which is no quotation.
NOT_FOR_QUOTATIONS = frozenset({Basis.SOURCE_TERMS, *OWN})
NEEDS_EVIDENCE = (Basis.WRITTEN_PERMISSION, Basis.CONTRACT, Basis.AGENCY)
#: One word or two are nobody's work.
MIN_WORDS = 3
MAX_CHARS = 5_000
ANCHOR = "quotations"


@dataclass(frozen=True)
class Record:
    """Whose words they are and why we may use them. `facts` as `basing.FACTS` names them; `original` is the source's text, pasted."""

    facts: dict[str, Any]
    basis: Basis
    permission: basing.Permission | None = None
    original: str = ""


def mark(article_id: int, words: str, record: Record, *, is_needed: bool = False, by: Any, at: datetime) -> Quotation:
    """Say that these words of the text are somebody else's work. Refused where they do not stand in the text."""
    with transaction.atomic():
        article = drafting.lock(article_id)
        drafting.check_may_edit(article, by)
        said = _in_the_text(article, words)
        last = article.quotations.aggregate(last=Max("position"))["last"] or 0
        work = Work.objects.create(kind=WorkKind.QUOTATION, title=said[:300], whose=Whose.THIRD_PARTY)
        row = Quotation.objects.create(
            article=article, work=work, words=said, is_needed=is_needed, position=last + 1, marked_by=by, marked_at=at
        )
        ledger.append(work, "quotation_marked", by=by, role=_role(article, by), at=at, article=article.pk, quotation=row.pk)
        _record(row, record, by=by, at=at)
        drafting.after_save(article, by=by, at=at)
    return row


def change(quotation_id: int, words: str, record: Record, *, is_needed: bool, by: Any, at: datetime) -> Quotation:
    """The words as they stand now, for those who may write, and the record. What is confirmed and live is the rights desk's alone."""
    with transaction.atomic():
        row = _locked(quotation_id)
        if (body.printable(words).strip(), is_needed) != (row.words, row.is_needed):
            _reword(row, words, is_needed, by)
        _record(row, record, by=by, at=at)
        drafting.after_save(row.article, by=by, at=at)
    return row


def _reword(row: Quotation, words: str, is_needed: bool, by: Any) -> None:
    drafting.check_may_edit(row.article, by)
    row.words, row.is_needed = _in_the_text(row.article, words, itself=row), is_needed
    row.save(update_fields=["words", "is_needed"])
    row.work.title = row.words[:300]
    row.work.save(update_fields=["title"])


def remove(quotation_id: int, *, by: Any, at: datetime) -> None:
    """They are no longer in the text, or never were another's. What was published keeps them, and the row stays on record."""
    with transaction.atomic():
        row = _locked(quotation_id)
        drafting.check_may_edit(row.article, by)
        row.removed_at = at
        row.save(update_fields=["removed_at"])
        ledger.append(row.work, "quotation_removed", by=by, role=_role(row.article, by), at=at, article=row.article_id)
        drafting.after_save(row.article, by=by, at=at)


def why_not(article: Article, words: str, *, itself: Quotation | None = None) -> Obstacle | None:
    """Why these words can't be a quotation of this text; None where they can."""
    said = words.strip()
    if not leaving_out.count(said):
        return _obstacle("no_words", "words", "There are no quoted words.", "Copy them from the text.")
    if leaving_out.count(said) < MIN_WORDS:
        return _obstacle("few_words", "words", "A word or two are nobody's work.", "Leave them unmarked, or mark the whole passage.")
    if len(said) > MAX_CHARS:
        return _obstacle("many_words", "words", f"These are more than {MAX_CHARS:,} characters.", "Mark each passage for itself.")
    if not leaving_out.holds(body.to_text(article.body), said):
        return not_in_the_text("words", said)
    others = article.quotations.standing().exclude(pk=itself.pk if itself else 0)
    if any(leaving_out.holds(said, other.words) or leaving_out.holds(other.words, said) for other in others):
        return _obstacle("marked_already", "words", "These words are marked already.", "Open the one that is there.")
    return None


def not_in_the_text(field: str, words: str) -> Obstacle:
    message = f"The words “{_short(words)}” do not stand in the text."
    return _obstacle("quotation_not_in_text", field, message, "Copy them as they stand there, or take the mark away.")


def is_live(row: Quotation, at: datetime) -> bool:
    """Do readers see it now, or will they at a moment that is set?"""
    live = row.article.versions.usable().filter(voided_at__isnull=True).exclude(superseded_from__lte=at)
    return any(row.work_id in version.work_ids for version in live.only("frozen", "work_id"))


def _locked(quotation_id: int) -> Quotation:
    row = Quotation.objects.standing().select_for_update(of=("self",)).select_related("work").filter(pk=quotation_id).first()
    if row is None:
        raise FormRefused(_obstacle("unknown_quotation", "words", "There is no such quotation any more.", "Load the article's page again."))
    row.article = drafting.lock(row.article_id)
    return row


def _in_the_text(article: Article, words: str, *, itself: Quotation | None = None) -> str:
    said = body.printable(words).strip()
    refused = why_not(article, said, itself=itself)
    if refused:
        raise FormRefused(refused)
    return said


def _record(row: Quotation, record: Record, *, by: Any, at: datetime) -> None:
    """Save whose they are and choose a basis; with the role for it, and with all that the basis needs, it is confirmed at once."""
    roles.check(by, Act.PROPOSE_TERMS)
    if row.article.state in (State.KILLED, State.TAKEN_DOWN):
        raise FormRefused(_obstacle("wrong_state", "basis", "This article has ended for good.", "Begin a new draft."))
    work = row.work
    before = _facts(work)
    for name in FACTS:
        if name in record.facts:
            setattr(work, name, record.facts[name])
    work.basis, work.whose, work.agreement = record.basis, Whose.THIRD_PARTY, None
    is_changed = before != _facts(work) or record.permission is not None
    _keep_original(row, record.original, by=by, at=at)
    if not is_changed and work.is_verified:
        return
    _refuse(row, by, at)
    basing.unsettle(work, at=at)
    work.save()
    if _is_complete(work, record.permission) and roles.may(by, Act.CONFIRM_TERMS):
        role = roles.check(by, Act.CONFIRM_TERMS)
        basing.settle(work, by=by, role=role, at=at, permission=record.permission, evidence=[row.kept_copy] if row.kept_copy else [])


def _facts(work: Work) -> list[Any]:
    return [*(getattr(work, name) for name in FACTS), work.basis]


def _is_complete(work: Work, permission: basing.Permission | None) -> bool:
    is_judged = work.basis == Basis.UNKNOWN or work.basis in JUDGED
    return not is_judged and work.source is not None and (work.basis not in NEEDS_EVIDENCE or permission is not None)


def _refuse(row: Quotation, by: Any, at: datetime) -> None:
    work = row.work
    if is_live(row, at):
        roles.check(by, Act.REBASE_LIVE)
    if work.is_verified and not roles.may(by, Act.CONFIRM_TERMS):
        raise MoveRefused(
            _obstacle("wrong_role", "basis", "The rights of this quotation are confirmed.", "Ask the rights desk to change them.")
        )
    if work.basis in NOT_FOR_QUOTATIONS:
        message = "This basis does not cover words quoted from another's work."
        raise FormRefused(_obstacle("basis_not_offered", "basis", message, "Choose another one for the quotation."))
    if work.basis == Basis.CC and work.licence and not work.licence.permits_sharing:
        message = "This licence permits no one to pass the words on."
        raise FormRefused(_obstacle("licence_permits_nothing", "licence", message, "Choose another basis."))
    _refuse_invalid(work)


def _refuse_invalid(work: Work) -> None:
    try:
        work.full_clean(exclude=["source"])
    except ValidationError as error:
        named = error.message_dict.items()
        found = [_obstacle("invalid", "basis" if name == "__all__" else name, " ".join(texts), "") for name, texts in named]
        raise FormRefused(*found) from error


def _keep_original(row: Quotation, text: str, *, by: Any, at: datetime) -> None:
    """The source's text as it was pasted: what the quoted words are measured against."""
    said = body.printable(text).strip()
    if not said or (row.kept_copy and row.kept_copy.text == said):
        return
    title = row.work.original_title or str(row)
    row.kept_copy = keeping.keep(
        said.encode(),
        title=title,
        by=by,
        at=at,
        kind=EvidenceKind.PASTED_COPY,
        content_type="text/plain; charset=utf-8",
        source=row.work.source,
        url=row.work.original_url,
        plain_text=said,
    )
    row.save(update_fields=["kept_copy"])


def _role(article: Article, by: Any) -> str:
    return roles.check(by, Act.EDIT_DRAFT, is_own=drafting.is_own(article, by))


def _short(words: str) -> str:
    return words if len(words) <= 80 else f"{words[:79].rstrip()}…"


def _obstacle(code: str, field: str, message: str, remedy: str) -> Obstacle:
    return Obstacle(code, field, message, remedy, ANCHOR)
