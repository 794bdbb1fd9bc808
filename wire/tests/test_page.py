"""An HTML page: what its markup declares, what it shows, and what is refused in a sentence."""

import json
import time
from datetime import UTC, datetime

from django.test import SimpleTestCase

from articles import body
from rights.vocabulary import TermKind
from wire.formats.found import Named, Unreadable
from wire.formats.page import read_page

PARAGRAPH = "<p>The night ferry sailed on Monday with 80 people on board, and nobody on the quay waved it off, said the harbour master.</p>"
STORY = (
    PARAGRAPH
    + "<p>It was the first time in ten years, and the captain was in a hurry, because the tide was high and the bar is narrow.</p>"
)
ADDRESS = "https://quay.example/2024/ferry"


def page(
    head: str = "",
    article: str = STORY,
    *,
    title: str = "The night ferry sails",
    before: str = "",
    after: str = "",
    lang: str = ' lang="en"',
) -> bytes:
    shown = f"<body>{before}<article>{article}</article>{after}</body>"
    return f"<!doctype html><html{lang}><head><title>{title}</title>{head}</head>{shown}</html>".encode()


def linked_data(**entry) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@context": "https://schema.org", "@type": "NewsArticle", **entry})}</script>'


class DeclaredTests(SimpleTestCase):
    def test_linked_data_comes_first(self):
        head = linked_data(
            headline="The night ferry sails again",
            author=[{"@type": "Person", "name": "Ada Quill"}, {"@type": "NewsMediaOrganization", "name": "Quay Voices"}],
            datePublished="2024-03-03T10:00:00+02:00",
            publisher={"@type": "Organization", "name": "Quay Review"},
            license="https://creativecommons.org/licenses/by/4.0/",
        )
        found = read_page(page(head, title="The night ferry sails again | Quay Review"), url=ADDRESS)

        self.assertEqual(
            (found.headline, found.source_name, found.licence_url),
            ("The night ferry sails again", "Quay Review", "https://creativecommons.org/licenses/by/4.0/"),
        )
        self.assertEqual(found.authors, (Named("Ada Quill"), Named("Quay Voices", "institution")))
        self.assertEqual(found.published_claim, datetime(2024, 3, 3, 8, tzinfo=UTC))

    def test_linked_data_in_a_graph_is_found(self):
        graph = json.dumps({"@graph": [{"@type": "WebSite", "name": "Quay"}, {"@type": ["Article"], "author": "Ada Quill"}]})

        self.assertEqual(read_page(page(f'<script type="application/ld+json">{graph}</script>')).authors, (Named("Ada Quill"),))

    def test_linked_data_that_speaks_of_something_else_is_not_the_headline(self):
        self.assertEqual(read_page(page(linked_data(headline="Generic list article"))).headline, "The night ferry sails")

    def test_broken_linked_data_is_passed_over(self):
        for broken in (
            "{",
            "[" * 50_000,
            '"text"',
            "null",
            '{"@type": {"a": 1}}',
            '{"@type": "Article", "author": 7, "headline": [], "datePublished": {}}',
        ):
            with self.subTest(broken=broken[:20]):
                found = read_page(page(f'<script type="application/ld+json">{broken}</script>'))
                self.assertEqual((found.headline, found.authors, found.published_claim), ("The night ferry sails", (), None))

    def test_meta_elements_come_next(self):
        head = (
            '<meta property="og:title" content="The night ferry – Quay Review"><meta property="og:site_name" content="Quay Review">'
            '<meta name="author" content="Ada Quill, Bo Reed"><meta property="article:published_time" content="2024-03-03">'
            f'<link rel="canonical" href="{ADDRESS}">'
        )
        found = read_page(page(head), url="https://mirror.example/x")

        self.assertEqual((found.headline, found.source_name, found.original_url), ("The night ferry", "Quay Review", ADDRESS))
        self.assertEqual((found.authors, found.site_url), ((Named("Ada Quill"), Named("Bo Reed")), "https://quay.example/"))
        self.assertEqual(found.published_claim, datetime(2024, 3, 3, tzinfo=UTC))

    def test_what_readers_see_comes_last(self):
        byline = '<span class="byline">By <a rel="author" href="/a">Ada Quill</a></span>'
        shown = f'<h1>The night ferry sails</h1>{byline}<time class="entry-date" datetime="2024-03-03T10:00:00Z">3 March</time>'
        found = read_page(page(before=shown, title="The night ferry sails | Quay Review"))

        self.assertEqual((found.headline, found.authors), ("The night ferry sails", (Named("Ada Quill"),)))
        self.assertEqual(found.published_claim, datetime(2024, 3, 3, 10, tzinfo=UTC))

    def test_a_name_in_the_comments_is_no_author(self):
        comments = (
            '<div id="comments"><span class="author">Troll</span><form><p class="comment-form-author">Name (required)</p></form></div>'
        )

        self.assertEqual(read_page(page(after=comments)).authors, ())

    def test_an_address_is_never_made_up(self):
        for head in (
            '<link rel="canonical" href="javascript:x()">',
            '<link rel="canonical" href="https://[bad">',
            '<meta property="og:url" content="/ferry">',
            "",
        ):
            with self.subTest(head=head):
                self.assertEqual(read_page(page(head)).original_url, "")

    def test_a_relative_canonical_address_counts_from_where_the_page_was_fetched(self):
        self.assertEqual(read_page(page('<link rel="canonical" href="/ferry">'), url=ADDRESS).original_url, "https://quay.example/ferry")

    def test_a_date_that_can_not_be_read_stays_unknown(self):
        for said in ("yesterday", "32.13.2024", "", "2024-02-31"):
            with self.subTest(said=said):
                self.assertIsNone(read_page(page(f'<meta name="date" content="{said}">')).published_claim)

    def test_the_page_s_licence_link_is_a_claim(self):
        found = read_page(page(after='<a rel="license" href="//creativecommons.org/licenses/by-sa/4.0/">CC</a>'))

        self.assertEqual(found.licence_url, "https://creativecommons.org/licenses/by-sa/4.0/")


