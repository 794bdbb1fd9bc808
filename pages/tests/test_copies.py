"""Check my copy: a republisher gives an address and reads, duty by duty, what their page meets."""

from datetime import timedelta
from unittest import mock

import time_machine
from django.core.cache import cache
from django.test import Client, TestCase, override_settings

from articles import addresses, clearing, publishing, withdrawing
from articles.tests import builders
from articles.tests.builders import NOON
from articles.vocabulary import CorrectionKind, Move
from house.outgoing import Refusal
from house.tests.loopback import answer, gateway_to, serving
from house.vocabulary import PartyClass
from pages import copies
from pages.copy_refusals import SENTENCES
from pages.tests.reading import words
from rights.vocabulary import Obligation

LATER = NOON + timedelta(days=1)
COPY = "http://copycat.example/harbour/"
FORM = addresses.CHECK_COPY


def page(*blocks: str) -> str:
    return f"<!doctype html><html><head><title>Taken over</title></head><body>{''.join(blocks)}</body></html>"


class CopyTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        builders.house()
        cls.desk = builders.everyone()

    def setUp(self):
        cache.clear()

    def their_page(self, html: str, status: str = "200 OK", content_type: str = "text/html; charset=utf-8"):
        server = self.enterContext(
            serving(lambda connected, _: connected.sendall(answer(status, html.encode(), content_type=content_type)))
        )
        self.enterContext(mock.patch.object(copies, "GATEWAY", gateway_to(server)))
        return server

    def check(self, html, ours="", site=PartyClass.COMMUNITY_SITE):
        self.their_page(html)
        return copies.check(COPY, ours, site, at=LATER)

    def open_duties(self, report):
        return [finding.duty.obligation for finding in report.findings if not finding.is_met]

    def send(self, copy=COPY, ours="", site="community_site"):
        with time_machine.travel(LATER, tick=False):
            return Client().post(FORM, {"copy": copy, "ours": ours, "site": site})


class OwnWorkTests(CopyTestCase):
    def setUp(self):
        super().setUp()
        self.version = builders.published_article(self.desk)
        self.url = addresses.absolute(addresses.article(self.version.path))
        self.whole = page(
            "<p>The ferry left at nine.</p><p>By Ada Quill, The Test Courier.</p>",
            f"<p><a href='{self.url}'>First published here</a>. © 2026 The Test Courier and the named authors</p>",
        )

    def test_a_copy_that_names_us_and_links_to_us_is_in_order(self):
        report = self.check(self.whole)

        self.assertEqual((report.article.headline, self.open_duties(report)), ("The ferry runs again", []))

    def test_each_thing_that_is_missing_is_told(self):
        report = self.check(page("<p>The ferry left at nine.</p>"), self.url)

        wanted = [Obligation.CREDIT_AUTHOR, Obligation.CREDIT_SOURCE, Obligation.COPYRIGHT_LINE, Obligation.LINK_ORIGINAL]
        self.assertEqual([duty for duty in self.open_duties(report) if duty in wanted], wanted)

    def test_what_is_hidden_from_readers_does_not_count(self):
        report = self.check(self.whole.replace("<p>By Ada", '<p hidden="hidden">By Ada'))

        self.assertIn(Obligation.CREDIT_AUTHOR, self.open_duties(report))

    def test_a_correction_must_be_carried(self):
        clearing.clear(self.version.article_id, by=self.desk, at=NOON)
        publishing.correct(
            self.version.article_id,
            kind=CorrectionKind.CORRECTION,
            note="The ferry left at ten.",
            by=self.desk,
            at=NOON + timedelta(hours=1),
        )

        self.assertEqual(self.open_duties(self.check(self.whole)), [Obligation.CARRY_CORRECTIONS])

    def test_another_page_is_noticed(self):
        self.assertTrue(self.check(page("<p>Nothing of the kind.</p>"), self.url).is_another_text)


class TheirsTests(CopyTestCase):
    def setUp(self):
        super().setUp()
        self.version = builders.source_terms_article(self.desk)
        self.url = addresses.absolute(addresses.article(self.version.path))

    def test_a_community_site_owes_what_the_source_asks(self):
        report = self.check(page("<p>Work in the north basin begins on Monday, the port said.</p>"), self.url)

        self.assertEqual(set(self.open_duties(report)), {Obligation.CREDIT_SOURCE, Obligation.COPYRIGHT_LINE, Obligation.LINK_ORIGINAL})

    def test_a_commercial_site_may_not_carry_it(self):
        self.their_page(page("<p>Work in the north basin begins on Monday, the port said.</p>"))

        said = words(self.send(ours=self.url, site="commercial_site").content.decode())

        self.assertIn("Your site may not carry this article", said)
        self.assertIn("The terms don't cover sites that earn money.", said)


