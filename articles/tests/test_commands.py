"""The desk's commands: `withdraw`, `publish_due`, `measure_overlap`, `list_roles`. Each can be run twice."""

import json
from datetime import timedelta
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings
from django.core.management import CommandError, call_command
from django.test import SimpleTestCase, TestCase
from django.utils import timezone

from articles import clearing, publishing
from articles.models import Event, Transition
from articles.tests import builders as make
from articles.vocabulary import EventKind, Role, State


def run(*arguments):
    """What a command printed on standard output and on standard error."""
    out, err = StringIO(), StringIO()
    call_command(*arguments, stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


class WithdrawTests(TestCase):
    def setUp(self):
        self.chief = make.everyone()
        make.house()
        self.article = make.published_article(self.chief).article
        self.path = f"/{self.article.path}/"

    def state(self):
        self.article.refresh_from_db()
        return self.article.state

    def test_an_article_is_withdrawn_by_its_path_and_the_reason_stays_in_the_record(self):
        out, _ = run("withdraw", self.path, "--reason", "Our own mistake.")

        self.assertEqual(out, f"withdrawn {self.article.path}\n1 withdrawn\n")
        self.assertEqual(self.state(), State.UNPUBLISHED)
        record = Transition.objects.latest("pk")
        self.assertEqual((record.note, record.by, record.role), ("Our own mistake.", self.chief, Role.CHIEF))

    def test_its_whole_address_names_it_too(self):
        run("withdraw", settings.SITE_URL + self.path, "--reason", "Our own mistake.", "--how", "kill")

        self.assertEqual(self.state(), State.KILLED)

    def test_the_second_time_nothing_is_done_and_that_is_said(self):
        run("withdraw", self.path, "--reason", "Our own mistake.")

        out, _ = run("withdraw", self.path, "--reason", "Our own mistake.")

        self.assertEqual(out, f"{self.article.path} is unpublished already.\n0 withdrawn\n")
        self.assertEqual(Event.objects.filter(kind=EventKind.UNPUBLISHED).count(), 1)

    def test_what_it_may_not_do_it_does_not(self):
        make.user_with(Role.EDITOR, username="eva")
        for arguments, words in (
            (["/2026/11/no-such-story/", "--reason", "Why."], "No article was ever public at /2026/11/no-such-story/."),
            ([self.path, "--reason", "Why.", "--by", "eva"], "needs another role"),
            ([self.path, "--reason", " "], "A withdrawal needs a reason."),
        ):
            with self.subTest(words), self.assertRaises(CommandError) as caught:
                run("withdraw", *arguments)
            self.assertIn(words, str(caught.exception))
        self.assertEqual(self.state(), State.PUBLISHED)


class PublishDueTests(TestCase):
    def test_what_has_become_public_is_booked_once(self):
        chief, now = make.everyone(), timezone.now()
        make.house(at=now - timedelta(days=30))
        earlier = now - timedelta(hours=2)
        article = make.own_article(chief, at=earlier)
        clearing.clear(article.pk, by=chief, at=earlier)
        publishing.schedule(article.pk, by=chief, at=earlier, visible_from=now - timedelta(hours=1))

        first, second = run("publish_due")[0], run("publish_due")[0]

        article.refresh_from_db()
        self.assertEqual(first, f"published {article.path}\n1 booked\n")
        self.assertEqual(second, "0 booked\n")
        self.assertEqual((article.state, Event.objects.count()), (State.PUBLISHED, 1))


class MeasureOverlapTests(SimpleTestCase):
    SOURCE = "The bell was under a stack of nets and nobody had ever looked at it. It weighs 41 kilograms."
    KEYS = {"share_of_source", "share_of_ours", "own_words", "longest_run", "n_quotes", "lede_copied", "headline_copied", "unmarked_share"}

    def setUp(self):
        folder = TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def file(self, name, content):
        path = self.folder / name
        path.write_text(content)
        return str(path)

    def test_with_json_one_object_stands_alone_and_the_figure_on_standard_error(self):
        ours = self.file("ours.txt", "A find: “under a stack of nets and nobody had ever looked” is how he put it.")

        out, err = run("measure_overlap", self.file("source.txt", self.SOURCE), ours, "--json")

        found = json.loads(out)
        self.assertEqual(self.KEYS - found.keys(), set())
        self.assertEqual((found["longest_run"], found["n_quotes"], found["unmarked_share"]), (10, 1, 0.0))
        self.assertEqual(err, "10 shared words\n")

    def test_without_it_each_measure_has_its_line_and_the_figure_comes_last(self):
        out, _ = run("measure_overlap", self.file("source.txt", self.SOURCE), self.file("ours.html", f"<p>{self.SOURCE}</p>"))

        self.assertIn("share_of_source  1.0\n", out)
        self.assertEqual(out.splitlines()[-1], "19 shared words")

    def test_a_file_that_is_not_there_or_is_no_text_is_refused(self):
        text = self.file("source.txt", self.SOURCE)
        (self.folder / "binary").write_bytes(b"\x00\x01\x02")
        for other, words in (("missing.txt", "No such file or directory"), ("binary", "is not a text")):
            with self.subTest(words), self.assertRaises(CommandError) as caught:
                run("measure_overlap", text, str(self.folder / other))
            self.assertIn(words, str(caught.exception))


class ListRolesTests(SimpleTestCase):
    def test_the_page_on_roles_is_what_the_tables_say(self):
        out, err = run("list_roles")

        page = settings.BASE_DIR / "docs" / "roles.md"
        self.assertEqual(out, page.read_text(), "Write it anew: manage.py list_roles > docs/roles.md")
        self.assertEqual(err, "40 acts\n")

    def test_it_says_who_may_do_a_thing_and_who_only_with_their_own(self):
        lines = run("list_roles")[0].splitlines()

        self.assertIn("| Publish |  |  |  | yes |  |", lines)
        self.assertIn("| Submit | own | yes |  | yes |  |", lines)
