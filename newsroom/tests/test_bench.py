"""`manage.py bench_fill`: many articles of every kind, each its own, as the acts would have written them."""

import json
import shutil
import tempfile
from collections import Counter
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import SimpleTestCase, TestCase, override_settings

from articles import attribution, revisions
from articles.models import Article, PublishedVersion
from articles.vocabulary import State
from house.models import House
from newsroom.bench.recipe import Recipe, picking
from newsroom.bench.words import TOKENS, Text, mark, mark_of_number, words_for
from rights.models import Hold
from rights.vocabulary import Basis

COUNT = 132


@pytest.mark.prove  # the demonstration by the acts, twice
class BenchFillTests(TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = Path(tempfile.mkdtemp())
        cls.enterClassContext(override_settings(DATA=cls.folder, MEDIA_ROOT=cls.folder / "media"))
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        super().setUpClass()

    @classmethod
    def setUpTestData(cls):
        cls.said = StringIO()
        with cls.captureOnCommitCallbacks(execute=True):
            call_command("bench_fill", articles=COUNT, stdout=cls.said, stderr=StringIO())
        cls.articles = list(Article.objects.filter(slug__contains="-bench").select_related("work"))

    def test_it_ends_with_a_figure(self):
        self.assertRegex(self.said.getvalue().splitlines()[-1], rf"^{COUNT} articles added in [\d.]+ s, \d+ in all$")
        self.assertEqual(len(self.articles), COUNT)

    def test_each_article_has_words_ids_and_an_address_of_its_own(self):
        for name in ("headline", "body", "public_id", "path", "slug"):
            values = [getattr(article, name) for article in self.articles if getattr(article, name)]
            self.assertEqual([value for value, often in Counter(values).items() if often > 1], [], name)

    def test_every_basis_of_the_demonstration_is_there_and_holds_corrections_and_ends_are(self):
        states = Counter(article.state for article in self.articles)

        self.assertEqual({article.work.basis for article in self.articles}, set(Basis) - {Basis.UNKNOWN})
        self.assertLessEqual({State.PUBLISHED, State.SCHEDULED, State.DRAFT, State.KILLED}, set(states))
        self.assertGreater(Hold.objects.standing().count(), 1)
        self.assertGreater(PublishedVersion.objects.filter(correction__isnull=False, article__in=self.articles).count(), 1)

    def test_an_audit_finds_nothing_and_the_chain_holds(self):
        out = StringIO()
        call_command("audit_rights", "--json", stdout=out, stderr=StringIO())

        found = json.loads(out.getvalue())
        self.assertEqual(found["faults"], [])
        self.assertGreater(found["articles"], COUNT * 0.8)

    def test_a_copy_is_as_cleared_and_as_frozen_as_the_acts_would_have_it(self):
        for version in PublishedVersion.objects.usable().filter(superseded_from__isnull=True, article__in=self.articles):
            article = Article.objects.get(pk=version.article_id)
            with self.subTest(article.slug):
                self.assertEqual(revisions.content_hash(article), version.clearance.content_hash)
                frozen = attribution.freeze(article)
                self.assertEqual({name: version.frozen[name] for name in frozen}, frozen)

    def test_it_can_be_run_twice(self):
        call_command("bench_fill", articles=2, stdout=StringIO(), stderr=StringIO())

        self.assertEqual(Article.objects.filter(slug__contains="-bench").count(), COUNT + 2)


class RefusalTests(TestCase):
    def test_a_real_newsroom_is_not_filled_with_made_up_articles(self):
        with tempfile.TemporaryDirectory() as folder, override_settings(DATA=Path(folder)):
            House.objects.create(name="A real paper", holder="It", legal_form="association", territory="NL", time_zone="Europe/Amsterdam",
                                 languages=["en"], default_language="en", valid_from="2026-01-01T00:00:00Z")  # fmt: skip
            with self.assertRaisesMessage(CommandError, "This newsroom is no demonstration"):
                call_command("bench_fill", articles=5)

        self.assertEqual(Article.objects.count(), 0)

    def test_none_or_fewer_are_refused(self):
        for count in (0, -3):
            with self.subTest(count), self.assertRaisesMessage(CommandError, "at least 1"):
                call_command("bench_fill", articles=count)


class WordsTests(SimpleTestCase):
    def test_no_two_of_a_hundred_thousand_have_the_same_words(self):
        self.assertEqual(len({words_for(serial) for serial in range(100_000)}), 100_000)

    def test_words_are_as_long_as_the_tokens(self):
        self.assertEqual({len(word) for word in (*words_for(7), *TOKENS)}, {6})

    def test_a_text_keeps_everything_but_its_tokens(self):
        text = Text(f"A {TOKENS[0]}, and {TOKENS[1]} and {TOKENS[0]}.")

        self.assertEqual(text.filled(("Uno", "Due")), "A Uno, and Due and Uno.")

    def test_a_mark_gives_way_to_the_value_at_its_place_and_a_number_to_its_quotes_too(self):
        text = Text(json.dumps({"id": mark_of_number(2), "at": mark(3), "said": f"{TOKENS[1]} 100%"}))

        self.assertEqual(json.loads(text.filled(["Uno", "Due", "12", "noon"])), {"id": 12, "at": "noon", "said": "Due 100%"})

    def test_what_is_asked_for_twice_is_made_once_and_rests_on_what_was_given(self):
        recipe, calls = Recipe(given=1), []
        place = recipe.made("twice", lambda values: calls.append(1) or values[0] * 2)
        row = picking([recipe.constant("same"), recipe.made("twice", lambda values: "never"), 0])

        self.assertEqual([row(recipe.values([given])) for given in (1, 2)], [("same", 2, 1), ("same", 4, 2)])
        self.assertEqual((len(calls), picking([place])(recipe.values([5]))), (2, (10,)))
