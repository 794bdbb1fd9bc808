"""What the writer of a worksheet states, and what it lacks. Knows no rows."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from articles.refusals import Obstacle
from articles.sheet_words import (
    Aim,
    Alternative,
    Character,
    CopyKind,
    Factor,
    Obtained,
    Paywall,
    Publication,
    Situation,
    SourceKind,
    Weight,
)
from articles.vocabulary import LegalBasis

MIN_REASON_CHARS = 20
REASONS = {
    "purpose_reason": "Say what ours adds that the original does not.",
    "nature_reason": "Say whether the original is factual or creative, published or not.",
    "amount_reason": "Say why this much is needed.",
    "effect_reason": "Say whether a reader could skip the original.",
}
#: Field → what is wrong while it is empty, and what to do.
ANSWERS = {
    "situation": ("Nobody said which situation this is like.", "Choose one, or say that none fits."),
    "obtained": ("It is not said how we came by our copy.", "Choose how."),
    "publication": ("It is not said whether the original was published.", "Choose one of the two."),
    "copy_kind": ("It is not said whose wares the original is.", "Choose one."),
    "aims": ("There is no purpose.", "Choose at least one."),
    "would_run_alone": ("It is not said whether we would run it without a text of ours.", "Answer yes or no."),
    "character": ("It is not said whether the original is factual or creative.", "Choose one."),
    "is_heart": ("It is not said whether we take the heart of the original.", "Answer yes or no."),
    "cmi_kept": ("It is not said whether their credits and marks are all still there.", "Answer yes or no."),
}
#: Which words a field may hold.
VOCABULARIES: dict[str, type[StrEnum]] = {
    "situation": Situation, "obtained": Obtained, "publication": Publication, "copy_kind": CopyKind, "character": Character,
    "source_paywall": Paywall, "aims": Aim, "source_kinds": SourceKind, "alternatives": Alternative, "weights": Weight,
}  # fmt: skip


@dataclass(frozen=True)
class Sheet:
    """`jurisdiction` is two letters; `excerpt` is what everyone may read; None means: not answered."""

    purpose_reason: str
    nature_reason: str
    amount_reason: str
    effect_reason: str
    excerpt: str
    jurisdiction: str = "US"
    legal_basis: LegalBasis = LegalBasis.FAIR_USE
    situation: str = ""
    obtained: str = ""
    publication: str = ""
    copy_kind: str = ""
    aims: list[str] = field(default_factory=list)
    would_run_alone: bool | None = None
    character: str = ""
    source_kinds: list[str] = field(default_factory=list)
    is_heart: bool | None = None
    alternatives: list[str] = field(default_factory=list)
    source_images: int | None = None
    original_width: int | None = None
    original_height: int | None = None
    source_paywall: str = ""
    price_known: str = ""
    cmi_kept: bool | None = None
    weights: dict[str, str] = field(default_factory=dict)
    purposes: list[str] = field(default_factory=list)
    is_public_in_full: bool = False
    allows_mail: bool = False


def lacking(sheet: Sheet) -> list[Obstacle]:
    """All that is missing or stops the sheet, each with its field. What an agency sells is licensed and never judged."""
    return [*_stops(sheet), *_unanswered(sheet), *_short(sheet), *_wrong(sheet)]


def _stops(sheet: Sheet) -> Iterator[Obstacle]:
    if sheet.copy_kind == CopyKind.AGENCY:
        yield _obstacle("agency_copy", "copy_kind", "This is agency copy: it is licensed, not judged.", "Ask the agency for a contract.")


def _unanswered(sheet: Sheet) -> Iterator[Obstacle]:
    for name, (message, remedy) in ANSWERS.items():
        if getattr(sheet, name) in ("", None, []):
            yield _obstacle("unanswered", name, message, remedy)
    for factor in Factor:
        if not sheet.weights.get(factor):
            message = f"It is not said to which side the {factor} leans."
            yield _obstacle("unanswered", f"weight_{factor}", message, "Choose for, against or neither.")


def _short(sheet: Sheet) -> Iterator[Obstacle]:
    for name, remedy in REASONS.items():
        if len(getattr(sheet, name).strip()) < MIN_REASON_CHARS:
            yield _obstacle("reason_too_short", name, "This reason is missing or too short.", remedy)
    if not sheet.excerpt.strip():
        yield _obstacle("no_excerpt", "excerpt", "There is no excerpt for the public.", "Choose the passage that everyone may read.")


def _wrong(sheet: Sheet) -> Iterator[Obstacle]:
    for name, vocabulary in VOCABULARIES.items():
        if unknown := _codes(getattr(sheet, name)) - set(vocabulary):
            yield _obstacle("unknown_choice", name, f"Nobody here knows “{sorted(unknown)[0]}”.", "Choose from the list.")
    if len(sheet.jurisdiction) != 2 or not sheet.jurisdiction.isalpha():
        yield _obstacle("no_jurisdiction", "jurisdiction", "The country is not named.", "Give its two letters, for example US.")
    if sheet.legal_basis == LegalBasis.FAIR_DEALING and set(sheet.aims) == {Aim.OTHER}:
        message = "Fair dealing is for purposes that the law names, and “other” is none of them."
        yield _obstacle("no_dealing_purpose", "aims", message, "Choose the purpose that the law names, or another basis.")


def _codes(value: str | list[str] | dict[str, str]) -> set[str]:
    if isinstance(value, dict):
        return set(value.values())
    return set(value) if isinstance(value, list) else {value} - {""}


def _obstacle(code: str, field: str, message: str, remedy: str) -> Obstacle:
    return Obstacle(code, field, message, remedy, "worksheet")
