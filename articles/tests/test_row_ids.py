from django.test import SimpleTestCase

from articles.row_ids import row_id


class RowIdTests(SimpleTestCase):
    def test_an_id_is_read_and_anything_else_is_no_row(self):
        for typed, expected in (
            ("7", 7),
            ("", 0),
            ("-7", 0),
            ("seven", 0),
            ("²", 0),
            ("9" * 18, int("9" * 18)),
            ("9" * 19, 0),
            ("9" * 5000, 0),
        ):
            with self.subTest(digits=len(typed)):
                self.assertEqual(row_id(typed), expected)
