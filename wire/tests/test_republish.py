"""What may go wrong with a page that is brought in: each a sentence at the field, with what was typed still there."""

import time
from unittest import mock

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import TestCase
from django.urls import reverse

from articles.models import Article
from articles.tests import builders as make
from articles.vocabulary import Role
from house.tests.loopback import answer, gateway_to, serving
from rights.models import Evidence, TermProposal, Work
from rights.vocabulary import Basis, TermKind, Whose
from wire import intake
from wire.example import EXAMPLE

ADDRESS = "http://coastline.example/night-trains"


class RepublishCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.editor = make.user_with(Role.EDITOR)
        make.house()

    def setUp(self):
        self.client.force_login(self.editor)

    def send(self, **data):
        return self.client.post(reverse("republish"), data)

    def refused(self, response, field, words):
        self.assertEqual(response.status_code, 422)
        errors = response.context["form"].errors
        self.assertEqual(list(errors), [field])
        self.assertIn(words, errors[field][0])
        self.assertTrue(errors[field][0].endswith("."), errors[field][0])
        self.assertFalse(Article.objects.exists())


class PasteTests(RepublishCase):
    def test_a_pasted_page_becomes_a_draft_with_everything_that_it_says(self):
        response = self.send(text=EXAMPLE)

        article = Article.objects.get()
        self.assertRedirects(response, f"/admin/articles/article/{article.pk}/change/", fetch_redirect_response=False)
        self.assertEqual(article.headline, "Night trains return to the coast line after eleven years")
        self.assertEqual([credit.author.name for credit in article.credits.all()], ["Coastline News Collective"])
        self.assertEqual(article.credits.get().author.kind, "institution")
        self.assertEqual((article.work.basis, article.work.whose), (Basis.UNKNOWN, Whose.NOT_KNOWN))
        self.assertIsNone(article.work.original_published_at)

    def test_none_of_the_small_print_stays_in_the_text(self):
        self.send(text=EXAMPLE)

        body = Article.objects.get().body
        for words in ("Disclaimer", "cross-post", "fair use", "media inquiries", "email", "Articles by"):
            self.assertNotIn(words, body)
        self.assertEqual(body.count("<p>"), 4)

    def test_each_proposal_quotes_the_kept_copy_where_it_says(self):
        self.send(text=EXAMPLE)

        kept = Evidence.objects.get()
        kinds = set()
        for proposal in TermProposal.objects.all():
            kinds.add(proposal.kind)
            self.assertEqual(kept.text[proposal.start : proposal.end], proposal.quote)
            self.assertIsNone(proposal.is_confirmed)
        wanted = {TermKind.RESPONSIBILITY, TermKind.PERMISSION, TermKind.CONDITION, TermKind.CONTACT, TermKind.FAIR_USE, TermKind.PRESS}
        self.assertEqual(kinds, {str(kind) for kind in wanted})

    def test_an_address_that_the_site_hid_is_said_to_be_unreadable_and_never_stored(self):
        self.send(text=EXAMPLE)

        contacts = TermProposal.objects.filter(kind__in=[TermKind.CONTACT, TermKind.PRESS])
        self.assertEqual({proposal.codes.get("contact", "") for proposal in contacts}, {""})
        self.assertEqual({proposal.codes.get("contact_state") for proposal in contacts}, {"unreadable"})

    def test_nothing_is_granted_by_reading(self):
        self.send(text=EXAMPLE)

        self.assertEqual(Work.objects.get().grants.count(), 0)

    def test_the_same_page_again_leads_to_the_same_draft(self):
        first, second = self.send(text=EXAMPLE), self.send(text=EXAMPLE)

        self.assertEqual(first.url, second.url)
        self.assertEqual(Article.objects.count(), 1)

    def test_a_page_without_small_print_is_a_draft_without_proposals(self):
        self.send(text="A headline\n\nA first paragraph with enough words to be one.\n\nAnd a second paragraph after it.")

        self.assertEqual((Article.objects.count(), TermProposal.objects.count()), (1, 0))

    def test_lone_surrogates_are_cleaned_and_the_draft_is_made(self):
        text = "A head\ud800line\n\nA paragraph that has a lone \udfff surrogate in the middle of it."

        taken = intake.republish(intake.Material(text.encode("utf-8", "surrogatepass")), by=self.editor, at=make.NOON)

        self.assertEqual(taken.article.headline, "A headline")
        self.assertIn("a lone surrogate", taken.article.body.replace("  ", " "))

    def test_script_in_a_pasted_page_is_not_in_the_draft(self):
        good = "<p>One good paragraph of the story that was pasted here.</p>"
        bad = "<script>steal()</script><p onclick='steal()'>Another paragraph of the same good story.</p>"
        self.send(text=f"<html><body><article><h1>News</h1>{good}{bad}</article></body></html>")

        body = Article.objects.get().body
        self.assertNotIn("steal", body)
        self.assertIn("One good paragraph", body)


