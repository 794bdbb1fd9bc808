"""The settings as a process finds them: from nothing, for production, and two at once."""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest import skipUnless

from django.db import connection
from django.test import SimpleTestCase, TestCase

from newsroom.keys import stored_secret
from newsroom.tests.server import ROOT, clean_environment

ASK = """
import json
from newsroom import settings as s
from pathlib import Path
print(json.dumps({n: getattr(s, n) for n in dir(s) if n.isupper()}, default=str))
"""


def settings(data: Path, **environment: str) -> dict:
    command = [sys.executable, "-c", ASK]
    return json.loads(subprocess.run(command, cwd=ROOT, env=clean_environment(data) | environment, capture_output=True, check=True).stdout)


class SettingsTests(SimpleTestCase):
    def setUp(self):
        folder = TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.data = Path(folder.name, "var")

    def test_a_name_that_is_set_to_nothing_is_not_set(self):
        found = settings(self.data, PORT="", NEWSROOM_URL="")

        self.assertEqual((found["PORT"], found["SITE_URL"]), (8000, "http://127.0.0.1:8000"))

    def test_without_any_environment_it_is_one_machine_on_the_loopback(self):
        found = settings(self.data)

        self.assertEqual(found["SITE_URL"], "http://127.0.0.1:8000")
        self.assertEqual(found["ALLOWED_HOSTS"], ["127.0.0.1", "[::1]", "localhost"])
        self.assertEqual((found["DEBUG"], found["SESSION_COOKIE_SECURE"]), (False, False))
        self.assertEqual(found["DATABASES"]["default"]["NAME"], str(self.data / "newsroom.sqlite3"))
        self.assertEqual(found["DATABASES"]["default"]["OPTIONS"]["transaction_mode"], "IMMEDIATE")

    def test_an_https_address_turns_everything_secure_on(self):
        found = settings(self.data, NEWSROOM_URL="https://news.example/")

        self.assertEqual(found["SITE_URL"], "https://news.example")
        self.assertIn("news.example", found["ALLOWED_HOSTS"])
        names = ("SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_SSL_REDIRECT", "MFA_PASSKEY_LOGIN_ENABLED")
        self.assertEqual([found[name] for name in names], [True, True, True, True])

    def test_a_database_elsewhere_is_named_by_its_address(self):
        found = settings(self.data, DATABASE_URL="postgres://desk:word@db.example/newsroom")

        self.assertEqual(found["DATABASES"]["default"]["ENGINE"], "django.db.backends.postgresql")
        self.assertNotIn("transaction_mode", found["DATABASES"]["default"].get("OPTIONS", {}))

    def test_pictures_have_no_address_of_their_own(self):
        self.assertNotIn("MEDIA_URL", settings(self.data))

    def test_the_secret_is_made_once_even_by_many_at_once_and_kept_to_its_owner(self):
        path = self.data / "secret.key"

        with ThreadPoolExecutor(16) as pool:
            secrets = set(pool.map(lambda _: stored_secret(path), range(64)))

        self.assertEqual(len(secrets), 1)
        self.assertGreater(len(secrets.pop()), 60)
        self.assertEqual((path.stat().st_mode & 0o777, self.data.stat().st_mode & 0o777), (0o600, 0o700))
        self.assertEqual(os.listdir(self.data), ["secret.key"])


@skipUnless(connection.vendor == "sqlite", "SQLite's own settings")
class SqliteTests(TestCase):
    def test_what_was_acknowledged_is_on_disk_and_writers_wait_their_turn(self):
        found = {}
        with connection.cursor() as cursor:
            for name in ("journal_mode", "synchronous", "busy_timeout", "mmap_size"):
                cursor.execute(f"PRAGMA {name}")
                found[name] = cursor.fetchone()[0]

        self.assertEqual(found, {"journal_mode": "wal", "synchronous": 2, "busy_timeout": 20_000, "mmap_size": 0})
