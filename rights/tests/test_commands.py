"""`manage.py exits` and `manage.py verify_ledger`: what they print where, and when they fail."""

import json
import tempfile
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

from django.conf import settings
from django.core.management import CommandError, call_command
from django.test import TestCase, override_settings

from rights import ledger
from rights.vocabulary import Use

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


def run(*arguments):
    """What a command printed on standard output and on standard error."""
    out, err = StringIO(), StringIO()
    call_command(*arguments, stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


class ExitsTests(TestCase):
    def test_with_json_each_exit_names_its_use_recipients_and_test_and_nothing_else_is_printed(self):
        out, err = run("exits", "--json")

        rows = json.loads(out)
        self.assertEqual({tuple(row) for row in rows}, {("exit", "use", "recipients", "test")})
        self.assertLessEqual({row["use"] for row in rows}, set(Use))
        self.assertLessEqual({"page", "lists", "picture", "partner feed"}, {row["exit"] for row in rows})
        self.assertEqual(err, f"{len(rows)} exits\n")

    def test_without_it_each_has_a_line_and_the_figure_comes_last(self):
        lines = run("exits")[0].splitlines()

        self.assertEqual(lines[-1], f"{len(lines) - 1} exits")


class VerifyLedgerTests(TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        own = override_settings(DATA=Path(folder.name))
        own.enable()
        self.addCleanup(own.disable)
        for act in ("cleared", "publish", "unpublish"):
            self.head = self.append(act)

    def append(self, act="cleared"):
        with self.captureOnCommitCallbacks(execute=True):
            return ledger.append(None, act, by=None, role="chief", at=NOON).hash

    def test_it_prints_the_head_and_how_many_entries_are_sound(self):
        self.assertEqual(run("verify_ledger")[0], f"head {self.head}\n3 entries, 3 noted outside, 0 faults\n")

    def test_a_head_noted_earlier_is_found_again(self):
        self.append()

        self.assertIn("4 entries, 4 noted outside, 0 faults", run("verify_ledger", "--head", self.head)[0])

    def test_it_fails_where_the_noted_head_is_gone(self):
        with self.assertRaisesMessage(CommandError, "The ledger was altered"):
            run("verify_ledger", "--head", "0" * 64)

    def test_it_fails_where_the_file_of_heads_is_gone_until_another_is_begun(self):
        (settings.DATA / "ledger.head").unlink()
        with self.assertRaisesMessage(CommandError, "what vouches for it"):
            run("verify_ledger")

        self.assertIn("3 entries, 1 noted outside, 0 faults", run("verify_ledger", "--keep-head")[0])

    def test_a_file_of_heads_is_never_begun_over_one_that_is_there(self):
        with self.assertRaisesMessage(CommandError, "is there already"):
            run("verify_ledger", "--keep-head")
