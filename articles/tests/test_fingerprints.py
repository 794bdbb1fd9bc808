"""A text is known again however it was dressed up, and no other text is taken for it."""

import random
import re

from django.test import SimpleTestCase
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.overlap import sameness
from articles.overlap.fingerprints import KEPT, MOST_ASKED, asked_of, kept_of
from articles.overlap.sameness import LEAST_WORDS, Sameness

_SYLLABLES = [first + second for first in "bdfghklmnprstvwz" for second in ("a", "e", "i", "o", "u", "an", "er", "it")]
SEEDS = st.integers(min_value=0, max_value=10**9)
SENTENCE = re.compile(r"(?<=[.”]) ")


def story(seed: int, sentences: int = 25) -> str:
    """A made-up report of some three hundred words, with a quotation in every third sentence."""
    chance = random.Random(seed)
    told = [_sentence(chance, is_quoted=number % 3 == 2) for number in range(sentences)]
    return " ".join(told)


def _sentence(chance: random.Random, *, is_quoted: bool) -> str:
    words = ["".join(chance.choices(_SYLLABLES, k=chance.randint(1, 4))) for _ in range(chance.randint(7, 18))]
    said = " ".join(words).capitalize()
    return f"“{said},” the harbour master said." if is_quoted else f"{said}."


def shuffled(text: str, seed: int) -> str:
    sentences = SENTENCE.split(text)
    random.Random(seed).shuffle(sentences)
    return " ".join(sentences)


def reworded(text: str, seed: int) -> str:
    """Every tenth word is another, wherever it stands."""
    chance = random.Random(seed)
    words = text.split()
    for place in chance.sample(range(len(words)), len(words) // 10):
        words[place] = "quixotic"
    return " ".join(words)


def with_other_marks(text: str, seed: int) -> str:
    return text.translate({ord("“"): "«", ord("”"): "»"}).replace(".", "…").replace(",", " –")


def with_hidden_characters(text: str, seed: int) -> str:
    chance = random.Random(seed)
    return "".join(char + (chance.choice("\u200b\u00ad\u2060\ufeff") if chance.random() < 0.2 else "") for char in text)


def in_other_letters(text: str, seed: int) -> str:
    return text.translate(str.maketrans("aeopc", "аеорс")).upper()


def inside_another(text: str, seed: int) -> str:
    return f"{story(seed + 1, 8)} {text} {story(seed + 2, 8)}"


def a_third_of_it(text: str, seed: int) -> str:
    sentences = SENTENCE.split(text)
    return " ".join(sentences[: len(sentences) // 3])


DISGUISES = (shuffled, reworded, with_other_marks, with_hidden_characters, in_other_letters, inside_another, a_third_of_it)


def asked(text: str) -> frozenset[int]:
    return asked_of(sameness.read(text))


def compared(new: str, known: str) -> Sameness:
    return sameness.compare(sameness.read(new), sameness.known(known))


class DisguiseTests(SimpleTestCase):
    @given(seed=SEEDS, disguise=st.sampled_from(DISGUISES))
    @settings(max_examples=60, deadline=None)
    def test_a_story_in_disguise_is_found_and_confirmed(self, seed, disguise):
        text = story(seed)

        other = disguise(text, seed)

        self.assertTrue(kept_of(text) & asked(other))
        self.assertTrue(compared(other, text).is_same)

    @given(seed=SEEDS, disguise=st.sampled_from(DISGUISES))
    @settings(max_examples=60, deadline=None)
    def test_another_story_is_never_taken_for_it(self, seed, disguise):
        found = compared(disguise(story(seed + 10), seed), story(seed))

        self.assertEqual((found.is_same, found.holds), (False, False))

    def test_a_story_wrapped_in_much_else_is_held_though_it_is_not_the_whole(self):
        found = compared(f"{story(2, 60)} {story(1)} {story(3, 60)}", story(1))

        self.assertEqual((found.is_same, found.holds), (False, True))

    def test_two_stories_that_quote_one_statement_at_length_are_two(self):
        statement = story(5, 2)
        mine = f"The council answered on Monday. “{statement}” Nobody in the room was content with that."

        found = compared(statement, mine)

        self.assertEqual((found.share_of_new, found.is_same, found.holds), (1.0, False, False))


class OddTextTests(SimpleTestCase):
    def test_what_has_too_few_words_has_no_fingerprint(self):
        for text in ("", " ", "One two three four.", "\u200b\u200b", "…!?", "\ud800", "🙂" * 50):
            with self.subTest(ascii(text)):
                self.assertEqual((kept_of(text), asked(text)), (frozenset(), frozenset()))
                self.assertEqual(compared(text, story(1)), compared(text, story(2)))

    def test_texts_of_every_script_are_known_again(self):
        texts = {
            "arabic": "أعلنت البلدية يوم الاثنين أن العبارة ستعود إلى العمل بعد أحد عشر عاما من التوقف في الميناء الشمالي",
            "chinese": "夜班火车十一年后重新回到海岸线运营方周五表示车上共有二百一十二人乘客都很高兴",
            "russian": "Ночной поезд вернулся на береговую линию после одиннадцати лет сообщил в пятницу оператор железной дороги",
            "mixed": "The ferry 渡船 left at nine с восемью людьми on board and nobody waved",
        }
        for name, text in texts.items():
            with self.subTest(name):
                self.assertTrue(kept_of(text) <= asked(f"A line above it. {text}"))
                self.assertTrue(compared(text, text).is_same)

    def test_a_few_shared_words_say_nothing(self):
        short = "one two three four five six seven"

        self.assertLess(len(short.split()), LEAST_WORDS)
        self.assertFalse(compared(short, short).is_same)

    def test_however_long_a_text_little_is_kept_and_not_too_much_is_asked(self):
        long = " ".join(story(seed, 60) for seed in range(60))
        same = "again and " * 20_000

        self.assertGreater(len(long.split()), 40_000)
        for text in (long, same):
            self.assertLessEqual(len(kept_of(text)), 2 * KEPT)
            self.assertLessEqual(len(asked(text)), MOST_ASKED)

    def test_a_short_story_hidden_in_a_very_long_paste_is_still_asked_for(self):
        long = " ".join(story(seed, 60) for seed in range(40))

        self.assertTrue(kept_of(story(99)) & asked(f"{long} {story(99)} {long}"))
