"""What is made of a page that is brought in. What may go wrong with one is in the table of `newsroom/tests/test_bad_input.py`."""

from unittest import mock

from django.test import TestCase
from django.urls import reverse

from articles import basing, sourcing
from articles.models import Article
from articles.tests import builders as make
from articles.vocabulary import Role
from house.tests.loopback import answer, gateway_to, serving
from rights.models import Evidence, Licence, TermProposal, Work
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


class WhoMayTests(RepublishCase):
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

    def fetch(self, behaviour):
        with serving(behaviour) as server, mock.patch.object(intake, "GATEWAY", gateway_to(server)):
            return self.send(address=ADDRESS)

    def test_a_fetched_page_becomes_a_draft_and_its_bytes_are_kept(self):
        self.fetch(lambda wire, _: wire.sendall(answer(body=self.PAGE, content_type="text/html")))

        self.assertEqual(Article.objects.get().headline, "Night trains return")
        kept = Evidence.objects.get()
        self.assertEqual((bytes(kept.content), kept.url), (self.PAGE, ADDRESS))


class KnownSourceTests(RepublishCase):
    """What a source's record proposes for its next page. A person still confirms it."""

    PAGE = (
        "Trains run again\n\nThe night trains run again, the railway said on Monday after eleven years without them.\n\n"
        "Permission is granted to cross-post our articles on community internet sites as long as the source and copyright are "
        "acknowledged together with a hyperlink to the original article. www.buoy.example"
    )

    def taken(self, text: str, **options) -> Work:
        material = intake.Material(text.encode(), **options)
        return intake.republish(material, by=self.editor, at=make.NOON).article.work

    def known(self) -> Work:
        """A source whose terms a person confirmed with its first page."""
        desk = make.everyone()
        first = self.taken(self.PAGE)
        basing.answer_terms(first.article.pk, dict.fromkeys(first.proposals.values_list("pk", flat=True), True), by=desk, at=make.NOON)
        basing.record(first.article.pk, make.RECORD | {"source": first.source}, basis=Basis.SOURCE_TERMS, by=desk, at=make.NOON)
        return Work.objects.get(pk=first.pk)

    def test_the_same_small_print_is_proposed_as_the_terms_that_we_hold_with_their_answers(self):
        first = self.known()

        second = self.taken(self.PAGE.replace("Trains run again", "Buses run again"))

        self.assertEqual((second.source, second.terms, second.terms.number), (first.source, first.terms, 1))
        self.assertEqual((second.basis, second.is_verified), (Basis.UNKNOWN, False))
        self.assertEqual(second.proposals.filter(is_confirmed__isnull=True).count(), 0)

    def test_other_small_print_speaks_for_itself(self):
        self.known()

        second = self.taken(self.PAGE.replace("on community internet sites", "on any web site"))

        self.assertIsNone(second.terms)
        self.assertGreater(second.proposals.filter(is_confirmed__isnull=True).count(), 0)

    def test_nothing_is_proposed_once_the_relationship_has_ended(self):
        source = self.known().source
        sourcing.end_relationship(source.pk, ends_at=None, reason="They closed.", by=make.everyone(), at=make.NOON)

        self.assertIsNone(self.taken(self.PAGE.replace("Trains run again", "Buses run again")).terms)

    def test_the_usual_basis_is_proposed_and_never_confirmed(self):
        source = self.known().source
        rows = (
            (Basis.PRESS_RELEASE, None, Basis.PRESS_RELEASE),
            (Basis.CC, "CC-BY-4.0", Basis.CC),
            (Basis.SOURCE_TERMS, None, Basis.UNKNOWN),
        )
        for number, (usual, spdx, proposed) in enumerate(rows):
            source.default_basis, source.default_licence = usual, Licence.objects.filter(spdx_id=spdx).first()
            source.save()
            with self.subTest(usual):
                work = self.taken(self.PAGE.replace("Trains run again", f"Story {number}"))
                self.assertEqual((work.basis, work.is_verified, work.grants.count()), (proposed, False, 0))

    def test_a_licence_that_the_page_links_is_proposed_and_never_confirmed(self):
        rows = (
            ("http://creativecommons.org/licenses/by-sa/4.0", "CC-BY-SA-4.0"),
            ("https://example.org/our-licence", None),
            ("https://creativecommons.org/licenses/by/", None),
        )
        for number, (address, spdx) in enumerate(rows):
            page = (
                f'<html><head><title>Boats {number}</title><link rel="license" href="{address}"></head>'
                f"<body><article><h1>Boats {number}</h1>"
                f"<p>{'The boats of the harbour went out again on Monday morning, the port said. ' * 9}</p></article></body></html>"
            )
            with self.subTest(address):
                work = self.taken(page, content_type="text/html")
                self.assertEqual((work.licence and work.licence.spdx_id, work.basis, work.is_verified), (spdx, Basis.UNKNOWN, False))
