"""A page pasted as text: what is understood, what stays unknown, and what is refused in a sentence."""

import time
from datetime import UTC, datetime
from unittest import skipUnless

from django.test import SimpleTestCase
from hypothesis import given, settings
from hypothesis import strategies as st

from articles import body
from rights.tests.like_the_seed import PAGE, SEED, STORY, TERMS
from rights.vocabulary import TermKind
from wire.formats.found import Named, Unreadable
from wire.formats.pasted import read_pasted

TEXT = (
    "The night ferry sails again\n\nThe night ferry sailed on Monday with 80 people on board, and nobody waved.\n\n"
    "It was the first time in ten years."
)


def read(text: str):
    return read_pasted(text.encode("utf-8", "surrogatepass"))


class LikeTheSeedTests(SimpleTestCase):
    def setUp(self):
        self.found = read(PAGE)

    def test_headline_paragraphs_and_language(self):
        self.assertEqual(self.found.headline, "Two harbours agree to share one tide station")
        self.assertEqual(self.found.body_html.count("<p>"), 4)
        self.assertEqual(body.to_text(self.found.body_html), STORY.partition("\n\n")[2])
        self.assertEqual(self.found.language, "en")

    def test_the_author_is_an_institution_and_the_holder_and_site_are_named(self):
        self.assertEqual(self.found.authors, (Named("Coastal Studies News", "institution"),))
        self.assertEqual(self.found.holder, "Institute for Coastal Studies")
        self.assertEqual((self.found.source_name, self.found.site_url), ("Coastal Studies", "https://www.coastal-studies.example/"))

    def test_what_the_page_does_not_say_stays_unknown(self):
        self.assertEqual((self.found.original_url, self.found.licence_url, self.found.published_claim), ("", "", None))

    def test_none_of_the_terms_stays_in_the_body(self):
        self.assertEqual(self.found.terms, TERMS)
        for words in ("Articles by", "Disclaimer", "responsib", "cross-post", "fair use", "permission", "media inquiries", "protected]"):
            self.assertNotIn(words, self.found.body_html)

    def test_every_proposal_quotes_the_kept_text_at_its_place(self):
        self.assertEqual(self.found.text, PAGE)
        self.assertEqual(len(self.found.reading.proposals), 7)
        for proposal in self.found.reading.proposals:
            self.assertEqual(self.found.text[proposal.start : proposal.end], proposal.quote)

    @skipUnless(SEED.exists(), "the project's shared folder is not beside this checkout")
    def test_the_seed_itself(self):
        found = read_pasted(SEED.read_bytes())

        self.assertEqual(found.headline, "Kazakhstan and Russia sign agreement to create a Unified Regional Air Defense System")
        self.assertEqual((found.body_html.count("<p>"), found.language), (4, "en"))
        self.assertEqual(found.authors, (Named("Global Research News", "institution"),))
        self.assertEqual((found.holder, found.source_name), ("Centre for Research on Globalization", "Global Research"))
        self.assertEqual((found.site_url, found.original_url, found.published_claim), ("https://www.globalresearch.ca/", "", None))
        for words in ("Articles by", "Disclaimer", "cross-post", "fair use", "copyright", "media inquiries", "protected]"):
            self.assertNotIn(words, found.body_html)


