"""The rights matrix of one article: each exit and recipient, yes, part or no, with the reason and when it changes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from articles import counting, obstacles
from articles.attribution import outgoing
from articles.models import Article
from articles.refusals import Obstacle
from articles.showing import TITLES_ONLY
from rights import exits, records
from rights.decision import decide_page
from rights.facts import Duty, PageDecision
from rights.vocabulary import SHOWABLE, Reason, Use, Verdict, WorkKind
from rights.wording import say

MAX_MOMENTS = 12


@dataclass(frozen=True)
class Cell:
    """One exit for one recipient at one moment. `sentence` says why."""

    verdict: Verdict
    reason: str
    sentence: str
    next_change_at: datetime | None


@dataclass(frozen=True)
class Row:
    exit_label: str
    receiver: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Matrix:
    """`moments` are now and each instant at which any cell changes; every row has one cell for each moment."""

    moments: tuple[datetime, ...]
    rows: tuple[Row, ...]


def of(article: Article, *, at: datetime, missing: Iterable[Obstacle] = ()) -> Matrix:
    """The matrix now and at each coming change. Six queries and as many as the exits' receivers take.

    `missing` is what the article's list of obstacles found: what a finished form does not show, its exit does not let out.
    """
    unmet = {(form, obstacle.code) for obstacle in missing for form in obstacle.forms}
    works = counting.works_of(article, counting.of_text(article))
    quoted = {work.id for work in works if work.kind is WorkKind.QUOTATION}
    house = records.house_facts(at)
    doors = [(door, receiver) for door in exits.asking_apart() for receiver in door.receivers(at)]

    def decide(moment: datetime, door: exits.Exit, receiver: exits.Receiver) -> PageDecision:
        return decide_page(works, door.use, receiver.recipient, at=moment, house=house, context=receiver.context)

    moments = _moments(decide, doors, at)

    def cell(moment: datetime, door: exits.Exit, receiver: exits.Receiver) -> Cell:
        decision = decide(moment, door, receiver)
        lacking = [duty for duty in decision.duties if (door.form, outgoing.code(duty)) in unmet]
        return (
            _stays_in(lacking[0], decision)
            if lacking and decision.verdict in SHOWABLE
            else _cell(decision, _left_out(decision, quoted, door.use))
        )

    rows = [Row(door.label, receiver.label, tuple(cell(moment, door, receiver) for moment in moments)) for door, receiver in doors]
    return Matrix(tuple(moments), tuple(rows))


def _moments(decide, doors, at: datetime) -> list[datetime]:
    moments = [at]
    while len(moments) < MAX_MOMENTS:
        coming = [decision.next_change_at for door, receiver in doors if (decision := decide(moments[-1], door, receiver)).next_change_at]
        if not coming:
            break
        moments.append(max(min(coming), moments[-1] + timedelta(microseconds=1)))
    return moments


def _cell(decision: PageDecision, left_out: str) -> Cell:
    sentence = say(decision.reason, contact=decision.contact, conditions=decision.conditions)
    return Cell(decision.verdict, str(decision.reason), f"{sentence} {left_out}".strip(), decision.next_change_at)


def _left_out(decision: PageDecision, quoted: set[int], use: Use) -> str:
    """Which words of others the text goes without, and why. Lists show no text; what is withheld goes without all of it."""
    if use in TITLES_ONLY or decision.verdict not in SHOWABLE:
        return ""
    reasons = [decision.dropped[work] for work in sorted(quoted & decision.dropped.keys())]
    if not reasons:
        return ""
    what = "A quotation is" if len(reasons) == 1 else f"{len(reasons)} quotations are"
    return f"{what} left out: {' '.join(say(reason) for reason in dict.fromkeys(reasons))}"


def _stays_in(duty: Duty, decision: PageDecision) -> Cell:
    """Allowed, and not let out, because the finished form does not show what is owed."""
    sentence = say(Reason.OBLIGATION_UNMET, obligation=duty.obligation)
    return Cell(Verdict.DENY, outgoing.code(duty), sentence, decision.next_change_at)


def live_verdict(article: Article, *, at: datetime) -> PageDecision:
    """May the public read it as it stands: the one line above the matrix."""
    return obstacles.decide_now(article, at=at)
