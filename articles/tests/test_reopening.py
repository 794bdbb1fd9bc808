"""What makes an approved sheet need another reading: each reason closes the exits as overdue does, and a new reading opens them."""

from datetime import timedelta

from django.test import TestCase

from articles import basing, clearing, drafting, obstacles, worksheets
from articles.models import Article, FairUseWorksheet, Reopening
from articles.refusals import FormRefused, MoveRefused
from articles.sheet_words import ReopenedBy
from articles.tests import builders as make
from articles.tests.builders import NOON
from articles.vocabulary import Role
from articles.worksheets import measuring, reopening
from house.models import House
from house.profile import record_profile
from rights import records
from rights.conditions import REVIEW_GRACE
from rights.decision import decide
from rights.facts import ANYWHERE, PUBLIC
from rights.models import Licence
from rights.vocabulary import HoldKind, Use, Verdict, Whose

LATER = NOON + timedelta(days=10)
SHOWN = (Verdict.ALLOW, Verdict.ALLOW_PART)


class ReopeningTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        make.house()
        cls.all, cls.second = make.everyone(), make.user_with(Role.CHIEF)
        cls.article = make.fair_use_article(cls.all, cls.second).article
        cls.sheet = FairUseWorksheet.objects.get()

    def shows(self, use, at):
        work = records.work_facts([self.article.work_id])[self.article.work_id]
        return decide(work, use, PUBLIC, at=at, house=records.house_facts(at), context=ANYWHERE).verdict in SHOWN

    def codes(self, at=LATER):
        return [each.code for each in obstacles.find(Article.objects.get(pk=self.article.pk), at=at)]

    def standing(self):
        return FairUseWorksheet.objects.approved().get()

    def test_each_thing_that_somebody_tells_opens_it_again_and_closes_the_exits_in_order(self):
        self.assertTrue(self.shows(Use.LIST, LATER))

        reopening.reopen(self.sheet.pk, ReopenedBy.PARTNER_ASKS, note="The Quayside Weekly wants it.", by=self.all, at=LATER)

        self.assertEqual((self.standing().reopened_at, self.standing().review_due_at), (LATER, LATER))
        self.assertEqual((self.shows(Use.LIST, LATER), self.shows(Use.READ, LATER)), (False, True))
        self.assertFalse(self.shows(Use.READ, LATER + REVIEW_GRACE))
        self.assertIn("worksheet_reopened", self.codes())
        found = obstacles.find(Article.objects.get(pk=self.article.pk), at=LATER)
        self.assertIn("A partner asks for it. The Quayside Weekly wants it.", found[0].message)

    def test_it_needs_a_role_a_reason_and_something_approved(self):
        with self.assertRaises(MoveRefused):
            reopening.reopen(self.sheet.pk, ReopenedBy.OBJECTION, note="x", by=make.user_with(Role.PARTNER_MANAGER), at=LATER)
        with self.assertRaises(FormRefused) as caught:
            reopening.reopen(self.sheet.pk, ReopenedBy.OBJECTION, note=" ", by=self.all, at=LATER)
        self.assertEqual(caught.exception.code, "no_note")
        FairUseWorksheet.objects.update(superseded_at=LATER)
        with self.assertRaises(FormRefused) as caught:
            reopening.reopen(self.sheet.pk, ReopenedBy.OBJECTION, note="They wrote.", by=self.all, at=LATER)
        self.assertEqual(caught.exception.code, "nothing_to_reopen")

    def test_a_notice_hold_opens_it_at_once_and_a_desk_s_own_hold_does_not(self):
        clearing.place_hold(self.article.pk, by=self.all, at=LATER, reason="We look again.", kind=HoldKind.RIGHTS)
        self.assertFalse(Reopening.objects.exists())

        clearing.place_hold(self.article.pk, by=self.all, at=LATER, reason="The owner wrote.", kind=HoldKind.NOTICE)

        self.assertEqual([(each.code, each.note) for each in Reopening.objects.all()], [("objection", "Notice hold: The owner wrote.")])

    def test_advertising_that_is_switched_on_opens_all_of_them_once(self):
        self.assertEqual(reopening.reopen_changed(at=LATER), [])
        record_profile(by=None, at=LATER, carries_advertising=True)
        self.assertIn("worksheet_reopened", self.codes())

        self.assertEqual(reopening.reopen_changed(at=LATER), [self.sheet])
        self.assertEqual(reopening.reopen_changed(at=LATER + timedelta(minutes=1)), [])
        self.assertEqual([each.code for each in Reopening.objects.all()], ["advertising"])
        self.assertTrue(House.objects.in_force(LATER).carries_advertising)

    def test_an_exit_that_nobody_asked_for_and_a_licence_that_is_offered_now_open_it(self):
        facts = {**self.sheet.facts, "exits": self.sheet.facts["exits"][1:]}
        FairUseWorksheet.objects.update(facts=facts, measures={**self.sheet.measures, "licence_available": False})
        self.article.work.licence = Licence.objects.first()
        self.article.work.save()

        reopening.reopen_changed(at=LATER)

        self.assertEqual({each.code for each in Reopening.objects.all()}, {"new_exit", "licence_offered"})

    def test_a_review_begins_with_what_was_said_and_takes_nothing_off_the_site_until_it_is_read(self):
        reopening.reopen(self.sheet.pk, ReopenedBy.OBJECTION, note="They wrote.", by=self.all, at=LATER)
        fresh = worksheets.write(self.article.pk, make.SHEET, by=self.all, at=LATER)

        self.assertEqual((fresh.number, self.standing().pk, self.shows(Use.READ, LATER)), (2, self.sheet.pk, True))
        self.assertIn("worksheet_not_approved", self.codes())

        answers = {str(question.code): "Looked at." for question in worksheets.questions(fresh)}
        worksheets.approve(fresh.pk, by=self.second, at=LATER, conclusion="Still fair.", answers=answers)

        self.assertEqual((self.standing().pk, self.shows(Use.LIST, LATER)), (fresh.pk, True))
        self.sheet.refresh_from_db()
        self.assertEqual((self.sheet.superseded_at, self.sheet.conclusion), (LATER, "Fair, for the reasons given."))
        self.assertEqual(self.codes(), ["no_clearance"])

    def test_what_is_overdue_bars_a_new_version_even_while_the_page_stands(self):
        due = self.sheet.review_due_at

        self.assertEqual((self.shows(Use.READ, due), self.shows(Use.LIST, due)), (True, False))
        self.assertIn("worksheet_due", self.codes(due))
        self.assertIn(self.sheet, FairUseWorksheet.objects.to_judge_again(due))
        self.assertNotIn(self.sheet, FairUseWorksheet.objects.to_judge_again(due - timedelta(seconds=1)))

    def test_whole_works_are_due_after_three_months(self):
        article = make.taken_article(self.all, "Another")
        make.confirm_terms(article, self.all)
        basing.record(article.pk, {**make.RECORD, "whose": Whose.THIRD_PARTY}, basis="fair_use", by=self.all, at=NOON)
        Article.objects.filter(pk=article.pk).update(body=f"<p>{article.origin.kept_copy.text}</p>")
        row = worksheets.write(article.pk, make.SHEET, by=self.all, at=NOON)
        answers = {str(question.code): "Looked at." for question in worksheets.questions(row)}
        row = worksheets.approve(row.pk, by=self.second, at=NOON, conclusion="Fair.", answers=answers)

        self.assertEqual((row.review_due_at - NOON).days, 90 if row.measures["share_of_source"] > 0.9 else 365)


class MovedTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        make.house()
        cls.all = make.everyone()
        cls.article = make.fair_use_article(cls.all, make.user_with(Role.CHIEF)).article

    def codes_after(self, **changes):
        now = Article.objects.get(pk=self.article.pk)
        saved = drafting.save(now.pk, changes, edit_number=now.edit_number, by=self.all, at=NOON)
        drafting.after_save(saved, by=self.all, at=NOON)
        return [each.code for each in obstacles.before_clearance(Article.objects.get(pk=now.pk), at=NOON)]

    def test_a_correction_that_moves_no_measure_opens_nothing(self):
        self.assertEqual(self.codes_after(body="<p>Secret canary sentences for registered readers only.</p>"), [])

    def test_an_edit_that_moves_one_asks_for_a_review_and_says_which(self):
        quoted = "<p>“Community sites may repost our own articles with credit”, it says.</p>"

        self.assertEqual(self.codes_after(body=f"<p>Secret canary sentence.</p>{quoted}"), ["worksheet_outdated"])

    def test_a_fifth_is_no_move_and_more_is_either_way(self):
        before = {"longest_run": 10, "n_quotes": 0, "lede_copied": False}

        self.assertEqual(measuring.moved(before, {"longest_run": 12}), [])
        self.assertEqual(measuring.moved(before, {"longest_run": 8}), [])
        self.assertEqual(measuring.moved(before, {"longest_run": 13}), ["longest_run"])
        self.assertEqual(measuring.moved(before, {"longest_run": 7}), ["longest_run"])
        self.assertEqual(measuring.moved(before, {"n_quotes": 1, "lede_copied": True}), ["n_quotes", "lede_copied"])
        self.assertEqual(measuring.moved(before, {"images_used": 4}), [])
