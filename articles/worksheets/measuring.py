"""How much of the original we use now, and whether that is still what a sheet weighed. Measured, never judged."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from articles import body, overlap
from articles.models import Article, FairUseWorksheet
from articles.sheet_words import CopyKind, Obtained, Publication
from articles.worksheets.known import measured
from articles.worksheets.sheet import Sheet
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


def figures(article: Article, kept: Evidence, sheet: Sheet, facts: dict[str, Any], *, at: datetime) -> dict[str, Any]:
    """Everything that questions are asked about: measured in the texts, known to the desk, stated by the writer."""
    return {**measure(article, kept, sheet.excerpt).as_dict(), **measured(article, sheet, facts, at=at), **_stated(sheet)}


def moved(before: Mapping[str, Any], now: Mapping[str, Any]) -> list[str]:
    """The names of the amounts that moved by more than a fifth, either way. What was not measured then can't have moved."""
    return [name for name in AMOUNTS if name in before and name in now and _has_moved(float(before[name]), float(now[name]))]


def moved_since(article: Article, row: FairUseWorksheet) -> list[str]:
    """Which amounts the article as it stands has moved away from what the sheet weighed."""
    source = article.work.source_id
    pictures = article.placements.filter(asset__work__source=source).count() if source else 0
    return moved(row.measures, {**measure(article, row.kept_copy, row.excerpt).as_dict(), "images_used": pictures})


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
