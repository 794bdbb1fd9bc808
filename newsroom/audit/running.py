"""One audit from beginning to end: rows, decisions, ledger, and the finished bytes of what changed since the last one."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from time import monotonic
from typing import Any

from house.models import House
from newsroom.audit import feeds_seen, lists_seen, live, memory, pages_seen, pictures_seen, records, verdicts, works
from newsroom.audit.asking import Asker
from newsroom.audit.faults import RECORD, Fault
from newsroom.audit.lists_seen import Lists
from newsroom.audit.live import Portion
from newsroom.audit.pictures_seen import Pictures
from newsroom.audit.verdicts import Counts, Question
from rights import ledger_check
from rights.facts import PUBLIC, PageDecision
from rights.vocabulary import Use
from syndication.models import Partner

#: How many faults are kept for the desk.
KEPT_FAULTS = 200


def silent(done: int) -> None:
    """Tell nobody how far it is."""


@dataclass
class Result:
    """`asked` are answers whose bytes were looked at, `left` the pages, lists and pictures that wait for the next audit."""

    at: datetime
    articles: int = 0
    works: int = 0
    asked: int = 0
    left: int = 0
    seconds: float = 0.0
    verdict_seconds: float = 0.0
    counts: Counts = field(default_factory=Counts)
    faults: list[Fault] = field(default_factory=list)

    def as_dict(self) -> dict[str, Any]:
        return {
            "at": self.at.isoformat(),
            "articles": self.articles,
            "works": self.works,
            "decisions": self.counts.decisions,
            "exits": {name: dict(counted) for name, counted in sorted(self.counts.by_exit.items())},
            "refusals": dict(self.counts.reasons.most_common()),
            "answers": self.asked,
            "answers_left": self.left,
            "seconds": round(self.seconds, 2),
            "verdict_seconds": round(self.verdict_seconds, 2),
            "faults": [fault.as_dict() for fault in self.faults],
        }


class Audit:
    """`deadline`: seconds after which no more pages are asked for; the rest waits. None: all that changed."""

    def __init__(self, at: datetime, *, full: bool = False, deadline: float | None = None) -> None:
        self.at, self.deadline = at, deadline
        self.result, self.began = Result(at), monotonic()
        self.known = memory.Memory(memory.making()) if full else memory.recall()
        self.seen: dict[str, str] = {}
        self.lists, self.pictures = Lists(), Pictures()
        self.house = House.objects.in_force(at)
        self.asker = Asker()

    def run(self, tell: Callable[[int], None] = silent) -> Result:
        asked, done_works = verdicts.questions(self.at), set[int]()
        for portion in live.portions(self.at):
            self._look(portion, asked, done_works)
            tell(self.result.articles)
        self._gone()
        self.result.faults += [Fault("ledger", 0, RECORD, fault, "See verify_ledger.") for fault in ledger_check.check().faults]
        self._lists()
        self._picture_files()
        self._feeds()
        self.result.works, self.result.asked = len(done_works), self.asker.asked
        self.result.seconds = monotonic() - self.began
        memory.remember(memory.Memory(memory.making(), self.seen))
        memory.keep(self.result.as_dict() | {"faults": [fault.as_dict() for fault in self.result.faults[:KEPT_FAULTS]]})
        return self.result

    def _look(self, portion: Portion, asked: list[Question], done: set[int]) -> None:
        faults = self.result.faults
        for version in portion.versions:
            faults += records.faults_of(version, portion)
            for work in portion.works_of(version):
                if work.pk not in done:
                    faults += works.faults_of(work, version.article_id, portion)
                    done.add(work.pk)
        began = monotonic()
        decided = verdicts.Decided()
        faults += verdicts.look(portion, asked, self.result.counts, decided, self.at)
        self.result.verdict_seconds += monotonic() - began
        self.result.articles += len(portion.versions)
        self.lists.note(portion.versions, decided.of(Use.LIST, PUBLIC))
        self.pictures.note(decided.of(Use.READ, PUBLIC))
        self._pages(decided)

    def _pages(self, decided: verdicts.Decided) -> None:
        for version, decision in decided.of(Use.READ, PUBLIC):
            self._ask(str(version.pk), self._mark(version.pk, decision), partial(pages_seen.look, version, decision, self.asker))

    def _gone(self) -> None:
        for version in live.withdrawn(self.at).iterator():
            self._ask(str(version.pk), "withdrawn", partial(pages_seen.look_gone, version, self.asker))

    def _lists(self) -> None:
        for address, entries in self.lists.all():
            look = partial(lists_seen.look, address, entries, self.lists, self.asker)
            self._ask(address, _hashed(lists_seen.mark(entries)), look)

    def _picture_files(self) -> None:
        for asset, files in pictures_seen.every():
            look = partial(pictures_seen.look, asset, files, self.pictures, self.asker)
            self._ask(f"picture {asset}", _hashed(pictures_seen.mark(asset, files, self.pictures)), look)

    def _ask(self, name: str, mark: str, look: Callable[[], Iterable[Fault]]) -> None:
        """Look at the answer unless it was found sound as it is now, and remember it if it is."""
        if not self.known.knows(name, mark):
            if self.deadline is not None and monotonic() - self.began > self.deadline:
                self.result.left += 1
                return
            if found := list(look()):
                self.result.faults += found
                return
        self.seen[name] = mark

    def _feeds(self) -> None:
        """Always: a feed's answer is another one at each moment."""
        for partner in Partner.objects.with_memberships():
            self.result.faults += feeds_seen.look(partner, self.asker, self.at)

    def _mark(self, version_id: int, decision: PageDecision) -> str:
        """Another one whenever the version, what may be shown of it, what it owes or who we are changes."""
        words = [version_id, self.house and self.house.pk, decision.verdict, decision.reasons, decision.duties, decision.limits]
        return _hashed(repr([*words, sorted(decision.dropped)]))


def _hashed(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()[:16]
