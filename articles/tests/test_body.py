"""What may stand in an article's text, and what is read from it."""

import time

from django.test import SimpleTestCase
from hypothesis import given, settings
from hypothesis import strategies as st

from articles import body

FRAGMENTS = [
    "<p>", "</p>", "<b>", "</b>", "<i lang=en>", "</i>", "<a href='https://e.org/x'>", "</a>", "<ul><li>", "</ul>", "<table><tr><td>",
    "</table>", "<blockquote>", "</blockquote>", "<figure data-picture=3>", "</figure>", "<figcaption>", "<svg>", "<math>", "<style>",
    "<script>", "</script>", "<!--", "-->", "<![CDATA[", "]]>", "<h1>", "<div>", "</div>", "<caption>", "<q cite=javascript:1>", "</q>",
    "word", " & ", "&lt;", "&#0;", "\ud83d", "é", "<", ">", '"', "<img src=x onerror=y>", "<template>", "<select>", "<p title='",
]  # fmt: skip


class CleanTests(SimpleTestCase):
    def test_what_a_writer_needs_stays(self):
        for html in (
            "<h2>Head</h2><p>Text with <strong>weight</strong>, <em>stress</em>, H<sub>2</sub>O<sup>2</sup> and <code>code</code>.</p>",
            '<ul><li>one</li></ul><ol start="3"><li>three</li></ol><hr><p>line<br>break</p>',
            '<p><a href="https://e.org/a?b=1&amp;c" title="T" hreflang="fr" rel="license noopener">link</a></p>',
            '<blockquote cite="https://e.org/s"><p>Said.</p></blockquote><blockquote class="pull"><p>Pulled.</p></blockquote>',
            '<figure data-picture="12"><figcaption>Seen from the pier</figcaption></figure>',
            '<table><caption>Yield</caption><tbody><tr><th scope="col">Year</th><td colspan="2">3</td></tr></tbody></table>',
            '<p>Stated.<span class="fn" role="note">A footnote.</span></p>',
            '<p lang="ar" dir="rtl">نص</p>',
        ):
            with self.subTest(html=html):
                self.assertEqual(body.clean(html), html)

    def test_what_can_run_or_call_home_goes(self):
        for html, expected in (
            ('<p onclick="x()">a<script>x()</script></p>', "<p>a</p>"),
            ("<p style='color:red'>a</p><style>p{}</style>", "<p>a</p>"),
            ("<svg><script>x()</script></svg><math><mtext>x</mtext></math><p>a</p>", "<p>a</p>"),
            ("<p><img src=https://spy.example/p.gif onerror=x()>a</p>", "<p>a</p>"),
            ("<iframe src=https://e.org></iframe><object data=x></object><p>a</p>", "<p>a</p>"),
            ('<p><a href="javascript:x()">a</a></p>', "<p><a>a</a></p>"),
            ('<p><a href="data:text/html,x">a</a></p>', "<p><a>a</a></p>"),
            ('<blockquote cite="javascript:x()">a</blockquote>', "<blockquote>a</blockquote>"),
            ('<q cite="/relative">a</q>', "<q>a</q>"),
            ('<q cite="https://[bad">a</q>', "<q>a</q>"),
            ('<p class="big" id="x">a<span class="fn evil">b</span></p>', "<p>a<span>b</span></p>"),
            ('<td colspan="9999">a</td>', "a"),
            ('<table><tbody><tr><td colspan="9999">a</td></tr></tbody></table>', "<table><tbody><tr><td>a</td></tr></tbody></table>"),
            ("<!-- note to editors --><p>a</p>", "<p>a</p>"),
        ):
            with self.subTest(html=html):
                self.assertEqual(body.clean(html), expected)

    def test_a_licence_link_keeps_its_rel_and_an_unknown_rel_goes(self):
        self.assertEqual(body.clean('<a href="https://e.org" rel="License evil">x</a>'), '<a href="https://e.org" rel="license">x</a>')

    def test_a_picture_from_outside_goes_with_its_caption_and_a_placed_one_stays(self):
        ours = '<figure data-picture="7"><figcaption>Ours</figcaption></figure>'

        self.assertEqual(body.clean(f'<figure><img src="/a.jpg"><figcaption>Theirs</figcaption></figure>{ours}'), ours)

    def test_a_figure_around_a_table_stays(self):
        html = "<figure><table><tbody><tr><td>1</td></tr></tbody></table><figcaption>Yield</figcaption></figure>"

        self.assertEqual(body.clean(html), html)

    def test_headings_outside_the_list_become_the_nearest_and_boxes_become_paragraphs(self):
        self.assertEqual(body.clean("<h1>A</h1><h6>B</h6><div>c</div><div><p>d</p></div>"), "<h2>A</h2><h4>B</h4><p>c</p><p>d</p>")

    def test_a_box_in_a_heading_or_in_bold_leaves_nothing_that_reads_otherwise_the_next_time(self):
        for html, expected in (
            ("<h1><div>", "<h2></h2><p></p>"),
            ("<b><div>a</div><div>b</div></b>", "<b></b><p>a</p><p>b</p>"),
            ("<h1><div><table><tr><td>1</td></tr></table></div></h1>", "<h2></h2><table><tbody><tr><td>1</td></tr></tbody></table>"),
        ):
            with self.subTest(html=html):
                self.assertEqual((body.clean(html), body.clean(expected)), (expected, expected))

    def test_lone_surrogates_and_control_characters_go(self):
        self.assertEqual(body.clean("<p>a\ud800b\x00c\x0bd</p>"), "<p>abcd</p>")
        self.assertEqual(body.clean("a\udfffb"), "ab")

    def test_a_tag_whose_name_is_none_is_no_error(self):
        self.assertEqual(body.clean("<p>a <word<b>c</p>"), "<p>a c</p>")

    def test_plain_text_with_angle_brackets_is_kept_as_text(self):
        self.assertEqual(body.clean("2 < 3 & 5 > 4"), "2 &lt; 3 &amp; 5 &gt; 4")

    @settings(max_examples=600, deadline=None)
    @given(st.lists(st.sampled_from(FRAGMENTS), max_size=30).map("".join))
    def test_cleaning_twice_changes_nothing_and_nothing_dangerous_remains(self, html):
        once = body.clean(html)

        self.assertEqual(body.clean(once), once)
        self.assertNotRegex(once, r"(?i)<(script|style|svg|math|img|template|select|div|h1)\b|\son\w+=|javascript:[^<]*>|[\ud800-\udfff]")


