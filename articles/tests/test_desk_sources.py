"""The desk's pages of sources, their terms and contributors' agreements: what they say, who may press what, what they cost."""

from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from articles.models import Article
from articles.tests import builders
from articles.tests.desk_form import fields, says
from articles.tests.test_desk_roles import DeskTestCase
from articles.tests.test_sources import OFFER, answered, noted
from articles.vocabulary import Role
from rights.models import ContributorAgreement, Evidence, Source, SourceTerms
from rights.vocabulary import Basis

LIST = "/admin/rights/source/"


class SourcePagesTestCase(DeskTestCase):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.now = timezone.now()
        cls.article = builders.source_terms_article(cls.everyone, at=cls.now - timedelta(days=3)).article
        cls.source = builders.source()
        cls.page = f"{LIST}{cls.source.pk}/change/"
        cls.add = f"{LIST}{cls.source.pk}/terms/new/"

    def terms_page(self, terms: SourceTerms) -> str:
        return f"{LIST}{self.source.pk}/terms/{terms.pk}/"


class ReadingTests(SourcePagesTestCase):
    def test_the_list_says_how_much_is_used_and_how_old_the_terms_are(self):
        page = says(self.enter(self.desk).get(LIST))

        for words in ("The Lantern", "1 in 30 days, 1 in 90", "3 days ago"):
            self.assertIn(words, page)

    def test_the_list_costs_the_same_for_one_source_and_for_three(self):
        self.enter(self.desk).get(LIST)
        with self.assertNumQueries(8):
            self.client.get(LIST)
        for name in ("The Buoy", "The Ebb"):
            builders.source(name)
        with self.assertNumQueries(8):
            self.client.get(LIST)

    def test_the_page_says_its_terms_whom_to_ask_and_what_was_used(self):
        self.source.contacts.create(kind="permissions", address="rights@lantern.example")

        page = says(self.enter(self.desk).get(self.page))

        for words in ("Terms 1, seen on", "in force", "1 work rests on them", "rights@lantern.example", self.article.headline):
            self.assertIn(words, page)

    def test_the_page_costs_the_same_with_one_article_and_with_three(self):
        self.enter(self.desk).get(self.page)
        with self.assertNumQueries(12):
            self.client.get(self.page)
        for number in (2, 3):
            builders.source_terms_article(self.everyone, f"Story {number}", at=self.now)
        with self.assertNumQueries(12):
            self.client.get(self.page)

    def test_who_may_only_look_sees_no_button_and_a_stranger_nothing(self):
        for user in (self.editor, self.chief, self.contributor):
            response = self.enter(user).get(self.page)
            self.assertEqual((response.status_code, b"source_form" in response.content), (200, False))
        partners = builders.user_with(Role.PARTNER_MANAGER)
        self.assertEqual(self.enter(partners).get(self.page).status_code, 403)

    def test_what_nobody_may_press_is_refused_by_its_address_too(self):
        terms = noted(self.source, OFFER, self.desk, at=self.now)
        ways = (
            self.page,
            self.add,
            f"{LIST}{self.source.pk}/end/",
            f"{LIST}{self.source.pk}/contact/",
            self.terms_page(terms),
            f"{LIST}add/",
        )
        for user in (self.editor, self.chief, self.contributor):
            client = self.enter(user)
            self.assertEqual([client.post(way, {"act": "put_in_force"}).status_code for way in ways], [403] * len(ways))

    def test_what_does_not_exist_is_not_found(self):
        client = self.enter(self.desk)
        ways = (f"{LIST}999/change/", f"{LIST}999/terms/new/", f"{LIST}{self.source.pk}/terms/999/", f"{LIST}99999999999999999999/change/")

        self.assertEqual([client.get(way).status_code for way in ways], [404] * len(ways))


class KeepingTests(SourcePagesTestCase):
    def test_a_source_is_recorded_and_changed(self):
        self.enter(self.desk).post(f"{LIST}add/", {"name": "The Buoy", "default_basis": "unknown"})
        made = Source.objects.get(name="The Buoy")

        self.client.post(f"{LIST}{made.pk}/change/", {"name": "The Buoy", "default_basis": "press_release"})

        made.refresh_from_db()
        self.assertEqual((made.slug, made.default_basis), ("the-buoy", Basis.PRESS_RELEASE))

    def test_what_is_wrong_is_said_at_its_field_and_what_was_typed_is_kept(self):
        rows = (
            ({"name": "", "default_basis": "unknown"}, "name"),
            ({"name": "The Ebb", "default_basis": "own_staff"}, "default_basis"),
            ({"name": "The Ebb", "default_basis": "cc", "default_licence": 9_999_999}, "default_licence"),
            ({"name": "The Ebb", "default_basis": "unknown", "home_url": "not an address"}, "home_url"),
        )
        for typed, field in rows:
            with self.subTest(typed):
                response = self.enter(self.desk).post(f"{LIST}add/", {"note": "Typed with care."} | typed)
                self.assertEqual((response.status_code, field in response.context["form"].errors), (422, True))
                self.assertContains(response, "Typed with care.", status_code=422)

    def test_a_contact_is_added_and_an_empty_one_is_refused(self):
        way = f"{LIST}{self.source.pk}/contact/"
        self.assertEqual(self.enter(self.desk).post(way, {"kind": "press", "address": " "}).status_code, 422)
        self.client.post(way, {"kind": "press", "address": "press@lantern.example"})

        self.assertEqual(self.source.contacts.get().address, "press@lantern.example")

    def test_the_relationship_ends_with_a_reason_and_goes_on_again(self):
        way = f"{LIST}{self.source.pk}/end/"
        self.assertEqual(self.enter(self.desk).post(way, {"reason": ""}).status_code, 422)
        self.client.post(way, {"reason": "They closed."})
        self.assertIn("They closed.", says(self.client.get(self.page)))

        self.client.post(way, {"act": "take_up"})
        self.source.refresh_from_db()
        self.assertIsNone(self.source.ended_at)


