"""How much of the original we use now, and whether that is still what a sheet weighed. Measured, never judged."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from articles import body, leaving_out, overlap
from articles.models import Article, FairUseWorksheet, Quotation
from articles.sheet_words import CopyKind, Obtained, Publication
from articles.worksheets.known import measured
from articles.worksheets.sheet import Sheet
from articles.worksheets.subject import Subject
from rights.models import Evidence
from rights.terms import split_terms

#: The amounts that a judgement weighs. One that moves by more than a fifth asks for a new one (`rights.md` §2).
AMOUNTS = {
    "share_of_source": "how much of the original we use",
    "share_of_ours": "how much of our text is theirs",
    "longest_run": "the longest passage",
    "unmarked_share": "what is not marked as a quotation",
    "n_quotes": "the number of quotations",
    "lede_copied": "that its opening is copied",
    "headline_copied": "that its headline is copied",
    "images_used": "how many of its pictures we show",
}
MOVES_BY = 0.2


def measure(subject: Subject, kept: Evidence | None, excerpt: str = "") -> overlap.Overlap:
    """How much of the original our words use, and how much of ours that is.

    Of a text that is its words and what stands beside it for everyone; of a quotation the quoted words. Without a
    copy of the original nobody can tell how much of it is used: then it counts as the whole.
    """
    if subject.quotation:
        return _of_quotation(subject.article, subject.quotation, kept)
    article = subject.article
    beside = [words for words in (article.dek, excerpt) if words and words not in body.to_text(article.body)]
    return _against(kept, "\n".join(part for part in (article.body, body.paragraphs_to_html(beside)) if part), subject)


def _against(kept: Evidence | None, html: str, subject: Subject) -> overlap.Overlap:
    source = split_terms(kept.text).article if kept else ""
    titles = {"source_headline": subject.work.original_title, "our_headline": subject.article.headline}
    return overlap.measure(source, html, ours_is_html=True, **titles)


def _of_quotation(article: Article, quotation: Quotation, kept: Evidence | None) -> overlap.Overlap:
    words = f"<blockquote>{body.paragraphs_to_html([quotation.words])}</blockquote>"
    found = _against(kept, words, Subject(article, quotation))
    # How it stands in our text: whether in quotation marks, and how much of ours it is.
    ours = overlap.measure(quotation.words, article.body, ours_is_html=True)
    found = replace(
        found,
        n_quotes=1,
        share_of_ours=ours.share_of_ours,
        our_words=ours.our_words,
        own_words=ours.own_words,
        unmarked_share=ours.unmarked_share,
    )
    count = leaving_out.count(quotation.words)
    return found if kept else replace(found, share_of_source=1.0, longest_run=count, shared_words=count, not_comparable=True)


def figures(subject: Subject, kept: Evidence | None, sheet: Sheet, facts: dict[str, Any], *, at: datetime) -> dict[str, Any]:
    """Everything that questions are asked about: measured in the texts, known to the desk, stated by the writer."""
    return {**measure(subject, kept, sheet.excerpt).as_dict(), **measured(subject, sheet, facts, at=at), **_stated(sheet)}


def moved(before: Mapping[str, Any], now: Mapping[str, Any]) -> list[str]:
    """The names of the amounts that moved by more than a fifth, either way. What was not measured then can't have moved."""
    return [name for name in AMOUNTS if name in before and name in now and _has_moved(float(before[name]), float(now[name]))]


def moved_since(subject: Subject, row: FairUseWorksheet) -> list[str]:
    """Which amounts what stands now has moved away from what the sheet weighed."""
    now = measure(subject, row.kept_copy, row.excerpt).as_dict()
    if subject.quotation is None:
        source = subject.work.source_id
        now["images_used"] = subject.article.placements.filter(asset__work__source=source).count() if source else 0
    return moved(row.measures, now)


def in_words(names: list[str]) -> str:
    """As the end of a sentence: "the longest passage and the number of quotations"."""
    said = [AMOUNTS[name] for name in names]
    return said[0] if len(said) == 1 else f"{', '.join(said[:-1])} and {said[-1]}"


def _has_moved(before: float, now: float) -> bool:
    return abs(now - before) > MOVES_BY * before + 1e-9


def _stated(sheet: Sheet) -> dict[str, Any]:
    return {
        "unpublished": sheet.publication == Publication.UNPUBLISHED,
        "registered": sheet.copy_kind == CopyKind.REGISTERED,
        "agency_source": sheet.copy_kind == CopyKind.AGENCY,
        "around_paywall": sheet.obtained == Obtained.AROUND_PAYWALL,
        "would_run_alone": bool(sheet.would_run_alone),
        "is_heart": bool(sheet.is_heart),
        "cmi_removed": sheet.cmi_kept is False,
    }
