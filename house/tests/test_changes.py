"""Whatever changes a row that answers rest on, and however, is told in the same transaction."""

import sqlite3
import tempfile
import threading
import time
from datetime import UTC, datetime

from django.db import connection, transaction
from django.test import SimpleTestCase, TestCase

from house import changes
from house.change_triggers import make_triggers
from house.changes import Watched
from house.models import Change, House
from house.watching import AT_ONCE_SECONDS, GOOD_FOR_SECONDS, PolledWatch, SqliteWatch

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


def house_row() -> House:
    return House.objects.create(
        name="Harbour Courier", legal_form="association", territory="NL", languages=["en"], valid_from=NOON, recorded_at=NOON
    )


def rename_by_hand(row: House) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE house_house SET name = 'Another Name' WHERE id = %s", [row.pk])


class TellingTests(TestCase):
    def setUp(self):
        self.before = changes.last()

    def told(self):
        return changes.since(self.before)

    def test_nothing_is_told_where_nothing_changed_and_it_costs_one_query(self):
        with self.assertNumQueries(1):
            self.assertEqual(self.told().rows, {})

    def test_a_row_made_by_the_orm_and_one_changed_by_hand_are_told(self):
        row = house_row()
        self.assertEqual(self.told().of("house"), {row.pk})

        self.before = changes.last()
        rename_by_hand(row)
        self.assertEqual(self.told().of("house"), {row.pk})

    def test_what_is_rolled_back_was_never_told(self):
        with self.assertRaises(ZeroDivisionError), transaction.atomic():
            house_row()
            raise ZeroDivisionError

        self.assertEqual(changes.last(), self.before)

    def test_more_changes_than_are_told_one_by_one_mean_that_all_may_have_changed(self):
        Change.objects.bulk_create(Change(kind="house", row_id=number) for number in range(changes.TOLD + 1))

        self.assertTrue(self.told().is_all)

    def test_a_database_put_back_from_yesterday_means_that_all_may_have_changed(self):
        self.assertTrue(changes.since(self.before + 10).is_all)

    def test_old_changes_are_forgotten_and_the_numbers_go_on(self):
        Change.objects.bulk_create(Change(kind="house", row_id=1) for _ in range(changes.KEPT + 5))
        last = changes.last()

        self.assertGreaterEqual(changes.forget_old(NOON), 5)
        self.assertEqual((changes.last(), Change.objects.count()), (last, changes.KEPT))

    def test_the_triggers_are_made_again_after_a_table_was_rebuilt(self):
        with connection.cursor() as cursor:
            cursor.execute("DROP TRIGGER tell_house_house_house_update")
        make_triggers()
        row = house_row()
        self.before = changes.last()
        rename_by_hand(row)

        self.assertEqual(self.told().of("house"), {row.pk})

    def test_one_table_is_told_in_one_way(self):
        with self.assertRaises(ValueError):
            changes.watch(Watched("house_house", "house", "another"))


class WatchTests(SimpleTestCase):
    """On connections of their own, as the server's event loop has one."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = f"{folder.name}/newsroom.sqlite3"
        self.writer = sqlite3.connect(self.path, isolation_level=None)
        self.addCleanup(self.writer.close)
        self.writer.execute("PRAGMA journal_mode=WAL")
        self.writer.execute("CREATE TABLE house_change (id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT, row_id INTEGER)")

    def test_the_file_itself_says_at_once_that_something_was_committed_and_not_before(self):
        watch = SqliteWatch(self.path)
        self.assertEqual(watch.number(), 0)

        self.writer.execute("BEGIN IMMEDIATE")
        self.writer.execute("INSERT INTO house_change (kind, row_id) VALUES ('house', 1)")
        time.sleep(AT_ONCE_SECONDS)
        self.assertEqual(watch.number(), 0)

        self.writer.execute("COMMIT")
        time.sleep(AT_ONCE_SECONDS)
        self.assertEqual(watch.number(), 1)

    def test_a_file_that_cannot_be_read_says_nothing(self):
        watch = SqliteWatch(self.path)
        watch.connection.close()

        self.assertIsNone(watch.number())

    def test_elsewhere_a_thread_asks_and_an_answer_that_grew_old_counts_for_nothing(self):
        stuck, answers = threading.Event(), iter([7])
        watch = PolledWatch(ask=lambda: next(answers, None) or stuck.wait())
        self.addCleanup(stuck.set)
        watch.number()
        while watch.seen is None:
            time.sleep(0.01)
        self.assertEqual(watch.number(), 7)

        time.sleep(GOOD_FOR_SECONDS)
        self.assertIsNone(watch.number())
