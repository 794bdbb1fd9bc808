import re

from django.test import SimpleTestCase, TestCase
from django.urls import resolve, reverse

from articles import addresses


class AddressTests(SimpleTestCase):
    def test_what_articles_builds_is_what_the_pages_answer(self):
        pairs = [
            (reverse("pages:article", args=["2026/11/the-ferry"]), addresses.article("2026/11/the-ferry")),
            (reverse("pages:section", args=["harbour"]), addresses.section("harbour")),
            (reverse("pages:author", args=["ada-quill"]), addresses.author("ada-quill")),
            (reverse("pages:tag", args=["ferries"]), addresses.tag("ferries")),
            (reverse("pages:policy", args=["republishing"]), addresses.policy("republishing")),
        ]

        for ours, theirs in pairs:
            self.assertEqual(ours, theirs)

    def test_slugs_in_any_script_lead_to_their_page(self):
        for path, name in (("/2026/11/ميناء-صغير/", "article"), ("/authors/zoë-брик/", "author"), ("/tags/čaj/", "tag")):
            self.assertEqual(resolve(path).url_name, name)


class NotFoundTests(TestCase):
    def test_an_unknown_address_gets_the_papers_own_page_and_ways_on(self):
        answer = self.client.get("/nowhere/")
        html = answer.content.decode()

        self.assertEqual((answer.status_code, answer["Cache-Control"]), (404, "no-cache"))
        self.assertIn("There is no page at this address", html)
        self.assertIn('<a href="/">The newest stories</a>', html)
        self.assertIn('<meta name="robots" content="noindex">', html)

    def test_every_address_that_the_list_of_feeds_names_answers(self):
        html = self.client.get("/feeds/").content.decode()
        named = re.findall(r'<a [^>]*href="(/[^"]*)"', html)

        self.assertIn("/", named)
        self.assertEqual([address for address in named if self.client.get(address).status_code != 200], [])