class UnderstoodTests(SimpleTestCase):
    def test_a_byline_under_the_headline_gives_persons_and_leaves_the_text(self):
        found = read(TEXT.replace("again\n\n", "again\n\nBy Ada Quill and Bo Reed\n\n"))

        self.assertEqual(found.authors, (Named("Ada Quill"), Named("Bo Reed")))
        self.assertNotIn("Ada Quill", found.body_html)

    def test_a_line_that_is_nothing_but_a_date_is_a_claim(self):
        for line in ("Published 3 March 2024", "March 3, 2024", "2024-03-03"):
            with self.subTest(line=line):
                found = read(TEXT.replace("again\n\n", f"again\n\n{line}\n\n"))
                self.assertEqual(found.published_claim, datetime(2024, 3, 3, tzinfo=UTC))
                self.assertNotIn("2024", found.body_html)

    def test_a_day_that_never_was_is_no_date(self):
        self.assertIsNone(read(TEXT.replace("again\n\n", "again\n\n31 February 2024\n\n")).published_claim)

    def test_an_address_of_the_original_is_taken_only_where_it_is_called_so(self):
        self.assertEqual(read(f"{TEXT}\n\nRead the original at https://quay.example/ferry.").original_url, "https://quay.example/ferry")
        self.assertEqual(read(f"{TEXT}\n\nSee also https://quay.example/other.").original_url, "")

    def test_the_address_of_a_licence_or_of_a_letter_box_is_no_site(self):
        self.assertEqual(read(f"{TEXT}\n\nLicensed under CC BY 4.0 https://creativecommons.org/licenses/by/4.0/").site_url, "")
        self.assertEqual(read(f"{TEXT}\n\nFor reprints, contact rights@mailhost.example.").site_url, "")

    def test_invisible_characters_are_kept_out_of_the_headline(self):
        self.assertEqual(read(f"\ufeffThe night\u200b fer\u00adry\n\n{TEXT}").headline, "The night ferry")

    def test_lone_surrogates_go_and_the_rest_is_read(self):
        found = read("The night\ud800 ferry\n\nIt sailed \udfff on Monday with 80 people on board.")

        self.assertEqual((found.headline, found.body_html), ("The night ferry", "<p>It sailed on Monday with 80 people on board.</p>"))

    def test_a_first_line_that_shows_nothing_is_no_headline(self):
        self.assertEqual(read("\x00\nThe night ferry\n\nIt sailed on Monday.").headline, "The night ferry")

    def test_markup_inside_plain_text_is_text(self):
        found = read("The night ferry\n\nIt sailed <script>alert(1)</script> on Monday & nobody waved.")

        self.assertEqual(found.body_html, "<p>It sailed &lt;script&gt;alert(1)&lt;/script&gt; on Monday &amp; nobody waved.</p>")

    def test_line_ends_of_other_systems_make_no_difference(self):
        self.assertEqual(read(PAGE.replace("\n", "\r\n")).body_html, read(PAGE).body_html)

    def test_a_text_in_another_language_is_a_draft_whose_terms_are_unread(self):
        found = read(
            "Il traghetto riparte\n\nIl traghetto è partito lunedì con i passeggeri.\n\nLa riproduzione è vietata senza il nostro accordo."
        )

        self.assertEqual((found.language, found.reading.unread_language, found.reading.proposals), ("it", "it", ()))

    def test_a_french_page_s_small_print_is_read_and_stays_out_of_the_article(self):
        found = read(
            "Le bac de nuit repart\n\nLe bac est parti lundi avec les passagers.\n\nLa reproduction est interdite sans notre accord."
        )

        self.assertEqual((found.language, found.reading.unread_language), ("fr", None))
        self.assertEqual([proposal.kind for proposal in found.reading.proposals], ["prohibition"])
        self.assertNotIn("interdite", found.body_html)

    def test_pasted_html_is_read_as_a_page(self):
        found = read(f"<article><h1>The night ferry</h1><p>{'It sailed on Monday with 80 people on board. ' * 3}</p></article>")

        self.assertEqual(found.headline, "The night ferry")
        self.assertTrue(found.body_html.startswith("<p>It sailed"))

    @settings(max_examples=150, deadline=None)
    @given(st.text(max_size=400) | st.binary(max_size=400))
    def test_anything_is_either_understood_or_refused_in_a_sentence(self, pasted):
        content = pasted if isinstance(pasted, bytes) else pasted.encode("utf-8", "surrogatepass")
        try:
            found = read_pasted(content)
        except Unreadable as refusal:
            self.assertRegex(str(refusal), r"^[A-Z].*\.$")
        else:
            self.assertTrue(found.headline)
            self.assertEqual(found.body_html, body.clean(found.body_html))


class RefusedTests(SimpleTestCase):
    BAD = {
        "nothing": (b"", "empty"),
        "white space": (b" \n\t\r\n ", "empty"),
        "only what nobody sees": ("\u200b\ufeff\u00ad".encode(), "empty"),
        "a PDF": (b"%PDF-1.7 and so on", "binary"),
        "a picture": (b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "binary"),
        "an archive": (b"PK\x03\x04 and so on", "binary"),
        "zero bytes": (b"The ferry\n\nsailed" + b"\x00" * 40, "binary"),
        "control characters": (b"The ferry\n\n" + b"\x01\x02\x03sailed" * 40, "binary"),
        "more than 2 MB": (b"word " * 400_001, "too_large"),
        "small print alone": (TERMS.encode(), "no_article"),
        "text that grows over 2 MB when it is escaped": (b"The ferry\n\n" + b"<" * 1_900_000, "too_large"),
        "fifty thousand nested boxes": (b"<div>" * 50_000 + b"x", "too_deep"),
        "a tag with a quarter of a million attributes": (
            b"<p>" + b"<p " + b" ".join(b"a%d" % n for n in range(200_000)) + b">x",
            "too_many_attributes",
        ),
        "a hundred thousand lines of a page": (b"<p>" + b"x<br>" * 100_000, "too_large"),
        "a page without a word": (b"<html><head><title>A title</title></head><body></body></html>", "no_article"),
        "a page of links": (b"<html><body><ul>" + b"<li><a href='/x'>x</a></li>" * 50 + b"</ul></body></html>", "no_article"),
    }

    def test_each_bad_input_is_refused_soon_at_its_field_with_a_sentence(self):
        for name, (content, code) in self.BAD.items():
            with self.subTest(name=name):
                began = time.perf_counter()
                with self.assertRaises(Unreadable) as caught:
                    read_pasted(content)
                self.assertEqual((caught.exception.code, caught.exception.field), (code, "text"))
                self.assertRegex(str(caught.exception), r"^[A-Z].*\.$")
                self.assertLess(time.perf_counter() - began, 10)

    def test_one_stray_control_character_is_no_reason_to_refuse(self):
        self.assertEqual(read(TEXT.replace("night", "ni\x0bght")).headline, "The night ferry sails again")

    def test_a_page_without_terms_is_a_draft_without_proposals(self):
        self.assertEqual(read(TEXT).reading.of_kind(TermKind.PERMISSION), ())
        self.assertEqual(read(TEXT).terms, "")
