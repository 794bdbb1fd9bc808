from django.test import SimpleTestCase
from hypothesis import given
from hypothesis import strategies as st

from articles import overlap
from articles.overlap import TriggerCode, measure

SOURCE = """Harbour board sells the old weighbridge

The harbour board sold the old weighbridge on Tuesday for one euro, and \
the buyer must move it before Easter. It has not weighed a lorry since 1994.

“We would have paid somebody to take it away,” said the chairman of the board, who keeps the key in a drawer.
"""
RUN = "the buyer must move it before Easter. It has not weighed a lorry since 1994"
HIDDEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
LOOKALIKES = str.maketrans("aeopcxyABEHKMOPCTX", "аеорсхуАВЕНКМОРСТХ")
QUOTES = ["“”", "„“", "«»", "»«", "‹›", "「」", '""']


class MeasureTests(SimpleTestCase):
    def test_a_whole_copy_is_all_of_the_source_and_all_of_ours(self):
        found = measure(SOURCE, SOURCE)

        self.assertEqual((found.share_of_source, found.share_of_ours, found.own_words), (1.0, 1.0, 0))
        self.assertEqual(found.longest_run, found.source_words)

    def test_a_text_of_our_own_shares_nothing(self):
        found = measure(SOURCE, "Nobody wanted the scales by the quay, so they went for less than a coffee.")

        self.assertEqual((found.shared_words, found.longest_run, found.spans), (0, 0, ()))

    def test_four_words_in_a_row_are_not_a_passage(self):
        self.assertEqual(measure(SOURCE, "They sold the old weighbridge yesterday.").shared_words, 0)

    def test_a_quotation_is_counted_and_known_as_marked(self):
        found = measure(SOURCE, f"The board writes: “{RUN}”. That is thirty years.")

        self.assertEqual((found.longest_run, found.unmarked_share, found.n_quotes), (15, 0.0, 1))

    def test_the_same_words_without_marks_are_unmarked(self):
        self.assertEqual(measure(SOURCE, f"In short, {RUN}.").unmarked_share, 1.0)

    def test_a_block_quote_marks_as_well_as_quotation_marks(self):
        found = measure(SOURCE, f"<p>The board:</p><blockquote><p>{RUN}</p></blockquote>", ours_is_html=True)

        self.assertEqual((found.unmarked_share, found.n_quotes), (0.0, 1))

    def test_the_opening_of_the_source_is_recognised(self):
        opening = "The harbour board sold the old weighbridge on Tuesday for one euro, and the buyer must move it before Easter."

        self.assertEqual((measure(SOURCE, opening).lede_copied, measure(SOURCE, f"“{RUN}”").lede_copied), (True, False))

    def test_the_headline_is_recognised(self):
        found = measure(
            SOURCE,
            "Text.",
            source_headline="Harbour board sells the old weighbridge",
            our_headline="HARBOUR BOARD SELLS THE OLD WEIGHBRIDGE",
        )

        self.assertTrue(found.headline_copied)

    def test_two_languages_count_as_the_whole_work(self):
        french = (
            "Le conseil du port a vendu la vieille bascule mardi pour un euro, et l’acheteur doit la déplacer avant Pâques, "
            "dit le président du conseil."
        )
        found = measure(SOURCE, french)

        self.assertEqual((found.not_comparable, found.share_of_source), (True, 1.0))

    def test_each_passage_says_where_it_stands_in_both_texts(self):
        ours = f"In short, {RUN}."
        span = measure(SOURCE, ours).spans[0]

        self.assertEqual(SOURCE[span.source_start : span.source_end], RUN)
        self.assertEqual(ours[span.ours_start : span.ours_end], RUN)

    def test_nothing_at_all_is_no_error(self):
        self.assertEqual(measure("", "").share_of_source, 0.0)


class EvasionTests(SimpleTestCase):
    """What is done to our text so that it looks the same to a reader must not lower a figure."""

    @given(st.data())
    def test_hidden_characters_change_nothing(self, data):
        places = data.draw(st.lists(st.integers(0, len(RUN)), max_size=20))
        hidden = data.draw(st.sampled_from(HIDDEN))
        text = RUN
        for place in sorted(places, reverse=True):
            text = text[:place] + hidden + text[place:]

        self.assertEqual(measure(SOURCE, text).longest_run, 15)

    @given(st.sets(st.integers(0, len(RUN) - 1)))
    def test_letters_of_other_alphabets_that_look_the_same_change_nothing(self, places):
        text = "".join(char.translate(LOOKALIKES) if place in places else char for place, char in enumerate(RUN))

        self.assertEqual(measure(SOURCE, text).longest_run, 15)

    @given(st.sampled_from(QUOTES))
    def test_quotation_marks_of_every_language_mark(self, pair):
        found = measure(SOURCE, f"So: {pair[0]}{RUN}{pair[1]} and no more.")

        self.assertEqual((found.longest_run, found.unmarked_share), (15, 0.0))

    def test_a_word_of_mixed_alphabets_is_flagged_for_the_second_reader(self):
        found = measure(SOURCE, RUN.replace("lorry", "lоrry"))

        self.assertEqual(found.flagged_words, ("lоrry",))
        self.assertIn(TriggerCode.MIXED_ALPHABETS, [trigger.code for trigger in overlap.triggers(found)])

    def test_case_and_full_width_letters_change_nothing(self):
        wide = "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in RUN.upper())

        self.assertEqual(measure(SOURCE, wide).longest_run, 15)


class TriggerTests(SimpleTestCase):
    def test_a_modest_marked_quotation_asks_nothing(self):
        long_source = SOURCE + "\n".join(f"Sentence number {n} speaks of {n * 7} other things that nobody quotes." for n in range(40))

        self.assertEqual(overlap.triggers(measure(long_source, f"So: “{RUN}”")), [])

    def test_a_whole_copy_asks_everything_that_it_should(self):
        codes = {trigger.code for trigger in overlap.triggers(measure(SOURCE, SOURCE))}

        self.assertEqual(codes, {TriggerCode.MUCH_OF_SOURCE, TriggerCode.LEDE_COPIED, TriggerCode.UNMARKED, TriggerCode.WHOLE_TEXT})

    def test_stored_measures_ask_the_same_questions(self):
        found = measure(SOURCE, SOURCE)

        self.assertEqual(overlap.triggers_in(found.as_dict()), overlap.triggers(found))
