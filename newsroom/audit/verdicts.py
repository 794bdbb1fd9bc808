"""The decision for every live work at every exit, for everyone who receives there, counted; and what no decision may ever say."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from articles import published
from articles.models import PublishedVersion
from newsroom.audit.faults import Fault
from newsroom.audit.live import Portion
from rights import exits
from rights.exits import Receiver
from rights.facts import PageDecision, Recipient
from rights.vocabulary import JUDGED, SHOWABLE, Basis, RecipientKind, Use

STOP_IT = "Put a hold on it, and tell whoever keeps this program."


@dataclass(frozen=True)
class Question:
    """One use for one receiver, and the exits that ask just this."""

    use: Use
    receiver: Receiver
    exits: tuple[str, ...]


@dataclass
class Counts:
    """How often each exit got each verdict, and why what was refused was."""

    by_exit: dict[str, Counter[str]] = field(default_factory=dict)
    reasons: Counter[str] = field(default_factory=Counter)
    decisions: int = 0

    def add(self, question: Question, decision: PageDecision) -> None:
        self.decisions += 1
        for name in question.exits:
            self.by_exit.setdefault(name, Counter())[str(decision.verdict)] += 1
        if decision.verdict not in SHOWABLE:
            self.reasons[str(decision.reason)] += 1


@dataclass
class Decided:
    """The decisions of one portion that finished bytes are held against."""

    by_question: dict[tuple[Use, Recipient], list[tuple[PublishedVersion, PageDecision]]] = field(default_factory=dict)

    def of(self, use: Use, recipient: Recipient) -> list[tuple[PublishedVersion, PageDecision]]:
        return self.by_question.get((use, recipient), [])


def questions(at: datetime) -> list[Question]:
    """What all exits ask, each thing once."""
    found: dict[tuple[Use, Receiver], list[str]] = {}
    for door in exits.every():
        for receiver in door.receivers(at):
            found.setdefault((door.use, receiver), []).append(door.name)
    return [Question(use, receiver, tuple(names)) for (use, receiver), names in found.items()]


def look(portion: Portion, asked: list[Question], counts: Counts, kept: Decided, at: datetime) -> Iterator[Fault]:
    live = [version for version in portion.versions if version.visible_from <= at]
    for question in asked:
        decided = published.decide_all(live, question.use, question.receiver.recipient, at=at, context=question.receiver.context)
        kept.by_question.setdefault((question.use, question.receiver.recipient), decided)
        for version, decision in decided:
            counts.add(question, decision)
            if decision.verdict in SHOWABLE:
                yield from _never(version, decision, question, portion, at)


def _never(version: PublishedVersion, decision: PageDecision, question: Question, portion: Portion, at: datetime) -> Iterator[Fault]:
    """What is not shown, whatever else is recorded: asked of the rows, not of the decision."""
    where, who = question.exits[0], question.receiver.label
    for work in portion.works_of(version):
        if work.pk in decision.dropped:
            continue
        if any(hold.placed_at <= at and (hold.lifted_at is None or at < hold.lifted_at) for hold in portion.holds[work.pk]):
            yield Fault("held_and_shown", version.article_id, where, f"A hold stands and {who} may have it.", STOP_IT)
        if not work.is_verified:
            yield Fault("unverified_and_shown", version.article_id, where, f"Its basis is not confirmed and {who} may have it.", STOP_IT)
        if Basis(work.basis) in JUDGED and question.receiver.recipient.kind == RecipientKind.PARTNER and question.use not in OPEN_TO_ALL:
            yield Fault("judged_and_passed_on", version.article_id, where, f"Our own judgement went on to {who}.", STOP_IT)


#: A partner sees of our own page what anyone sees.
OPEN_TO_ALL = frozenset({Use.READ, Use.LIST, Use.EXCERPT, Use.INDEX, Use.MEDIA_RENDITION})
