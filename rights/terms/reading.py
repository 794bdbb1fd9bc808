"""What the terms reader hands back: proposals, each with the words of the text that it rests on.

Pure. A proposal holds nothing: a person confirms it or not.
"""

from dataclasses import dataclass
from itertools import pairwise
from typing import TypedDict

from rights.vocabulary import TermKind


class Codes(TypedDict, total=False):
    """The codes of `rights.md` §§1.1–1.5 that a sentence states. What it does not state is left out, and means "not said".

    `grantee` is anyone or class (then `grantee_class`); `classes` are those who need permission.
    `excepted` is material that the offer leaves out; `edits` those that are accepted although the text is `unaltered`.
    `elsewhere` marks a ban of everything that is not permitted in another place.
    `delay_hours` counts from the original's appearance; `max_count` pieces in one `count_period` (day, week, month, year);
    `not_after` is the last day, as a date. `link_to` says article or home.
    `contact` is there only where it could be read; `contact_state` says read, unreadable or missing.
    """

    basis: str
    verdict: str
    elsewhere: bool
    grantee: str
    grantee_class: str
    classes: list[str]
    uses: list[str]
    recipients: list[str]
    onward: str
    channels: list[str]
    commercial: str
    purposes: list[str]
    part: str
    max_words: int
    unaltered: bool
    edits: list[str]
    excepted: list[str]
    no_resale: bool
    no_systematic: bool
    no_ads_adjacent: bool
    fee: bool
    delay_hours: int
    max_count: int
    count_period: str
    not_after: str
    link_to: str
    obligations: list[str]
    spdx: str
    licence_name: str
    licence_url: str
    contact: str
    contact_kind: str
    contact_state: str
    contact_party: str
    holder: str
    copyright_line: str
    credit_form: str


@dataclass(frozen=True)
class Proposal:
    """One statement found. `quote == text[start:end]`; `rule` names the rule that found it."""

    kind: TermKind
    rule: str
    codes: Codes
    quote: str
    start: int
    end: int

    @property
    def holder(self) -> str:
        return self.codes.get("holder", "")

    @property
    def is_readable(self) -> bool:
        """False where the sentence points to a contact that the site hid."""
        return self.codes.get("contact_state") != "unreadable"


@dataclass(frozen=True)
class Stretch:
    """A piece of the text for colouring it: of one kind, or of none. `rule` is "" where nothing was found."""

    start: int
    end: int
    kind: TermKind | None
    rule: str = ""


@dataclass(frozen=True)
class Reading:
    """All that was found, in the order of the text. `unread_language` names a language that no rule can read.

    `flags` are the codes of what a person should look at, `notes` the same in sentences.
    """

    proposals: tuple[Proposal, ...] = ()
    unread_language: str | None = None
    notes: tuple[str, ...] = ()
    flags: frozenset[str] = frozenset()

    def of_kind(self, kind: TermKind) -> tuple[Proposal, ...]:
        return tuple(proposal for proposal in self.proposals if proposal.kind == kind)

    @property
    def holder(self) -> str:
        """The first name that the terms give for who speaks in them, "" if none."""
        return next((proposal.holder for proposal in self.proposals if proposal.holder), "")

    def stretches(self, length: int) -> tuple[Stretch, ...]:
        """The whole text in pieces that do not overlap; a condition inside a permission keeps its own."""
        marks = sorted({0, length, *(p.start for p in self.proposals), *(p.end for p in self.proposals)})
        return tuple(self._stretch(start, end) for start, end in pairwise(marks))

    def _stretch(self, start: int, end: int) -> Stretch:
        covering = [p for p in self.proposals if p.start <= start and end <= p.end]
        innermost = min(covering, key=lambda p: p.end - p.start, default=None)
        return Stretch(start, end, innermost.kind, innermost.rule) if innermost else Stretch(start, end, None)
