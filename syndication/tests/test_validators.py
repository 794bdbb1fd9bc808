"""304 only for one who holds exactly what stands now."""

from articles import clearing, publishing, withdrawing
from articles.tests import builders as desk
from articles.vocabulary import CorrectionKind, Move
from house.profile import record_profile
from rights.vocabulary import Part
from syndication.tests.builders import community_partner, feed_path
from syndication.tests.case import FeedCase


class ValidatorTests(FeedCase):
    def setUp(self):
        super().setUp()
        self.version = desk.published_article(self.chief)
        self.partner = community_partner(self.chief)
        self.path = feed_path(self.partner, self.chief)
        self.first = self.pull(self.path)
        self.etag, self.date = self.first["ETag"], self.first["Last-Modified"]

    def statuses(self):
        """By the tag, by the date, by both."""
        asked = (
            {"if_none_match": self.etag},
            {"if_modified_since": self.date},
            {"if_none_match": self.etag, "if_modified_since": self.date},
        )
        return [self.pull(self.path, **headers).status_code for headers in asked]

    def test_who_holds_what_stands_now_gets_304_without_a_body_and_with_the_headers(self):
        self.later(hours=3)
        answer = self.pull(self.path, if_none_match=self.etag)

        self.assertEqual(self.statuses(), [304, 304, 304])
        self.assertEqual((answer.content, answer["ETag"], answer["Last-Modified"]), (b"", self.etag, self.date))
        self.assertEqual((answer["Cache-Control"], answer["Vary"]), ("private, no-cache", "Accept, Accept-Encoding"))

    def test_the_same_state_is_the_same_bytes(self):
        self.later(days=2)

        self.assertEqual(self.pull(self.path).content, self.first.content)

    def test_a_tag_that_a_proxy_weakened_still_counts_and_a_star_does_not(self):
        self.assertEqual(self.pull(self.path, if_none_match=f'"other", W/{self.etag}').status_code, 304)
        self.assertEqual(self.pull(self.path, if_none_match="*").status_code, 200)
        self.assertEqual(self.pull(self.path, if_none_match='"other"', if_modified_since=self.date).status_code, 200)

    def test_a_date_that_we_never_gave_is_no_validator(self):
        for date in ("Sat, 21 Nov 2026 13:00:00 GMT", "yesterday", ""):
            self.assertEqual(self.pull(self.path, if_modified_since=date).status_code, 200)

    def test_no_date_is_given_before_it_has_come(self):
        desk.published_article(self.chief, "In the same second", at=self.now)
        at_once = self.pull(self.path)
        self.later(seconds=1)

        self.assertNotIn("Last-Modified", at_once)
        self.assertEqual(self.pull(self.path)["Last-Modified"], "Fri, 20 Nov 2026 13:00:01 GMT")

    def test_a_tag_belongs_to_one_token(self):
        other = feed_path(self.partner, self.chief)

        self.assertEqual(self.pull(other, if_none_match=self.etag).status_code, 200)

    def test_every_change_within_the_same_second_makes_old_validators_worthless(self):
        def corrected():
            clearing.clear(self.version.article_id, by=self.chief, at=self.now)
            publishing.correct(self.version.article_id, by=self.chief, at=self.now, kind=CorrectionKind.UPDATE, note="More.")

        other = desk.published_article(self.chief, "The other one", at=self.now)
        changes = {
            "another extent": lambda: self.partner.agreements.update(part=Part.EXCERPT),
            "a new story": lambda: desk.published_article(self.chief, "Another", at=self.now),
            "a correction": corrected,
            "our name": lambda: record_profile(by=self.chief, at=self.now, name="The New Courier"),
            "a hold": lambda: clearing.place_hold(self.version.article_id, by=self.chief, at=self.now, reason="A letter."),
            "a withdrawal": lambda: withdrawing.withdraw(other.article_id, Move.KILL, by=self.chief, at=self.now, reason="Wrong."),
        }
        for name, change in changes.items():
            with self.subTest(name):
                before = self.pull(self.path)
                self.etag, self.date = before["ETag"], before.get("Last-Modified", self.date)
                change()
                self.assertNotEqual(self.pull(self.path)["ETag"], self.etag)
                self.assertEqual(self.statuses(), [200, 200, 200])