class FormTests(CopyTestCase):
    def setUp(self):
        super().setUp()
        self.version = builders.published_article(self.desk)
        self.ours = addresses.article(self.version.path)

    def test_the_form_opens_with_our_article_filled_in_and_sets_no_cookie(self):
        response = Client().get(addresses.check_copy(self.version.path))

        self.assertContains(response, f'value="{self.ours}"')
        self.assertEqual(dict(response.cookies), {})

    def test_the_answer_says_each_duty_with_its_remedy(self):
        self.their_page(page("<p>The ferry left at nine.</p>"))

        said = words(self.send(ours=self.ours).content.decode())

        self.assertIn("Missing: The author is named", said)
        self.assertIn("Name the author in the visible text: Ada Quill", said)

    def test_a_refusal_names_the_field_says_the_remedy_and_keeps_what_was_typed(self):
        for name, (typed, copy_is, sentence) in {
            "nothing typed": ({"copy": ""}, None, "Give the address of your page"),
            "no site chosen": ({"site": ""}, None, "Choose what your site is"),
            "unknown site": ({"site": "king"}, None, "Choose what your site is"),
            "private address": ({"copy": "http://127.0.0.1/"}, None, "This address does not lead to a public site."),
            "no address": ({"copy": "my page"}, None, "address"),
            "file address": ({"copy": "file:///etc/passwd"}, None, "http"),
            "not there": ({}, ("404 Not Found", "text/html"), "The site answered 404"),
            "not a page": ({}, ("200 OK", "application/pdf"), "no page at this address"),
            "links to nothing of ours": ({}, ("200 OK", "text/html"), "links to no article of ours"),
            "no article of ours": ({"ours": "/2026/11/never/"}, ("200 OK", "text/html"), "No article of ours is at this address"),
            "another site's article": ({"ours": "https://other.example/2026/11/x/"}, ("200 OK", "text/html"), "no address of an article"),
            "absurdly long": ({"copy": "http://a.example/" + "x" * 3000}, None, "too long"),
            "another port": ({"copy": "http://copycat.example:22/"}, None, "This is no address of a public page."),
            "packed otherwise": ({}, ("200 OK\r\nContent-Encoding: br", "text/html"), "The site gives no answer that we can read."),
        }.items():
            with self.subTest(name):
                cache.clear()
                if copy_is:
                    self.their_page(page("<p>Hello.</p>"), *copy_is)
                response = self.send(**{"ours": "", **typed})

                html = response.content.decode()
                self.assertEqual(response.status_code, 400)
                self.assertIn(sentence, words(html))
                self.assertIn('aria-invalid="true"', html)
                self.assertIn(f'value="{typed.get("copy", COPY)}"', html)

    def test_every_refusal_of_the_guarded_client_has_its_sentence_in_the_pages_language(self):
        self.assertEqual(set(SENTENCES), set(Refusal))
        builders.house(at=NOON, default_language="de", languages=["de", "en"])

        said = words(self.send(copy="http://127.0.0.1/").content.decode())
        self.assertIn("Diese Adresse führt nicht zu einer öffentlichen Website.", said)
        self.assertNotIn("where we fetch nothing", said)

    def test_a_withdrawn_article_asks_to_take_the_copy_down_and_an_embargoed_one_does_not_exist(self):
        hidden = builders.own_article(self.desk, "Not yet")
        clearing.clear(hidden.pk, by=self.desk, at=NOON)
        waiting = publishing.schedule(hidden.pk, by=self.desk, at=NOON, visible_from=NOON + timedelta(days=9))
        withdrawing.withdraw(self.version.article_id, Move.UNPUBLISH, by=self.desk, at=NOON, reason="A test.")
        self.their_page(page("<p>Hello.</p>"))

        self.assertIn("We have withdrawn this article", words(self.send(ours=self.ours).content.decode()))
        self.assertIn("No article of ours", words(self.send(ours=addresses.article(waiting.path)).content.decode()))

    @override_settings(LANGUAGE_CODE="en")
    def test_one_site_is_asked_only_so_often_in_an_hour(self):
        self.their_page(page("<p>Hello.</p>"))
        with mock.patch("pages.copy_views.CHECKS_OF_A_SITE_AN_HOUR", 2):
            statuses = [self.send(ours=self.ours).status_code for _ in range(3)]

        self.assertEqual(statuses, [200, 200, 429])
