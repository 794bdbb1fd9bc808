"""The worksheet's rules that a second act, a live article or a later edit could get around."""

from datetime import timedelta

from django.test import TestCase

from articles import basing, clearing, drafting, published, publishing, worksheets
from articles.models import Article, FairUseWorksheet
from articles.refusals import FormRefused, MoveRefused, NotCleared
from articles.tests import builders as make
from articles.tests.builders import NOON
from articles.vocabulary import Role
from rights.vocabulary import Basis, Whose

LATER = NOON + timedelta(days=300)


class WorksheetTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        make.house()
        cls.all, cls.second = make.everyone(), make.user_with(Role.CHIEF)

    def test_the_basis_of_what_is_live_is_not_changed_by_writing_a_worksheet(self):
        live = make.published_article(self.all)

        for role in (Role.EDITOR, Role.CHIEF):
            with self.assertRaises(MoveRefused, msg=role) as caught:
                worksheets.write(live.article_id, make.SHEET, by=make.user_with(role), at=NOON, kept_copy=make.kept_copy("Theirs."))
            self.assertEqual(caught.exception.code, "wrong_role")

        self.assertEqual(Article.objects.get().work.basis, Basis.OWN_STAFF)
        self.assertEqual(published.at_path(live.path, at=NOON).headline, "The ferry runs again")

    def test_an_approval_is_given_once_so_a_review_is_not_put_off_by_pressing_again(self):
        make.fair_use_article(self.all, self.second)
        sheet = FairUseWorksheet.objects.get()
        answers = dict.fromkeys((str(question.code) for question in worksheets.questions(sheet)), "Yes.")

        with self.assertRaises(FormRefused) as caught:
            worksheets.approve(sheet.pk, by=make.user_with(Role.CHIEF), at=LATER, conclusion="Again.", answers=answers)

        self.assertEqual(caught.exception.code, "worksheet_approved")
        self.assertEqual(FairUseWorksheet.objects.get().review_due_at, sheet.review_due_at)

    def test_a_sheet_for_one_law_does_not_confirm_another(self):
        article = make.taken_article(self.all)
        make.confirm_terms(article, self.all)
        sheet = worksheets.write(article.pk, make.SHEET, by=self.all, at=NOON)
        basing.record(article.pk, {**make.RECORD, "whose": Whose.THIRD_PARTY}, basis=Basis.QUOTATION, by=self.all, at=NOON)
        answers = dict.fromkeys((str(question.code) for question in worksheets.questions(sheet)), "Yes.")

        with self.assertRaises(FormRefused) as caught:
            worksheets.approve(sheet.pk, by=self.second, at=NOON, conclusion="Fair.", answers=answers)

        self.assertEqual(caught.exception.code, "worksheet_superseded")

    def test_more_of_the_original_than_was_measured_is_not_published_on_the_old_sheet(self):
        article = make.fair_use_article(self.all, self.second).article
        theirs = article.origin.kept_copy.text
        saved = drafting.save(article.pk, {"body": f"<p>{theirs}</p>"}, edit_number=article.edit_number, by=self.all, at=NOON)
        drafting.after_save(saved, by=self.all, at=NOON)

        with self.assertRaises(NotCleared) as caught:
            clearing.clear(article.pk, by=self.all, at=NOON)

        self.assertEqual(caught.exception.code, "worksheet_outdated")

    def test_a_new_sheet_with_another_excerpt_asks_for_a_new_clearance(self):
        article = make.taken_article(self.all, body="<p>Secret canary sentence for registered readers only.</p>")
        make.confirm_terms(article, self.all)
        basing.record(article.pk, {**make.RECORD, "whose": Whose.THIRD_PARTY}, basis=Basis.FAIR_USE, by=self.all, at=NOON)
        self._approved(article, make.SHEET)
        clearing.clear(article.pk, by=self.all, at=NOON)
        self._approved(
            article, worksheets.Sheet(**{**vars(make.SHEET), "excerpt": "Much more than was cleared.", "is_public_in_full": True})
        )

        with self.assertRaises(NotCleared) as caught:
            publishing.publish(article.pk, by=self.all, at=NOON)

        self.assertEqual(caught.exception.code, "no_clearance")

    def test_a_record_changed_after_the_approval_asks_for_a_new_sheet_and_says_so(self):
        article = make.fair_use_article(self.all, self.second).article
        basing.record(article.pk, {"holder": "Somebody else"}, basis=Basis.FAIR_USE, by=self.all, at=NOON)

        with self.assertRaises(NotCleared) as caught:
            clearing.clear(article.pk, by=self.all, at=NOON)

        self.assertEqual(caught.exception.code, "worksheet_outdated")

    def _approved(self, article, sheet):
        row = worksheets.write(article.pk, sheet, by=self.all, at=NOON)
        answers = {str(question.code): "Looked at." for question in worksheets.questions(row)}
        worksheets.approve(row.pk, by=self.second, at=NOON, conclusion="Fair.", answers=answers)