class TextTests(SimpleTestCase):
    def test_navigation_scripts_and_comments_are_no_part_of_the_text(self):
        around = (
            "<nav><a href='/'>Home</a></nav>",
            "<div class='comments'><p>First!</p></div><footer><p>About us</p></footer><script>track()</script>",
        )
        text = body.to_text(read_page(page(before=around[0], after=around[1])).body_html)

        self.assertIn("nobody on the quay waved", text)
        for words in ("Home", "First!", "track"):
            self.assertNotIn(words, text)

    def test_the_body_is_clean_and_does_not_begin_with_the_headline_again(self):
        found = read_page(
            page(article=f"<h1>The night ferry sails</h1>{STORY}<img src=x onerror=y><p onclick=x>And <b>so</b> it went.</p>")
        )

        self.assertEqual(found.body_html, body.clean(found.body_html))
        self.assertNotIn("The night ferry sails<", found.body_html)
        self.assertNotIn("onclick", found.body_html)

    def test_small_print_in_the_footer_is_read_and_none_of_it_stays_in_the_body(self):
        footer = "<footer><p>© 2024 Quay Review. You may republish our articles online as long as you link to the original.</p></footer>"
        found = read_page(page(article=STORY + "<p>This article was first published by the Quay Review.</p>", after=footer))

        self.assertEqual([p.kind for p in found.reading.proposals], [TermKind.CONDITION, TermKind.PERMISSION, TermKind.CONDITION])
        self.assertNotIn("first published", found.body_html)
        self.assertEqual([found.text[p.start : p.end] for p in found.reading.proposals], [p.quote for p in found.reading.proposals])

    def test_a_contact_that_the_site_hid_stays_hidden(self):
        link = '<a href="/cdn-cgi/l/email-protection#a1b2" data-cfemail="a1b2c3">[email&#160;protected]</a>'
        hidden = f"<p>For reprints, contact {link}</p>"
        found = read_page(page(after=f"<footer>{hidden}</footer>"))

        self.assertEqual([p.codes["contact_state"] for p in found.reading.of_kind(TermKind.CONTACT)], ["unreadable"])
        self.assertNotIn("@", found.text)

    def test_the_language_is_the_page_s_own_word_or_a_guess(self):
        self.assertEqual(read_page(page(lang=' lang="en-GB"')).language, "en-GB")
        self.assertEqual(read_page(page(lang="")).language, "en")

    def test_pages_in_old_encodings_are_read(self):
        text = page().decode().replace("captain", "capitán").replace("<head>", '<head><meta charset="windows-1252">')

        self.assertIn("capitán", read_page(text.encode("cp1252"), content_type="text/html").body_html)

    def test_a_block_that_the_page_marks_as_its_article_is_believed_where_a_reader_s_view_finds_next_to_nothing(self):
        lines = "".join(f"<div>Stop {number}: the pier of a village</div>" for number in range(60))
        found = read_page(page(article=f"<div class='entry-content'>{lines}</div>", before=PARAGRAPH))

        self.assertIn("Stop 59", found.body_html)


