"""What a person reads when the newsroom has started."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

from django.test import SimpleTestCase

from deploy.welcome import welcome

DEMO = {
    "base_url": "http://127.0.0.1:8000",
    "accounts": [
        {"role": "editor", "username": "ed", "password": "first-word"},
        {"role": "rights_desk", "username": "rita", "password": "second-word"},
    ],
    "partners": [
        {"name": "Paper Co", "class": "commercial_site", "state": "active", "feed": "/partners/feeds/a/latest.rss"},
        {"name": "Old Dock", "class": "community_site", "state": "suspended", "feed": "/partners/feeds/b/latest.rss"},
        {"name": "Harbour Board", "class": "community_site", "state": "active", "feed": "/partners/feeds/c/latest.rss"},
    ],
    "articles": [
        {"id": 1, "slug": "own", "state": "published", "basis": "own_staff", "path": "/2026/11/own/", "admin_path": "/admin/1"},
        {"id": 2, "slug": "draft", "state": "draft", "basis": "source_terms", "path": "/2026/11/draft/", "admin_path": "/admin/2"},
        {"id": 3, "slug": "theirs", "state": "published", "basis": "source_terms", "path": "/2026/11/theirs/", "admin_path": "/admin/3"},
    ],
}


class WelcomeTests(SimpleTestCase):
    def setUp(self):
        folder = TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.file = Path(folder.name, "demo.json")

    def test_it_names_the_desk_a_republished_page_and_a_community_feed(self):
        self.file.write_text(json.dumps(DEMO))

        words = welcome("http://127.0.0.1:8001", self.file, Path("var/newsroom.log")).split()

        self.assertEqual(
            [word for word in words if word.startswith("http://")],
            [
                "http://127.0.0.1:8001",
                "http://127.0.0.1:8001/admin/",
                "http://127.0.0.1:8001/2026/11/theirs/",
                "http://127.0.0.1:8001/partners/feeds/c/latest.rss",
            ],
        )

    def test_it_lists_every_account_with_its_role(self):
        self.file.write_text(json.dumps(DEMO))

        lines = [line.split() for line in welcome("http://127.0.0.1:8000", self.file, Path("var/newsroom.log")).splitlines()]

        self.assertIn(["ed", "first-word", "editor"], lines)
        self.assertIn(["rita", "second-word", "rights_desk"], lines)

    def test_without_a_demonstration_it_says_how_to_make_a_newsroom(self):
        self.assertIn(".venv/bin/python manage.py setup_newsroom", welcome("http://127.0.0.1:8000", self.file, Path("var/newsroom.log")))
