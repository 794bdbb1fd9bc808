"""What the desk says of a sentence of the small print, in one line."""

from django.test import SimpleTestCase

from articles import desk_words


class MeaningTests(SimpleTestCase):
    def test_figures_and_exceptions_are_said_in_words(self):
        codes = {
            "uses": ["read"],
            "delay_hours": 48,
            "max_count": 3,
            "count_period": "week",
            "not_after": "2027-06-30",
            "unaltered": True,
            "edits": ["house_style"],
            "excepted": ["agency"],
            "link_to": "home",
        }

        self.assertEqual(
            desk_words.meaning(codes).split(" · ")[1:],
            [
                "not before 48 hours after it appeared",
                "at most 3 a week",
                "until 2027-06-30",
                "unchanged",
                "edits that they accept: house style",
                "not covered: agency",
                "link to their home page",
            ],
        )

    def test_what_is_not_said_is_not_mentioned(self):
        self.assertEqual(desk_words.meaning({}), "")
