"""From mark to mark, nothing is missed and nothing comes twice; a mark that can't be used says why and where to begin again."""

import json
from datetime import timedelta

from articles import clearing, withdrawing
from articles.tests import builders as desk
from articles.vocabulary import Move
from syndication import cursors, memory, survey
from syndication.models import OfferKind
from syndication.tests.builders import agreement, community_partner, entries, feed_path
from syndication.tests.case import FeedCase


class PagingTests(FeedCase):
    def setUp(self):
        super().setUp()
        self.partner = community_partner(self.chief)
        self.path = feed_path(self.partner, self.chief)
        self.json_path = self.path.replace(".rss", ".json")

    def follow(self, mark=cursors.START):
        """All pages from a mark on, each as the titles on it, and the last mark."""
        pages = []
        while True:
            page = json.loads(self.pull(f"{self.json_path}?since={mark}").content)
            if "next_url" not in page:
                return pages, mark
            pages.append([item.get("title") for item in page["items"]])
            mark = page["next_url"].partition("?since=")[2]

    def test_everything_comes_once_in_order_on_pages_of_sixty_and_then_nothing(self):
        for number in range(survey.PAGE + 5):
            desk.published_article(self.chief, f"Story {number:02}", at=self.now)
        pages, mark = self.follow()

        self.assertEqual(pages, [[f"Story {n:02}" for n in range(60)], [f"Story {n:02}" for n in range(60, 65)]])
        self.assertEqual(self.follow(mark), ([], mark))

    def test_what_comes_later_comes_after_the_mark_as_a_story_a_change_or_a_removal(self):
        first, second = (desk.published_article(self.chief, title, at=self.now) for title in ("First", "Second"))
        _pages, mark = self.follow()
        desk.published_article(self.chief, "Third", at=self.now - timedelta(days=400))
        withdrawing.withdraw(first.article_id, Move.KILL, by=self.chief, at=self.later(minutes=1), reason="Wrong.")

        self.assertEqual(self.follow(mark)[0], [["Third", "Withdrawn"]])
        self.assertEqual(self.follow()[0], [["Second", "Third", "Withdrawn"]])
        self.assertIsNotNone(second)

    def test_what_changes_while_somebody_reads_the_pages_is_not_lost(self):
        for number in range(survey.PAGE + 2):
            desk.published_article(self.chief, f"Story {number:02}", at=self.now)
        page = json.loads(self.pull(f"{self.json_path}?since=start").content)
        agreement_now = self.partner.agreements.get()
        self.partner.agreements.update(ends_at=self.later(seconds=1))
        self.pull(self.path)
        agreement(self.partner, starts_at=self.now)
        self.assertIsNotNone(agreement_now)

        seen = {item["title"] for item in page["items"]}
        pages, _mark = self.follow(page["next_url"].partition("?since=")[2])
        self.assertEqual(seen | {title for page in pages for title in page}, {f"Story {n:02}" for n in range(62)})

    def test_a_hold_is_told_on_the_page_itself_though_nobody_polled_before(self):
        version = desk.published_article(self.chief)
        self.pull(self.path)
        clearing.place_hold(version.article_id, by=self.chief, at=self.now, reason="A letter.")

        self.assertEqual(self.follow()[0], [["Withdrawn"]])
        self.assertEqual(self.partner.offers.standing().get().kind, OfferKind.WITHDRAWN)

    def test_a_page_has_a_validator_of_its_own_in_each_format(self):
        desk.published_article(self.chief)
        for path in (self.path, self.json_path, self.path.replace(".rss", ".atom")):
            with self.subTest(path):
                page = self.pull(f"{path}?since=start")
                self.assertEqual(self.pull(f"{path}?since=start", if_none_match=page["ETag"]).status_code, 304)
                self.assertNotIn("Last-Modified", page)
                self.assertIn('rel="next"', page["Link"])
        self.assertEqual(len(entries(self.pull(f"{self.path}?since=start").content)), 1)

    def test_the_first_page_says_where_everything_begins(self):
        self.assertIn('latest.rss?since=start>; rel="first"', self.pull(self.path)["Link"])

    def test_a_mark_that_cannot_be_used_is_refused_by_name_with_the_way_back(self):
        other = community_partner(self.chief, name="Pier Post")
        good = cursors.make(self.partner.pk, 3, at=self.now)
        refusals = {
            "": (400, "cursor_malformed"),
            "7": (400, "cursor_malformed"),
            good[:-3]: (400, "cursor_malformed"),
            "%00%ff": (400, "cursor_malformed"),
            "x" * 5000: (400, "cursor_malformed"),
            cursors.make(other.pk, 3, at=self.now): (400, "cursor_of_another_feed"),
            cursors.make(self.partner.pk, 3, at=self.now - timedelta(days=31)): (410, "cursor_expired"),
        }
        for mark, (status, error) in refusals.items():
            with self.subTest(mark[:40]):
                refused = self.pull(f"{self.path}?since={mark}")
                problem = json.loads(refused.content)
                self.assertEqual((refused.status_code, problem["error"]), (status, error))
                self.assertTrue(problem["restart"].endswith("latest.rss?since=start"))
                self.assertEqual(refused["Content-Type"], "application/problem+json")
        self.assertEqual(self.pull(f"{self.path}?since={good}").status_code, 200)

    def test_a_mark_is_good_for_a_day_less_than_removals_are_told(self):
        mark = cursors.make(self.partner.pk, 0, at=self.now)
        self.later(days=28)
        self.assertEqual(self.pull(f"{self.path}?since={mark}").status_code, 200)
        self.later(days=1)
        self.assertEqual(self.pull(f"{self.path}?since={mark}").status_code, 410)

    def test_a_page_that_removals_emptied_is_filled_from_further_back(self):
        versions = [desk.published_article(self.chief, f"Story {number:02}", at=self.now) for number in range(survey.PAGE + 2)]
        self.pull(self.path)
        for version in versions[-2:]:
            withdrawing.withdraw(version.article_id, Move.KILL, by=self.chief, at=self.later(seconds=1), reason="Wrong.")
            self.pull(self.path)
        remembered = self.pull(self.path)
        memory.forget_all()

        self.assertEqual(self.pull(self.path)["ETag"], remembered["ETag"])
        self.assertEqual(len(entries(remembered.content)), survey.PAGE + 2)
