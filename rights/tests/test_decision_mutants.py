"""Every listed lie in the source of the decision is caught by the oracle's table."""

import sys
from pathlib import Path
from types import ModuleType
from unittest.mock import patch

from django.test import SimpleTestCase

from rights import decision
from rights.tests.mutants import MUTANTS
from rights.tests.oracle_facts import disagreements

#: In the order in which they import each other. `rights.facts` and the vocabulary stay: the table's facts are made of them.
MODULES = ["question", "offers", "strings", "conditions", "answers", "decision"]


def decision_with(name: str = "", old: str = "", new: str = "") -> ModuleType:
    """A second `rights.decision` beside the real one, with one place of one module rewritten."""
    loaded: dict[str, ModuleType] = {}
    with patch.dict(sys.modules):
        for short in MODULES:
            full = f"rights.{short}"
            source = Path(decision.__file__).with_name(f"{short}.py").read_text()
            module = sys.modules[full] = loaded[short] = ModuleType(full)
            module.__package__ = "rights"
            exec(compile(source.replace(old, new) if short == name else source, f"<{short}>", "exec"), module.__dict__)
    return loaded["decision"]


class MutantTests(SimpleTestCase):
    def test_an_honest_copy_agrees_with_the_table(self):
        copy = decision_with()

        self.assertIsNot(copy.decide, decision.decide)
        self.assertEqual(disagreements(copy.decide, copy.decide_page), [])

    def test_each_mutant_stands_in_exactly_one_place(self):
        for name, old, new in MUTANTS:
            with self.subTest(module=name, old=old):
                source = Path(decision.__file__).with_name(f"{name}.py").read_text()
                self.assertEqual(source.count(old), 1)
                self.assertNotEqual(old, new)

    def test_every_mutant_dies(self):
        for name, old, new in MUTANTS:
            with self.subTest(module=name, old=old, new=new):
                mutant = decision_with(name, old, new)
                self.assertNotEqual(disagreements(mutant.decide, mutant.decide_page), [], "The table did not notice.")

    def test_there_are_at_least_twenty_in_the_decision_itself(self):
        self.assertGreaterEqual(len({mutant for mutant in MUTANTS if mutant[0] == "decision"}), 20)
