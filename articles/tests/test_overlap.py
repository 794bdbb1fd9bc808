"""How much of a source stands in our text, and that no trick lowers a figure."""

import json
import time
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from django.core.management import CommandError, call_command
from django.test import SimpleTestCase
from hypothesis import given, settings
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

    def test_a_byline_above_it_is_not_the_opening(self):
        source = SOURCE.replace("weighbridge\n\n", "weighbridge\n\nBy Fintan Roe\n\n4 March 2026, 9.30 a.m.\n\n", 1)

        self.assertTrue(measure(source, SOURCE).lede_copied)
        self.assertFalse(measure(source, f"“{RUN}”").lede_copied)

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

    def test_the_passages_of_a_text_do_not_overlap_in_ours(self):
        source = "one two three four five six seven eight. Aside: five six seven eight nine ten eleven twelve."
        ours = "one two three four five six seven eight nine ten eleven twelve"
        spans = measure(source, ours).spans

        self.assertEqual(
            [ours[span.ours_start : span.ours_end] for span in spans], ["one two three four five six seven eight", "nine ten eleven twelve"]
        )
        self.assertEqual(
            [source[span.source_start : span.source_end] for span in spans], [ours[span.ours_start : span.ours_end] for span in spans]
        )

    def test_a_longer_run_that_begins_inside_another_is_found(self):
        first = [f"w{number}" for number in range(60)]
        source = " ".join([*first[:20], "aside", *first[5:60]])

        self.assertEqual(measure(source, " ".join(first)).longest_run, 55)

    def test_a_quotation_over_several_paragraphs_is_marked_in_each(self):
        ours = f"She wrote: “{RUN[:31]}\n\n“{RUN[32:]}” That is all."

        self.assertEqual(measure(SOURCE, ours).unmarked_share, 0.0)

    def test_a_mark_that_is_never_closed_marks_nothing(self):
        self.assertEqual(measure(SOURCE, f"So: “{RUN}.").unmarked_share, 1.0)
        self.assertEqual(measure(SOURCE, f"A 12” nail, he said. {RUN}. “And” a 6” one.").unmarked_share, 1.0)

    def test_an_apostrophe_closes_no_quotation(self):
        self.assertEqual(measure(SOURCE, f"‘It isn’t much: {RUN}’, he said.").unmarked_share, 0.0)

    def test_lines_quoted_as_in_mail_are_marked(self):
        self.assertEqual(measure(SOURCE, f"They wrote:\n> {RUN}\nWell.").unmarked_share, 0.0)

    def test_scripts_without_spaces_are_measured_by_the_character(self):
        found = measure("港の古い秤は火曜日に売られた。", "新聞によれば港の古い秤は売られた。")

        self.assertEqual((found.longest_run, found.not_comparable), (6, False))

    def test_words_with_vowel_signs_are_whole_words(self):
        self.assertEqual(measure("हिन्दी भाषा में लिखा हुआ लेख है", "हिन्दी भाषा में लिखा हुआ लेख है").source_words, 7)

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

    def test_a_word_of_another_alphabet_that_imitates_latin_is_flagged_in_a_latin_text_only(self):
        self.assertEqual(measure(SOURCE, "The ferry came and the саре was seen from the pier.").flagged_words, ("саре",))
        self.assertEqual(measure(SOURCE, "Вот как она сара и ухо.").flagged_words, ())

    @given(st.sampled_from("\u0301\u0336\ufe0f\U000e0100\u115f\u3164\u061c\u2066\U000e0061"))
    def test_marks_and_fillers_on_every_letter_change_nothing(self, mark):
        self.assertEqual(measure(SOURCE, mark.join(RUN)).longest_run, 15)

    @given(st.sampled_from(["-", "‐", "–", "—", "−"]), st.sampled_from(["'", "’", "ʼ", "＇", "′"]))
    def test_kinds_of_dash_and_apostrophe_change_nothing(self, dash, apostrophe):
        source = "It wasn't a well-known weigh-bridge, said the board's own man"

        self.assertEqual(measure(source, source.replace("-", dash).replace("'", apostrophe)).share_of_source, 1.0)

    def test_case_and_full_width_letters_change_nothing(self):
        wide = "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in RUN.upper())

        self.assertEqual(measure(SOURCE, wide).longest_run, 15)


