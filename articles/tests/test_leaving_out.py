"""A quotation is cut out of a text so that no run of its words is left, and it shows that something was cut."""

from django.test import SimpleTestCase

from articles import body, leaving_out
from articles.attribution import FURNITURE

WORDS = "We will not leave the harbour until the last boat is home"
CUT = "[quotation left out]"


def without(html: str, *passages: str, language: str = "en") -> str:
    return leaving_out.from_html(html, passages or (WORDS,), language)


class LeavingOutTests(SimpleTestCase):
    def test_the_words_go_wherever_the_marks_of_the_text_stand(self):
        for html, expected in (
            (f"<p>He wrote: “{WORDS}.” And left.</p>", f"<p>He wrote: “{CUT}.” And left.</p>"),
            (
                "<p>He wrote: “We will <em>not leave the</em> harbour until the last boat is home.”</p>",
                f"<p>He wrote: “{CUT}.”</p>",
            ),
            (
                "<blockquote><p>We will not leave the harbour</p><p>until the last boat is home.</p></blockquote><p>So.</p>",
                f"<blockquote><p>{CUT}</p><p>.</p></blockquote><p>So.</p>",
            ),
            (
                f'<p>See <a href="https://a.example/1" title="{WORDS}">{WORDS}</a>!</p>',
                f'<p>See <a href="https://a.example/1">{CUT}</a>!</p>',
            ),
        ):
            with self.subTest(html=html):
                self.assertEqual(without(html), expected)

    def test_another_spelling_hides_no_word(self):
        for written in (
            WORDS.upper(),
            WORDS.replace("harbour", "har\u00adbour"),
            WORDS.replace("leave", "leаve"),
            WORDS.replace(" ", "\u00a0 "),
        ):
            with self.subTest(written=written):
                self.assertEqual(without(f"<p>{written}</p>"), f"<p>{CUT}</p>")

    def test_what_stands_twice_goes_twice_and_five_words_in_a_row_go_by_themselves(self):
        html = f"<p>{WORDS}. Again: not leave the harbour until noon. But: leave the harbour.</p>"

        self.assertEqual(without(html), f"<p>{CUT}. Again: {CUT} noon. But: leave the harbour.</p>")

    def test_a_short_passage_goes_only_as_a_whole(self):
        self.assertEqual(without("<p>No way at all. No way!</p>", "way at all"), f"<p>No {CUT}. No way!</p>")

    def test_nothing_is_touched_where_nothing_is_cut(self):
        html = "<p>The ferry &amp; the quay</p>\n<p>left at nine.</p>"
        self.assertEqual(without(html), html)
        self.assertIs(leaving_out.from_html(html, (), "en"), html)
        self.assertEqual(without("", "a b c"), "")

    def test_the_mark_is_in_the_articles_language_and_in_every_one_that_credits_are_in(self):
        self.assertEqual(without(f"<p>{WORDS}</p>", language="de-AT"), "<p>[Zitat ausgelassen]</p>")
        self.assertEqual(without(f"<p>{WORDS}</p>", language="nl"), f"<p>{CUT}</p>")
        self.assertEqual(set(leaving_out.MARKS), set(FURNITURE))

    def test_no_five_words_are_left_whatever_the_text_is_made_of(self):
        words = WORDS.split()
        for place in range(1, len(words)):
            for tag in ("em", "a", "span", "br"):
                cut = f"<{tag}>" if tag == "br" else f"</p><p><{tag}>x</{tag}>" if tag == "span" else f"<{tag}></{tag}>"
                html = body.clean(f"<p>{' '.join(words[:place])} {cut} {' '.join(words[place:])}</p>")
                text = body.to_text(without(html))
                with self.subTest(place=place, tag=tag):
                    self.assertFalse(any(" ".join(words[start : start + 5]) in " ".join(text.split()) for start in range(len(words) - 4)))
