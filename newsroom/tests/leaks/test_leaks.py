"""Nothing leaves that may not: random rights, times, houses and partners, asked at the real addresses, byte by byte."""

import logging
import os
import time
from unittest import mock

import pytest
from django.db import transaction
from django.test import TestCase

from articles.models import Rendition
from articles.tests import builders as desk
from newsroom.tests.leaks import base, expecting, states
from newsroom.tests.leaks.asking import Reader, Tally
from rights.decision import decide_page
from rights.facts import STAFF
from rights.vocabulary import Reason, Use
from syndication import memory

#: The same every time; another says what else there is: `LEAK_SEED=2 make prove`.
SEED = os.environ.get("LEAK_SEED", "1")
#: `LEAK_STATES=17-17` asks again what failed; validators remember, so theirs need all states before: `LEAK_STATES=0-17`.
STATES = os.environ.get("LEAK_STATES", "")
ORDINARY, LONG = 2_000, 100_000
MOMENTS = 3
#: How often the long test meets each reason at least.
OFTEN = 50
#: Reasons that no answer gives: no exit asks to edit or translate.
NEVER = {Reason.NO_DERIVATIVES}
#: Each exit, and how its addresses begin.
DOORS = {
    "lists": "/ ",
    "section page": "/sections/",
    "tag page": "/tags/",
    "author page": "/authors/",
    "page": "/2026/",
    "picture": "/pictures/",
    "partner feed": "/partners/",
    "public feed": "/feeds/",
}
AGAIN = "LEAK_SEED={seed} LEAK_STATES=0-{state} .venv/bin/python -m pytest newsroom/tests/leaks/test_leaks.py -k ordinary"


class LeakCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.base = base.make()
        cls.chief = desk.everyone()

    def setUp(self) -> None:
        logging.disable(logging.WARNING)
        self.addCleanup(logging.disable, logging.NOTSET)

    @pytest.fixture(autouse=True)
    def _tell(self, record_property):
        self.tell = record_property

    def walk(self, cases: int) -> Tally:
        """Ask until there were so many cases. Stops at the first state with a fault, and says how to come back to it."""
        tally, began = Tally(), time.process_time()
        reader = Reader(self.base, tally, SEED)
        first, last = (int(number) for number in STATES.split("-")) if STATES else (0, cases)
        for state in range(first, last + 1):
            self.put(state, reader)
            if tally.faults or (not STATES and tally.cases >= cases):
                break
        self.tell("figures", f"leak test, seed {SEED}: {time.process_time() - began:.0f} s of CPU, {tally.told()}")
        self.assertEqual(tally.faults, [], AGAIN.format(seed=SEED, state=state))
        return tally

    def put(self, state: int, reader: Reader) -> None:
        draw = states.Draw(f"{SEED}:{state}")
        facts = draw.facts(self.base)
        with transaction.atomic():
            states.write(facts, self.base, self.chief)
            for at in draw.moments(MOMENTS):
                reader.go_round(expecting.Moment(self.base, facts, at), f"state {state} at {at.isoformat()}")
            transaction.set_rollback(True)
        # The numbers of changes that are rolled back are given to others.
        memory.forget_all()


class LeakTests(LeakCase):
    def test_ordinary_no_word_leaves_that_may_not(self):
        tally = self.walk(ORDINARY)

        self.assertGreaterEqual(tally.cases, ORDINARY)
        self.assertTrue(0.3 <= tally.share_refused <= 0.6, tally.told())


class FaultyDoorTests(LeakCase):
    """The test can fail: with the question taken out of one exit, or a validator that forgets the decision, it says so."""

    def found(self, name: str, fault: object, *, at_least: set[str]) -> set[str]:
        """The exits at which the test finds the fault, over as many states as it takes to find it at these."""
        tally, found = Tally(), set()
        reader = Reader(self.base, tally, SEED)
        with mock.patch(name, fault):
            for state in range(8):
                self.put(state, reader)
                found |= {door for door, begins in DOORS.items() for line in tally.faults if f" {begins}" in line}
                if at_least <= found:
                    break
        return found

    def without_asking(self, use: Use) -> object:
        """The door as it would be if somebody had left one use unasked."""

        def decide(works, asked, recipient, **how):
            if asked is not use:
                return decide_page(works, asked, recipient, **how)
            return decide_page(works, Use.READ, STAFF, **how)

        return decide

    def test_a_page_that_does_not_ask_is_caught(self):
        read = {"page", "picture", "public feed"}
        found = self.found("articles.published.decide_page", self.without_asking(Use.READ), at_least=read)

        # A partner's feed brings along what anybody may fetch.
        self.assertEqual(found - {"partner feed"}, read)

    def test_a_list_that_does_not_ask_is_caught(self):
        lists = {"lists", "section page", "tag page", "author page"}

        self.assertEqual(self.found("articles.published.decide_page", self.without_asking(Use.LIST), at_least=lists), lists)

    def test_a_partner_feed_that_does_not_ask_is_caught(self):
        feed = {"partner feed"}

        self.assertEqual(self.found("articles.published.decide_page", self.without_asking(Use.SYNDICATE), at_least=feed), feed)

    def test_a_picture_file_that_is_served_without_asking_is_caught(self):
        def anyhow(asset_id, content_hash, width, extension, recipient=None, *, at):
            return Rendition.objects.filter(asset=asset_id, content_hash=content_hash, width=width, extension=extension).first()

        self.assertEqual(self.found("articles.published.rendition", anyhow, at_least={"picture"}), {"picture"})

    def test_an_excerpt_that_is_not_cut_is_caught(self):
        self.assertIn("page", self.found("articles.body.first_characters", lambda text, limit: text, at_least={"page"}))

    def test_a_validator_that_knows_only_the_template_is_caught(self):
        wanted = {"page", "lists"}

        self.assertLessEqual(
            wanted, self.found("pages.answering.validator", lambda template, frame, page: f'"{template}"', at_least=wanted)
        )


@pytest.mark.prove
class LongLeakTests(LeakCase):
    def test_long_no_word_leaves_that_may_not(self):
        tally = self.walk(LONG)

        self.assertGreaterEqual(tally.cases, LONG)
        self.assertEqual([reason for reason in Reason if tally.reasons[reason] < OFTEN and reason not in NEVER], [], tally.told())
        self.assertTrue(0.3 <= tally.share_refused <= 0.6, tally.told())
