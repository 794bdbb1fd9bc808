"""Nobody clears a text or overwrites a record that the page in front of them did not show."""

from dataclasses import replace

from django.test import TestCase

from articles import addresses, basing, clearing, drafting, worksheets
from articles.models import Article, Clearance, FairUseWorksheet
from articles.refusals import FormRefused
from articles.tests import builders as make
from articles.tests.builders import NOON
from articles.tests.desk_form import fields, says
from articles.vocabulary import Role
from rights.models import Licence, Work
from rights.vocabulary import Basis, Whose


class UnseenTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        make.house()
        cls.everyone = make.everyone()
        cls.editor, cls.desk = make.user_with(Role.EDITOR), make.user_with(Role.RIGHTS_DESK)

    def opened(self, article, user):
        """What the browser of this person would send from the page as it stands now."""
        self.client.force_login(user)
        return fields(self.client.get(addresses.desk_article(article.pk)).content.decode())

    def press(self, article, user, sent, act):
        self.client.force_login(user)
        return self.client.post(addresses.desk_article(article.pk), {**sent, "act": act})

    def test_a_text_that_was_edited_while_the_rights_desk_read_it_is_not_cleared_unread(self):
        article = make.own_article(self.everyone)
        page = self.opened(article, self.desk)
        saved = drafting.save(article.pk, {"body": "<p>Nobody at the rights desk read this.</p>"}, edit_number=1, by=self.editor, at=NOON)
        drafting.after_save(saved, by=self.editor, at=NOON)

        response = self.press(article, self.desk, page, "clear")

        self.assertEqual((response.status_code, Clearance.objects.count()), (409, 0))
        self.assertIn("Read it as it stands now, then clear it.", says(response))
        again = fields(response.content.decode())
        self.assertEqual((self.press(article, self.desk, again, "clear").status_code, Clearance.objects.count()), (302, 1))

    def test_what_is_saved_and_cleared_at_once_is_what_was_typed(self):
        article = make.own_article(self.everyone)
        page = self.opened(article, self.everyone)

        response = self.press(article, self.everyone, {**page, "headline": "Typed and cleared"}, "clear")

        self.assertEqual((response.status_code, Clearance.objects.get().revision.headline), (302, "Typed and cleared"))

    def test_the_act_itself_refuses_what_was_not_seen(self):
        article = make.own_article(self.everyone)

        with self.assertRaises(FormRefused) as caught:
            clearing.clear(article.pk, by=self.desk, at=NOON, seen="another text")

        self.assertEqual(caught.exception.code, "stale")

    def test_a_worksheet_that_was_replaced_while_the_second_reader_read_it_is_not_approved_unread(self):
        article = make.taken_article(self.everyone)
        worksheets.write(article.pk, make.SHEET, by=self.everyone, at=NOON)
        self.client.force_login(self.desk)
        address = addresses.desk_article(article.pk).replace("change", "approve")
        page = fields(self.client.get(address).content.decode(), "approval_form") | {"conclusion": "Fair.", "outcome": "approved"}
        answered = {name: value or "Looked at." for name, value in page.items()}
        worksheets.write(article.pk, replace(make.SHEET, is_public_in_full=True), by=self.everyone, at=NOON)

        response = self.client.post(address, answered)

        self.assertEqual((response.status_code, FairUseWorksheet.objects.filter(approved_at__isnull=False).count()), (422, 0))
        self.assertIn("A newer worksheet or another basis has taken its place.", says(response))

    def test_a_text_that_was_edited_while_the_second_reader_read_it_is_not_judged_unread(self):
        article = make.taken_article(self.everyone)
        row = worksheets.write(article.pk, make.SHEET, by=self.everyone, at=NOON)
        answers = dict.fromkeys((str(question.code) for question in worksheets.questions(row)), "Looked at.")

        with self.assertRaises(FormRefused) as caught:
            worksheets.approve(row.pk, by=self.desk, at=NOON, conclusion="Fair.", answers=answers, seen="another text")

        self.assertEqual(caught.exception.code, "stale")

    def test_an_editors_old_page_does_not_take_back_what_the_rights_desk_recorded(self):
        article = make.own_article(self.everyone)
        page = self.opened(article, self.editor)
        facts = {"whose": Whose.THIRD_PARTY, "holder": "Ivo Ballast", "licence": Licence.objects.get(spdx_id="CC-BY-4.0")}
        basing.record(article.pk, facts, basis=Basis.CC, by=self.desk, at=NOON)

        response = self.press(article, self.editor, {**page, "headline": "Only the headline was typed"}, "save")

        work = Work.objects.get(pk=article.work_id)
        self.assertEqual((response.status_code, work.basis, work.holder, work.is_verified), (409, Basis.CC, "Ivo Ballast", True))
        self.assertIn("Only the headline was typed", says(response))
        again = fields(response.content.decode())
        self.assertEqual(self.press(article, self.editor, again, "save").status_code, 302)
        work.refresh_from_db()
        self.assertEqual((Article.objects.get().headline, work.basis, work.is_verified), ("Only the headline was typed", Basis.CC, True))
