from datetime import timedelta

from django.test import TestCase

from articles import clearing, withdrawing
from articles.tests import builders as make
from articles.tests.builders import NOON
from articles.vocabulary import Move
from house.profile import record_profile
from pages.tests.reading import get

LATER = NOON + timedelta(minutes=1)


class ValidatorTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.all = make.everyone()
        make.house()
        cls.version = make.source_terms_article(cls.all)
        cls.path = f"/{cls.version.path}/"

    def test_an_unchanged_page_is_not_sent_again(self):
        for path in ("/", self.path, "/sections/harbour/", "/feeds/"):
            with self.subTest(path=path):
                first = get(path, NOON)
                again = get(path, LATER, if_none_match=first["ETag"])

                self.assertRegex(first["ETag"], r'^"[0-9a-f]{32}"$')
                self.assertEqual((again.status_code, again["ETag"], again["Cache-Control"]), (304, first["ETag"], "no-cache, s-maxage=1"))

    def test_a_validator_from_before_a_change_of_the_house_gets_no_304(self):
        seen = {path: get(path, NOON)["ETag"] for path in ("/", self.path)}
        record_profile(by=None, at=LATER, carries_advertising=True)

        self.assertEqual([get(path, LATER, if_none_match=etag).status_code for path, etag in seen.items()], [200, 410])

    def test_a_validator_from_before_a_hold_gets_no_304(self):
        etag = get(self.path, NOON)["ETag"]
        clearing.place_hold(self.version.article_id, by=self.all, at=LATER, reason="A letter came.")

        self.assertEqual(get(self.path, LATER, if_none_match=etag).status_code, 410)

    def test_a_validator_from_before_a_withdrawal_gets_no_304(self):
        etag = get(self.path, NOON)["ETag"]
        withdrawing.withdraw(self.version.article_id, Move.UNPUBLISH, by=self.all, at=LATER, reason="Check the figures.")

        self.assertEqual(get(self.path, LATER, if_none_match=etag).status_code, 410)

    def test_readers_get_no_cookie_and_no_two_kinds_of_reader_a_different_page(self):
        answer = get(self.path, NOON)

        self.assertEqual((dict(answer.cookies), answer["Vary"]), ({}, "Accept-Encoding"))
        self.assertEqual(answer.content, get(self.path, NOON, accept_language="ar").content)
