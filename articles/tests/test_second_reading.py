"""A second reader from outside: their link opens one worksheet, acts by POST alone, once, until its day, and never for its writer."""

import re
from datetime import timedelta

from django.test import TestCase
from django.utils import timezone

from articles import basing, drafting, worksheets
from articles.models import FairUseWorksheet, SecondReading
from articles.refusals import FormRefused, MoveRefused
from articles.sheet_words import Outcome
from articles.tests import builders as make
from articles.vocabulary import Role
from articles.worksheets import Reading, outside
from house.models import OutgoingMail
from rights.models import LedgerEntry
from rights.vocabulary import Basis, Whose

ADDRESS = "Nuala.Shee@quayside.example"


class OutsideTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.at = timezone.now()
        make.house(at=cls.at - timedelta(days=365))
        cls.writer, cls.desk = make.user_with(Role.EDITOR, username="ivo"), make.user_with(Role.RIGHTS_DESK)
        cls.writer.email = "ivo@courier.example"
        cls.writer.save()
        article = make.taken_article(make.everyone(), at=cls.at, body="<p>Secret canary sentence, which the board wrote itself.</p>")
        make.confirm_terms(article, make.everyone(), at=cls.at)
        basing.record(article.pk, {**make.RECORD, "whose": Whose.THIRD_PARTY}, basis=Basis.FAIR_USE, by=cls.desk, at=cls.at)
        cls.article, cls.sheet = article, worksheets.write(article.pk, make.SHEET, by=cls.writer, at=cls.at)

    def ask(self, address=ADDRESS, name="Nuala Shee", by=None):
        return outside.ask(self.sheet.pk, name=name, address=address, by=by or self.desk, at=self.at)

    def link(self):
        return re.search(r"/second-reading/\S+", OutgoingMail.objects.latest("pk").text).group()

    def typed(self, outcome=Outcome.APPROVED, conclusion="I find it fair."):
        answers = {str(question.code): "Looked at." for question in worksheets.questions(self.sheet)}
        return {"outcome": str(outcome), "conclusion": conclusion, **answers}

    def outcome(self):
        return FairUseWorksheet.objects.get(pk=self.sheet.pk).outcome

    # What the link does -----------------------------------------------------

    def test_the_letter_s_link_shows_both_texts_and_changes_nothing(self):
        self.ask()
        before = LedgerEntry.objects.count()

        page = self.client.get(self.link())

        self.assertContains(page, "Secret canary sentence")
        self.assertContains(page, self.sheet.purpose_reason)
        self.assertEqual((self.outcome(), LedgerEntry.objects.count()), ("", before))
        self.assertEqual((page["Referrer-Policy"], page["X-Robots-Tag"]), ("same-origin", "noindex"))
        self.assertIn("no-store", page["Cache-Control"])

    def test_a_yes_approves_and_names_the_reader_beside_the_chain_only(self):
        reading = self.ask()
        answer = self.client.post(self.link(), {**self.typed(), "counsel_consulted": "on"})

        row = FairUseWorksheet.objects.get(pk=self.sheet.pk)
        self.assertContains(answer, "You find this use fair.")
        self.assertEqual((row.outcome, row.approved_by, row.approved_reading, row.counsel_consulted), ("approved", None, reading, True))
        self.assertEqual((row.second_reader, row.article.work.is_verified), ("Nuala Shee", True))
        entry = LedgerEntry.objects.get(act="worksheet_approved")
        self.assertEqual(
            (entry.actor, entry.role, entry.details["reader_mark"]), (None, "outside_reader", outside.mark_of(ADDRESS.upper()))
        )
        self.assertFalse([each for each in LedgerEntry.objects.all() if "nuala" in f"{each.details}".lower()])

    def test_no_and_back_need_a_reason_and_write_no_grant(self):
        for outcome in (Outcome.REFUSED, Outcome.SENT_BACK):
            with self.subTest(outcome=outcome):
                self.sheet = worksheets.write(self.article.pk, make.SHEET, by=self.writer, at=self.at)
                self.ask()
                silent = self.client.post(self.link(), self.typed(outcome, " "))
                said = self.client.post(self.link(), {"outcome": str(outcome), "conclusion": "The second quotation is not needed."})

                self.assertEqual((silent.status_code, said.status_code), (422, 200))
                row = FairUseWorksheet.objects.get(pk=self.sheet.pk)
                self.assertEqual((row.outcome, row.outcome_reason), (outcome, "The second quotation is not needed."))
                self.assertFalse(row.article.work.grants.filter(revoked_at__isnull=True).exists())

    def test_a_yes_without_every_answer_is_refused_and_the_link_stays_good(self):
        self.ask()
        question = worksheets.questions(self.sheet)[0]

        page = self.client.post(self.link(), {**self.typed(), str(question.code): " "})

        self.assertContains(page, "Answer it in a sentence.", count=1, status_code=422)
        self.assertContains(page, "I find it fair.", status_code=422)
        self.assertEqual((self.client.get(self.link()).status_code, self.outcome()), (200, ""))

    def test_it_is_good_once(self):
        self.ask()
        self.client.post(self.link(), self.typed(Outcome.REFUSED, "No."))

        for again in (self.client.get(self.link()), self.client.post(self.link(), self.typed())):
            self.assertContains(again, "This link has been used.", status_code=410)
        self.assertEqual(self.outcome(), "refused")

    def test_it_ends_on_its_day(self):
        reading = self.ask()
        token = outside.token_of(reading, at=self.at)

        with self.assertRaises(outside.links.LinkExpired):
            outside.answer(token, Reading(Outcome.APPROVED, "Fair."), at=reading.ends_at)

        SecondReading.objects.update(asked_at=self.at - timedelta(days=30), ends_at=self.at - timedelta(days=1))
        old = outside.token_of(SecondReading.objects.get(), at=self.at - timedelta(days=30))
        self.assertContains(self.client.get(f"/second-reading/{old}/"), "This link has ended", status_code=410)

    def test_a_forged_or_shortened_link_opens_nothing(self):
        self.ask()
        for bad in (self.link()[:-3] + "/", "/second-reading/1/", "/second-reading/é/"):
            self.assertEqual(self.client.get(bad).status_code, 404)

    def test_an_edited_text_is_not_judged_by_a_reader_of_the_one_before(self):
        self.ask()
        saved = drafting.save(
            self.article.pk, {"dek": "Another line."}, edit_number=self.article.edit_number, by=self.desk_chief(), at=self.at
        )
        drafting.after_save(saved, by=self.desk, at=self.at)

        for answer in (self.client.get(self.link()), self.client.post(self.link(), self.typed())):
            self.assertContains(answer, "The text was edited after you were asked to read it", status_code=409)
        with self.assertRaises(FormRefused) as caught:
            outside.answer(self.link().split("/")[2], Reading(Outcome.APPROVED, "Fair."), at=self.at)
        self.assertEqual((caught.exception.code, self.outcome()), ("stale", ""))

    def desk_chief(self):
        return make.user_with(Role.CHIEF)

    def test_a_newer_sheet_a_closed_link_or_another_reader_closes_it(self):
        for close in (
            lambda: outside.withdraw(SecondReading.objects.latest("pk").pk, by=self.desk, at=self.at),
            lambda: self.ask("other@quayside.example", "Another"),
            lambda: worksheets.write(self.article.pk, make.SHEET, by=self.writer, at=self.at),
        ):
            self.ask()
            first = self.link()
            close()
            self.assertContains(self.client.get(first), "does not need this reading any more", status_code=410)

    # Who may be asked -------------------------------------------------------

    def test_its_writer_is_never_asked_under_any_spelling_of_their_address_or_name(self):
        for address in ("ivo@courier.example", "IVO@Courier.Example", "ivo+private@courier.example", "ｉｖｏ@courier.example"):
            with self.subTest(address=address), self.assertRaises(FormRefused) as caught:
                self.ask(address)
            self.assertIn(caught.exception.code, ("own_worksheet", "no_address"))
        with self.assertRaises(FormRefused) as caught:
            self.ask("other@quayside.example", "  IVO ")
        self.assertEqual((caught.exception.code, SecondReading.objects.count()), ("own_worksheet", 0))

    def test_an_account_that_takes_the_reader_s_address_later_is_refused_at_the_answer(self):
        self.ask()
        self.writer.email = ADDRESS.lower()
        self.writer.save()

        with self.assertRaises(MoveRefused):
            outside.answer(self.link().split("/")[2], Reading(Outcome.APPROVED, "Fair."), at=self.at)

    def test_only_the_rights_desk_names_a_reader_with_a_name_and_an_address(self):
        with self.assertRaises(MoveRefused) as caught:
            self.ask(by=self.writer)
        self.assertEqual(caught.exception.code, "wrong_role")
        with self.assertRaises(FormRefused) as caught:
            self.ask("nobody", " ")
        self.assertEqual([each.field for each in caught.exception.obstacles], ["name", "address"])

    def test_the_desk_s_form_sends_the_letter_and_keeps_what_was_mistyped(self):
        self.client.force_login(self.desk)
        page = f"/admin/articles/article/{self.article.pk}/ask-reader/"

        wrong = self.client.post(page, {"name": "Nuala Shee", "address": "nuala at quayside"})
        sent = self.client.post(page, {"name": "Nuala Shee", "address": ADDRESS})

        self.assertContains(wrong, "nuala at quayside", status_code=422)
        self.assertEqual((sent.status_code, OutgoingMail.objects.get().to), (302, ADDRESS))