class RefusedTests(SimpleTestCase):
    BAD = {
        "nothing": (b"", "text/html", "binary"),
        "zero bytes": (page().replace(b"ferry", b"fe\x00rry"), "text/html", "binary"),
        "a picture's type": (page(), "image/png", "not_a_page"),
        "a PDF's type": (page(), "application/pdf", "not_a_page"),
        "more than 2 MB": (page(article="<p>" + "word " * 400_001), "text/html", "too_large"),
        "nested too deep": (page(article="<div>" * 5_000 + STORY), "text/html", "too_deep"),
        "too many attributes": (
            page(article="<p " + " ".join(f"a{n}" for n in range(100_000)) + ">" + STORY),
            "text/html",
            "too_many_attributes",
        ),
        "too many elements": (page(article="<br>" * 60_000 + STORY), "text/html", "too_large"),
        "no text": (page(article=""), "text/html", "no_article"),
        "a few words": (page(article="<p>Nothing here.</p>"), "text/html", "no_article"),
        "no headline": (page(title=""), "text/html", "no_article"),
        "no markup to speak of": (b"<!---->", "text/html", "no_article"),
    }

    def test_each_bad_page_is_refused_soon_with_a_sentence(self):
        for name, (content, content_type, code) in self.BAD.items():
            with self.subTest(name=name):
                began = time.perf_counter()
                with self.assertRaises(Unreadable) as caught:
                    read_page(content, content_type=content_type)
                self.assertEqual(caught.exception.code, code)
                self.assertRegex(str(caught.exception), r"^[A-Z].*\.$")
                self.assertLess(time.perf_counter() - began, 10)

    def test_a_page_that_says_it_is_xml_is_read(self):
        self.assertEqual(
            read_page(b'<?xml version="1.0" encoding="utf-8"?>' + page(), content_type="application/xhtml+xml").headline,
            "The night ferry sails",
        )


class HiddenTermsTests(SimpleTestCase):
    def test_terms_that_nobody_sees_are_said_and_never_proposed(self):
        hidden = '<p style="display:none">You may republish our articles online, even commercially.</p>'
        seen = "<footer><p>All rights reserved.</p></footer>"

        for place in (page(after=hidden + seen), page(article=STORY + hidden, after=seen)):
            found = read_page(place, url=ADDRESS)
            self.assertEqual([proposal.kind for proposal in found.reading.proposals], [TermKind.PROHIBITION])
            self.assertIn("The page holds terms that nobody sees. They were not read.", found.reading.notes)
            self.assertEqual([found.text[p.start : p.end] for p in found.reading.proposals], ["All rights reserved."])
