"""Where a grant counts uses, the articles that used a picture first keep it, and the next one goes without."""

from datetime import timedelta

from django.test import TestCase

from articles import counting, matrix, picture_rights, published
from articles.models import Placement
from articles.tests import builders as make
from rights import records
from rights.models import Grant
from rights.vocabulary import Basis, Verdict

NOON = make.NOON
HOUR = timedelta(hours=1)


class CountedPictureTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        make.house()
        cls.all = make.everyone()
        cls.asset = make.picture(cls.all)
        picture_rights.record(cls.asset.pk, {}, basis=Basis.OWN_STAFF, by=cls.all, at=NOON)
        Grant.objects.filter(work=cls.asset.work).update(max_uses=2)
        cls.articles = [make.own_article(cls.all, f"Story {number}") for number in range(3)]
        for article in cls.articles:
            Placement.objects.create(article=article, asset=cls.asset)

    def publish(self, number, at):
        return make.published(self.articles[number], self.all, at=at)

    def pictures(self, at):
        return {shown.headline: int(self.asset.work_id not in shown.decision.dropped) for shown in published.newest(at=at, limit=9)}

    def test_the_third_article_goes_without_and_the_first_two_keep_it(self):
        for number in range(3):
            self.publish(number, NOON + number * HOUR)

        self.assertEqual(self.pictures(NOON + HOUR), {"Story 1": 1, "Story 0": 1})
        self.assertEqual(self.pictures(NOON + 2 * HOUR), {"Story 2": 0, "Story 1": 1, "Story 0": 1})

    def test_the_desk_is_told_before_it_publishes(self):
        self.publish(0, NOON)
        draft = self.articles[2]
        self.assertEqual(counting.works_of(draft, counting.of_text(draft))[1].uses_before, 1)
        self.publish(1, NOON)

        self.assertEqual(counting.works_of(draft, counting.of_text(draft))[1].uses_before, 2)
        self.assertEqual(matrix.live_verdict(draft, at=NOON).dropped, {self.asset.work_id: "use_not_covered"})

    def test_what_is_not_counted_costs_no_query_more(self):
        Grant.objects.filter(work=self.asset.work).update(max_uses=None)
        works = records.work_facts([self.asset.work_id]).values()

        with self.assertNumQueries(0):
            self.assertEqual(counting.showings(works), {})

    def test_a_text_with_a_count_may_stand_in_its_one_article(self):
        version = self.publish(0, NOON)
        Grant.objects.filter(work=version.work).update(max_uses=1)

        self.assertEqual([shown.decision.verdict for shown in published.newest(at=NOON, limit=9)], [Verdict.ALLOW])
