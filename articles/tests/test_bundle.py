"""The evidence of an article as one file: what is in it, that it is whole, and who may have it."""

import hashlib
import io
import json
import re
from zipfile import ZipFile

from django.test import TestCase

from articles import clearing, worksheets
from articles.tests import builders as desk
from articles.tests.builders import NOON
from articles.vocabulary import Role
from rights import ledger
from rights.models import LedgerEntry


class BundleTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        desk.house()
        cls.chief = desk.everyone()
        cls.judged = desk.fair_use_article(cls.chief, desk.everyone(), headline='How <b>the</b> "report" was written')
        clearing.place_hold(cls.judged.article_id, by=cls.chief, at=NOON, reason="A letter came.")

    def download(self, who=None):
        self.client.force_login(who or self.chief)
        return self.client.get(f"/admin/articles/article/{self.judged.article_id}/evidence/")

    def bundle(self):
        answer = self.download()
        self.assertEqual(answer.status_code, 200)
        return ZipFile(io.BytesIO(b"".join(answer.streaming_content)))

    def test_every_file_has_its_hash_in_the_manifest_and_a_safe_name(self):
        bundle = self.bundle()
        lines = [line.split("  ") for line in bundle.read("MANIFEST").decode().splitlines()]

        self.assertEqual({name for _digest, name in lines}, set(bundle.namelist()) - {"MANIFEST"})
        for digest, name in lines:
            with self.subTest(name):
                self.assertEqual(hashlib.sha256(bundle.read(name)).hexdigest(), digest)
                self.assertRegex(name, r"^(?:[a-z]+/)?[a-z0-9.-]+$")

    def test_every_part_is_there_as_json_and_on_the_page(self):
        bundle = self.bundle()
        page = bundle.read("index.html").decode()
        names = {name.removeprefix("json/").removesuffix(".json") for name in bundle.namelist() if name.startswith("json/")} - {"article"}

        self.assertLessEqual(
            {"versions", "works", "grants", "evidence", "clearances", "worksheets", "holds", "transitions", "events", "offers", "ledger"},
            names,
        )
        for name in names:
            self.assertIn(f'id="{name}"', page)
            json.loads(bundle.read(f"json/{name}.json"))

    def test_the_page_loads_nothing_but_its_style_and_runs_nothing(self):
        page = self.bundle().read("index.html").decode()

        self.assertNotIn("<script", page)
        self.assertEqual(re.findall(r'<link rel="stylesheet" href="([^"]+)"', page), ["bundle.css"])
        self.assertEqual([link for link in re.findall(r'(?:src|href)="([^"]+)"', page) if "//" in link], [])
        self.assertIn("How &lt;b&gt;the&lt;/b&gt; &quot;report&quot; was written", page)

    def test_the_ledger_can_be_checked_by_anyone(self):
        entries = json.loads(self.bundle().read("json/ledger.json"))
        *chain, head = entries

        self.assertEqual(head["hash"], ledger.head())
        for entry in chain:
            with self.subTest(entry["number"]):
                self.assertEqual(hashlib.sha256(entry["canonical"].encode()).hexdigest(), entry["hash"])
                self.assertIn(entry["next_previous_hash"], (entry["hash"], None))

    def test_the_kept_copies_are_there_as_they_were_kept(self):
        bundle = self.bundle()
        [row] = json.loads(bundle.read("json/evidence.json"))
        [name] = [name for name in bundle.namelist() if name.startswith("evidence/")]

        self.assertEqual(hashlib.sha256(bundle.read(name)).hexdigest(), row["sha256"])

    def test_the_rights_desk_and_the_chief_may_have_it_and_nobody_else(self):
        for role in Role:
            with self.subTest(role):
                expected = 200 if role in (Role.RIGHTS_DESK, Role.CHIEF) else 403 if role == Role.EDITOR else 404
                self.assertEqual(self.download(desk.user_with(role)).status_code, expected)

    def test_it_changes_nothing(self):
        before = LedgerEntry.objects.count(), worksheets.questions(self.judged.article.worksheets.get())
        self.bundle()

        self.assertEqual((LedgerEntry.objects.count(), worksheets.questions(self.judged.article.worksheets.get())), before)

    def test_an_article_of_which_nothing_is_recorded_yet_has_a_bundle_too(self):
        draft = desk.own_article(self.chief)
        answer = self.client.get(f"/admin/articles/article/{draft.pk}/evidence/") if self.client.force_login(self.chief) is None else None

        bundle = ZipFile(io.BytesIO(b"".join(answer.streaming_content)))
        self.assertIn("Nothing was ever public.", bundle.read("index.html").decode())
