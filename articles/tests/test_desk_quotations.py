"""Words of others at the desk: marked on a page of their own, proposed from the text, judged by a worksheet of their own."""

from django.test import TestCase

from articles.models import Quotation
from articles.tests import builders as make
from articles.tests.desk_form import fields, says, send
from articles.vocabulary import Role
from rights.vocabulary import Basis

BODY = f"<p>The ferry left at nine.</p><p>He wrote: “{make.QUOTED}.”</p>"
RECORD = {"rights__original_author": "Ivo Ballast", "rights__source": "The Lantern", "rights__original_title": "Winter in the basin"}


class DeskQuotationTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        make.house()
        cls.desk, cls.second = make.everyone(), make.everyone()
        cls.article = make.own_article(cls.desk, body=BODY)
        cls.page = f"/admin/articles/article/{cls.article.pk}/"
        cls.add = f"{cls.page}quotations/add/"

    def setUp(self):
        self.client.force_login(self.desk)

    def mark(self, **typed):
        page = self.client.get(f"{self.add}?at={typed.pop('at', 0)}")
        sent = {**fields(page.content.decode(), "quotation_form"), **{name.replace("__", "-"): value for name, value in typed.items()}}
        return self.client.post(self.add, sent)

    def test_the_card_leads_to_a_page_that_proposes_what_stands_in_the_text(self):
        answer = send(self.client, f"{self.page}change/", "quotation")
        page = self.client.get(answer.headers["Location"])

        self.assertEqual(answer.headers["Location"], self.add)
        self.assertIn("Choose what comes from another's published work: Nobody who has seen the north basin", says(page))
        self.assertEqual(Quotation.objects.count(), 0)

    def test_a_proposal_that_is_followed_fills_in_the_words(self):
        [start] = [link.split('"')[0] for link in self.client.get(self.add).content.decode().split('href="?at=')[1:]]

        page = self.client.get(f"{self.add}?at={start}")

        self.assertEqual(fields(page.content.decode(), "quotation_form")["rights-words"], f"{make.QUOTED}.")

    def test_marked_with_a_licence_it_is_confirmed_and_stands_on_the_card(self):
        answer = self.mark(rights__words=make.QUOTED, rights__basis="public_domain", **RECORD)
        row = Quotation.objects.get()

        self.assertRedirects(answer, f"{self.page}change/#quotations", fetch_redirect_response=False)
        self.assertEqual((row.words, row.work.basis, row.work.is_verified), (make.QUOTED, Basis.PUBLIC_DOMAIN, True))
        self.assertIn("in January will call it…” ConfirmedIvo Ballast · The Lantern", says(self.client.get(f"{self.page}change/")))

    def test_what_can_not_be_taken_is_said_at_its_field_and_what_was_typed_stays(self):
        for words, sentence in (
            ("", "There are no quoted words. Copy them from the text."),
            ("Nobody who has seen the south basin", "do not stand in the text. Copy them as they stand there"),
        ):
            answer = self.mark(rights__words=words, **RECORD)
            with self.subTest(words=words):
                self.assertEqual(answer.status_code, 422)
                self.assertIn(sentence, says(answer))
                self.assertEqual(fields(answer.content.decode(), "quotation_form")["rights-original_author"], "Ivo Ballast")
        self.assertEqual(Quotation.objects.count(), 0)

    def test_fair_use_leads_on_to_its_worksheet_and_a_second_person_reads_it(self):
        original = f"{make.QUOTED}. It lies under ice."
        answer = self.mark(rights__words=make.QUOTED, rights__basis="fair_use", rights__original=original, **RECORD)
        row = Quotation.objects.get()
        sheet = f"{self.page}quotations/{row.pk}/worksheet/"
        self.assertRedirects(answer, sheet, fetch_redirect_response=False)
        page = self.client.get(sheet)
        self.assertIn("Everyone may read the quotation", says(page))
        self.assertNotIn("Excerpt for everyone", says(page))

        typed = make.typed_sheet(is_public_in_full="on")
        del typed["excerpt"]
        written = self.client.post(sheet, typed)

        self.assertRedirects(written, f"{self.page}change/#quotations", fetch_redirect_response=False)
        self.assertEqual(self.article.worksheets.get().work, row.work)
        self.assertIn("You wrote it", says(self.client.get(f"{self.page}quotations/{row.pk}/approve/")))
        self.client.force_login(self.second)
        approve = f"{self.page}quotations/{row.pk}/approve/"
        form = fields(self.client.get(approve).content.decode(), "approval_form")
        answers = {name: "Looked at and found right." for name in form if form[name] == ""}
        self.client.post(approve, {**form, **answers, "outcome": "approved", "conclusion": "Fair, for the reasons given."})
        row.work.refresh_from_db()
        self.assertTrue(row.work.is_verified)
        self.assertIn("Approved", says(self.client.get(f"{self.page}quotations/{row.pk}/")))

    def test_saved_again_unchanged_it_ends_no_grant(self):
        self.mark(rights__words=make.QUOTED, rights__basis="public_domain", **RECORD)
        row = Quotation.objects.get()
        page = f"{self.page}quotations/{row.pk}/"
        before = list(row.work.grants.values_list("pk", "revoked_at"))

        self.client.post(page, fields(self.client.get(page).content.decode(), "quotation_form"))

        self.assertEqual(list(row.work.grants.values_list("pk", "revoked_at")), before)

    def test_the_mark_is_taken_away_by_a_button_and_by_nobody_who_may_not_write(self):
        self.mark(rights__words=make.QUOTED, rights__basis="public_domain", **RECORD)
        row = Quotation.objects.get()
        self.client.force_login(make.user_with(Role.RIGHTS_DESK))
        self.client.post(f"{self.page}quotations/{row.pk}/remove/")
        self.assertIsNone(Quotation.objects.get().removed_at)
        self.client.force_login(self.desk)

        self.client.post(f"{self.page}quotations/{row.pk}/remove/")

        self.assertIsNotNone(Quotation.objects.get().removed_at)
        self.assertEqual(self.client.get(f"{self.page}quotations/{row.pk}/").status_code, 404)

    def test_the_rights_desk_confirms_what_a_writer_proposed_and_changes_no_word(self):
        writer = make.user_with(Role.CONTRIBUTOR)
        article = make.own_article(writer, "A draft", body=BODY)
        row = make.quotation(article, writer, basis=Basis.PUBLIC_DOMAIN)
        page = f"/admin/articles/article/{article.pk}/quotations/{row.pk}/"
        self.client.force_login(make.user_with(Role.RIGHTS_DESK))
        sent = fields(self.client.get(page).content.decode(), "quotation_form")
        self.assertNotIn("rights-words", sent)

        self.client.post(page, {**sent, "rights-words": "The ferry left at nine."})

        row.refresh_from_db()
        self.assertEqual((row.words, row.work.is_verified), (make.QUOTED, True))

    def test_strange_addresses_open_nothing(self):
        other = make.own_article(self.desk, "Another", body=BODY)
        row = make.quotation(other, self.desk)
        for address in (f"{self.page}quotations/{row.pk}/", f"{self.page}quotations/{row.pk}/worksheet/", f"{self.page}quotations/999/"):
            with self.subTest(address=address):
                self.assertEqual(self.client.get(address).status_code, 404)
        self.assertEqual(self.client.get(f"{self.add}?at=999999999999999999999").status_code, 200)
        self.client.force_login(make.user_with(Role.PARTNER_MANAGER))
        self.assertEqual(self.client.get(self.add).status_code, 404)
