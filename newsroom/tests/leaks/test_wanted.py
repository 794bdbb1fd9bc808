"""The leak test's second opinion says what the oracle's table says, row by row."""

import ast
from pathlib import Path
from typing import Any

from django.test import SimpleTestCase

from newsroom.tests.leaks import wanted
from rights.tests import oracle, oracle_facts

ASKED = {"read", "list", "syndicate", "republish", "excerpt", "index", "email", "media_rendition"}
#: Conditions that no exit of the leak test meets: they are the decision's own tests' to show.
BEYOND = ("unaltered", "no_systematic", "no_resale", "no_ads_adjacent", "fee", "max_uses")


def plain(words: str) -> tuple[wanted.Work, wanted.Party, dict[str, str]] | None:
    """The facts of a row in the second opinion's own shapes; None where it speaks of what that does not know."""
    facts = oracle_facts.case(words)
    if getattr(facts.work, "prohibitions", ()) or any(getattr(grant, name, None) for grant in facts.work.grants for name in BEYOND):
        return None
    if getattr(facts.house, "coming", ()) or getattr(facts.context, "is_systematic", False):
        return None
    work = _taken(wanted.Work, facts.work)
    work.grants = [_taken(wanted.Grant, grant) for grant in facts.work.grants]
    work.holds = [(hold.placed_at, hold.lifted_at) for hold in facts.work.holds]
    work.appeared_at = getattr(facts.work, "original_published_at", None) or getattr(facts.work, "first_published_at", None)
    where = {"territory": facts.context.territory, "channel": str(facts.context.channel)}
    return work, _taken(wanted.Party, facts.house), where


def _taken(shape: type, row: Any) -> Any:
    given = {name: _word(getattr(row, name)) for name in shape.__dataclass_fields__ if hasattr(row, name)}
    return shape(**given)


def _word(value: Any) -> Any:
    if isinstance(value, frozenset):
        return {str(one) for one in value}
    return str(value) if isinstance(value, str) else value


class SecondOpinionTests(SimpleTestCase):
    def test_it_imports_nothing_from_the_code_that_it_judges(self):
        tree = ast.parse(Path(wanted.__file__).read_text())
        imported = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}

        self.assertEqual(imported, {"dataclasses", "datetime"})

    def test_it_answers_as_the_oracle_s_table(self):
        wrong, asked = [], 0
        for _where, words, use, to, verdict, reason, *_more in oracle.ROWS:
            facts = plain(words) if use in ASKED else None
            if facts is None:
                continue
            work, house, where = facts
            party = _taken(wanted.Party, oracle_facts.RECIPIENTS[to])
            party.territory, party.channel = where["territory"], where["channel"]
            found = wanted.answer(work, use, party, house, oracle_facts.NOON)
            asked += 1
            if (found.verdict, found.reason) != (verdict, reason):
                wrong.append((words, use, to, (found.verdict, found.reason), (verdict, reason)))

        self.assertEqual(wrong, [])
        self.assertGreater(asked, 120)
