"""`manage.py republish`: a page becomes a draft from the command line too, once."""

from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from django.core.management import CommandError, call_command
from django.test import TestCase

from articles.models import Article
from articles.tests import builders as make
from articles.vocabulary import Role
from wire.example import EXAMPLE


class RepublishCommandTests(TestCase):
    def setUp(self):
        folder = TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.page = Path(folder.name, "page.txt")
        self.page.write_text(EXAMPLE)

    def run_command(self, *arguments):
        out = StringIO()
        call_command("republish", *arguments, stdout=out)
        return out.getvalue().splitlines()

    def refused(self, *arguments):
        with self.assertRaises(CommandError) as caught:
            self.run_command(*arguments)
        self.assertFalse(Article.objects.exists())
        return str(caught.exception)

    def test_a_file_becomes_a_draft_whose_number_and_place_at_the_desk_are_printed(self):
        make.user_with(Role.CHIEF)

        lines = self.run_command(str(self.page))

        article = Article.objects.get()
        self.assertEqual(
            lines,
            [f"Made draft {article.pk}: {article.headline}", f"/admin/articles/article/{article.pk}/change/", "1 draft"],
        )

    def test_the_second_time_it_leads_to_the_draft_that_is_there(self):
        make.user_with(Role.CHIEF)
        self.run_command(str(self.page))

        lines = self.run_command(str(self.page))

        article = Article.objects.get()
        self.assertEqual(lines[0], f"This page is here already, as draft {article.pk}: {article.headline}")
        self.assertEqual(lines[-1], "0 drafts made")

    def test_the_draft_is_made_in_the_name_of_the_account_that_is_given(self):
        make.user_with(Role.CHIEF)
        eva = make.user_with(Role.EDITOR, username="eva")

        self.run_command(str(self.page), "--by", "eva")

        self.assertEqual(Article.objects.get().created_by, eva)

    def test_what_can_not_be_done_is_refused_in_a_sentence(self):
        self.assertIn("There is no chief yet.", self.refused(str(self.page)))
        make.user_with(Role.CHIEF)
        self.assertEqual("There is no account nobody.", self.refused(str(self.page), "--by", "nobody"))
        self.assertIn("can't be read: No such file or directory.", self.refused(str(self.page) + ".bak"))
        self.page.write_text("")
        self.assertTrue(self.refused(str(self.page)).endswith("."))

    def test_an_address_inside_our_own_network_is_not_asked(self):
        make.user_with(Role.CHIEF)

        for address in ("http://127.0.0.1/page", "HTTP://127.0.0.1/page"):
            self.assertNotIn("No such file", self.refused(address))
