"""What a partner takes is written down before it leaves: once for each token and offer, and counted."""

from datetime import date
from unittest import mock

from django.db import OperationalError

from articles import withdrawing
from articles.tests import builders as desk
from articles.vocabulary import Move
from syndication import access, documents, memory
from syndication.models import Delivery, Usage
from syndication.tests.builders import community_partner, entries, feed_path
from syndication.tests.case import FeedCase


class DeliveryTests(FeedCase):
    def setUp(self):
        super().setUp()
        self.partner = community_partner(self.chief)
        self.path = feed_path(self.partner, self.chief)
        self.version = desk.published_article(self.chief)

    def rows(self):
        return [(row.token_id, row.offer.kind, row.offer.version_id, row.format) for row in Delivery.objects.select_related("offer")]

    def counts(self):
        return list(Usage.objects.values_list("article", "basis", "month", "raw", "filtered"))

    def test_the_first_answer_writes_one_row_and_the_next_ones_none(self):
        etag = self.pull(self.path)["ETag"]
        self.pull(self.path)
        self.pull(self.path, if_none_match=etag)
        self.pull(self.path.replace(".rss", ".atom"))
        self.client.head(self.path)

        token = self.partner.tokens.get()
        self.assertEqual(self.rows(), [(token.pk, "offered", self.version.pk, "rss")])
        self.assertEqual(self.counts(), [(self.version.article_id, "own_staff", date(2026, 11, 1), 3, 1)])

    def test_each_token_has_its_own_row_and_the_version_counts_once(self):
        other = feed_path(self.partner, self.chief).replace(".rss", ".json")
        self.pull(self.path)
        self.pull(other)

        self.assertEqual([(row[1], row[3]) for row in self.rows()], [("offered", "rss"), ("offered", "json")])
        self.assertEqual([row[3:] for row in self.counts()], [(2, 1)])

    def test_a_page_of_marks_is_a_delivery_too_and_an_unchanged_one_is_none(self):
        page = f"{self.path}?since=start"
        etag = self.pull(page)["ETag"]
        self.assertEqual((len(self.rows()), self.counts()[0][3:]), (1, (1, 1)))

        self.assertEqual(self.pull(page, if_none_match=etag).status_code, 304)
        self.assertEqual((len(self.rows()), self.counts()[0][3:]), (1, (1, 1)))

    def test_a_removal_is_delivered_and_counts_for_nothing(self):
        self.pull(self.path)
        withdrawing.withdraw(self.version.article_id, Move.KILL, by=self.chief, at=self.later(minutes=1), reason="Wrong.")
        self.pull(self.path)

        self.assertEqual([row[1] for row in self.rows()], ["offered", "withdrawn"])
        self.assertEqual([row[3:] for row in self.counts()], [(1, 1)])

    def test_a_new_version_and_a_new_month_are_counted_apart(self):
        self.pull(self.path)
        self.later(days=20)
        self.pull(self.path)

        self.assertEqual([row[2:] for row in self.counts()], [(date(2026, 12, 1), 1, 0), (date(2026, 11, 1), 1, 1)])

    def test_a_story_that_does_not_meet_its_duties_is_no_delivery(self):
        with mock.patch("syndication.documents.built", return_value={}):
            memory.forget_all()
            self.assertEqual(entries(self.pull(self.path).content), [])

        self.assertEqual((self.rows(), self.counts()), ([], []))

    def test_a_database_that_refuses_keeps_the_answer_in(self):
        with mock.patch("syndication.deliveries._write", side_effect=OperationalError("disk full")), self.assertLogs("syndication"):
            answer = self.pull(self.path)

        self.assertEqual((answer.status_code, answer["Retry-After"], b"ferry" in answer.content), (503, "5", False))
        self.assertEqual(self.rows(), [])
        self.assertEqual(self.pull(self.path).status_code, 200)

    def during_the_writing(self, what):
        """Let something happen while the document is written, once."""
        real, left = documents.newest, [what]

        def written(*args):
            content = real(*args)
            if left:
                left.pop()()
            return content

        return mock.patch("syndication.documents.newest", written)

    def test_a_withdrawal_while_the_answer_is_written_comes_first(self):
        def kill():
            withdrawing.withdraw(self.version.article_id, Move.KILL, by=self.chief, at=self.now, reason="Wrong.")

        self.pull(self.path)
        self.later(minutes=1)
        with self.during_the_writing(kill):
            answer = self.pull(self.path)

        self.assertEqual([entry.title for entry in entries(answer.content)], ["Withdrawn"])
        self.assertEqual([row[1] for row in self.rows()], ["offered", "withdrawn"])

    def test_a_token_revoked_while_the_answer_is_written_opens_nothing(self):
        with self.during_the_writing(lambda: access.revoke_token(self.partner.tokens.get().pk, by=self.chief, at=self.now)):
            answer = self.pull(self.path)

        self.assertEqual((answer.status_code, self.rows()), (404, []))

    def test_what_does_not_concern_the_feed_does_not_hold_it_up(self):
        with self.during_the_writing(lambda: desk.own_article(self.chief, "A draft", at=self.now)):
            self.assertEqual(self.pull(self.path).status_code, 200)

        self.assertEqual(len(self.rows()), 1)

    def test_one_that_is_overtaken_again_and_again_is_asked_to_come_back(self):
        with mock.patch("syndication.memory.is_overtaken", return_value=True):
            answer = self.pull(self.path)

        self.assertEqual((answer.status_code, self.rows()), (503, []))

    def test_what_another_poll_wrote_first_is_no_fault(self):
        self.pull(self.path)
        with mock.patch("syndication.deliveries._of_articles", return_value=[]):
            self.assertEqual(self.pull(self.path).status_code, 200)

        self.assertEqual((len(self.rows()), len(self.counts())), (1, 1))

    def test_writing_costs_the_same_for_one_story_and_for_three(self):
        for _more in range(2):
            self.pull(self.path)
            self.pull(self.path)
            # Who asks and what changed; then who still asks, what changed, what was taken before, what was counted, the count.
            with self.assertNumQueries(9):
                self.pull(self.path)
            desk.published_article(self.chief, "Another", at=self.now)
            desk.published_article(self.chief, "A third", at=self.now)
