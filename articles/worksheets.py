"""The fair-use worksheet: written with measured amounts, approved by a second person, and only then a basis.

Thresholds are questions that the second reader answers, never a verdict. The product never says that a use is lawful.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction

from articles import body, drafting, overlap, revisions, roles
from articles.basing import check_live
from articles.models import Article, FairUseWorksheet
from articles.refusals import FormRefused, MoveRefused, Obstacle
from articles.vocabulary import Act, LegalBasis
from rights import basing, grant_terms, ledger
from rights.models import Evidence
from rights.terms import split_terms

MIN_REASON_CHARS = 20
REASONS = {
    "purpose_reason": "Say what ours adds that the original does not.",
    "nature_reason": "Say whether the original is factual or creative, published or not.",
    "amount_reason": "Say why this much is needed.",
    "effect_reason": "Say whether a reader could skip the original.",
}


@dataclass(frozen=True)
class Sheet:
    """What the writer of a worksheet states. `jurisdiction` is two letters; `excerpt` is what everyone may read."""

    purpose_reason: str
    nature_reason: str
    amount_reason: str
    effect_reason: str
    excerpt: str
    jurisdiction: str = "US"
    legal_basis: LegalBasis = LegalBasis.FAIR_USE
    purposes: list[str] = field(default_factory=list)
    is_public_in_full: bool = False
    allows_mail: bool = False


#: The amounts that a judgement weighs. One that grows by more than a fifth asks for a new one (`rights.md` §2).
AMOUNTS = ("share_of_source", "share_of_ours", "longest_run", "unmarked_share")
GROWTH = 1.2


def measure(article: Article, kept_copy: Evidence, excerpt: str = "") -> overlap.Overlap:
    """How much of the kept copy our words use, and how much of ours that is: the text, and what stands beside it for everyone."""
    beside = [words for words in (article.dek, excerpt) if words and words not in body.to_text(article.body)]
    return overlap.measure(
        split_terms(kept_copy.text).article,
        "\n".join(part for part in (article.body, body.paragraphs_to_html(beside)) if part),
        ours_is_html=True,
        source_headline=article.work.original_title,
        our_headline=article.headline,
    )


def is_outgrown(article: Article, row: FairUseWorksheet) -> bool:
    """Does the article now use more of the original than the sheet weighed?"""
    now = measure(article, row.kept_copy, row.excerpt).as_dict()
    return any(now[name] > row.measures.get(name, 0) * GROWTH for name in AMOUNTS)


def write(article_id: int, sheet: Sheet, *, by: Any, at: datetime, kept_copy: Evidence | None = None) -> FairUseWorksheet:
    """Write a worksheet for the article as it stands, measured against the kept copy. The one before it is superseded, not overwritten."""
    role = roles.check(by, Act.WRITE_WORKSHEET)
    with transaction.atomic():
        article = drafting.lock(article_id)
        check_live(article, by)
        kept = _complete(sheet, kept_copy or getattr(getattr(article, "origin", None), "kept_copy", None))
        article.worksheets.filter(superseded_at__isnull=True).update(superseded_at=at)
        article.work.basis = sheet.legal_basis
        basing.unsettle(article.work, at=at)
        article.work.save(update_fields=["basis"])
        revision = revisions.keep(article, by=by, at=at)
        row = FairUseWorksheet(
            article=article,
            work=article.work,
            kept_copy=kept,
            content_hash=revision.content_hash,
            measures=measure(article, kept, sheet.excerpt).as_dict(),
            written_by=by,
            written_at=at,
            **vars(sheet),
        )
        row.full_clean()
        row.save()
        ledger.append(article.work, "worksheet_written", by=by, role=role, at=at, worksheet=row.pk)
    return row


def _complete(sheet: Sheet, kept: Evidence | None) -> Evidence:
    """The copy to measure against. Raises FormRefused with all that is missing."""
    found = [
        Obstacle("reason_too_short", name, "This reason is missing or too short.", remedy, "worksheet")
        for name, remedy in REASONS.items()
        if len(getattr(sheet, name).strip()) < MIN_REASON_CHARS
    ]
    if not sheet.excerpt.strip():
        found.append(
            Obstacle(
                "no_excerpt", "excerpt", "There is no excerpt for the public.", "Choose the passage that everyone may read.", "worksheet"
            )
        )
    if len(sheet.jurisdiction) != 2 or not sheet.jurisdiction.isalpha():
        found.append(
            Obstacle("no_jurisdiction", "jurisdiction", "The country is not named.", "Give its two letters, for example US.", "worksheet")
        )
    if kept is None:
        found.append(
            Obstacle(
                "no_kept_copy",
                "kept_copy",
                "There is no kept copy of the original to measure against.",
                "Paste or upload the original first.",
                "worksheet",
            )
        )
    if found or kept is None:
        raise FormRefused(*found)
    return kept


CHANGED = Obstacle("stale", "worksheet", "The text was edited while you were reading.", "Read it as it stands now.", "worksheet")


def questions(row: FairUseWorksheet) -> list[overlap.Trigger]:
    """What the second reader must answer one by one."""
    return overlap.triggers_in(row.measures)


def approve(
    worksheet_id: int, *, by: Any, at: datetime, conclusion: str, answers: dict[str, str] | None = None, seen: str = ""
) -> FairUseWorksheet:
    """A second person's yes. Writes the grants: registered readers in full, the public in part, nobody onward.

    `seen` is the content hash of the article as that person read it; what was changed since is refused.
    """
    role = roles.check(by, Act.APPROVE_WORKSHEET)
    with transaction.atomic():
        row = FairUseWorksheet.objects.select_for_update(of=("self",)).get(pk=worksheet_id)
        article = drafting.lock(row.article_id)
        if seen and seen != revisions.content_hash(article):
            raise FormRefused(CHANGED)
        _refuse_approval(row, article, by=by, conclusion=conclusion, answers=answers or {})
        row.approved_by, row.approved_at, row.conclusion, row.answers = by, at, conclusion, answers or {}
        due = basing.review_date(at, whole_work=row.measures.get("share_of_source", 0) > 0.9)
        row.review_due_at = due
        row.save()
        _settle(article, row, by=by, at=at, review_due_at=due)
        terms = grant_terms.standing(article.work)
        ledger.append(article.work, "worksheet_approved", by=by, role=role, at=at, worksheet=row.pk, basis=article.work.basis, terms=terms)
    return row


def _refuse_approval(row: FairUseWorksheet, article: Article, *, by: Any, conclusion: str, answers: dict[str, str]) -> None:
    if row.written_by_id == by.pk:
        raise MoveRefused(
            Obstacle(
                "own_worksheet",
                "approved_by",
                "A worksheet is never approved by the person who wrote it.",
                "Ask someone else from the rights desk or a chief.",
                "worksheet",
            )
        )
    if row.approved_at:
        raise FormRefused(
            Obstacle(
                "worksheet_approved",
                "worksheet",
                "This worksheet is approved already.",
                "Write a new one if the use is to be judged again.",
                "worksheet",
            )
        )
    if row.superseded_at or article.work.basis != row.legal_basis:
        raise FormRefused(
            Obstacle(
                "worksheet_superseded",
                "worksheet",
                "A newer worksheet or another basis has taken its place.",
                "Open the newest one.",
                "worksheet",
            )
        )
    if row.content_hash and row.measures != measure(article, row.kept_copy, row.excerpt).as_dict():
        raise FormRefused(
            Obstacle(
                "worksheet_outdated",
                "worksheet",
                "The text was edited after it was measured.",
                "Write the worksheet again for the text as it stands.",
                "worksheet",
            )
        )
    if not conclusion.strip():
        raise FormRefused(
            Obstacle(
                "no_conclusion", "conclusion", "The conclusion is empty.", "Say in a sentence why you find this use fair.", "worksheet"
            )
        )
    unanswered = [question for question in questions(row) if not answers.get(str(question.code), "").strip()]
    if unanswered:
        raise FormRefused(
            *[
                Obstacle("unanswered", str(question.code), question.sentence, "Answer it in a sentence.", "worksheet")
                for question in unanswered
            ]
        )


def _settle(article: Article, row: FairUseWorksheet, *, by: Any, at: datetime, review_due_at: datetime) -> None:
    work = article.work
    basing.revoke(work, at=at)
    grants = basing.judged_grants(
        work,
        worksheet_ref=str(row.pk),
        mail=row.allows_mail,
        public_in_full=row.is_public_in_full,
        excerpt_chars=len(row.excerpt),
        purposes=row.purposes,
        review_due_at=review_due_at,
    )
    for grant in grants:
        grant.recorded_by = grant.confirmed_by = by
        grant.recorded_at = grant.confirmed_at = at
        grant.save()
        grant.evidence.add(row.kept_copy)
    work.basis_confirmed_at, work.basis_confirmed_by = at, by
    work.save(update_fields=["basis_confirmed_at", "basis_confirmed_by"])
