"""HTTP credentials at the address without a token: who comes in, what a wrong one gets, and when guessing is slowed down."""

import base64
from datetime import timedelta

from django.test import SimpleTestCase

from articles import addresses
from articles.tests import builders as desk
from syndication import access, partnership
from syndication.authorization import NOTHING, Shown, in_header
from syndication.credentials import WRONG_ONES
from syndication.models import PartnerState
from syndication.tests.builders import LONG_AGO, community_partner, entries
from syndication.tests.case import FeedCase

OPEN = addresses.partner_feed()


def basic(user, password):
    return "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()


class HeaderTests(SimpleTestCase):
    def test_basic_and_bearer_are_read_in_any_case_of_their_names(self):
        self.assertEqual(in_header(basic("quay-news", "t0ken:with:colons")), Shown("t0ken:with:colons", "quay-news"))
        self.assertEqual(in_header("bAsIc " + base64.b64encode(b"q:t").decode()), Shown("t", "q"))
        self.assertEqual(in_header("BEARER  t0ken "), Shown("t0ken"))

    def test_what_is_malformed_is_as_good_as_nothing(self):
        wrong = [
            "",
            "Basic",
            "Basic !!!",
            "Basic cXVheQ==",
            "Basic /////w==",
            "Digest x",
            "t0ken",
            "Bearer " + "x" * 10_000,
            basic("q", "x" * 9_000),
        ]

        self.assertEqual({in_header(one) for one in wrong}, {NOTHING})


class DoorTests(FeedCase):
    def setUp(self):
        super().setUp()
        self.partner = community_partner(self.chief)
        self.row, self.token = access.issue_token(self.partner.pk, by=self.chief, at=LONG_AGO)
        desk.published_article(self.chief)

    def ask(self, authorization, path=OPEN, **headers):
        return self.pull(path, authorization=authorization, **headers)

    def test_both_kinds_of_credentials_open_the_partner_s_feed_in_each_format(self):
        for authorization in (basic(self.partner.slug, self.token), f"Bearer {self.token}"):
            for extension in ("rss", "atom", "json"):
                with self.subTest(authorization[:6], extension=extension):
                    answer = self.ask(authorization, addresses.partner_feed(extension=extension))
                    self.assertEqual((answer.status_code, answer["Vary"]), (200, "Accept, Accept-Encoding, Authorization"))
                    self.assertEqual(answer["Cache-Control"], "private, no-cache")
                    self.assertNotIn(self.token, answer.content.decode())
        (entry,) = entries(self.ask(f"Bearer {self.token}").content)
        self.assertEqual(entry.title, "The ferry runs again")

    def test_a_validator_is_good_for_the_one_who_got_it_and_nobody_else(self):
        etag = self.ask(f"Bearer {self.token}")["ETag"]
        other = community_partner(self.chief)
        _row, theirs = access.issue_token(other.pk, by=self.chief, at=LONG_AGO)

        self.assertEqual(self.ask(f"Bearer {self.token}", if_none_match=etag).status_code, 304)
        self.assertEqual(self.ask(f"Bearer {theirs}", if_none_match=etag).status_code, 200)
        self.assertEqual(self.pull(OPEN, if_none_match=etag).status_code, 401)

    def test_without_or_with_wrong_credentials_it_says_which_it_wants(self):
        other = community_partner(self.chief)
        _row, theirs = access.issue_token(other.pk, by=self.chief, at=LONG_AGO)
        for authorization in (
            "",
            "Bearer wrong",
            basic(self.partner.slug, "wrong"),
            basic(self.partner.slug, theirs),
            basic("", self.token),
        ):
            with self.subTest(authorization[:12]):
                answer = self.ask(authorization)
                self.assertEqual(answer.status_code, 401)
                self.assertIn("Basic realm=", answer["WWW-Authenticate"])
                self.assertIn("Bearer realm=", answer["WWW-Authenticate"])
                self.assertIn("no-store", answer["Cache-Control"])

    def test_revoked_and_expired_ones_are_wrong_and_a_lapsed_partner_is_not_found(self):
        _row, brief = access.issue_token(self.partner.pk, by=self.chief, at=LONG_AGO, expires_at=self.now)
        self.assertEqual(self.ask(f"Bearer {brief}").status_code, 401)
        access.revoke_token(self.row.pk, by=self.chief, at=self.now)
        self.assertEqual(self.ask(f"Bearer {self.token}").status_code, 401)

        _row, good = access.issue_token(self.partner.pk, by=self.chief, at=self.now)
        partnership.change_state(self.partner.pk, PartnerState.ENDED, by=self.chief, at=self.now)
        self.assertEqual(self.ask(f"Bearer {good}").status_code, 200)
        self.later(days=30)
        self.assertEqual(self.ask(f"Bearer {good}").status_code, 404)

    def test_a_partner_has_one_feed_and_no_other_is_theirs(self):
        self.assertEqual(self.ask(f"Bearer {self.token}", "/partners/feeds/other.rss").status_code, 404)

    def test_guessing_is_slowed_down_and_who_knows_a_token_is_not_kept_out(self):
        answers = [self.ask(f"Bearer guess{number}") for number in range(WRONG_ONES + 1)]

        self.assertEqual([answer.status_code for answer in answers], [401] * WRONG_ONES + [429])
        self.assertEqual((answers[-1]["Retry-After"].isdigit(), int(answers[-1]["Retry-After"]) <= 600), (True, True))
        self.assertEqual(self.pull(addresses.partner_feed("guess")).status_code, 429)
        self.assertEqual(self.ask(f"Bearer {self.token}").status_code, 200)
        self.assertEqual(self.ask("").status_code, 401)
        self.later(minutes=11)
        self.assertEqual(self.ask("Bearer guess").status_code, 401)

    def test_unchanged_is_never_said_after_the_token_has_expired(self):
        ends = self.now + timedelta(seconds=5)
        _row, brief = access.issue_token(self.partner.pk, by=self.chief, at=LONG_AGO, expires_at=ends)
        etag = self.ask(f"Bearer {brief}")["ETag"]
        self.later(seconds=5)

        self.assertEqual(self.ask(f"Bearer {brief}", if_none_match=etag).status_code, 401)
