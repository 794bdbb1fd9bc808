"""How much of a text leaves where the rights give only a part."""

from django.test import TestCase

from articles import published
from articles.tests import builders as make
from articles.tests.builders import NOON
from articles.vocabulary import Role
from rights.models import Grant
from rights.vocabulary import Part, Use

BODY = "<p>" + "One two three four five six seven eight nine ten. " * 20 + "</p>"


class PartTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        make.house()
        cls.all, cls.second = make.everyone(), make.user_with(Role.CHIEF)

    def shown(self, version, use=Use.READ):
        return published.by_ids([version.pk], use, published.PUBLIC, at=NOON)[0]

    def test_a_share_of_the_text_is_a_limit_too(self):
        version = make.published_article(self.all, body=BODY)
        Grant.objects.update(part=Part.EXCERPT, max_share=0.1)

        self.assertEqual(len(self.shown(version).body.removeprefix("<p>").removesuffix("</p>")) <= 100, True)
        self.assertIn("One two three", self.shown(version).body)

    def test_the_narrower_of_two_limits_counts_for_the_chosen_excerpt_as_well(self):
        version = make.fair_use_article(self.all, self.second)
        Grant.objects.filter(part=Part.EXCERPT).update(max_chars=500, max_share=0.22)

        self.assertEqual(self.shown(version).body, "<p>An excerpt…</p>")