class BoundTests(SimpleTestCase):
    def refused(self, html: str) -> body.Refusal:
        began = time.perf_counter()
        with self.assertRaises(body.BodyRefused) as caught:
            body.clean(html)
        self.assertLess(time.perf_counter() - began, 5)
        self.assertRegex(str(caught.exception), r"^[A-Z].*\.$")
        return caught.exception.code

    def test_a_text_over_two_megabytes_is_refused_in_bytes_not_characters(self):
        self.assertEqual(self.refused("<p>" + "x" * 2_000_001), body.Refusal.TOO_LARGE)
        self.assertEqual(self.refused("я" * 1_000_001), body.Refusal.TOO_LARGE)
        self.assertEqual(body.clean("x" * 2_000_000), "x" * 2_000_000)

    def test_fifty_thousand_nested_boxes_are_refused_at_once(self):
        self.assertEqual(self.refused("<div>" * 50_000), body.Refusal.TOO_DEEP)
        self.assertRaises(body.TooDeep, body.clean, "<b>" * 101)

    def test_ninety_nested_boxes_pass(self):
        self.assertEqual(body.to_text("<div>" * 90 + "x" + "</div>" * 90), "x")

    def test_old_markup_that_leaves_paragraphs_open_is_not_deep(self):
        self.assertEqual(body.clean("<p>x" * 300), "<p>x</p>" * 300)

    def test_formatting_that_is_never_closed_can_not_multiply(self):
        html = "".join(f"<div><b id={number}></div>" for number in range(2_000)) + "<p>x" * 2_000

        self.assertLess(len(body.clean(html)), 200_000)

    def test_closing_tags_hidden_in_comments_scripts_and_values_do_not_hide_depth(self):
        for hidden in (
            "<!--</b>-->",
            "<script></b></script>",
            '<i title="</b>"></i>',
            "<svg><![CDATA[</b>]]></svg>",
            "<select></b></select>",
        ):
            with self.subTest(hidden=hidden):
                began = time.perf_counter()
                try:
                    body.clean("".join(f"<b id={number}>{hidden}" for number in range(3_000)) + "<p>x" * 3_000)
                except body.BodyRefused as refusal:
                    self.assertIn(refusal.code, (body.Refusal.TOO_DEEP, body.Refusal.TOO_LARGE))
                self.assertLess(time.perf_counter() - began, 5)

    def test_a_tag_with_hundreds_of_attributes_is_refused_before_it_is_parsed(self):
        self.assertEqual(self.refused("<p " + " ".join(f"a{n}" for n in range(200_000)) + ">x"), body.Refusal.TOO_MANY_ATTRIBUTES)
        self.assertEqual(self.refused("<p " + " ".join(f'a{n}="<>"' for n in range(101)) + ">x"), body.Refusal.TOO_MANY_ATTRIBUTES)
        self.assertEqual(body.clean("<p " + " ".join(f'a{n}="<>"' for n in range(99)) + ">x"), "<p>x</p>")

    def test_a_hundred_thousand_elements_are_refused(self):
        self.assertEqual(self.refused("<br>" * 100_000), body.Refusal.TOO_LARGE)

    def test_unclosed_values_do_not_make_the_count_slow(self):
        began = time.perf_counter()

        body.clean("<a/b=" * 300_000)

        self.assertLess(time.perf_counter() - began, 5)


