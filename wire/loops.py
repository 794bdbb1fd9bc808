"""Our own story comes back, or one that was withdrawn: what is recognised is judged here, before anything is made of it.

What was withdrawn stays withdrawn, also under another headline, id or address. The rights desk or a chief may take in
all the same what is another's, with a reason that the ledger keeps; our own withdrawn words nobody may.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from typing import Any

from articles import addresses, drafting, recognising, roles
from articles.models import Article
from articles.overlap.sameness import Sameness
from articles.recognising import Incoming, Recognised, Sign
from articles.refusals import Obstacle, Refused
from articles.vocabulary import Act, State
from house.models import House
from house.profile import zone_of

#: A text that shares fewer of our words with our story is not worth a line.
QUOTES_WORDS = 25
FOR_GOOD = "Nothing is made of it."
ASK = "If it must be taken in all the same, somebody of the rights desk or a chief can do it, with a reason."
KNOWN_BY = {
    Sign.ID: "It carries our id.",
    Sign.ADDRESS: "It gives our address as its own.",
    Sign.SAID: "It calls our address that of the original.",
}
ENDED = {State.UNPUBLISHED: "unpublished", State.KILLED: "killed", State.TAKEN_DOWN: "taken down"}


class Answer(IntEnum):
    NOTHING = 0
    NOTICE = 1
    NEEDS_REASON = 2
    FOR_GOOD = 3


@dataclass(frozen=True)
class Line:
    """One recognised story as this person is told of it. `article` is None where they may not see it."""

    sentence: str
    article: Article | None = None
    found: Recognised | None = None

    def __str__(self) -> str:
        return self.sentence

    @property
    def url(self) -> str:
        return addresses.desk_article(self.article.pk) if self.article else ""


@dataclass(frozen=True)
class Despite:
    """A person's word that this is taken in although it was recognised as these articles."""

    articles: frozenset[int]
    reason: str

    def answers(self, barred: Iterable[Recognised]) -> bool:
        """Is there a reason, and was it given knowing of all of them?"""
        return bool(self.reason.strip()) and {found.article.pk for found in barred} <= self.articles


class ComesBack(Refused):
    """What arrived is a story that we have. `may_be_taken` where a person with the role can still take it in, with a reason.

    `text` is what arrived, as words: to be shown beside ours.
    """

    def __init__(self, lines: Iterable[Line], articles: Iterable[int], *, may_be_taken: bool, text: str = "") -> None:
        self.lines = list(lines)
        self.text = text
        self.articles = sorted(articles)
        self.may_be_taken = may_be_taken
        self.ending = f"{FOR_GOOD} {ASK}" if may_be_taken else FOR_GOOD
        super().__init__(*(Obstacle("comes_back", "text", line.sentence, self.ending) for line in self.lines))


def answer_to(found: Recognised) -> Answer:
    """What follows from what was recognised. Pure."""
    text = found.sameness
    if found.is_withdrawn and found.is_own and text.is_same:
        return Answer.FOR_GOOD
    if found.is_withdrawn and (found.is_by_name or Sign.SAID in found.signs or text.is_same or text.holds):
        return Answer.NEEDS_REASON
    if found.is_own and (found.is_by_name or text.is_same):
        return Answer.NEEDS_REASON
    is_worth_a_line = found.is_by_name or text.is_same or Sign.SAID in found.signs or (found.is_withdrawn and bool(found.signs))
    quotes = found.is_own and text.words >= QUOTES_WORDS and not text.is_quoted
    return Answer.NOTICE if is_worth_a_line or quotes else Answer.NOTHING


def refuse_our_page(address: str, *, by: Any, at: datetime) -> None:
    """Before an address is fetched: our own page is not brought in. Raises ComesBack."""
    ours = recognising.at_address(address)
    if ours is not None:
        raise ComesBack([_line(ours, by=by, at=at)], [ours.article.pk], may_be_taken=False)


def check(incoming: Incoming, *, by: Any, at: datetime, despite: Despite | None = None) -> tuple[list[Line], list[Recognised]]:
    """Lines to show beside the draft, and what is taken in although it was recognised. Raises ComesBack or MoveRefused."""
    judged = [(found, answer_to(found)) for found in recognising.recognise(incoming)]
    barred = [found for found, answer in judged if answer >= Answer.NEEDS_REASON]
    notices = [_line(found, by=by, at=at) for found, answer in judged if answer == Answer.NOTICE]
    if not barred:
        return notices, []
    is_final = any(answer == Answer.FOR_GOOD for _found, answer in judged)
    if is_final or despite is None or not despite.answers(barred):
        lines = [_line(found, by=by, at=at) for found in barred]
        raise ComesBack(lines, [found.article.pk for found in barred], may_be_taken=not is_final, text=incoming.text)
    roles.check(by, Act.TAKE_IN_AGAIN)
    return notices, barred


def _line(found: Recognised, *, by: Any, at: datetime) -> Line:
    article = found.article
    is_seen = article.first_published_at is not None and article.first_published_at <= at
    may_open = roles.may(by, Act.READ_DRAFTS, is_own=drafting.is_own(article, by))
    what = _what(found, f" “{article.headline}”" if is_seen or may_open else "")
    sentence = " ".join(part for part in (f"{what}{_when(found, at)}.", _how(found)) if part)
    return Line(sentence, article if may_open else None, found)


def _what(found: Recognised, called: str) -> str:
    if found.sameness.is_same and not found.is_own:
        return f"We have this piece already{', as' if called else ''}{called}"
    if found.sameness.is_same or found.is_by_name:
        is_said = "is" if found.sameness.is_same else "says that it is"
        return f"This {is_said} {'our own story' if found.is_own else 'a piece that we have already,'}{called}"
    if Sign.SAID in found.signs:
        return f"This names {'our story' if found.is_own else 'a piece that we took in,'}{called} as its original"
    verb = "uses words of" if found.sameness.words else "links to"
    return f"This {verb} {'our story' if found.is_own else 'the piece'}{called}"


def _when(found: Recognised, at: datetime) -> str:
    """ "of 12 March 2026; it was killed on 14 March 2026"."""
    article = found.article
    first = article.first_published_at
    of = f" of {_day(first, at)}" if first and first <= at else ""
    if found.is_withdrawn:
        on = f" on {_day(found.withdrawn_at, at)}" if found.withdrawn_at else ""
        return f"{of}; it was {ENDED[State(article.state)]}{on}"
    return of if of else f" ({article.get_state_display().lower()})"


def _how(found: Recognised) -> str:
    said = [sentence for sign, sentence in KNOWN_BY.items() if sign in found.signs]
    if found.sameness.words and not found.sameness.is_quoted:
        said.append(_shares(found.sameness))
    return " ".join(said)


def _shares(found: Sameness) -> str:
    return f"{_percent(found.share_of_new)} of its words stand in ours, and {_percent(found.share_of_known)} of ours in it."


def _percent(share: float) -> str:
    return f"{share * 100:.0f} %"


def _day(moment: datetime, at: datetime) -> str:
    return f"{moment.astimezone(zone_of(House.objects.in_force(at))):%-d %B %Y}"
