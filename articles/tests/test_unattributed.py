"""Quotations that nobody is named for, and another's words without marks: noticed while writing, in several languages."""

from django.test import SimpleTestCase

from articles.overlap.unattributed import Fault, unattributed

SOURCE = "The harbour board sold the old weighbridge on Tuesday for one euro, and the buyer must move it before Easter."


def faults(html: str, **options: object) -> list[Fault]:
    return [found.fault for found in unattributed(html, **options)]


class QuotationTests(SimpleTestCase):
    def test_a_quotation_that_nobody_is_named_for_is_noticed_in_every_kind_of_marks(self):
        for text in (
            "It was cold. “we would have paid somebody to take it away” is what could be heard on the quay.",
            "Es war kalt. „wir hätten jemanden bezahlt, der sie uns wegnimmt“ war auf der Straße zu hören.",
            "Il faisait froid. « nous aurions payé quelqu’un pour qu’il la prenne » entendait-on partout.",
            "Hacía frío. «habríamos pagado a alguien para que se la llevara» se oía en el puerto.",
            "Было холодно. «мы бы сами заплатили тому, кто её увезёт» слышалось на набережной.",
            "寒かった。「私たちは誰かにお金を払ってでも」と聞こえた。",
            "<blockquote><p>we would have paid somebody to take it away</p></blockquote>",
        ):
            with self.subTest(text=text):
                self.assertEqual(faults(text if text.startswith("<") else f"<p>{text}</p>"), [Fault.NO_NAME])

    def test_a_verb_a_name_or_a_link_beside_it_is_enough(self):
        for text in (
            "“we would have paid somebody to take it away”, the chairman said.",
            "According to the board, “we would have paid somebody to take it away”.",
            "Nuala Shee: “we would have paid somebody to take it away”.",
            "Shee: “we would have paid somebody to take it away”.",
            "In the words of old Tolan “we would have paid somebody to take it away”.",
            '<a href="https://lantern.example/">There</a> it stands: “we would have paid somebody to take it away”.',
            "„wir hätten jemanden bezahlt, der sie wegnimmt“, sagte der Vorsitzende.",
            "« nous aurions payé quelqu’un pour la prendre », selon le conseil.",
            "«habríamos pagado a alguien para que se la llevara», según la junta.",
            "«мы бы сами заплатили тому, кто её увезёт», — сказал председатель.",
        ):
            with self.subTest(text=text):
                self.assertEqual(faults(f"<p>{text}</p>"), [])

    def test_a_block_quote_is_named_by_the_line_that_leads_to_it(self):
        self.assertEqual(faults("<p>The chairman wrote:</p><blockquote><p>we would have paid somebody to take it</p></blockquote>"), [])

    def test_a_name_in_another_paragraph_is_too_far_away(self):
        self.assertEqual(
            faults("<p>Nuala Shee said so.</p><p>It was cold: “we would have paid somebody to take it away”.</p>"), [Fault.NO_NAME]
        )

    def test_a_few_words_in_marks_are_no_quotation(self):
        self.assertEqual(faults("<p>They call it “the old scales”, as a joke.</p>"), [])
        self.assertEqual(faults("<p>It was “the old scales” there.</p>", least_words=3), [Fault.NO_NAME])

    def test_it_says_where_it_stands_and_how_long_it_is(self):
        found = unattributed("<p>It was cold. “we would have paid somebody to take it away” was heard.</p>")[0]

        self.assertEqual((found.start, found.words, found.text), (13, 9, "“we would have paid somebody to take it away”"))


class UnmarkedTests(SimpleTestCase):
    def test_words_of_the_kept_copy_outside_of_marks_are_noticed(self):
        html = "<p>In short, the buyer must move it before Easter, and that is that.</p>"

        self.assertEqual(faults(html, source=SOURCE), [Fault.NO_MARKS])

    def test_inside_of_marks_they_are_not(self):
        self.assertEqual(faults("<p>“the buyer must move it before Easter”, the board says.</p>", source=SOURCE), [])

    def test_hidden_characters_do_not_hide_them(self):
        html = f"<p>{'​'.join('the buyer must move it before Easter')}</p>"

        self.assertEqual(faults(html, source=SOURCE), [Fault.NO_MARKS])

    def test_an_empty_text_has_none(self):
        self.assertEqual((faults(""), faults("<p></p>", source=SOURCE)), ([], []))
