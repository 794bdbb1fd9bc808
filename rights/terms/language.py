"""The table of one language: everything that the reader must know to read terms in it, and nothing about how. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from rights.vocabulary import TermKind

from .rule import Detail, Pattern, Rule, Words


@dataclass(frozen=True)
class Guards:
    """What keeps a sentence from being a permission.

    `harmless` is blanked first: negations that only make a condition. Any of `denies` in the rest ends the permission.
    `qualifies` opens a sentence that limits the one before it; `revoked` says that a permission came to an end.
    `over` says that something did ("that is no longer so"): a permission only where publishing again is spoken of.
    """

    harmless: Pattern
    denies: tuple[Pattern, ...]
    qualifies: Pattern
    revoked: Pattern
    over: Pattern


@dataclass(frozen=True)
class Limits:
    """Patterns with the groups `number` and `unit` or `date`, and what the words in these groups are worth.

    `hours` and `periods` are looked up by the beginning of the word: "stund" is Stunde, Stunden.
    """

    delay: Pattern
    count: Pattern
    until: Pattern
    max_words: Pattern
    numbers: Mapping[str, int]
    hours: Mapping[str, int]
    periods: Mapping[str, str]
    months: Mapping[str, int]
    fee: Pattern | None = None


@dataclass(frozen=True)
class Language:
    """`own_words` are words that only this language uses in terms: they tell it where a line is too short for anything else.

    `permissions` are tried first, then `others`, then `condition`; the first that fits says what a sentence is.
    `exception` is how a ban goes on for those whom it spares; `asks` gives an address to those who have just read terms."""

    code: str
    own_words: Pattern
    permissions: tuple[Rule, ...]
    others: tuple[Rule, ...]
    exception: Rule
    asks: Rule
    condition: Rule
    licence: Rule
    conditions: tuple[Detail, ...]
    guards: Guards
    limits: Limits
    classes: Words
    needing: Words
    channels: Words
    purposes: Words
    edits: Words
    excepted: Words
    offered_uses: Words
    banned_uses: Words
    commercial_too: Pattern
    link_home: Pattern
    link_article: Pattern
    excerpt: Pattern
    connective: Pattern
    of_a_picture: Pattern
    about_texts: Pattern
    ask_us: Pattern
    consent: Pattern
    commercial_alone: Pattern
    reserved: Pattern
    owner: Pattern
    prior_interest: Pattern
    without_profit: Pattern
    elsewhere: Pattern
    ai: Pattern
    reprint: Pattern
    reported: Pattern
    holder: Pattern | None = None
    no_holder: frozenset[str] = field(default_factory=frozenset)
    is_cyrillic: bool = False

    def rules(self) -> tuple[Rule, ...]:
        """Everything that can be listed, in the order in which it is tried. Other languages than English say theirs before the id."""
        before = "" if self.code == "en" else f"{self.code}:"
        details = (Rule(f"{before}condition:{d.id}", TermKind.CONDITION, d.pattern, d.says, d.example) for d in self.conditions)
        return (self.licence, *self.permissions, *self.others, self.exception, self.asks, self.condition, *details)
