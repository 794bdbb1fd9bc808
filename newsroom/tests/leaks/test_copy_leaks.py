"""Nothing leaves by the answer of "check my copy" that the article's own page would not show: random rights, houses and moments."""

from unittest import mock

import time_machine
from django.core.cache import cache
from django.db import transaction
from django.test import Client

from articles import addresses
from house.tests.loopback import answer, gateway_to, serving
from newsroom.tests.leaks import expecting, states
from newsroom.tests.leaks.asking import Reader, Tally, _bytes
from newsroom.tests.leaks.base import WORD
from newsroom.tests.leaks.test_leaks import SEED, LeakCase
from pages import copies
from rights.decision import decide_page
from rights.facts import STAFF

STATES, MOMENTS, PIECES = 5, 2, 4
SITES = ("community_site", "commercial_site", "educator")
THEIRS = b"<!doctype html><html><head><title>Taken over</title></head><body><p>Hello.</p></body></html>"


class CopyLeakTests(LeakCase):
    def setUp(self):
        super().setUp()
        server = self.enterContext(
            serving(lambda connected, _: connected.sendall(answer("200 OK", THEIRS, content_type="text/html; charset=utf-8")))
        )
        self.enterContext(mock.patch.object(copies, "GATEWAY", gateway_to(server)))

    def walk_copies(self) -> Tally:
        tally = Tally()
        reader = Reader(self.base, tally, SEED)
        for state in range(STATES):
            draw = states.Draw(f"{SEED}:copy:{state}")
            facts = draw.facts(self.base)
            with transaction.atomic():
                states.write(facts, self.base, self.chief)
                for at in draw.moments(MOMENTS):
                    self.ask(reader, expecting.Moment(self.base, facts, at), f"state {state} at {at.isoformat()}")
                transaction.set_rollback(True)
        return tally

    def ask(self, reader: Reader, moment: expecting.Moment, state: str) -> None:
        cache.clear()
        with time_machine.travel(moment.at, tick=False):
            for piece in reader.random.sample(self.base.pieces, PIECES):
                site = reader.random.choice(SITES)
                typed = {"copy": "http://copycat.example/", "ours": f"/{piece.path}/", "site": site}
                said = _bytes(Client().post(addresses.CHECK_COPY, typed))
                cases = moment.page(piece)
                for case in cases:
                    # Of a page that may be read, the answer names the story and what it owes: none of it has to be there.
                    case.must = set()
                reader._judge(frozenset(word.decode() for word in WORD.findall(said)), cases, f"{state}: a copy at {site} of {piece.path}")
                reader.tally.count("copy check", cases)

    def test_the_answer_names_nothing_that_may_not_be_read(self):
        tally = self.walk_copies()

        self.assertEqual(tally.faults, [])
        self.assertTrue(0.2 <= tally.share_refused <= 0.8, tally.told())

    def test_a_check_that_does_not_ask_is_caught(self):
        def unasked(works, use, recipient, **how):
            return decide_page(works, use, STAFF, **how)

        with mock.patch("articles.published.decide_page", unasked):
            tally = self.walk_copies()

        self.assertTrue(any("LEAKS" in fault for fault in tally.faults))