class ReadingTests(SimpleTestCase):
    HTML = (
        "<h2>Tide</h2>\n<p>The <b>tide</b> came\n in.<br>Twice.</p><blockquote><p>“Wet,” she said.</p></blockquote><p>He <q>agreed</q>.</p>"
    )

    def test_text_has_an_empty_line_between_blocks_and_single_spaces(self):
        self.assertEqual(body.to_text(self.HTML), "Tide\n\nThe tide came in.\nTwice.\n\n“Wet,” she said.\n\nHe agreed.")

    def test_quotations_are_marked_where_they_stand_in_the_text(self):
        text, spans = body.marked_text(self.HTML)

        self.assertEqual([text[start:end] for start, end in spans], ["“Wet,” she said.", "agreed"])

    def test_two_line_breaks_are_a_paragraph(self):
        self.assertEqual(body.to_text("one<br><br>two<br>three"), "one\n\ntwo\nthree")

    def test_words_are_counted_in_scripts_with_and_without_spaces(self):
        self.assertEqual(body.word_count("<p>It isn’t well-known in 2026.</p>"), 5)
        self.assertEqual(body.word_count("<p>海は広い</p>"), 4)
        self.assertEqual(body.word_count("<p>Привет, мир</p>"), 2)
        self.assertEqual(body.word_count(""), 0)

    def test_reading_takes_at_least_a_minute(self):
        self.assertEqual(body.reading_minutes("<p>short</p>"), 1)
        self.assertEqual(body.reading_minutes("<p>" + "word " * 660 + "</p>"), 3)

    def test_first_words_end_with_an_ellipsis_only_where_something_was_cut(self):
        self.assertEqual(body.first_words(self.HTML, 4), "Tide The tide came…")
        self.assertEqual(body.first_words("<p>One two.</p>", 2), "One two.")
        self.assertEqual(body.first_words("<p>One two.</p>", 0), "")

    def test_first_characters_are_cut_between_words(self):
        self.assertEqual(body.first_characters("Over the hills, far", 99), "Over the hills, far")
        self.assertEqual(body.first_characters("Over the hills, far", 16), "Over the hills…")
        self.assertEqual(body.first_characters("Over the hills, far", 15), "Over the hills…")
        self.assertEqual(body.first_characters("Over the hills, far", 14), "Over the…")
        self.assertEqual(body.first_characters("Over", 0), "")

    def test_links_become_absolute_and_text_that_looks_like_one_does_not(self):
        html = '<p><a href="/a?b=1&amp;c">x</a> href="/y" <a href="https://o.org/">z</a></p>'

        self.assertEqual(
            body.absolute(html, "https://e.org/2026/10/tide/"),
            '<p><a href="https://e.org/a?b=1&amp;c">x</a> href="/y" <a href="https://o.org/">z</a></p>',
        )

    def test_pictures_that_are_not_kept_go_with_their_captions(self):
        html = '<p>a</p><figure data-picture="3"><figcaption>c</figcaption></figure><figure data-picture="4"></figure>'

        self.assertEqual(body.picture_ids(html), (3, 4))
        self.assertEqual(body.without_pictures(html, keep={4}), '<p>a</p><figure data-picture="4"></figure>')
        self.assertEqual(body.without_pictures(html, keep={3, 4}), html)

    def test_paragraphs_of_plain_text_are_escaped(self):
        self.assertEqual(body.paragraphs_to_html(["a < b", " ", "two\nlines \ud800"]), "<p>a &lt; b</p>\n<p>two<br>lines</p>")

    def test_paragraphs_and_text_are_each_other_s_inverse(self):
        paragraphs = ["First, with “marks”.", "Second & last <b>."]

        self.assertEqual(body.to_text(body.paragraphs_to_html(paragraphs)).split("\n\n"), paragraphs)
