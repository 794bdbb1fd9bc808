"""Every row that the desk shows: nothing can be deleted, what acts write can only be read, evidence stays with the rights desk."""

from django.contrib import admin
from django.contrib.auth import get_user_model

from articles import roles
from articles.models import Author
from articles.tests import builders
from articles.tests.test_desk_roles import DeskTestCase
from articles.vocabulary import Role
from rights.models import Evidence, Source

OURS = ("articles", "rights", "taggit")
ONLY_READ = ("rights.evidence", "rights.grant", "rights.work", "rights.hold", "rights.ledgerentry", "articles.fairuseworksheet")


class RowsTests(DeskTestCase):
    def registered(self):
        return {
            model._meta.label_lower: model_admin for model, model_admin in admin.site._registry.items() if model._meta.app_label in OURS
        }

    def request(self, user):
        return self.enter(user).get("/admin/").wsgi_request

    def test_nobody_deletes_a_row_of_the_desk(self):
        operator = get_user_model().objects.create_superuser("operator", password="a long enough password")

        for user in (self.everyone, operator):
            request = self.request(user)
            self.assertEqual([label for label, rows in self.registered().items() if rows.has_delete_permission(request)], [])

    def test_the_address_that_deletes_is_closed(self):
        article, source = builders.taken_article(self.editor), builders.source()
        client = self.enter(self.everyone)
        ways = [f"/admin/articles/article/{article.pk}/delete/", f"/admin/rights/source/{source.pk}/delete/"]

        self.assertEqual([client.post(way, {"post": "yes"}).status_code for way in ways], [403, 403])

    def test_what_acts_write_is_only_read(self):
        request = self.request(self.everyone)

        writable = [
            label
            for label in ONLY_READ
            if self.registered()[label].has_change_permission(request) or self.registered()[label].has_add_permission(request)
        ]

        self.assertEqual(writable, [])

    def test_the_lists_open_for_exactly_the_roles_of_the_table(self):
        for role in Role:
            user = builders.user_with(role)
            get_user_model().objects.filter(pk=user.pk).update(is_staff=True)
            client = self.enter(user)
            for label, table in roles.ADMIN.items():
                app, model = label.split(".")
                if app in OURS:
                    expected = 200 if role in table else 403
                    self.assertEqual((role, label, client.get(f"/admin/{app}/{model}/").status_code), (role, label, expected))

    def test_every_list_and_row_renders(self):
        builders.fair_use_article(self.everyone, self.desk)
        builders.picture(self.editor)
        client = self.enter(self.everyone)

        for label, rows in self.registered().items():
            app, model = label.split(".")
            row = rows.model.objects.first()
            self.assertEqual((label, client.get(f"/admin/{app}/{model}/?q=a").status_code), (label, 200))
            if row is not None:
                self.assertEqual((label, client.get(f"/admin/{app}/{model}/{row.pk}/change/").status_code), (label, 200))


class EvidenceTests(DeskTestCase):
    def setUp(self):
        self.kept = builders.kept_copy("<script>alert(1)</script>")
        self.file = f"/admin/rights/evidence/{self.kept.pk}/file/"

    def test_the_bytes_go_to_the_rights_desk_as_a_file_that_no_browser_shows(self):
        response = self.enter(self.desk).get(self.file)

        self.assertEqual(response.content, b"<script>alert(1)</script>")
        self.assertEqual((response["Content-Type"], response["X-Content-Type-Options"]), ("application/octet-stream", "nosniff"))
        self.assertTrue(response["Content-Disposition"].startswith("attachment; "))
        self.assertIn("no-store", response["Cache-Control"])

    def test_nobody_else_gets_them(self):
        answers = [self.enter(user).get(self.file).status_code for user in (self.editor, self.contributor)]

        self.assertEqual(answers, [403, 403])

    def test_the_page_itself_does_not_carry_them(self):
        page = self.enter(self.desk).get(f"/admin/rights/evidence/{self.kept.pk}/change/")

        self.assertNotContains(page, "alert(1)")
        self.assertIn("content", Evidence.objects.without_content().get().get_deferred_fields())


class NamesTests(DeskTestCase):
    def test_only_a_chief_says_whose_account_an_author_is(self):
        author = builders.author("Ada Quill")
        typed = {"kind": "person", "name": "Ada Quill", "slug": "ada-quill", "biography": "Writes.", "user": self.editor.pk}

        self.enter(self.editor).post(f"/admin/articles/author/{author.pk}/change/", typed)
        self.assertEqual((Author.objects.get().biography, Author.objects.get().user), ("Writes.", None))

        self.enter(self.chief).post(f"/admin/articles/author/{author.pk}/change/", typed)
        self.assertEqual(Author.objects.get().user, self.editor)

    def test_the_rights_desk_keeps_the_sources(self):
        typed = {"name": "The Buoy", "slug": "the-buoy", "default_basis": "unknown", "contacts-TOTAL_FORMS": 0, "contacts-INITIAL_FORMS": 0}

        self.assertEqual(self.enter(self.editor).post("/admin/rights/source/add/", typed).status_code, 403)
        self.enter(self.desk).post("/admin/rights/source/add/", typed)

        self.assertEqual(Source.objects.get().name, "The Buoy")
