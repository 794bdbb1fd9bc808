"""What the second reader of a worksheet must answer: thresholds raise questions, never a verdict. Pure (`rights.md` §2)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


@dataclass(frozen=True)
class Limits:
    """Above which figure a question is asked. The house sets them; these are the suggested ones to start with."""

    max_share_of_source: float = 0.10
    max_run_words: int = 60
    max_unmarked_share: float = 0.0
    whole_share: float = 0.9
    max_items_90d: int = 5


STARTING = Limits()


class TriggerCode(StrEnum):
    """What is asked. From `MANY_FROM_SOURCE` on the question rests on what the desk adds to the measures under its name."""

    MUCH_OF_SOURCE = "much_of_source"
    LONG_RUN = "long_run"
    LEDE_COPIED = "lede_copied"
    HEADLINE_COPIED = "headline_copied"
    UNMARKED = "unmarked"
    WHOLE_TEXT = "whole_text"
    MIXED_ALPHABETS = "mixed_alphabets"
    NOT_COMPARABLE = "not_comparable"
    MANY_FROM_SOURCE = "many_from_source"
    LICENCE_AVAILABLE = "licence_available"
    AGENCY_SOURCE = "agency_source"
    UNPUBLISHED = "unpublished"
    REGISTERED = "registered"
    WHOLE_IMAGE = "whole_image"
    RUNS_ALONE = "runs_alone"
    HEART = "heart"
    AROUND_PAYWALL = "around_paywall"
    CMI_REMOVED = "cmi_removed"
    OBJECTIONS = "objections"
    COMMERCIAL = "commercial"


@dataclass(frozen=True)
class Trigger:
    """One question. `value` is the figure that raised it."""

    code: TriggerCode
    value: float
    sentence: str


@dataclass(frozen=True)
class _Question:
    """Asked when the measure of this name lies above `above`; `sentence` is what the reader answers."""

    measure: str
    above: Callable[[Limits], float]
    sentence: Callable[[Limits], str]


def _nothing(limits: Limits) -> float:
    return 0


def _always(measure: str, sentence: str) -> _Question:
    """Asked as soon as there is any of it."""
    return _Question(measure, _nothing, lambda limits: sentence)


def _percent(share: float) -> str:
    return f"{share * 100:g} %"


_QUESTIONS: dict[TriggerCode, _Question] = {
    TriggerCode.MUCH_OF_SOURCE: _Question(
        "share_of_source",
        lambda limits: limits.max_share_of_source,
        lambda limits: f"More than {_percent(limits.max_share_of_source)} of the source stands in our text. Why is this much needed?",
    ),
    TriggerCode.LONG_RUN: _Question(
        "longest_run",
        lambda limits: limits.max_run_words,
        lambda limits: f"One passage runs for more than {limits.max_run_words} words without a break. Why could it not be shorter?",
    ),
    TriggerCode.LEDE_COPIED: _always("lede_copied", "The opening of the source stands in our text. Is it the heart of the piece?"),
    TriggerCode.HEADLINE_COPIED: _always("headline_copied", "Our headline is the source's. Why not our own?"),
    TriggerCode.UNMARKED: _Question(
        "unmarked_share",
        lambda limits: limits.max_unmarked_share,
        lambda limits: "Words of the source stand in our text without quotation marks. Are they marked as another's?",
    ),
    TriggerCode.WHOLE_TEXT: _Question(
        "share_of_source",
        lambda limits: limits.whole_share,
        lambda limits: "Nearly the whole source is used. Why would an excerpt not do?",
    ),
    TriggerCode.MIXED_ALPHABETS: _always("flagged_words", "Some words mix letters of several alphabets. Are they meant so?"),
    TriggerCode.NOT_COMPARABLE: _always(
        "not_comparable", "The two texts are in different languages and can't be compared. How much of the source is ours?"
    ),
    TriggerCode.MANY_FROM_SOURCE: _Question(
        "source_items_90d",
        lambda limits: limits.max_items_90d,
        lambda limits: f"We used more than {limits.max_items_90d} items of this source in 90 days. Do we take its place for our readers?",
    ),
    TriggerCode.LICENCE_AVAILABLE: _always("licence_available", "The source offers a licence. Why not take it?"),
    TriggerCode.AGENCY_SOURCE: _always("agency_source", "The source is an agency, which lives by licensing. Is there a contract?"),
    TriggerCode.UNPUBLISHED: _always(
        "unpublished", "The source was never published. Why is its author's choice not to publish outweighed?"
    ),
    TriggerCode.REGISTERED: _always("registered", "The source's copyright is registered. Would we still use it if its owner sued?"),
    TriggerCode.WHOLE_IMAGE: _always("images_used", "A picture of the source is shown whole. Why would a smaller part or none not do?"),
    TriggerCode.RUNS_ALONE: _always("would_run_alone", "We would run it without a text of our own. What then does ours add?"),
    TriggerCode.HEART: _always("is_heart", "We take the heart of the original. Why is nothing less enough?"),
    TriggerCode.AROUND_PAYWALL: _always("around_paywall", "Our copy went around a paywall. May we hold it at all?"),
    TriggerCode.CMI_REMOVED: _always("cmi_removed", "A credit, notice or mark of theirs was removed. Why, and where does it stand now?"),
    TriggerCode.OBJECTIONS: _always("objections", "This owner has objected before. What is different this time?"),
    TriggerCode.COMMERCIAL: _always("commercial_signals", "We earn with the page. Does this use depend on that?"),
}


def triggers_in(measures: Mapping[str, Any], limits: Limits = STARTING) -> list[Trigger]:
    """The questions that stored measures raise. A measure that is not there, or not known, raises none."""
    found = []
    for code, question in _QUESTIONS.items():
        value = _figure(measures.get(question.measure))
        if value > question.above(limits):
            found.append(Trigger(code, value, question.sentence(limits)))
    return found


def _figure(value: Any) -> float:
    if value is None:
        return 0.0
    return float(len(value)) if isinstance(value, (list, tuple)) else float(value)