class AnyEvasionTests(SimpleTestCase):
    """All of it at once, at any place of our text: no figure goes down."""

    OURS = f"They tell us that {RUN}, which is “the old weighbridge on Tuesday for one euro” again."

    @given(st.data())
    def test_no_trick_that_leaves_the_look_lowers_a_figure(self, data):
        before = measure(SOURCE, self.OURS)
        text = list(self.OURS)
        for place in data.draw(st.sets(st.integers(0, len(text) - 1), max_size=25)):
            text[place] = data.draw(self._looks_like(text[place]))
        found = measure(SOURCE, "".join(text))

        self.assertGreaterEqual(found.share_of_source, before.share_of_source)
        self.assertGreaterEqual(found.share_of_ours, before.share_of_ours)
        self.assertGreaterEqual(found.longest_run, before.longest_run)

    def _looks_like(self, char):
        other = {"“": '„«‹「"', "”": '“»›」"', " ": "\u00a0\u2003\u2009\u3164\u2800", "-": "‐–—"}.get(char, "")
        same = [char.upper(), char.lower(), char.translate(LOOKALIKES), *other] if len(char.upper()) == 1 else [char]
        hidden = [f"{char}{mark}" for mark in f"{HIDDEN}\u0336\ufe0f\u034f"] if char.isalpha() else []
        return st.sampled_from([*same, *hidden])

    def test_letters_of_alphabets_that_nobody_writes_here_are_read_and_flagged(self):
        for trick in (
            RUN.replace("T", "Ꭲ").replace("b", "ꮟ"),
            RUN.replace("o", "ⲟ"),
            RUN.replace("n", "η").replace("u", "υ"),
            RUN.replace("n", "п"),
        ):
            with self.subTest(trick=trick):
                found = measure(SOURCE, trick)
                self.assertEqual(found.longest_run, 15)
                self.assertTrue(found.flagged_words)

    def test_a_filler_is_a_blank_between_words_and_nothing_inside_them(self):
        self.assertEqual(measure(SOURCE, RUN.replace(" ", "\u3164")).longest_run, 15)
        self.assertEqual(measure(SOURCE, "\u3164".join(RUN)).longest_run, 15)

    def test_narrow_blanks_inside_words_part_nothing(self):
        self.assertEqual(measure(SOURCE, RUN.replace("buyer", "bu\u200ayer").replace("Easter", "Eas\u2009ter")).longest_run, 15)

    def test_words_that_run_backwards_are_read_as_they_are_seen_and_flagged(self):
        found = measure(SOURCE, f"They say \u202e{RUN[::-1]}\u202c so.")

        self.assertEqual((found.longest_run, found.flagged_words[0]), (15, "text that runs backwards"))

    def test_tags_inside_words_part_nothing(self):
        html = f"<p>{RUN.replace('buyer', 'bu<b>y</b>er').replace('lorry', 'lo<i></i>rry')}</p>"

        self.assertEqual(measure(SOURCE, html, ours_is_html=True).longest_run, 15)


class TriggerTests(SimpleTestCase):
    def test_a_modest_marked_quotation_asks_nothing(self):
        long_source = SOURCE + "\n".join(f"Sentence number {n} speaks of {n * 7} other things that nobody quotes." for n in range(40))

        self.assertEqual(overlap.triggers(measure(long_source, f"So: “{RUN}”")), [])

    def test_a_whole_copy_asks_everything_that_it_should(self):
        codes = {trigger.code for trigger in overlap.triggers(measure(SOURCE, SOURCE))}

        asked = (
            TriggerCode.MUCH_OF_SOURCE,
            TriggerCode.LEDE_COPIED,
            TriggerCode.HEADLINE_COPIED,
            TriggerCode.UNMARKED,
            TriggerCode.WHOLE_TEXT,
        )
        self.assertEqual(codes, set(asked))

    def test_stored_measures_ask_the_same_questions(self):
        found = measure(SOURCE, SOURCE)

        self.assertEqual(overlap.triggers_in(found.as_dict()), overlap.triggers(found))

    def test_the_house_sets_the_figure_and_the_question_says_it(self):
        strict = overlap.Limits(max_share_of_source=0.025, max_run_words=20)

        self.assertEqual(overlap.triggers_in({"share_of_source": 0.08, "longest_run": 20}), [])
        asked = overlap.triggers_in({"share_of_source": 0.08, "longest_run": 21}, strict)
        self.assertEqual([trigger.code for trigger in asked], [TriggerCode.MUCH_OF_SOURCE, TriggerCode.LONG_RUN])
        self.assertIn("More than 2.5 % of the source", asked[0].sentence)

    def test_every_question_can_be_raised(self):
        facts = dict.fromkeys(
            ("lede_copied", "headline_copied", "not_comparable", "licence_available", "agency_source", "unpublished"), True
        )
        facts |= dict.fromkeys(("registered", "would_run_alone", "is_heart", "around_paywall", "cmi_removed"), True)
        facts |= {"share_of_source": 1.0, "longest_run": 500, "unmarked_share": 1.0, "flagged_words": ["x"], "source_items_90d": 9}
        facts |= {"images_used": 1, "objections": ["A hold."], "commercial_signals": ["advertising"]}

        self.assertEqual({trigger.code for trigger in overlap.triggers_in(facts)}, set(TriggerCode))

    def test_the_desk_s_own_facts_ask_too(self):
        facts = {"source_items_90d": 6, "licence_available": True, "agency_source": True, "unpublished": True}

        self.assertEqual(
            [trigger.code for trigger in overlap.triggers_in(facts)],
            [TriggerCode.MANY_FROM_SOURCE, TriggerCode.LICENCE_AVAILABLE, TriggerCode.AGENCY_SOURCE, TriggerCode.UNPUBLISHED],
        )

    def test_each_threshold_asks_only_above_it(self):
        for name, at, code in (
            ("share_of_source", 0.10, TriggerCode.MUCH_OF_SOURCE),
            ("longest_run", 60, TriggerCode.LONG_RUN),
            ("unmarked_share", 0.0, TriggerCode.UNMARKED),
            ("source_items_90d", 5, TriggerCode.MANY_FROM_SOURCE),
        ):
            with self.subTest(name=name):
                self.assertEqual(overlap.triggers_in({name: at}), [])
                self.assertEqual([trigger.code for trigger in overlap.triggers_in({name: at + 0.001})], [code])

    def test_the_measures_are_plain_json_that_comes_back_the_same(self):
        measures = measure(SOURCE, RUN.replace("lorry", "lоrry")).as_dict()

        self.assertEqual(json.loads(json.dumps(measures)), measures)


