from datetime import UTC, datetime, timedelta

from django.core import signing
from django.test import SimpleTestCase, override_settings

from house.links import LinkExpired, LinkForged, make, read

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
WEEK = timedelta(days=7)


class LinkTests(SimpleTestCase):
    def test_a_link_gives_back_what_it_carries_until_its_end(self):
        token = make("worksheet", {"id": 7, "reader": "ü"}, at=NOON, lifetime=WEEK)

        self.assertEqual(read("worksheet", token, at=NOON + WEEK - timedelta(seconds=1)), {"id": 7, "reader": "ü"})
        with self.assertRaises(LinkExpired):
            read("worksheet", token, at=NOON + WEEK)

    def test_a_link_for_one_purpose_opens_nothing_else(self):
        with self.assertRaises(LinkForged):
            read("preview", make("worksheet", 7, at=NOON, lifetime=WEEK), at=NOON)

    def test_a_link_that_was_changed_cut_or_made_up_is_not_ours(self):
        token = make("worksheet", 7, at=NOON, lifetime=WEEK)
        others = (
            token[:-1], token[1:], token + "x", token.upper(), "", ":", "a:b", "é", "\ud800", "x" * 100_000,
            signing.dumps({"ends": 9999999999, "payload": 7}), token.replace(":", "."),
        )  # fmt: skip

        for other in others:
            with self.subTest(other[:40].encode("ascii", "replace")), self.assertRaises(LinkForged):
                read("worksheet", other, at=NOON)

    def test_another_newsroom_s_key_opens_nothing(self):
        with override_settings(SECRET_KEY="another"):
            token = make("worksheet", 7, at=NOON, lifetime=WEEK)

        with self.assertRaises(LinkForged):
            read("worksheet", token, at=NOON)

    def test_a_token_can_stand_in_an_address_as_it_is(self):
        self.assertRegex(make("worksheet", {"id": 7}, at=NOON, lifetime=WEEK), r"^[A-Za-z0-9_.:-]+$")

    def test_a_document_is_too_much_for_a_link(self):
        with self.assertRaises(ValueError):
            make("worksheet", "words " * 1000, at=NOON, lifetime=WEEK)

    def test_a_naive_time_is_refused(self):
        with self.assertRaises(ValueError):
            make("worksheet", 7, at=datetime(2026, 11, 22), lifetime=WEEK)