class TermsPageTests(SourcePagesTestCase):
    def test_pasted_terms_are_kept_and_shown_beside_the_old_ones(self):
        response = self.enter(self.desk).post(self.add, {"text": OFFER}, follow=True)

        page = says(response)
        self.assertIn("Before: terms 1", page)
        self.assertIn("wait", page)
        self.assertEqual(bytes(Evidence.objects.without_content().latest("pk").content), OFFER.encode())

    def test_a_language_that_is_not_read_is_said_and_nothing_is_taken_from_it(self):
        text = "Wszystkie artykuły na tej stronie można swobodnie przedrukowywać, jeżeli zostanie podane źródło oraz nazwisko autora. " * 2
        response = self.enter(self.desk).post(self.add, {"text": text}, follow=True)

        self.assertIn("language that we don't read", says(response))
        self.assertEqual(self.source.terms.first().proposals.count(), 0)

    def test_nothing_two_at_once_and_what_is_no_text_are_refused(self):
        rows = (
            ({}, "text"),
            ({"text": " "}, "text"),
            ({"text": OFFER, "address": "https://lantern.example/terms"}, "address"),
            ({"address": "file:///etc/passwd"}, "address"),
            ({"address": "http://127.0.0.1/terms"}, "address"),
            ({"text": "%PDF-1.7 \x00\x01\x02\x03\x04\x05"}, "text"),
        )
        for typed, field in rows:
            with self.subTest(typed):
                response = self.enter(self.desk).post(self.add, typed)
                self.assertEqual((response.status_code, list(response.context["form"].errors)), (422, [field]))
        self.assertEqual(self.source.terms.count(), 1)

    def test_all_is_answered_looked_ahead_and_put_in_force(self):
        self.enter(self.desk).post(self.add, {"text": OFFER})
        way = self.terms_page(self.source.terms.first())

        ahead = self.client.post(way, {"act": "confirm_all"}, follow=True)
        self.assertIn("The same at every exit.", says(ahead))
        sent = fields(ahead.content.decode(), "force_form")
        done = self.client.post(way, sent | {"act": "put_in_force"})

        self.assertIn("In force. 1 work was re-based.", says(done))
        self.assertEqual(Article.objects.get(pk=self.article.pk).work.terms.number, 2)

    def test_open_sentences_an_unknown_act_and_an_end_in_the_past_are_refused_with_the_ticks_kept(self):
        open_ones = noted(self.source, OFFER, self.desk, at=self.now)
        client = self.enter(self.desk)
        for act in ("put_in_force", "burn", ""):
            self.assertEqual(client.post(self.terms_page(open_ones), {"act": act}).status_code, 422)

        client.post(self.terms_page(open_ones), {"act": "confirm_all"})
        past = {"act": "put_in_force", "ends_at": "2020-01-01T00:00", "work": ["x", "-1", "99999999999999999999"]}
        response = client.post(self.terms_page(open_ones), past)
        self.assertContains(response, "end in the past", status_code=422)
        self.assertNotIn("checked", str(response.content).split("force_form")[1].split("</ul>")[0])

    def test_the_page_costs_the_same_for_one_work_and_for_three(self):
        terms = answered(self.source, OFFER, self.desk, at=self.now)
        way = self.terms_page(terms)
        self.enter(self.desk).get(way)
        with self.assertNumQueries(17):
            self.client.get(way)
        for number in (2, 3):
            builders.source_terms_article(self.everyone, f"Story {number}", at=self.now)
        with self.assertNumQueries(17):
            self.client.get(way)


class AgreementPagesTests(SourcePagesTestCase):
    def typed(self, **changes):
        author = builders.author("Neve Ostler")
        file = SimpleUploadedFile("agreement.pdf", b"We agree.", "application/pdf")
        return {"author": author.pk, "reference": "2026-014", "starts_at": "2026-01-01T00:00", "file": file} | changes

    def test_one_is_recorded_with_its_proof_looked_at_and_ended(self):
        self.enter(self.desk).post("/admin/rights/contributoragreement/add/", self.typed())
        agreement = ContributorAgreement.objects.get()
        way = f"/admin/rights/contributoragreement/{agreement.pk}/change/"

        self.assertIn("in force", says(self.client.get(way)))
        self.client.post(way, {"ends_at": ""})

        self.assertIn("ended", says(self.client.get(way)))
        self.assertEqual(bytes(agreement.evidence.content), b"We agree.")

    def test_what_is_missing_or_wrong_is_said_at_its_field(self):
        rows = (({"author": ""}, "author"), ({"reference": ""}, "reference"), ({"starts_at": ""}, "starts_at"), ({"file": ""}, "file"),
                ({"ends_at": "2025-01-01T00:00"}, "ends_at"), ({"starts_at": "soon"}, "starts_at"))  # fmt: skip
        for changes, field in rows:
            with self.subTest(changes):
                response = self.enter(self.desk).post("/admin/rights/contributoragreement/add/", self.typed(**changes))
                self.assertEqual((response.status_code, list(response.context["form"].errors)), (422, [field]))
        self.assertEqual((ContributorAgreement.objects.count(), Evidence.objects.filter(kind="contract").count()), (0, 0))

    def test_only_the_rights_desk_records_them(self):
        client = self.enter(self.chief)

        self.assertEqual(client.get("/admin/rights/contributoragreement/add/").status_code, 403)
        self.assertEqual(client.get("/admin/rights/contributoragreement/").status_code, 200)
