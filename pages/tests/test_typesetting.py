from django.test import SimpleTestCase
from django.utils.safestring import SafeString

from pages.showing import Picture
from pages.typesetting import typeset

BOATS = Picture("/b.jpg", 960, 600, "Three boats", "Ada Quill", SafeString("Ada Quill"), caption="At the quay", srcset="/b.jpg 960w")


class TypesetTests(SimpleTestCase):
    def test_plain_text_is_left_as_it_is(self):
        text = "<p>One &amp; <em>two</em>.</p><h2>Three</h2>"

        self.assertEqual(typeset(text, {}).html, text)

    def test_a_picture_stands_where_its_figure_stands_with_size_and_credit(self):
        html = typeset('<p>Before.</p><figure data-picture="7"><figcaption>Low water</figcaption></figure>', {7: BOATS}).html

        self.assertIn('width="960" height="600" alt="Three boats"', html)
        self.assertIn('<figcaption>Low water<span class="picture-credit">Ada Quill</span></figcaption>', html)

    def test_a_figure_without_words_takes_the_caption_of_the_picture(self):
        self.assertIn("<figcaption>At the quay<span", typeset('<figure data-picture="7"></figure>', {7: BOATS}).html)

    def test_a_figure_of_a_picture_that_may_not_be_shown_goes_with_its_caption(self):
        found = typeset('<p>Before.</p><figure data-picture="8"><figcaption>Withheld</figcaption></figure><p>After.</p>', {7: BOATS})

        self.assertEqual((found.html, found.placed), ("<p>Before.</p><p>After.</p>", frozenset()))

    def test_notes_are_numbered_and_each_leads_back_to_its_place(self):
        found = typeset('<p>A<span class="fn">First <em>note</em></span> b<span class="fn">Second</span>.</p>', {})

        self.assertEqual(found.notes, ("First <em>note</em>", "Second"))
        self.assertIn('<a id="note-1-place" href="#note-1" role="doc-noteref">1</a></sup> b', found.html)
        self.assertTrue(found.html.endswith(">2</a></sup>.</p>"))

    def test_a_table_scrolls_in_a_frame_that_is_named_and_reached_by_keyboard(self):
        html = typeset("<table><caption>Crossings</caption><tr><td>41</td></tr></table>tail", {}).html

        self.assertTrue(html.startswith('<div class="table" role="region" tabindex="0" aria-label="Crossings"><table>'))
        self.assertTrue(html.endswith("</table></div>tail"))

    def test_letters_that_mark_our_places_bring_no_picture_into_the_text(self):
        self.assertNotIn("<img", typeset("<p>\ue0007\ue001</p>", {7: BOATS}).html)
