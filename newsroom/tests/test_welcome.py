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
        self.data = Path(folder.name)

    def said(self, url: str = "http://127.0.0.1:8000") -> str:
        return welcome(url, self.data, Path("var/newsroom.log"))

    def demonstrate(self) -> None:
        (self.data / "demo.json").write_text(json.dumps(DEMO))
        (self.data / "desk.json").write_text(json.dumps({"role": "desk", "username": "desk", "password": "third-word"}))

    def test_it_names_the_desk_a_republished_page_and_a_community_feed(self):
        self.demonstrate()

        words = self.said("http://127.0.0.1:8001").split()

        self.assertEqual(
            [word for word in words if word.startswith("http://")],
            [
                "http://127.0.0.1:8001",
                "http://127.0.0.1:8001/admin/",
                "http://127.0.0.1:8001/2026/11/theirs/",
                "http://127.0.0.1:8001/partners/feeds/c/latest.rss",
            ],
        )

    def test_it_lists_every_account_and_first_the_one_that_holds_every_role(self):
        self.demonstrate()

        lines = [line.split(maxsplit=2) for line in self.said().splitlines()]

        first = lines.index(["desk", "third-word", "holds every role; start with this one"])
        self.assertEqual(lines[first + 1 : first + 3], [["ed", "first-word", "editor"], ["rita", "second-word", "rights_desk"]])

    def test_each_link_has_a_sentence_on_what_to_try(self):
        self.demonstrate()

        lines = self.said().splitlines()

        for link in ("Desk", "Page", "Feed"):
            place = next(number for number, line in enumerate(lines) if line.startswith(f"  {link}  http://"))
            self.assertRegex(lines[place + 1], r"^        \w.*\.$")

    def test_without_a_demonstration_it_says_how_to_make_a_newsroom_and_where_to_log_in(self):
        said = self.said()

        self.assertIn(".venv/bin/python manage.py setup_newsroom", said)
        self.assertIn("http://127.0.0.1:8000/admin/", said)
