"""The labelled footers are whole: enough of them in each language, and every label in words that the reader has."""

from collections import Counter

from django.test import SimpleTestCase

from rights.tests import footers_labelled, footers_second
from rights.vocabulary import Channel, Obligation, PartyClass, TermKind, Use

ALL = (*footers_labelled.ALL, *footers_second.ALL)

WORDS = {
    "kinds": set(TermKind),
    "grantees": {"anyone", *PartyClass},
    "asking": set(PartyClass),
    "channels": set(Channel),
    "uses": set(Use),
    "obligations": set(Obligation),
}


class LabelTests(SimpleTestCase):
    def test_there_are_at_least_ten_in_each_language_that_is_read_and_half_are_held_back(self):
        count = Counter(label.name[:2] for label in footers_labelled.ALL)

        self.assertEqual({language for language in ("en", "fr", "de", "es", "ru") if count[language] < 10}, set())
        self.assertGreaterEqual(len(footers_labelled.ALL), 64)
        self.assertEqual(len({label.name for label in ALL}), len(ALL))
        self.assertEqual(len(footers_labelled.OPEN), len(footers_labelled.HELD_BACK))
        self.assertEqual({label.name for label in footers_labelled.OPEN} & {label.name for label in footers_labelled.HELD_BACK}, set())

    def test_the_second_set_has_eight_in_each_language_and_keeps_four_of_them_back(self):
        self.assertEqual(Counter(label.name[:2] for label in footers_second.ALL), dict.fromkeys(("en", "fr", "de", "es", "ru"), 8))
        self.assertEqual(Counter(label.name[:2] for label in footers_second.HELD_BACK), dict.fromkeys(("en", "fr", "de", "es", "ru"), 4))
        self.assertEqual({label.name for label in footers_second.OPEN} & {label.name for label in footers_second.HELD_BACK}, set())

    def test_every_label_is_in_words_that_exist(self):
        for label in ALL:
            for field, words in WORDS.items():
                with self.subTest(label=label.name, field=field):
                    self.assertLessEqual(label.expected(field), words)

    def test_a_ban_expects_no_permission_and_anything_else_that_permits_says_whom(self):
        for label in ALL:
            with self.subTest(label=label.name):
                permits = "permission" in label.expected("kinds")
                self.assertEqual((permits and label.is_a_ban, bool(label.grantees)), (False, permits))
