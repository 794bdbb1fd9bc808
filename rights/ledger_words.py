"""What the ledger's acts are called, as sentences. Words only; an act that has none here is said as it is written."""

from collections.abc import Mapping
from typing import Any

SENTENCES = {
    "taken_in": "Taken in from elsewhere; a copy of the page is kept.",
    "taken_in_again": "Taken in although it was recognised as a story that we have: {reason}",
    "terms_answered": "The proposed terms were answered.",
    "basis_confirmed": "The basis was confirmed: {basis}.",
    "forbidden": "A ban of the owner was recorded.",
    "ban_lifted": "A ban was lifted.",
    "worksheet_written": "A fair-use worksheet was written.",
    "worksheet_approved": "A second person approved the fair-use worksheet.",
    "worksheet_returned": "A second person gave the fair-use worksheet back.",
    "use_reported": "The owner was told of the use.",
    "quotation_marked": "Words of others were marked in the text.",
    "quotation_removed": "The mark of a quotation was taken away.",
    "cleared": "The rights desk cleared the text as it stood.",
    "hold_placed": "A hold was placed: {kind}.",
    "hold_lifted": "The hold was lifted.",
    "schedule": "Scheduled for {visible_from}.",
    "published": "Published.",
    "updated": "Published again, updated.",
    "corrected": "A correction was published.",
    "unpublished": "Unpublished.",
    "killed": "Killed: withdrawn for good.",
    "taken_down": "Taken down.",
}


def title(act: str) -> str:
    """The act in a word or two, for a filter."""
    return act.replace("_", " ").capitalize()


def sentence(act: str, details: Mapping[str, Any] | None = None) -> str:
    """What was done, in a sentence."""
    told = SENTENCES.get(act, f"{title(act)}.")
    words = {name: str(value).replace("_", " ") for name, value in (details or {}).items()}
    return told.format_map(_Words(words))


class _Words(dict[str, str]):
    """What an entry does not say is left open."""

    def __missing__(self, key: str) -> str:
        return "not said"
