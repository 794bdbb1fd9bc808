"""Puts one state's moments to the real addresses and holds every byte that comes back against what may be seen."""

import contextlib
import html
import itertools
import re
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from random import Random
from typing import Any
from unittest import mock

import time_machine
from django.test import Client

from articles import addresses, published
from articles.attribution import outgoing
from articles.refusals import ObligationUnmet
from house.models import House
from newsroom.tests.leaks import wanted
from newsroom.tests.leaks.base import WORD, Base, Piece
from newsroom.tests.leaks.expecting import Case, Moment
from newsroom.tests.leaks.wanted import Party
from pages import lists
from rights import exits
from syndication import formats

#: Old validators sent along with each request.
VALIDATORS = 3
#: Exits that have no address yet, with what makes their bytes.
FORMS = {"republish snippet": outgoing.snippet, "mail item": outgoing.mail_item}
FORMATS = sorted(formats.FORMATS)
OLDER = re.compile(rb'<a rel="next" href="([^"]+)"')


@dataclass
class Tally:
    """What was asked and what came of it, over all states."""

    cases: int = 0
    requests: int = 0
    refused: int = 0
    unchanged: int = 0
    reasons: Counter[str] = field(default_factory=Counter)
    exits: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    @property
    def share_refused(self) -> float:
        return self.refused / self.cases

    def count(self, door: str, cases: Iterable[Case]) -> None:
        for case in cases:
            self.cases += 1
            self.refused += case.is_refused
            self.exits[door] += 1
            self.reasons[case.reason] += 1

    def told(self) -> str:
        lines = [f"{self.cases} cases in {self.requests} answers, {self.unchanged} of them 304; {self.share_refused:.0%} refused"]
        lines += [f"{count:>8}  {name}" for counter in (self.exits, self.reasons) for name, count in counter.most_common()]
        return "\n".join(lines)


@dataclass(frozen=True)
class Kept:
    """What a cache would have kept under a validator: the words in it, and what was decided of the texts that it shows."""

    words: frozenset[str]
    decided: frozenset[str]


