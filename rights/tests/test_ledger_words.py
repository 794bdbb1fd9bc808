from django.test import SimpleTestCase

from rights import ledger_words


class LedgerWordsTests(SimpleTestCase):
    def test_an_act_is_told_in_a_sentence(self):
        self.assertEqual(
            ledger_words.sentence("basis_confirmed", {"basis": "source_terms", "terms": {}}), "The basis was confirmed: source terms."
        )

    def test_what_an_entry_does_not_say_is_left_open(self):
        self.assertEqual(ledger_words.sentence("hold_placed"), "A hold was placed: not said.")

    def test_an_act_without_a_sentence_is_said_as_it_is_written(self):
        self.assertEqual(ledger_words.sentence("price_agreed", {"sum": "{0.__class__}"}), "Price agreed.")
