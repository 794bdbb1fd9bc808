import re
from datetime import timedelta
from unittest.mock import patch

from django.test import TestCase

from articles import drafting, withdrawing
from articles.tests import builders as make
from articles.tests.builders import NOON
from articles.vocabulary import CreditRole, Move, Role
from house.profile import record_profile
from pages.lists import led_by_a_picture
from pages.showing import Moment, Picture, Teaser
from pages.tests.reading import get, read, words

TRIO = (("newest", None), ("pictured", Picture("/b.jpg", 960, 600, "Boats", "Ada Quill")), ("oldest", None))
#: Stories, rails beside the lead, stories in the row below.
SHAPES = [(1, "0", 0), (2, "1", 0), (3, "1", 0), (4, "1", 0), (5, "2", 0), (6, "2", 1), (7, "2", 2)]
LISTS = ("/", "/sections/harbour/", "/authors/ada-quill/", "/tags/ferries/")


class Newsroom(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.all = make.everyone()
        make.house()

    def ferry(self, headline: str = "The ferry runs again", **text):
        return make.published_article(self.all, headline, tags=["ferries"], **text)


class ListTests(Newsroom):
    def test_a_story_stands_on_the_front_page_and_on_its_section_author_and_tag(self):
        self.ferry()

        for path in LISTS:
            with self.subTest(path=path):
                self.assertIn("The ferry runs again", words(read(path, NOON)))

    def test_the_newest_story_leads(self):
        self.ferry("The older one", at=NOON - timedelta(hours=1))
        self.ferry("The newer one")

        page = words(read("/", NOON))

        self.assertLess(page.index("The newer one"), page.index("The older one"))

    def test_the_newest_story_with_a_picture_leads_and_the_others_keep_their_order(self):
        newest, pictured, oldest = (Teaser(name, "/", "en", "ltr", Moment("", ""), picture=picture) for name, picture in TRIO)

        self.assertEqual(led_by_a_picture([newest, pictured, oldest]), (pictured, newest, oldest))
        self.assertEqual(led_by_a_picture([newest, oldest]), (newest, oldest))

    def test_a_few_stories_stand_in_one_rail_and_more_in_two_and_a_row(self):
        shapes = {}
        for stories in range(1, 8):
            self.ferry(f"Crossing {stories}")
            html = read("/", NOON)
            shapes[stories] = (
                re.findall(r'class="front rails-([0-9])"', html),
                html.partition('<section class="row"')[2].count("<article"),
            )

        self.assertEqual(shapes, {stories: ([rails], below) for stories, rails, below in SHAPES})

    def test_an_author_page_says_articles_by(self):
        self.ferry()

        self.assertIn("Articles by: Ada Quill", words(read("/authors/ada-quill/", NOON)))

    def test_a_list_names_the_source_of_what_is_not_ours(self):
        make.source_terms_article(self.all)

        self.assertIn("Republished from The Lantern under its terms for community sites", words(read("/", NOON)))

    def test_stories_beyond_the_front_stand_in_the_strand_of_their_section(self):
        for number in range(11):
            self.ferry(f"Crossing number {number}", at=NOON - timedelta(hours=number))

        html = read("/", NOON)

        front, _, strands = html.partition('<section class="strand"')
        self.assertEqual((front.count("<article"), strands.count("<article")), (9, 2))

    def test_an_empty_newsroom_says_so(self):
        self.assertIn("Nothing is published yet.", words(read("/", NOON)))

    def test_a_section_without_stories_is_there_and_an_unknown_one_is_not(self):
        make.section("Harbour")

        self.assertEqual((get("/sections/harbour/", NOON).status_code, get("/sections/moon/", NOON).status_code), (200, 404))

    def test_each_list_costs_the_same_for_one_story_and_for_three(self):
        self.ferry()
        counts = {"/": 8, "/sections/harbour/": 8, "/authors/ada-quill/": 9, "/tags/ferries/": 8}
        for stories in (1, 3):
            for path, count in counts.items():
                with self.subTest(path=path, stories=stories), self.assertNumQueries(count):
                    html = read(path, NOON)
                self.assertEqual(html.count('<article class="teaser'), stories)
            self.ferry("A second crossing")
            make.published(self._tagged_source_article(), self.all) if stories == 1 else None

    def _tagged_source_article(self):
        article = make.own_article(self.all, "A third crossing", tags=["ferries"])
        drafting.set_credits(article, [(make.author(), CreditRole.BY), (make.author("Cem Weir"), CreditRole.TRANSLATED)])
        drafting.after_save(article, by=self.all, at=NOON)
        return article


class TurningTests(Newsroom):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        for number in range(5):
            make.published_article(cls.all, f"Crossing {number}", at=NOON - timedelta(hours=number), tags=["ferries"])

    def turned(self, path):
        with patch("pages.lists.LIST_STORIES", 2):
            return read(path, NOON)

    def test_a_list_goes_on_page_after_page_and_back(self):
        for path in LISTS[1:]:
            with self.subTest(path=path):
                first = self.turned(path)
                second = self.turned(_link(first, "next"))
                third = self.turned(_link(second, "next"))

                self.assertEqual([_stories(page) for page in (first, second, third)], [["0", "1"], ["2", "3"], ["4"]])
                self.assertEqual(_stories(self.turned(_link(third, "prev"))), ["2", "3"])
                self.assertEqual((_link(first, "prev"), _link(third, "next")), ("", ""))
                self.assertEqual(_link(self.turned(_link(second, "prev")), "prev"), "")

    def test_a_page_stays_where_it_is_when_a_story_comes_or_goes(self):
        older = _link(self.turned("/sections/harbour/"), "next")
        make.published_article(self.all, "Crossing 9", at=NOON, tags=["ferries"])

        self.assertEqual(_stories(self.turned(older)), ["2", "3"])

    def test_an_address_that_no_link_carries_is_not_found(self):
        for query in (
            "before=1",
            "after=x-1",
            "before=0-0",
            "before=99999999999999999-1&after=1-1",
            "after=99999999999999999-999999999999999999",
        ):
            with self.subTest(query=query):
                self.assertEqual(get(f"/sections/harbour/?{query}", NOON).status_code, 404)


def _link(html: str, direction: str) -> str:
    found = re.search(f'<a rel="{direction}" href="([^"]+)"', html)
    return found[1] if found else ""


def _stories(html: str) -> list[str]:
    return re.findall(r"<h2[^>]*>.*?Crossing ([0-9])", html, re.DOTALL)


class RightsInListsTests(Newsroom):
    def test_what_may_not_be_listed_is_on_no_list(self):
        version = make.source_terms_article(self.all)
        paths = ("/", "/sections/harbour/", "/authors/ivo-ballast/")
        for path in paths:
            self.assertIn("Dredging starts", read(path, NOON))
        record_profile(by=None, at=NOON + timedelta(minutes=1), carries_advertising=True)

        for path in paths:
            with self.subTest(path=path):
                html = read(path, NOON + timedelta(minutes=1))
                self.assertNotIn("Dredging starts", html)
                self.assertNotIn(version.path, html)

    def test_who_and_what_only_stands_on_withdrawn_stories_is_not_found(self):
        version = self.ferry()
        withdrawing.withdraw(version.article_id, Move.UNPUBLISH, by=self.all, at=NOON, reason="Check the figures.")

        for path in ("/authors/ada-quill/", "/tags/ferries/"):
            with self.subTest(path=path):
                self.assertEqual(get(path, NOON).status_code, 404)

    def test_lists_hold_no_text_of_an_article(self):
        second = make.user_with(Role.RIGHTS_DESK)
        make.fair_use_article(self.all, second)
        self.ferry()

        html = read("/", NOON)

        self.assertIn("How the report was written", html)
        self.assertNotIn("Secret canary sentence", html)
        self.assertNotIn("The ferry left at nine.", html)
