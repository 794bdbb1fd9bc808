"""The desk's first page and its lists: what they show, and that they cost the same for one row and for many."""

from django.db import connection
from django.test import SimpleTestCase
from django.test.utils import CaptureQueriesContext

from articles import addresses, desk_cards, moving
from articles.desk_cards import Card
from articles.tests import builders
from articles.tests.desk_form import says
from articles.tests.test_desk_roles import LIST, DeskTestCase
from articles.vocabulary import Move

INDEX_QUERIES = 16
LIST_QUERIES = 11


class FirstPageTests(DeskTestCase):
    def cards(self, user):
        return {filled.card.name: [line.text for line in filled.lines] for filled in self.enter(user).get("/admin/").context["cards"]}

    def test_an_empty_desk_says_what_to_try(self):
        page = self.enter(self.editor).get("/admin/")

        self.assertIn("Try it: paste this page", says(page))
        self.assertContains(page, 'href="/admin/republish/?example"')

    def test_each_list_holds_what_it_says(self):
        builders.own_article(self.editor, "Mine")
        waiting = builders.own_article(self.editor, "Waiting")
        live = builders.published_article(self.everyone, "Live").article
        waiting.state = "rights"
        waiting.save()

        cards = self.cards(self.editor)

        self.assertEqual((set(cards["mine"]), cards["rights"], cards["live"]), ({"Mine", "Waiting"}, ["Waiting"], [live.headline]))
        self.assertNotIn("Try it", says(self.client.get("/admin/")))

    def test_a_worksheet_waits_at_the_rights_desk_for_its_second_reader(self):
        article = builders.taken_article(self.editor)
        self.enter(self.editor).post(f"{LIST}{article.pk}/worksheet/", builders.typed_sheet())

        self.assertEqual(self.cards(self.desk)["rights"], [article.headline])

    def test_a_contributor_has_only_lists_of_their_own(self):
        builders.own_article(self.editor, "Theirs").credits.all().delete()
        builders.own_article(self.contributor, "Mine")

        self.assertEqual(self.cards(self.contributor), {"mine": ["Mine"], "live": []})

    def test_it_costs_the_same_for_one_article_and_for_many(self):
        builders.own_article(self.everyone, "One")
        self.enter(self.everyone).get("/admin/")

        with self.assertNumQueries(INDEX_QUERIES):
            self.client.get("/admin/")
        for number in range(3):
            builders.published_article(self.everyone, f"Live {number}")
            builders.own_article(self.everyone, f"Own {number}")
        with self.assertNumQueries(INDEX_QUERIES):
            self.client.get("/admin/")


class ListTests(DeskTestCase):
    def headlines(self, query=""):
        return {row.headline for row in self.client.get(f"{LIST}{query}").context["cl"].result_list}

    def test_it_is_searched_by_headline_and_slugline_and_narrowed_by_state_basis_and_language(self):
        builders.own_article(self.editor, "The ferry runs again", language="fr")
        taken = builders.taken_article(self.editor, "Dredging starts")
        taken.slugline = "harbour-depth"
        taken.state = "rights"
        taken.save()
        self.enter(self.editor)

        self.assertEqual(self.headlines("?q=ferry"), {"The ferry runs again"})
        self.assertEqual(self.headlines("?q=harbour-depth"), {"Dredging starts"})
        self.assertEqual(self.headlines("?state=rights"), {"Dredging starts"})
        self.assertEqual(self.headlines("?basis=own_staff"), {"The ferry runs again"})
        self.assertEqual(self.headlines("?language=fr"), {"The ferry runs again"})

    def test_a_row_shows_state_byline_and_basis(self):
        builders.taken_article(self.editor, "Dredging starts")

        words = says(self.enter(self.editor).get(LIST))

        self.assertIn("Dredging startsDraftHarbourIvo BallastNo basis yet", words)

    def test_it_costs_the_same_for_one_article_and_for_three(self):
        builders.own_article(self.editor, "One")
        self.enter(self.editor).get(LIST)

        with self.assertNumQueries(LIST_QUERIES):
            self.client.get(LIST)
        builders.taken_article(self.editor, "Two")
        builders.published_article(self.everyone, "Three")
        with self.assertNumQueries(LIST_QUERIES):
            self.client.get(LIST)


class PageTests(DeskTestCase):
    def test_an_articles_page_costs_the_same_with_one_credit_picture_and_move_and_with_many(self):
        article = builders.own_article(self.editor)
        page = addresses.desk_article(article.pk)
        self.enter(self.everyone).get(page)
        self.dress(article, 1)
        with CaptureQueriesContext(connection) as once:
            self.client.get(page)

        self.dress(article, 3)
        with CaptureQueriesContext(connection) as thrice:
            self.client.get(page)

        self.assertEqual(len(thrice), len(once))

    def dress(self, article, count):
        for number in range(count):
            article.credits.create(author=builders.author(f"Name {count} {number}"))
            article.placements.create(asset=builders.picture(self.editor, f"Picture {count} {number}"))
            for step in (Move.SUBMIT, Move.SEND_BACK):
                moving.move(article.pk, step, by=self.editor, at=builders.NOON)


class CardTests(SimpleTestCase):
    def setUp(self):
        self.before = dict(desk_cards._cards)

    def tearDown(self):
        desk_cards._cards.clear()
        desk_cards._cards.update(self.before)

    def test_an_upper_room_adds_a_card_in_its_place_and_leaves_it_out_for_some(self):
        for name, rank, lines in (
            ("last", 900, lambda user, at: []),
            ("first", 1, lambda user, at: []),
            ("none", 2, lambda user, at: None),
        ):
            desk_cards.register(Card(name, name, "", lines, rank=rank))
        for card in self.before:
            del desk_cards._cards[card]

        self.assertEqual([filled.card.name for filled in desk_cards.filled(None, builders.NOON)], ["first", "last"])

    def test_two_cards_of_one_name_are_a_fault(self):
        desk_cards.register(Card("new", "New", "", lambda user, at: []))

        with self.assertRaises(ValueError):
            desk_cards.register(Card("new", "Another", "", lambda user, at: []))
