"""A poll costs the same number of queries for one story and for three, changed or not."""

from articles.tests import builders as desk
from syndication import memory, withheld
from syndication.tests.builders import community_partner, feed_path
from syndication.tests.case import FeedCase


class CostTests(FeedCase):
    def setUp(self):
        super().setUp()
        self.partner = community_partner(self.chief)
        self.path = feed_path(self.partner, self.chief)

    def publish(self, count):
        for number in range(count):
            desk.source_terms_article(self.chief, f"Story {number}", at=self.now)

    def test_with_one_story(self):
        self.publish(1)
        self.check()

    def test_with_three_stories(self):
        self.publish(3)
        self.check()

    def check(self):
        etag = self.pull(self.path)["ETag"]
        # Who asks; the number of the newest change. Once more: whose offers were written since. What leaves is written down.
        for headers, status, queries in (({}, 200, 11), ({}, 200, 9), ({"if_none_match": etag}, 304, 2)):
            with self.assertNumQueries(queries):
                self.assertEqual(self.pull(self.path, **headers).status_code, status)
        memory.forget_all()
        with self.assertNumQueries(34):
            self.pull(self.path)
        with self.assertNumQueries(14):
            withheld.of(self.partner, at=self.now)

    def test_after_a_change_only_what_was_touched_is_looked_at(self):
        self.publish(3)
        self.pull(self.path)
        self.pull(self.path)
        self.publish(1)
        with self.assertNumQueries(42):
            self.pull(self.path)
        self.pull(self.path)
        desk.own_article(self.chief, "A draft")
        with self.assertNumQueries(9):
            self.pull(self.path)
