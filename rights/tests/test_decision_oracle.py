"""The decision against a table typed by hand from rights.md, which imports nothing of ours."""

import ast
from pathlib import Path

from django.test import SimpleTestCase

from rights.decision import decide, decide_page
from rights.tests import oracle
from rights.tests.oracle_facts import ask, ask_page, case, disagreements, given, wanted
from rights.vocabulary import Reason, Verdict


class OracleTests(SimpleTestCase):
    def test_every_row_gets_the_answer_of_the_table(self):
        for row in oracle.ROWS:
            with self.subTest(row=row[:4]):
                self.assertEqual(given(ask(decide, row), row), wanted(row))

    def test_every_page_gets_the_answer_of_the_table(self):
        for row in oracle.PAGES:
            with self.subTest(row=row[:3]):
                self.assertEqual(ask_page(decide_page, row), row[3:])

    def test_a_disagreement_is_seen(self):
        always_yes = disagreements(lambda work, use, who, **rest: decide(case("own story").work, "read", who, **rest), decide_page)

        self.assertGreater(len(always_yes), 60)

    def test_the_table_is_long_and_says_everything_once(self):
        asked = [row[1:4] for row in oracle.ROWS]

        self.assertGreaterEqual(len(asked), 60)
        self.assertEqual(len(asked), len(set(asked)))

    def test_the_table_knows_every_verdict_and_every_reason_that_one_work_can_get(self):
        about_pages_or_output = {Reason.ASSET_BLOCKED, Reason.OBLIGATION_UNMET}

        self.assertEqual({row[4] for row in oracle.ROWS}, set(Verdict))
        self.assertEqual({row[5] for row in oracle.ROWS}, set(Reason) - about_pages_or_output)

    def test_the_table_imports_nothing(self):
        tree = ast.parse(Path(oracle.__file__).read_text())

        self.assertEqual([node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)], [])
