from django.test import SimpleTestCase

from house.charsets import decode

WORD = "Züge — 70 €"


class DecodeTests(SimpleTestCase):
    def test_each_way_of_naming_a_charset_is_read(self):
        rows = (
            ("utf-8 without any word", WORD.encode(), ""),
            ("a mark beats the header", b"\xef\xbb\xbf" + WORD.encode(), "text/html; charset=iso-8859-15"),
            ("utf-16 with its mark", b"\xff\xfe" + WORD.encode("utf-16-le"), ""),
            ("the header", WORD.encode("cp1252"), "text/html; charset=windows-1252"),
            ("a quoted header", WORD.encode("cp1252"), 'text/html; charset="windows-1252"'),
            ("latin-1, which means windows-1252", WORD.encode("cp1252"), "text/html; charset=ISO-8859-1"),
            ("a charset that does not exist", WORD.encode(), "text/html; charset=nonsense"),
            ("a header that is wrong", WORD.encode("cp1252"), "text/html; charset=utf-8"),
            ("a charset no page may choose", WORD.encode(), "text/html; charset=unicode_escape"),
        )
        for name, body, header in rows:
            with self.subTest(name):
                self.assertEqual(decode(body, header), WORD)

    def test_the_page_itself_may_name_it(self):
        page = '<meta charset="windows-1251"><p>Поезд</p>'

        self.assertEqual(decode(page.encode("cp1251")), page)

    def test_bytes_that_are_no_text_give_text_all_the_same(self):
        for body in (bytes(range(256)), b"\x00" * 10, b"", b"\xff\xfe\x00"):
            with self.subTest(body=body[:8]):
                decode(body, "text/html; charset=rot13").encode("utf-8")

    def test_no_lone_surrogate_comes_out(self):
        self.assertEqual(decode(b"\xed\xa0\x80", "text/html; charset=utf-8").isprintable(), False)
        decode(b"\xff\xfe\x00\xd8").encode("utf-8")
