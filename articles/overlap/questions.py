"""What the second reader of a worksheet must answer: thresholds raise questions, never a verdict. Pure (`rights.md` §2)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

MAX_SHARE_OF_SOURCE = 0.10
MAX_RUN_WORDS = 60
WHOLE_SHARE = 0.9
MAX_ITEMS_90D = 5


class TriggerCode(StrEnum):
    """What is asked. The last four rest on facts that the desk adds to the measures under these names."""

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


@dataclass(frozen=True)
class Trigger:
    """One question. `value` is the figure that raised it."""

    code: TriggerCode
    value: float
    sentence: str


#: Code: the measure that it looks at, above which figure it asks, and what.
_QUESTIONS: dict[TriggerCode, tuple[str, float, str]] = {
    TriggerCode.MUCH_OF_SOURCE: (
        "share_of_source",
        MAX_SHARE_OF_SOURCE,
        "More than a tenth of the source stands in our text. Why is this much needed?",
    ),
    TriggerCode.LONG_RUN: (
        "longest_run",
        MAX_RUN_WORDS,
        "One passage runs for more than 60 words without a break. Why could it not be shorter?",
    ),
    TriggerCode.LEDE_COPIED: ("lede_copied", 0, "The opening of the source stands in our text. Is it the heart of the piece?"),
    TriggerCode.HEADLINE_COPIED: ("headline_copied", 0, "Our headline is the source's. Why not our own?"),
    TriggerCode.UNMARKED: (
        "unmarked_share",
        0,
        "Words of the source stand in our text without quotation marks. Are they marked as another's?",
    ),
    TriggerCode.WHOLE_TEXT: ("share_of_source", WHOLE_SHARE, "Nearly the whole source is used. Why would an excerpt not do?"),
    TriggerCode.MIXED_ALPHABETS: ("flagged_words", 0, "Some words mix letters of several alphabets. Are they meant so?"),
    TriggerCode.NOT_COMPARABLE: (
        "not_comparable",
        0,
        "The two texts are in different languages and can't be compared. How much of the source is ours?",
    ),
    TriggerCode.MANY_FROM_SOURCE: (
        "source_items_90d",
        MAX_ITEMS_90D,
        "We used more than five items of this source in 90 days. Do we take its place for our readers?",
    ),
    TriggerCode.LICENCE_AVAILABLE: ("licence_available", 0, "The source offers a licence. Why not take it?"),
    TriggerCode.AGENCY_SOURCE: ("agency_source", 0, "The source is an agency, which lives by licensing. Is there a contract?"),
    TriggerCode.UNPUBLISHED: ("unpublished", 0, "The source was never published. Why is its author's choice not to publish outweighed?"),
}


def triggers_in(measures: Mapping[str, Any]) -> list[Trigger]:
    """The questions that stored measures raise. A measure that is not there raises none."""
    values = {code: _figure(measures.get(name, 0)) for code, (name, _, _) in _QUESTIONS.items()}
    return [Trigger(code, values[code], sentence) for code, (_, above, sentence) in _QUESTIONS.items() if values[code] > above]


def _figure(value: Any) -> float:
    return float(len(value)) if isinstance(value, (list, tuple)) else float(value)
