"""Writing at the desk: what is typed is saved once, whole, or refused with the typed text still there."""

from datetime import UTC, datetime

from django.test import SimpleTestCase

from articles import addresses, body
from articles.forms.words import EXTENSIONS
from articles.models import Article, Author, Revision
from articles.tests import builders
from articles.tests.desk_form import fields, says, send
from articles.tests.test_desk_roles import DeskTestCase

ADD = "/admin/articles/article/add/"


class BeginningTests(DeskTestCase):
    def test_a_draft_without_a_headline_is_refused_and_the_text_is_still_there(self):
        response = send(self.enter(self.editor), ADD, headline="  ", body="<p>Three hours of typing.</p>")

        self.assertEqual((response.status_code, Article.objects.count()), (422, 0))
        self.assertIn("The headline is empty. Type one; it can be changed later.", says(response))
        self.assertEqual(fields(response.content.decode())["body"], "<p>Three hours of typing.</p>")

    def test_a_new_article_has_its_text_byline_section_tags_and_moments(self):
        builders.author("Ada Quill")
        typed = {
            "headline": "The ferry\nruns again", "dek": "Every hour", "body": "<p>At nine.</p><script>alert(1)</script>",
            "section": builders.section().pk, "tags": "ferries, harbour", "credits__0__name": "ada quill",
            "embargoed_until": "2027-01-10T18:00", "ed_note": "Call the port.",
        }  # fmt: skip

        response = send(self.enter(self.editor), ADD, **typed)

        article = Article.objects.get()
        self.assertRedirects(response, addresses.desk_article(article.pk))
        self.assertEqual((article.headline, article.body, article.ed_note), ("The ferry runs again", "<p>At nine.</p>", "Call the port."))
        self.assertEqual(set(article.tags.names()), {"ferries", "harbour"})
        self.assertEqual([credit.author.name for credit in article.credits.all()], ["Ada Quill"])
        # Amsterdam is an hour ahead in January.
        self.assertEqual(article.embargoed_until, datetime(2027, 1, 10, 17, 0, tzinfo=UTC))

    def test_whoever_writes_is_credited_first(self):
        author = builders.author("Colm Ditch")
        author.user = self.contributor
        author.save()

        page = self.enter(self.contributor).get(ADD)

        self.assertEqual(fields(page.content.decode())["credits-0-name"], "Colm Ditch")


