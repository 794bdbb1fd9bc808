"""Two ways to the same tables: the migrations one by one, as older newsrooms ran them, and the squashed ones of a new newsroom."""

from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState
from django.test import SimpleTestCase, TestCase


def state_after(migrations):
    """The tables that these make, each as the last of them leaves it."""
    state = ProjectState()
    for migration in migrations:
        state = migration.mutate_state(state, preserve=False)
    return state.models


class SquashedTests(SimpleTestCase):
    def test_a_squashed_migration_makes_what_those_make_that_it_replaces(self):
        known = MigrationLoader(None).disk_migrations
        squashed = [migration for migration in known.values() if migration.replaces]

        self.assertGreaterEqual(len(squashed), 3)
        for migration in squashed:
            with self.subTest(str(migration)):
                self.assertEqual(state_after([migration]), state_after([known[name] for name in migration.replaces]))


class UpgradeTests(TestCase):
    def test_a_newsroom_that_ran_them_one_by_one_has_nothing_to_do(self):
        squashed = [migration for migration in MigrationLoader(connection).disk_migrations.values() if migration.replaces]
        recorder = MigrationExecutor(connection).recorder
        for migration in squashed:
            recorder.record_unapplied(migration.app_label, migration.name)
            for app, name in migration.replaces:
                recorder.record_applied(app, name)

        executor = MigrationExecutor(connection)

        self.assertGreaterEqual(len(squashed), 3)
        self.assertEqual(executor.migration_plan(executor.loader.graph.leaf_nodes()), [])
