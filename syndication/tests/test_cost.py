"""A poll costs the same number of queries for one story and for three, changed or not."""

from articles.tests import builders as desk
from syndication import withheld
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
        with self.assertNumQueries(21):
            self.assertEqual(self.pull(self.path).status_code, 200)
        with self.assertNumQueries(15):
            self.assertEqual(self.pull(self.path, if_none_match=etag).status_code, 304)
        with self.assertNumQueries(14):
            withheld.of(self.partner, at=self.now)
