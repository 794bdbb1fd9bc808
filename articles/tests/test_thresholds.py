"""The house's thresholds: dated, with a reason, by the chief; a sheet keeps the questions that it was written under."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.test import TestCase

from articles import worksheets
from articles.models import SheetThresholds
from articles.overlap import STARTING
from articles.refusals import FormRefused, MoveRefused
from articles.tests import builders as make
from articles.tests.builders import NOON
from articles.vocabulary import Role
from articles.worksheets import thresholds
from rights.models import LedgerEntry


class ThresholdTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        make.house()
        cls.chief = make.user_with(Role.CHIEF)

    def test_before_any_is_set_the_suggested_ones_hold(self):
        self.assertEqual(thresholds.limits(thresholds.in_force(NOON)), STARTING)

    def test_a_change_is_a_new_row_from_its_moment_on_and_in_the_ledger(self):
        thresholds.record({"max_run_words": 40}, reason="Sixty is a long read.", by=self.chief, at=NOON)
        thresholds.record({"max_items_90d": 3}, reason="We are a small town.", by=self.chief, at=NOON + timedelta(days=1))

        held = thresholds.in_force(NOON + timedelta(days=1))
        self.assertEqual((held.max_run_words, held.max_items_90d, held.reason), (40, 3, "We are a small town."))
        self.assertEqual(thresholds.in_force(NOON).max_items_90d, 5)
        self.assertEqual(thresholds.in_force(NOON - timedelta(seconds=1)).max_run_words, 60)
        self.assertEqual([entry.details["max_run_words"] for entry in LedgerEntry.objects.all()], [40, 40])

    def test_it_needs_the_chief_a_reason_and_figures_that_can_be(self):
        with self.assertRaises(MoveRefused):
            thresholds.record({}, reason="Because.", by=make.user_with(Role.EDITOR, Role.RIGHTS_DESK), at=NOON)
        with self.assertRaises(FormRefused) as caught:
            thresholds.record({}, reason="  ", by=self.chief, at=NOON)
        self.assertEqual(caught.exception.code, "no_reason")
        with self.assertRaises(ValidationError) as wrong:
            thresholds.record({"max_share_of_source": 1.5, "quotation_words": 1}, reason="x", by=self.chief, at=NOON)
        self.assertEqual(set(wrong.exception.message_dict), {"max_share_of_source", "quotation_words"})
        self.assertEqual(SheetThresholds.objects.count(), 0)

    def test_a_sheet_is_read_by_the_thresholds_it_was_written_under(self):
        everyone = make.everyone()
        article = make.taken_article(everyone, body="<p>“Community sites may repost our own articles with credit”, it says.</p>")
        make.confirm_terms(article, everyone)
        thresholds.record({"max_run_words": 5}, reason="To try.", by=self.chief, at=NOON)
        row = worksheets.write(article.pk, make.SHEET, by=everyone, at=NOON)
        before = [question.code for question in worksheets.questions(row)]
        thresholds.record({"max_run_words": 500}, reason="To try again.", by=self.chief, at=NOON + timedelta(hours=1))

        row.refresh_from_db()
        self.assertEqual([question.code for question in worksheets.questions(row)], before)

    def test_the_chief_sets_them_at_the_desk_and_nobody_edits_a_row(self):
        self.client.force_login(self.chief)
        page = "/admin/articles/sheetthresholds/add/"
        given = {name: getattr(SheetThresholds(), name) for name in thresholds.FIGURES}

        silent = self.client.post(page, {**given, "max_run_words": 50})
        done = self.client.post(page, {**given, "max_run_words": 50, "reason": "Shorter is fairer."})

        self.assertEqual((silent.status_code, done.status_code), (200, 302))
        row = SheetThresholds.objects.get()
        self.assertEqual((row.max_run_words, row.recorded_by), (50, self.chief))
        self.client.post(f"/admin/articles/sheetthresholds/{row.pk}/change/", {**given, "max_run_words": 900, "reason": "x"})
        self.assertEqual(SheetThresholds.objects.get().max_run_words, 50)