class BadPasteTests(RepublishCase):
    def test_nothing_given(self):
        self.refused(self.send(text="", address=""), "text", "nothing here yet")

    def test_only_white_space(self):
        self.refused(self.send(text=" \n\t \u200b "), "text", "nothing")

    def test_five_megabytes(self):
        self.refused(self.send(text="A headline\n\n" + "word " * 1_000_000), "text", "2 MB")

    def test_a_binary_file(self):
        self.refused(self.send(file=SimpleUploadedFile("page.txt", bytes(range(256)) * 40)), "file", "text")

    def test_a_file_that_is_too_large(self):
        self.refused(self.send(file=SimpleUploadedFile("page.txt", b"x" * 2_100_000)), "file", "2 MB")

    def test_markup_nested_without_end(self):
        self.refused(self.send(text="<html><body>" + "<div>" * 50_000 + "deep"), "text", "deep")

    def test_two_ways_at_once_keep_what_was_typed(self):
        response = self.send(text="Typed by hand", address=ADDRESS)

        self.refused(response, "address", "one way at a time")
        self.assertContains(response, "Typed by hand", status_code=422)

    def test_an_address_that_is_none(self):
        self.refused(self.send(address="not an address"), "address", "valid")

    def test_a_person_without_a_role_may_not_open_the_page(self):
        nobody = make.user_with()
        nobody.is_staff = True
        nobody.save()
        self.client.force_login(nobody)

        self.assertEqual(self.client.get(reverse("republish")).status_code, 403)
        self.assertEqual(self.send(text=EXAMPLE).status_code, 403)


class AddressTests(RepublishCase):
    PAGE = (b"<html><head><title>Night trains</title></head><body><article><h1>Night trains return</h1>"
            b"<p>The first night train in eleven years left Saltmarsh station with 212 people on board, the operator said on Friday.</p>"
            b"<p>The train runs three times a week until the end of March, and the council will then decide whether it goes on.</p>"
            b"</article></body></html>")  # fmt: skip

    def fetch(self, behaviour, address=ADDRESS, **limits):
        with serving(behaviour) as server, mock.patch.multiple(intake, GATEWAY=gateway_to(server), **limits):
            return self.send(address=address)

    def test_a_fetched_page_becomes_a_draft_and_its_bytes_are_kept(self):
        self.fetch(lambda wire, _: wire.sendall(answer(body=self.PAGE, content_type="text/html")))

        self.assertEqual(Article.objects.get().headline, "Night trains return")
        kept = Evidence.objects.get()
        self.assertEqual((bytes(kept.content), kept.url), (self.PAGE, ADDRESS))

    def test_a_private_address(self):
        self.refused(self.send(address="http://127.0.0.1:8000/admin/"), "address", "")
        self.refused(self.send(address="http://169.254.169.254/latest/"), "address", "")

    def test_a_redirect_to_a_private_address(self):
        response = self.fetch(lambda wire, _: wire.sendall(answer("302 Found", location="http://10.0.0.1/")))

        self.refused(response, "address", "")

    def test_a_page_that_is_not_there(self):
        self.refused(self.fetch(lambda wire, _: wire.sendall(answer("404 Not Found", b"no"))), "address", "404")

    def test_an_answer_of_fifty_megabytes(self):
        def flood(wire, _):
            wire.sendall(answer(content_length="52428800"))
            for _ in range(50):
                wire.sendall(b"x" * 1_048_576)

        self.refused(self.fetch(flood), "address", "")

    def test_a_site_that_hangs(self):
        response = self.fetch(lambda wire, _: time.sleep(3), TIMEOUT_SECONDS=0.5)

        self.refused(response, "address", "")

    def test_a_picture_at_the_address(self):
        response = self.fetch(lambda wire, _: wire.sendall(answer(body=b"\x89PNG\r\n\x1a\n" + bytes(500), content_type="image/png")))

        self.refused(response, "address", "")

    def test_what_was_typed_is_still_there_after_a_refusal(self):
        response = self.fetch(lambda wire, _: wire.sendall(answer("404 Not Found", b"no")))

        self.assertContains(response, ADDRESS, status_code=422)
