"""Two ways to the same tables: the migrations one by one, as older newsrooms ran them, and the squashed ones of a new newsroom."""

from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.test import SimpleTestCase, TestCase


class SquashedTests(SimpleTestCase):
    def test_squashed_migrations_end_where_those_that_they_replace_end(self):
        one_by_one = MigrationLoader(None, replace_migrations=False)
        squashed = MigrationLoader(None)

        self.assertIn(("rights", "0001_works_and_grants"), one_by_one.graph.nodes)
        self.assertNotIn(("rights", "0001_works_and_grants"), squashed.graph.nodes)
        self.assertEqual(squashed.project_state().models, one_by_one.project_state().models)


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
