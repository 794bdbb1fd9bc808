"""Every code of the rights desk has words, and each reason a sentence that says what to do."""

from datetime import UTC, datetime, timedelta, timezone
from enum import StrEnum

from django.test import SimpleTestCase

from rights import vocabulary, wording
from rights.vocabulary import Condition, Obligation, Reason, Verdict, WorkKind
from rights.wording import ASKABLE, VERDICTS, recipient, remedy, say

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def vocabularies() -> list[type[StrEnum]]:
    return [word for word in vars(vocabulary).values() if isinstance(word, type) and issubclass(word, StrEnum) and word is not StrEnum]


class LabelTests(SimpleTestCase):
    def test_every_vocabulary_has_one_dictionary_that_labels_all_of_its_words(self):
        dictionaries = {name: set(words) for name, words in vars(wording).items() if isinstance(words, dict) and name.isupper()}

        for words in vocabularies():
            with self.subTest(vocabulary=words.__name__):
                labelled = [name for name, keys in dictionaries.items() if keys == set(words) and not name.startswith("_")]
                self.assertEqual(len(labelled), 0 if words is Reason else 1)

    def test_no_two_words_of_a_vocabulary_share_a_label_and_none_is_a_code(self):
        for name, words in vars(wording).items():
            if isinstance(words, dict) and name.isupper() and not name.startswith("_"):
                with self.subTest(dictionary=name):
                    self.assertEqual(len(set(words.values())), len(words))
                    self.assertEqual([label for label in words.values() if "_" in label or not label], [])

    def test_verdicts_read_as_answers(self):
        self.assertEqual([VERDICTS[verdict] for verdict in Verdict], ["Yes", "Part", "Ask first", "No"])

    def test_a_recipient_is_named_in_words(self):
        named = [recipient(name) for name in ("public", "crawler:ai", "class:educator", "partner:acme", "martian", "class:martian")]

        self.assertEqual(named, ["everyone", "AI crawlers", "educators", "the partner acme", "martian", "class:martian"])


class SentenceTests(SimpleTestCase):
    def test_every_reason_has_a_sentence_and_a_remedy(self):
        for reason in Reason:
            with self.subTest(reason=reason):
                for words in (say(reason), remedy(reason)):
                    self.assertTrue(words[0].isupper() and words.endswith("."), words)
                    self.assertNotIn("_", words)

    def test_every_string_of_a_grant_says_what_holds_it_up_and_what_loosens_it(self):
        for condition in Condition:
            told = [reason for reason in Reason if say(reason, conditions=[condition]) != say(reason)]
            with self.subTest(condition=condition):
                self.assertEqual(len(told), 1)
                self.assertNotEqual(remedy(told[0], conditions=[condition]), remedy(told[0]))
                for words in (say(told[0], conditions=[condition]), remedy(told[0], conditions=[condition])):
                    self.assertTrue(words[0].isupper() and words.endswith("."), words)
                    self.assertNotIn("_", words)

    def test_of_several_strings_the_one_that_is_hardest_to_loosen_is_told(self):
        both = [Condition.CHANNEL, Condition.PROHIBITED]

        self.assertEqual(
            remedy(Reason.USE_NOT_COVERED, conditions=both), "Leave it, or ask the owner to lift the ban and record the answer."
        )

    def test_no_two_reasons_say_the_same(self):
        self.assertEqual(len({say(reason) for reason in Reason}), len(Reason))

    def test_where_one_can_ask_the_contact_is_named(self):
        for reason in ASKABLE:
            with self.subTest(reason=reason):
                self.assertEqual(say(reason, contact="rights@source.example").split(". ")[-1], "Ask rights@source.example.")

    def test_a_contact_that_could_not_be_read_is_said_to_be_unreadable(self):
        self.assertEqual(
            say(Reason.COMMERCIAL_NEEDS_PERMISSION),
            "The terms leave out commercial use: it needs the owner's permission. No contact could be read.",
        )

    def test_where_asking_does_not_help_no_contact_is_named(self):
        self.assertEqual(say(Reason.WITHDRAWN, contact="rights@source.example"), "This was withdrawn from publication.")

    def test_an_instant_is_said_in_utc(self):
        in_berlin = NOON.astimezone(timezone(timedelta(hours=1)))

        self.assertEqual(say(Reason.EMBARGOED, when=in_berlin), "This may not be shown before 1 March 2026, 12:00 UTC.")
        self.assertEqual(say(Reason.EXPIRED, when=NOON), "The time for which this may be used ended on 1 March 2026, 12:00 UTC.")
        self.assertEqual(say(Reason.WITHDRAWN, when=NOON), say(Reason.WITHDRAWN))

    def test_what_is_unmet_or_left_out_is_named(self):
        self.assertEqual(
            say(Reason.OBLIGATION_UNMET, obligation=Obligation.LINK_ORIGINAL),
            "The terms oblige us to link to the original, and this does not.",
        )
        self.assertEqual(say(Reason.ASSET_BLOCKED, asset=WorkKind.IMAGE), "A picture of this page may not be shown and is left out.")