class Reader:
    """Asks as a cache does, with validators of what it got before, and reads what it then holds."""

    def __init__(self, base: Base, tally: Tally, seed: str) -> None:
        self.base, self.tally, self.client = base, tally, Client()
        self.random, self.formats = Random(seed), Random(f"{seed}:formats")
        self.kept: dict[str, dict[str, Kept]] = {}

    def go_round(self, moment: Moment, state: str) -> None:
        """Every kind of exit once, at one moment."""
        base, some = self.base, self.random
        with time_machine.travel(moment.at, tick=False):
            self.ask("/", "lists", moment.listed(base.pieces, is_whole=False), state)
            one = some.choice(base.pieces)
            self.ask(
                f"/sections/{one.section}/", "section page", moment.listed([p for p in base.pieces if p.section == one.section]), state
            )
            self.turn_pages(f"/sections/{one.section}/", [p for p in base.pieces if p.section == one.section], moment, state)
            self.ask(f"/tags/qt{one.number:02}x/", "tag page", moment.listed([one]), state)
            self.ask(f"/authors/qn{one.number:02}x/", "author page", moment.listed([one]), state)
            for piece in some.sample(base.pieces, 6):
                self.ask(f"/{piece.path}/", "page", moment.page(piece), state)
            for photo in some.sample(base.photos, 3):
                self.ask(some.choice(photo.urls), "picture", moment.picture(photo), state)
            for form in some.sample(sorted(FORMS), 1):
                self.finish(form, moment, state)
            for slug in some.sample(sorted(base.feeds), 2):
                path = base.feeds[slug].removesuffix("rss") + self.formats.choice(FORMATS)
                self.ask(path, "partner feed", moment.fed(slug), f"{state} for {slug}")
            self.ask(addresses.newest_feed(self.formats.choice(FORMATS)), "public feed", moment.taken(base.pieces), state)

    def finish(self, name: str, moment: Moment, state: str) -> None:
        """A form that has no address yet, made of all that its door gives to one of its receivers."""
        door = next(door for door in exits.every() if door.name == name)
        receiver = self.random.choice(list(door.receivers(moment.at)))
        to, how = receiver.recipient, receiver.context
        house = House.objects.in_force(moment.at)
        said = b""
        for shown in published.newest(door.use, to, at=moment.at, limit=len(self.base.pieces), context=how):
            with contextlib.suppress(ObligationUnmet):
                said += repr(FORMS[name](shown, house)).encode()
        party = Party(str(to.kind), classes={str(one) for one in to.classes}, is_commercial=to.is_commercial, channel=str(how.channel))
        cases = moment.sent(str(door.use), party)
        self.tally.requests += 1
        self._judge(frozenset(word.decode() for word in WORD.findall(said)), cases, f"{state}: {name} for {receiver.label}")
        self.tally.count(name, cases)

    def turn_pages(self, path: str, pieces: list[Piece], moment: Moment, state: str) -> None:
        """The same section three stories at a time, from each page to the next; between them they show all."""
        words: set[str] = set()
        with mock.patch.object(lists, "LIST_STORIES", 3):
            for turn in itertools.count():
                answer = self.client.get(path)
                self.tally.requests += 1
                words |= {word.decode() for word in WORD.findall(_bytes(answer))}
                older = OLDER.search(answer.content)
                if older is None or turn > len(pieces):
                    break
                path = html.unescape(older[1].decode())
        cases = moment.listed(pieces)
        leaked = words - {word for case in cases for word in case.may}
        missing = {case.about for case in cases if case.must - words and not case.owes}
        if leaked or missing:
            self._fault(f"{state}: section page {path}, page after page, LEAKS {sorted(leaked)}, keeps back {sorted(missing)}")
        self.tally.count("section page", cases)

    def ask(self, path: str, door: str, cases: list[Case], state: str) -> None:
        kept = self.kept.setdefault(path, {})
        old = self.random.sample(sorted(kept), min(VALIDATORS, len(kept)))
        answer = self.client.get(path, headers={"If-None-Match": ", ".join(old)} if old else {})
        self.tally.requests += 1
        words = self._held(answer, kept, cases, f"{state}: {path}")
        spared = {word for word in words if word in path}
        self._judge(words, cases, f"{state}: {door} {path} ({answer.status_code})", spared)
        self.tally.count(door, cases)

    def _judge(self, words: frozenset[str], cases: list[Case], where: str, spared: Collection[str] = ()) -> None:
        leaked = words - {word for case in cases for word in case.may} - set(spared)
        if leaked:
            self._fault(f"{where} LEAKS {sorted(leaked)}")
        for case in cases:
            if case.must - words and case.owes:
                case.verdict, case.reason = wanted.DENY, "obligation_unmet"
            elif case.must - words:
                self._fault(f"{where} keeps back {case.about}, which may be seen ({case.reason})")

    def _held(self, answer: Any, kept: dict[str, Kept], cases: list[Case], where: str) -> frozenset[str]:
        """The words that a reader has in hand after this answer: the answer's own or, after 304, those kept."""
        etag = answer.headers.get("ETag", "")
        words = frozenset(word.decode() for word in WORD.findall(_bytes(answer)))
        if answer.status_code == 304:
            self.tally.unchanged += 1
            words = kept[etag].words
        # Pictures are left out: a list shows one of several, so their decisions may differ where what is shown does not.
        decided = frozenset(word for case in cases if case.must <= words for word in case.may if case.must)
        before = kept.setdefault(etag, Kept(words, decided)) if etag else Kept(words, decided)
        if before != Kept(words, decided):
            differs = sorted(before.words ^ words) + sorted(before.decided ^ decided)
            self._fault(f"{where} has one validator for two decisions: {differs}")
        return words

    def _fault(self, sentence: str) -> None:
        self.tally.faults.append(sentence)


def _bytes(answer: Any) -> bytes:
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return body + "\n".join(f"{name}: {value}" for name, value in answer.headers.items()).encode()
