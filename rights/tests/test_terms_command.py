"""`manage.py read_terms`: what it prints where, and how it refuses."""

import json
import subprocess
import sys
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings
from django.core.management import CommandError, call_command
from django.test import SimpleTestCase

from rights.terms import RULES
from rights.tests.like_the_seed import PAGE


class ReadTermsCommandTests(SimpleTestCase):
    def setUp(self):
        folder = TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def file(self, content: bytes, name: str = "page.txt") -> str:
        path = self.folder / name
        path.write_bytes(content)
        return str(path)

    def run_command(self, *arguments: str) -> tuple[str, str]:
        out, err = StringIO(), StringIO()
        call_command("read_terms", *arguments, stdout=out, stderr=err)
        return out.getvalue(), err.getvalue()

    def refused(self, *arguments: str) -> str:
        with self.assertRaises(CommandError) as caught:
            self.run_command(*arguments)
        return str(caught.exception)

    def test_json_alone_stands_on_standard_output_and_the_figure_on_standard_error(self):
        out, err = self.run_command(self.file(PAGE.encode()), "--json")

        read = json.loads(out)
        self.assertEqual(err, "7 proposals\n")
        self.assertEqual(
            [proposal["kind"] for proposal in read["proposals"]],
            ["responsibility", "permission", "condition", "contact", "fair_use", "condition", "press"],
        )
        self.assertEqual(read["proposals"][1]["codes"]["grantee_class"], "community_site")
        self.assertEqual([PAGE[p["start"] : p["end"]] for p in read["proposals"]], [p["quote"] for p in read["proposals"]])

    def test_no_at_sign_is_printed_that_the_text_has_not(self):
        self.assertNotIn("@", self.run_command(self.file(PAGE.encode()), "--json")[0])
        self.assertEqual(self.run_command(self.file(b"For reprints, contact desk@quay.example."), "--json")[0].count("@"), 2)

    def test_without_json_each_proposal_is_printed_with_its_words_and_codes(self):
        out, _ = self.run_command(self.file(b"All rights reserved."))

        self.assertEqual(out, "prohibition (all-rights-reserved): “All rights reserved.”\n    verdict: deny\n1 proposal\n")

    def test_a_language_that_is_not_read_is_said(self):
        out, _ = self.run_command(self.file(b"Onze artikelen mogen worden overgenomen met vermelding van de bron en een link."))

        self.assertIn("a language that is not read (nl)", out)

    def test_the_rules_can_be_listed(self):
        out, _ = self.run_command("--rules")
        listed = json.loads(self.run_command("--rules", "--json")[0])

        self.assertIn("press-contact (press): Whom journalists ask. It gives no right.", out)
        self.assertEqual([rule["id"] for rule in listed], [rule.id for rule in RULES])

    def test_what_can_not_be_read_is_refused_in_a_sentence(self):
        for arguments, words in (
            ([], "No file is given."),
            ([str(self.folder / "missing.txt")], "can't be read: No such file or directory."),
            ([str(self.folder)], "can't be read: Is a directory."),
            ([self.file(b"\x00\x01\x02binary", "binary")], "is not a text."),
            ([self.file(b"x" * 1_000_001, "large")], "is larger than 1 MB."),
            (["bad\x00name"], "can't be read"),
        ):
            with self.subTest(words=words):
                self.assertIn(words, self.refused(*arguments))

    def test_text_in_an_old_encoding_and_with_broken_characters_is_read(self):
        self.assertIn("1 proposal", self.run_command(self.file("© 2020 Café Quay".encode("latin-1")))[0])
        self.assertIn("1 proposal", self.run_command(self.file(b"All rights reserved.\xed\xa0\x80"))[0])

    def test_it_runs_from_the_shell_with_standard_input_and_ends_with_an_error_where_it_must(self):
        command = [sys.executable, "manage.py", "read_terms"]
        read = subprocess.run(
            [*command, "-", "--json"], input=PAGE.encode(), capture_output=True, cwd=settings.BASE_DIR, timeout=60, check=True
        )
        missing = subprocess.run([*command, "nothing.here"], capture_output=True, cwd=settings.BASE_DIR, timeout=60, check=False)

        self.assertEqual(len(json.loads(read.stdout)["proposals"]), 7)
        self.assertEqual((missing.returncode, missing.stdout), (1, b""))
        self.assertIn(b"can't be read", missing.stderr)
