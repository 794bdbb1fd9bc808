"""Where the article ends and the small print begins."""

from unittest import skipUnless

from django.test import SimpleTestCase

from rights.terms import split_terms
from rights.tests.footers import FOOTERS
from rights.tests.like_the_seed import PAGE, SEED, STORY, TERMS

PARAGRAPHS = [
    "The ferry left the eastern pier at noon with 80 people on board, and nobody on the quay waved it off.",
    "“It was full,” said Edda Brink. “The tide was high and the captain was in a hurry to be home.”",
]


class SplitTests(SimpleTestCase):
    def test_a_page_is_parted_at_its_byline_and_none_of_the_terms_stays_in_the_article(self):
        split = split_terms(PAGE)

        self.assertEqual(split.article, STORY)
        self.assertEqual(split.terms, TERMS)
        self.assertEqual(split.offset, PAGE.index("Articles by"))
        self.assertEqual([PAGE[start:end] for start, end in split.spans], TERMS.split("\n\n"))

    @skipUnless(SEED.exists(), "the project's shared folder is not beside this checkout")
    def test_the_seed_itself_is_parted_after_its_headline_and_four_paragraphs(self):
        split = split_terms(SEED.read_text())

        self.assertEqual(len(split.kept), 5)
        self.assertTrue(split.article.startswith("Kazakhstan and Russia sign agreement to create"))
        self.assertTrue(split.article.endswith("Shoigu said."))
        self.assertTrue(split.terms.startswith("Articles by: Global Research News"))

    def test_every_footer_goes_and_the_story_before_it_stays_whole(self):
        story = "\n\n".join(["A ferry sails", *PARAGRAPHS])
        for text, _ in FOOTERS:
            with self.subTest(text=text):
                split = split_terms(f"{story}\n\n{text}")
                self.assertEqual((split.article, split.terms), (story, text))

    def test_small_print_at_the_top_and_in_the_middle_goes_too(self):
        first, second = PARAGRAPHS
        split = split_terms(f"This article was first published by the Quay Review.\n\n{first}\n\n© 2024 Quay Review\n\n{second}")

        self.assertEqual(split.article, f"{first}\n\n{second}")
        self.assertEqual(split.terms, "This article was first published by the Quay Review.\n\n© 2024 Quay Review")

    def test_what_a_site_puts_under_its_small_print_goes_with_it(self):
        split = split_terms("\n\n".join(["A ferry sails", *PARAGRAPHS, TERMS, "Share this", "Related: another ferry", "Subscribe"]))

        self.assertEqual(split.article, "\n\n".join(["A ferry sails", *PARAGRAPHS]))

    def test_a_story_about_copyright_keeps_every_paragraph(self):
        story = "\n\n".join(
            [
                "Court rules on photographs",
                "The court ruled that reproduction of the photographs without permission was fair use, and the museum will not appeal.",
                "“Anyone may copy our articles,” said the director, who has answered for the collection since 1994.",
                "Copyright law is older than the museum. All rights reserved, as publishers print, is a formula from Buenos Aires.",
                "Subscribers were told on Monday, and most of them shrugged, as they had done when the last director left for the coast.",
            ]
        )

        self.assertEqual(split_terms(story).article, story)

    def test_a_page_of_nothing_but_small_print_has_no_article(self):
        self.assertEqual(split_terms(TERMS).article, "")

    def test_lines_that_are_paragraphs_without_empty_lines_between_are_parted(self):
        split = split_terms(PAGE.replace("\n\n", "\n"))

        self.assertEqual(split.terms.count("\n\n"), TERMS.count("\n\n"))
        self.assertNotIn("Disclaimer", split.article)

    def test_line_ends_of_other_systems_keep_the_places(self):
        text = PAGE.replace("\n", "\r\n")
        split = split_terms(text)

        self.assertEqual([text[start:end] for start, end in split.spans], TERMS.split("\n\n"))

    def test_an_empty_text_is_no_error(self):
        self.assertEqual((split_terms("").article, split_terms("").offset), ("", 0))
