"""The rights matrix of an article says what its exits do, those too that a finished form stops."""

from django.test import TestCase

from articles import matrix, obstacles
from articles.tests import builders as make
from articles.tests.builders import NOON
from rights.models import Grant
from rights.vocabulary import Obligation, Verdict

NOT_KEPT = "obligation_unmet:keep_notice"


class FormsInTheMatrixTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        make.house()
        cls.all = make.everyone()
        cls.article = make.published_article(cls.all).article

    def owing(self, *duties):
        Grant.objects.filter(work=self.article.work).update(obligations=[{"name": str(name), "value": value} for name, value in duties])
        found = matrix.of(self.article, at=NOON, missing=obstacles.find(self.article, at=NOON))
        return {(row.exit_label, row.receiver): row.cells[0] for row in found.rows}

    def test_a_story_that_does_not_show_what_it_owes_leaves_in_no_form_and_stays_in_lists(self):
        cells = self.owing((Obligation.KEEP_NOTICE, ""))

        stopped = {label for (label, _receiver), cell in cells.items() if cell.reason == NOT_KEPT and cell.verdict == Verdict.DENY}
        self.assertEqual(stopped, {"Article page", "Public feeds", "Partner feed", "Republish snippet", "Item of a mail"})
        self.assertEqual(
            cells["Article page", "Everyone"].sentence, "The terms oblige us to keep the notice word for word, and this does not."
        )
        self.assertEqual(cells["Front page and lists", "Everyone"].verdict, Verdict.ALLOW)

    def test_what_only_one_form_does_not_show_stops_that_one(self):
        cells = self.owing((Obligation.COUNTER, "https://count.example/a.gif"))

        self.assertEqual(cells["Article page", "Everyone"].reason, "obligation_unmet:counter")
        self.assertEqual(cells["Republish snippet", "A community site"].verdict, Verdict.ALLOW)

    def test_who_may_not_have_it_anyway_reads_the_first_reason(self):
        Grant.objects.filter(work=self.article.work).update(uses=["read"])
        cells = self.owing((Obligation.KEEP_NOTICE, ""))

        self.assertEqual(cells["Republish snippet", "A community site"].reason, "use_not_covered")

    def test_a_story_that_shows_what_it_owes_goes_out(self):
        cells = self.owing((Obligation.CREDIT_SOURCE, "The Test Courier"))

        self.assertEqual(cells["Article page", "Everyone"].verdict, Verdict.ALLOW)
