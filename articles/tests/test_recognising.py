"""What of ours something is: by id, address and text, and what became of it."""

from datetime import timedelta
from importlib import import_module
from io import StringIO

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.test import TestCase

from articles import drafting, fingerprinting, publishing, withdrawing
from articles.models import Article, Fingerprint, OldAddress
from articles.overlap.fingerprints import kept_of
from articles.recognising import Incoming, Sign, at_address, recognise
from articles.tests import builders as make
from articles.tests.test_fingerprints import reworded, shuffled, story
from articles.vocabulary import CorrectionKind, Move, State

LATER = make.NOON + timedelta(days=2)


def html(text: str) -> str:
    return f"<p>{text}</p>"


class RecognisingCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.desk = make.everyone()
        make.house()
        cls.live = make.published_article(cls.desk, "The ferry runs again", body=html(story(1)))
        make.published_article(cls.desk, "Another story", body=html(story(2)))

    def address(self, version) -> str:
        return f"{settings.SITE_URL}/{version.path}/"


class TextTests(RecognisingCase):
    def test_our_story_is_recognised_by_its_text_with_its_version_and_how_much_of_it(self):
        (found,) = recognise(Incoming(text=reworded(shuffled(story(1), 3), 4)))

        self.assertEqual((found.article, found.version, found.signs), (self.live.article, 1, {Sign.TEXT}))
        self.assertGreater(found.sameness.share_of_known, 0.5)
        self.assertEqual((found.is_own, found.is_withdrawn, found.withdrawn_at), (True, False, None))

    def test_an_unrelated_story_is_nothing_of_ours(self):
        self.assertEqual(recognise(Incoming(text=story(77))), [])

    def test_a_copy_of_what_stood_before_a_correction_is_known_as_that_version(self):
        article = self.live.article
        drafting.save(article.pk, {"body": html(story(8))}, edit_number=article.edit_number, by=self.desk, at=LATER)
        article.refresh_from_db()
        drafting.after_save(article, by=self.desk, at=LATER)
        make.clearing.clear(article.pk, by=self.desk, at=LATER)
        publishing.correct(article.pk, by=self.desk, at=LATER, kind=CorrectionKind.CORRECTION, note="All of it was wrong.")

        self.assertEqual([found.version for found in recognise(Incoming(text=story(1)))], [1])
        self.assertEqual([found.version for found in recognise(Incoming(text=story(8)))], [2])

    def test_a_withdrawn_story_is_recognised_with_the_day_of_its_end(self):
        withdrawing.withdraw(self.live.article_id, Move.KILL, by=self.desk, at=LATER, reason="It was wrong.")

        (found,) = recognise(Incoming(text=story(1)))

        self.assertEqual((found.article.state, found.is_withdrawn, found.withdrawn_at), (State.KILLED, True, LATER))

    def test_what_is_scheduled_is_known_before_its_time(self):
        article = make.own_article(self.desk, "To come", body=html(story(5)))
        make.clearing.clear(article.pk, by=self.desk, at=make.NOON)
        publishing.schedule(article.pk, by=self.desk, at=make.NOON, visible_from=LATER)

        self.assertEqual([found.article for found in recognise(Incoming(text=story(5)))], [article])


class NameTests(RecognisingCase):
    def test_one_id_makes_it_that_story(self):
        for incoming in (Incoming(ids=frozenset({self.live.article.public_id})), Incoming(raw=f"<guid>{self.live.article.urn}</guid>")):
            (found,) = recognise(incoming)
            self.assertEqual((found.article, found.signs, found.is_by_name), (self.live.article, {Sign.ID}, True))

    def test_a_page_that_lists_our_ids_is_none_of_those_stories(self):
        raw = " ".join(article.urn for article in Article.objects.all())

        self.assertEqual([found.signs for found in recognise(Incoming(raw=raw))], [{Sign.LINK}, {Sign.LINK}])

    def test_its_own_address_what_it_names_as_original_and_a_mere_link_are_told_apart(self):
        address = self.address(self.live)
        rows = ((Incoming(addresses=(address,)), Sign.ADDRESS), (Incoming(said=address), Sign.SAID), (Incoming(raw=address), Sign.LINK))
        for incoming, sign in rows:
            with self.subTest(sign):
                (found,) = recognise(incoming)
                self.assertEqual((found.article, found.signs), (self.live.article, {sign}))

    def test_an_old_address_leads_to_the_story_too(self):
        OldAddress.objects.create(path="2020/01/once", article=self.live.article)

        found = at_address(f"{settings.SITE_URL}/2020/01/once/?from=feed")

        self.assertEqual(found and found.article, self.live.article)

    def test_unknown_ids_and_addresses_are_nothing(self):
        other = "urn:uuid:00000000-0000-4000-8000-000000000000"

        self.assertEqual(recognise(Incoming(raw=f"{other} {settings.SITE_URL}/2020/01/never/", addresses=("", "::", "http://["))), [])
        self.assertIsNone(at_address("https://other.example/2020/01/once/"))


class CostTests(RecognisingCase):
    def asked(self) -> Incoming:
        return Incoming(text=story(1), addresses=(self.address(self.live),), raw=self.live.article.urn)

    def test_the_queries_do_not_grow_with_what_is_found(self):
        with self.assertNumQueries(6):
            self.assertEqual(len(recognise(self.asked())), 1)
        for number in range(3):
            make.published_article(self.desk, f"Once more {number}", body=html(f"{story(1)} {story(20 + number)}"))

        with self.assertNumQueries(6):
            self.assertEqual(len(recognise(self.asked())), 4)

    def test_what_says_nothing_of_us_costs_one_query(self):
        with self.assertNumQueries(1):
            recognise(Incoming(text=story(77), raw="no id, no link"))

    def test_a_turn_of_phrase_that_many_share_is_kept_for_the_first_of_them_only(self):
        articles = [make.own_article(self.desk, f"Weather {number}", body=html(story(9, 2))) for number in range(fingerprinting.COMMON + 5)]
        for article in articles:
            fingerprinting.keep(article)

        values = Fingerprint.objects.filter(article=articles[0]).values_list("value", flat=True)
        self.assertEqual({Fingerprint.objects.filter(value=value).count() for value in values}, {fingerprinting.COMMON})


class FillTests(RecognisingCase):
    def test_what_is_missing_is_kept_once_however_often_it_runs(self):
        taken = make.taken_article(self.desk, body=html(story(6)))
        Fingerprint.objects.all().delete()

        hashes = sum(len(kept_of(story(seed))) for seed in (1, 2, 6))
        lines = [self.run_command() for _ in range(2)]

        self.assertEqual(lines, [f"3 texts looked at, {hashes} hashes added", "3 texts looked at, 0 hashes added"])
        self.assertEqual([found.article for found in recognise(Incoming(text=story(6)))], [taken])

    def test_the_migration_keeps_what_the_act_kept(self):
        before = self.rows()
        Fingerprint.objects.all().delete()

        import_module("articles.migrations.0006_fingerprints_of_what_is_there").fill(apps, None)

        self.assertGreater(len(before), 30)
        self.assertEqual(self.rows(), before)

    def rows(self) -> set[tuple[int, int, int | None]]:
        return set(Fingerprint.objects.values_list("value", "article", "version"))

    def run_command(self) -> str:
        out = StringIO()
        call_command("fill_fingerprints", stdout=out)
        return out.getvalue().strip()
