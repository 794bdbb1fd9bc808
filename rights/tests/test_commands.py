"""`manage.py exits` and `manage.py verify_ledger`: what they print where, and when they fail."""

import json
from datetime import UTC, datetime
from io import StringIO

from django.core.management import CommandError, call_command
from django.test import TestCase

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
        for act in ("cleared", "publish", "unpublish"):
            last = ledger.append(None, act, by=None, role="chief", at=NOON)
        self.head = last.hash

    def test_it_prints_the_head_and_how_many_entries_are_sound(self):
        self.assertEqual(run("verify_ledger")[0], f"head {self.head}\n3 entries, 0 faults\n")

    def test_a_head_noted_earlier_is_found_again(self):
        ledger.append(None, "cleared", by=None, role="chief", at=NOON)

        self.assertIn("4 entries, 0 faults", run("verify_ledger", "--head", self.head)[0])

    def test_it_fails_where_the_noted_head_is_gone(self):
        with self.assertRaisesMessage(CommandError, "The ledger was altered."):
            run("verify_ledger", "--head", "0" * 64)