class SavingTests(DeskTestCase):
    def setUp(self):
        self.article = builders.own_article(self.editor)
        self.page = addresses.desk_article(self.article.pk)

    def test_two_who_save_at_once_lose_nothing(self):
        client = self.enter(self.editor)
        first = fields(client.get(self.page).content.decode())
        send(client, self.page, headline="Theirs", body="<p>Their words.</p>")

        late = client.post(self.page, {**first, "headline": "Mine", "body": "<p>My words.</p>", "act": "save"})

        self.assertEqual((late.status_code, Article.objects.get().headline), (409, "Theirs"))
        words, typed = says(late), fields(late.content.decode())
        self.assertIn("Someone else saved this article while you were writing.", words)
        self.assertIn("Their words.", words)
        self.assertEqual((typed["headline"], typed["body"]), ("Mine", "<p>My words.</p>"))

        again = client.post(self.page, {**typed, "act": "save"})
        self.assertEqual((again.status_code, Article.objects.get().headline), (302, "Mine"))

    def test_an_article_with_tags_is_saved_again_and_only_other_tags_are_a_change(self):
        client = self.enter(self.editor)
        send(client, self.page, tags='harbour, "boats, small", ferries')
        before = Revision.objects.count()
        same = send(client, self.page)
        self.assertEqual((same.status_code, Revision.objects.count()), (302, before))
        send(client, self.page, tags="harbour")

        self.assertEqual(set(self.article.tags.names()), {"harbour"})

    def test_saving_without_a_change_writes_nothing(self):
        before = Article.objects.values().get(), Revision.objects.count()

        response = send(self.enter(self.editor), self.page)

        self.assertEqual(response.status_code, 302)
        self.assertEqual((Article.objects.values().get(), Revision.objects.count()), before)

    def test_an_expiry_before_the_embargo_is_refused_at_its_field(self):
        response = send(self.enter(self.editor), self.page, embargoed_until="2027-01-10T18:00", expires_at="2027-01-09T18:00", dek="Kept")

        self.assertEqual(response.status_code, 422)
        self.assertEqual(
            response.context["sheet"].text.errors["expires_at"], ["The expiry must come after the embargo. Correct one of the two."]
        )
        self.assertEqual(fields(response.content.decode())["dek"], "Kept")

    def test_a_text_that_cannot_be_cleaned_safely_is_refused_and_kept(self):
        deep = "<div>" * 200 + "words" + "</div>" * 200

        response = send(self.enter(self.editor), self.page, body=deep)

        self.assertEqual(response.status_code, 422)
        self.assertIn("Shorten or simplify the text and save again.", says(response))
        self.assertEqual(fields(response.content.decode())["body"], deep)

    def test_a_lone_surrogate_is_taken_out_and_the_rest_saved(self):
        client = self.enter(self.editor)
        page = fields(client.get(self.page).content.decode())

        client.post(self.page, {**page, "body": "<p>A half \ufffd sign.</p>", "act": "save"})

        self.assertEqual(Article.objects.get().body, "<p>A half \ufffd sign.</p>")

    def test_an_unknown_name_is_refused_and_recorded_only_when_asked(self):
        client = self.enter(self.editor)
        response = send(client, self.page, credits__0__name="Nova Newcomer", dek="Kept")

        self.assertEqual((response.status_code, Author.objects.filter(name="Nova Newcomer").count()), (422, 0))
        self.assertIn("Nobody is recorded as “Nova Newcomer”. Tick the box to record a new author, or correct it.", says(response))
        self.assertEqual(fields(response.content.decode())["dek"], "Kept")

        send(self.enter(self.everyone), self.page, credits__0__name="Nova Newcomer", credits__0__is_new="on")
        self.assertEqual([credit.author.name for credit in self.article.credits.all()], ["Nova Newcomer"])

    def test_a_contributor_can_credit_but_not_record_a_new_name(self):
        mine = builders.own_article(self.contributor, "Mine")

        response = send(
            self.enter(self.contributor), addresses.desk_article(mine.pk), credits__0__name="Nova Newcomer", credits__0__is_new="on"
        )

        self.assertEqual((response.status_code, Author.objects.filter(name="Nova Newcomer").count()), (422, 0))
        self.assertIn("Correct it, or ask an editor to record a new author.", says(response))

    def test_two_of_one_name_are_told_apart(self):
        twin = Author.objects.create(name="Ada Quill", slug="ada-the-second")
        client = self.enter(self.editor)

        refused = send(client, self.page, credits__0__name="Ada Quill")
        taken = send(client, self.page, credits__0__name=f"Ada Quill #{twin.pk}")

        self.assertIn("Several have this name.", says(refused))
        self.assertEqual((taken.status_code, self.article.credits.get().author), (302, twin))

    def test_a_picture_is_placed_by_its_number_and_an_unknown_one_is_refused(self):
        picture = builders.picture(self.editor)
        client = self.enter(self.editor)

        refused = send(client, self.page, pictures__0__picture="Nothing like it")
        send(client, self.page, pictures__0__picture=f"#{picture.pk} Boats", pictures__0__caption="Low tide")

        self.assertIn("There is no such picture in the library.", says(refused))
        place = self.article.placements.get()
        self.assertEqual((place.asset, place.caption), (picture, "Low tide"))

    def test_the_rights_desk_reads_the_text_and_cannot_change_it(self):
        client = self.enter(self.desk)
        page = client.get(self.page)

        self.assertNotIn("headline", fields(page.content.decode()))
        client.post(self.page, {**fields(page.content.decode()), "headline": "Forged", "edit_number": 1, "act": "save"})
        self.assertEqual(Article.objects.get().headline, "The ferry runs again")

    def test_the_address_of_a_published_article_stays(self):
        live = builders.published_article(self.everyone, "Live").article

        send(self.enter(self.chief), addresses.desk_article(live.pk), slug="another", headline="Live and well")

        fresh = Article.objects.get(pk=live.pk)
        self.assertEqual((fresh.slug, fresh.headline), (live.slug, "Live and well"))


class EditorTests(SimpleTestCase):
    def test_whatever_the_editor_can_write_the_cleaner_keeps(self):
        written = (
            "<p><strong>a</strong><em>b</em><sub>c</sub><sup>d</sup><br></p><h2>e</h2><h3>f</h3><h4>g</h4><ul><li><p>h</p></li></ul>"
            '<ol><li><p>i</p></li></ol><blockquote><p>j</p></blockquote><hr><p><a href="https://a.example/">k</a></p>'
        )

        self.assertEqual(body.clean(written), written)

    def test_the_editor_offers_nothing_that_writes_styles_or_what_the_cleaner_takes_out(self):
        marks = {"Bold", "Italic", "Subscript", "Superscript", "Link", "HTML"}
        blocks = {"Heading", "BulletList", "OrderedList", "ListItem", "Blockquote", "HorizontalRule", "HardBreak"}

        self.assertEqual(set(EXTENSIONS), marks | blocks)
        self.assertEqual(EXTENSIONS["OrderedList"], {"enableListAttributes": False})
