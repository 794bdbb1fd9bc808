"""The words of others that a version holds: which of them one recipient gets, what is owed for those, and the text without the rest.

Reads what was frozen and what was decided; asks nothing and decides nothing.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from articles import body, leaving_out
from articles.models import PublishedVersion
from rights.facts import Duty, PageDecision
from rights.vocabulary import Obligation

#: What is owed for a quotation beside the page that it stands on: which address stands for that page is for its text to say.
OF_THE_PAGE = frozenset(
    {Obligation.CANONICAL_TO_ORIGINAL, Obligation.NOINDEX, Obligation.CARRY_CORRECTIONS, Obligation.DROP_IMAGES, Obligation.COUNTER}
)


@dataclass(frozen=True)
class Quoted:
    """Words that may be shown, whom to name for them (`record` as `attribution` reads it), and what is owed."""

    work_id: int
    words: str
    record: dict[str, Any]
    duties: tuple[Duty, ...]


def frozen_in(version: PublishedVersion) -> list[dict[str, Any]]:
    return version.frozen.get("quotations", [])


def needed(version: PublishedVersion) -> set[int]:
    """The works of those without which it does not stand."""
    return {one["work"] for one in frozen_in(version) if one["is_needed"]}


def without_withheld(html: str, version: PublishedVersion, decision: PageDecision) -> str:
    """The text with a mark in the place of each quotation that may not be shown."""
    passages = [one["words"] for one in frozen_in(version) if one["work"] in decision.dropped]
    return leaving_out.from_html(html, passages, version.language) if passages else html


def words_without_withheld(words: str, version: PublishedVersion, decision: PageDecision) -> str:
    """The same for plain words, such as an excerpt."""
    is_whole = not any(one["work"] in decision.dropped for one in frozen_in(version))
    return words if is_whole else body.to_text(without_withheld(body.paragraphs_to_html([words]), version, decision))


def record_alone(version: PublishedVersion) -> dict[str, Any]:
    """What was frozen, without the words of others: they go out in the text and in `shown_in`, as far as they may."""
    return {key: value for key, value in version.frozen.items() if key != "quotations"} if frozen_in(version) else version.frozen


def shown_in(text: str, version: PublishedVersion, decision: PageDecision) -> tuple[Quoted, ...]:
    """Those that this recipient may have and that stand in the plain words of what is shown."""
    owed = {one.work_id: one.duties for one in decision.decisions}
    return tuple(
        Quoted(one["work"], one["words"], one["record"], tuple(_for_words(owed[one["work"]])))
        for one in frozen_in(version)
        if one["work"] not in decision.dropped and leaving_out.shares(text, one["words"])
    )


def _for_words(duties: Iterable[Duty]) -> Iterator[Duty]:
    """A change that nobody has told of is none: quoted words stand as they were written."""
    for duty in duties:
        is_change_untold = duty.obligation is Obligation.MARK_CHANGES and not duty.value
        if duty.obligation not in OF_THE_PAGE and not is_change_untold:
            yield replace(duty, value=duty.value.strip())
