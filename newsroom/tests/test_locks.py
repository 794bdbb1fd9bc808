"""What is installed: pinned, hashed, explained, and the same for tests as for readers."""

import re
from pathlib import Path

from django.test import SimpleTestCase

ROOT = Path(__file__).resolve().parents[2]


def pins(name: str) -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9_.-]+)(?:\[[^\]]*\])?==(\S+)", (ROOT / name).read_text(), re.MULTILINE | re.IGNORECASE))


def asked_for(name: str) -> list[str]:
    return [line for line in (ROOT / name).read_text().splitlines() if line and not line.startswith(("#", "-"))]


class LocksTests(SimpleTestCase):
    def test_tests_run_on_the_versions_that_readers_meet(self):
        differing = {
            name: version for name, version in pins("requirements.txt").items() if pins("requirements-dev.txt").get(name) != version
        }

        self.assertGreater(len(pins("requirements.txt")), 20)
        self.assertEqual(differing, {})

    def test_every_pin_has_its_hashes(self):
        for name in ("requirements.txt", "requirements-dev.txt"):
            entries = re.split(r"^(?=[a-z0-9])", (ROOT / name).read_text(), flags=re.MULTILINE)[1:]

            self.assertEqual([entry.split("\n")[0] for entry in entries if "--hash=sha256:" not in entry], [])

    def test_the_locks_name_no_place_to_fetch_from(self):
        for name in ("requirements.txt", "requirements-dev.txt"):
            self.assertNotRegex((ROOT / name).read_text(), r"://|index-url|find-links|/tmp/")

    def test_every_package_we_ask_for_says_why(self):
        self.assertEqual([line for line in asked_for("requirements.in") if "#" not in line], [])

    def test_the_users_own_four_stand_first(self):
        names = [re.match(r"[a-z-]+", line).group() for line in asked_for("requirements.in")]

        self.assertEqual(names[:4], ["django", "django-taggit", "pillow", "gunicorn"])
