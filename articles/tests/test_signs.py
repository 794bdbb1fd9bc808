from uuid import UUID

from django.test import SimpleTestCase

from articles.signs import ids_in, path_of, paths_in

SITE = "https://www.courier.example"
OURS = "2026/03/the-ferry-runs-again"
ID = "9f1c1a3e-6c1b-4f0e-8f39-0a2b6d0f1c11"


class AddressTests(SimpleTestCase):
    def test_an_address_of_ours_is_known_however_it_is_written(self):
        for address in (
            f"https://www.courier.example/{OURS}/",
            f"http://courier.example/{OURS}",
            f"//courier.example/{OURS}",
            f"courier.example/{OURS}",
            f"HTTPS://WWW.Courier.Example:443/{OURS}/?utm_source=partner#top",
            f"  https://courier.example./{OURS}/republish/ ",
            f"https://courier.example/de/{OURS}/",
            f"https://courier.example/{OURS.replace('-', '%2D')}/amp",
        ):
            with self.subTest(address):
                self.assertEqual(path_of(address, SITE), OURS)

    def test_a_slug_in_another_script_is_read_from_its_escapes(self):
        self.assertEqual(path_of("https://courier.example/2026/03/%D9%85%D9%8A%D9%86%D8%A7%D8%A1/", SITE), "2026/03/ميناء")

    def test_what_is_no_story_of_ours_is_none(self):
        for address in (
            "",
            "https://",
            "https://courier.example/",
            "https://courier.example/feeds/latest.rss",
            f"https://other.example/{OURS}/",
            f"https://courier.example.evil.example/{OURS}/",
            f"https://courier.example@evil.example/{OURS}/",
            f"https://notcourier.example/{OURS}/",
            f"https://evil.example/?u=https://courier.example/{OURS}/",
            "https://[::1/2026/03/x/",
            "https://courier.example/2026/3/x/",
            "javascript:alert(1)",
            "\x00",
        ):
            with self.subTest(address):
                self.assertEqual(path_of(address, SITE), "")

    def test_links_are_found_in_words_and_in_markup(self):
        text = f'Read it at courier.example/{OURS}. <a href="https://www.courier.example/2025/01/other/?a=1&amp;b">x</a> (http://courier.example/2024/12/third/)'

        self.assertEqual(paths_in(text, SITE), {OURS, "2025/01/other", "2024/12/third"})

    def test_other_sites_links_and_mail_addresses_are_not_ours(self):
        self.assertEqual(
            paths_in(f"https://mycourier.example/{OURS}/ desk@courier.example/{OURS}/ https://a.courier.example/{OURS}", SITE), set()
        )

    def test_a_page_of_very_many_links_is_read_in_bounds(self):
        text = " ".join(f"https://courier.example/2026/03/story-{number}/" for number in range(30_000))

        self.assertLessEqual(len(paths_in(text, SITE)), 10_000)


class IdTests(SimpleTestCase):
    def test_ids_are_read_in_any_case_and_behind_hidden_characters(self):
        self.assertEqual(ids_in(f"<guid>URN:UUID:{ID.upper()}</guid> urn:uu\u200bid:{ID}"), {UUID(ID)})

    def test_what_only_looks_like_one_is_none(self):
        for text in ("", ID, f"urn:uuid:{ID[:-1]}", f"urn:uuid:{ID.replace('-', '')}", "urn:uuid:zzzzzzzz-6c1b-4f0e-8f39-0a2b6d0f1c11"):
            with self.subTest(text):
                self.assertEqual(ids_in(text), set())