WORDS = st.lists(st.sampled_from("abc"), max_size=30)


class OracleTests(SimpleTestCase):
    """Against the plain definition: a word is shared if it lies in five words that stand in both."""

    @settings(max_examples=300)
    @given(WORDS, WORDS)
    def test_shares_and_the_longest_run_are_what_the_definition_says(self, source, ours):
        found = measure(" ".join(source), " ".join(ours))

        self.assertEqual(found.shared_words, len(self._covered(source, ours)))
        self.assertEqual(found.own_words, len(ours) - len(self._covered(ours, source)))
        self.assertEqual(found.longest_run, self._longest(source, ours))
        self.assertEqual(sum(span.words for span in found.spans), len(self._covered(ours, source)))

    def _covered(self, text, other):
        theirs = [other[start : start + 5] for start in range(len(other) - 4)]
        return {place + step for place in range(len(text) - 4) if text[place : place + 5] in theirs for step in range(5)}

    def _longest(self, one, other):
        runs = {tuple(one[start:end]) for start in range(len(one)) for end in range(start + 5, len(one) + 1)}
        return max((len(run) for run in runs if any(tuple(other[at : at + len(run)]) == run for at in range(len(other)))), default=0)


class CostTests(SimpleTestCase):
    def seconds(self, source: str, ours: str) -> float:
        began = time.process_time()
        measure(source, ours)
        return time.process_time() - began

    def test_three_thousand_words_are_measured_while_a_page_loads(self):
        words = [f"word{number * 7919 % 2003}" for number in range(4_500)]

        # 40 ms on the machine it was written on; the bound leaves room for a busy one.
        self.assertLess(min(self.seconds(" ".join(words[:3_000]), " ".join(words[1_500:])) for _ in range(3)), 0.25)

    def test_a_text_that_repeats_itself_costs_no_more(self):
        self.assertLess(self.seconds("a " * 3_000, "a " * 3_000), 1)
        self.assertLess(self.seconds("to be or not " * 2_000, "not to be or " * 2_000), 3)


class MeasureOverlapCommandTests(SimpleTestCase):
    def setUp(self):
        folder = TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def file(self, name: str, content: str | bytes) -> str:
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return str(path)

    def test_json_alone_stands_on_standard_output(self):
        out, err = StringIO(), StringIO()
        source, ours = self.file("source.txt", SOURCE), self.file("ours.html", f"<p>So:</p><blockquote>{RUN}</blockquote>")
        call_command("measure_overlap", source, ours, "--json", stdout=out, stderr=err)

        measures = json.loads(out.getvalue())
        self.assertEqual((measures["longest_run"], measures["unmarked_share"], err.getvalue()), (15, 0.0, "15 shared words\n"))
        named = "share_of_source share_of_ours own_words longest_run n_quotes lede_copied headline_copied unmarked_share flagged_words"
        self.assertLessEqual({*named.split(" "), "not_comparable", "shared_words", "source_words", "our_words"}, measures.keys())
        of_the_desk = "images_used pixel_ratio source_items_90d exits_requested recipient_widest commercial_signals"
        self.assertEqual([measures[name] for name in of_the_desk.split()], [None] * 6)

    def test_what_can_not_be_measured_is_refused_in_a_sentence(self):
        good = self.file("good.txt", SOURCE)
        for bad, words in (
            (str(self.folder / "missing"), "can't be read"),
            (self.file("binary", b"\x00\x01"), "is not a text"),
            (self.file("large", b"x" * 2_000_001), "larger than 2 MB"),
        ):
            for arguments in ((bad, good), (good, bad)):
                with self.subTest(words=words), self.assertRaisesMessage(CommandError, words):
                    call_command("measure_overlap", *arguments, stdout=StringIO())

    def test_html_that_is_too_deep_is_refused_in_a_sentence(self):
        with self.assertRaisesMessage(CommandError, "nest more than 100 deep"):
            call_command("measure_overlap", self.file("a.txt", SOURCE), self.file("b.html", "<div>" * 500), stdout=StringIO())
