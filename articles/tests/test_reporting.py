"""What the small print wants done beside showing something: telling the owner, keeping to a number, giving notice in time."""

from datetime import timedelta

from django.test import TestCase

from articles import clearing, obstacles, reporting, withdrawing
from articles.models import Article
from articles.refusals import MoveRefused
from articles.tests import builders as make
from articles.tests.builders import NOON
from articles.tests.desk_form import send
from articles.vocabulary import Move, Role
from rights.models import Grant, LedgerEntry
from rights.vocabulary import Obligation

LATER = NOON + timedelta(hours=1)
DAY = timedelta(days=1)


class ReportTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        make.house()
        cls.all = make.everyone()
        cls.article = make.source_terms_article(cls.all).article
        cls.own = make.published_article(cls.all).article
        Grant.objects.filter(work=cls.article.work).update(
            obligations=[{"name": str(Obligation.REPORT_USE), "value": ""}], contact="desk@lantern.example"
        )

    def page(self, article, user=None):
        self.client.force_login(user or self.all)
        return self.client.get(f"/admin/articles/article/{article.pk}/change/").content.decode()

    def test_where_the_terms_want_to_be_told_the_desk_says_so_and_to_whom_until_it_is_marked(self):
        before = self.page(self.article)
        self.assertIn("Tell them where it stands: desk@lantern.example.", before)
        self.assertIn('value="owner_told"', before)
        self.assertIn("To be reported to the owner", self.client.get("/admin/").content.decode())

        send(self.client, f"/admin/articles/article/{self.article.pk}/change/", "owner_told")

        after = self.page(self.article)
        self.assertIn("Told on ", after)
        self.assertNotIn('value="owner_told"', after)
        self.assertNotIn("To be reported to the owner", self.client.get("/admin/").content.decode())

    def test_the_mark_is_an_entry_in_the_ledger_that_names_the_article(self):
        reporting.report(self.article.pk, by=self.all, at=LATER)

        entry = LedgerEntry.objects.get(act=reporting.REPORTED)
        self.assertEqual((entry.work_id, entry.details), (self.article.work_id, {"article": self.article.pk}))

    def test_where_nobody_asks_to_be_told_nothing_is_said(self):
        self.assertIsNone(reporting.of(self.own))
        self.assertNotIn("wants to be told", self.page(self.own))

    def test_it_is_marked_once_by_the_rights_desk_and_only_of_what_is_live_and_owed(self):
        refusals = [(self.article, make.user_with(Role.EDITOR), "wrong_role"), (self.own, self.all, "no_report_owed")]
        for article, by, code in refusals:
            with self.subTest(code=code), self.assertRaises(MoveRefused) as refused:
                reporting.report(article.pk, by=by, at=LATER)
            self.assertEqual(refused.exception.code, code)
        reporting.report(self.article.pk, by=self.all, at=LATER)
        with self.assertRaises(MoveRefused):
            reporting.report(self.article.pk, by=self.all, at=LATER)

        self.assertEqual(LedgerEntry.objects.filter(act=reporting.REPORTED).count(), 1)

    def test_what_is_not_live_is_not_reported_and_waits_on_no_card(self):
        withdrawing.withdraw(self.article.pk, Move.UNPUBLISH, by=self.all, at=LATER, reason="A test.")

        with self.assertRaises(MoveRefused) as refused:
            reporting.report(self.article.pk, by=self.all, at=LATER)
        self.assertEqual((refused.exception.code, reporting.waiting(9)), ("not_live", []))

    def test_the_card_costs_the_same_for_one_and_for_three(self):
        with self.assertNumQueries(4):
            self.assertEqual(len(reporting.waiting(9)), 1)
        for number in range(2):
            more = make.source_terms_article(self.all, f"Dredging, part {number}", body=f"<p>Part {number} of the dredging begins.</p>")
            Grant.objects.filter(work=more.work).update(obligations=[{"name": str(Obligation.REPORT_USE), "value": ""}])
        with self.assertNumQueries(4):
            self.assertEqual(len(reporting.waiting(9)), 3)


class CountOfASourceTests(TestCase):
    """The Lantern lets us take two a month."""

    @classmethod
    def setUpTestData(cls):
        make.house()
        cls.all = make.everyone()

    def taken(self, number, at, codes=None):
        article = make.taken_article(self.all, f"Dredging {number}", at=at, body=f"<p>Part {number} of the dredging begins at dawn.</p>")
        proposal = article.work.proposals.get()
        proposal.codes |= codes if codes is not None else {"max_count": 2, "count_period": "month"}
        proposal.save()
        make.confirm_terms(article, self.all, at=at)
        facts = {**make.RECORD, "original_url": f"{make.ORIGINAL_URL}{article.pk}"}
        make.basing.record(article.pk, facts, basis=make.Basis.SOURCE_TERMS, by=self.all, at=at)
        return Article.objects.get(pk=article.pk)

    def codes(self, article, at):
        return [one.code for one in obstacles.before_clearance(article, at=at)]

    def test_the_third_in_a_month_waits_and_the_desk_says_until_when(self):
        for number in range(2):
            make.published(self.taken(number, NOON + number * DAY), self.all, at=NOON + number * DAY)
        third = self.taken(3, NOON + 2 * DAY)

        [found] = obstacles.before_clearance(third, at=NOON + 2 * DAY)
        self.assertEqual(found.code, "source_count")
        self.assertEqual(
            str(found),
            "The Lantern lets us take at most 2 in one month, and so many are out or scheduled already. "
            "Wait until 21 December 2026, or ask for a permission for this one.",
        )
        with self.assertRaises(Exception) as refused:
            clearing.clear(third.pk, by=self.all, at=NOON + 2 * DAY)
        self.assertEqual(refused.exception.code, "source_count")
        self.assertEqual([self.codes(third, NOON + 31 * DAY - DAY / 24), self.codes(third, NOON + 31 * DAY)], [["source_count"], []])

    def test_what_is_out_already_stays(self):
        first = make.published(self.taken(1, NOON), self.all, at=NOON).article
        make.published(self.taken(2, NOON), self.all, at=NOON)
        first.refresh_from_db()

        self.assertEqual(self.codes(first, LATER), [])

    def test_terms_that_count_nothing_stop_nothing(self):
        for number in range(2):
            make.published(self.taken(number, NOON, codes={}), self.all, at=NOON)

        self.assertEqual(self.codes(self.taken(3, LATER, codes={}), LATER), [])

    def test_none_at_all_is_none(self):
        none = self.taken(1, NOON, codes={"max_count": 0, "count_period": "month"})

        self.assertIn("Ask for a permission for this one.", str(obstacles.before_clearance(none, at=NOON)[0]))

    def test_a_time_that_nobody_knows_is_the_longest(self):
        make.published(self.taken(1, NOON, codes={"max_count": 1}), self.all, at=NOON)
        second = self.taken(2, NOON, codes={"max_count": 1})

        self.assertEqual([self.codes(second, NOON + days * DAY) for days in (365, 366)], [["source_count"], []])
