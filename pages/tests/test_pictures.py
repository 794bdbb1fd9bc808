from django.test import SimpleTestCase, TestCase

from articles import attribution, renditions
from articles.models import Placement
from articles.tests import builders as make
from articles.tests.builders import NOON
from pages.pictures import credit_html
from pages.tests.reading import read, words
from rights.basing import settle
from rights.facts import Duty
from rights.models import Grant
from rights.vocabulary import Obligation

LICENCE = "https://creativecommons.org/licenses/by/4.0/"


class CreditTests(SimpleTestCase):
    def test_what_is_owed_and_not_yet_in_the_credit_is_added_once(self):
        duties = [Duty(Obligation.CREDIT_AUTHOR, "Ada Quill"), Duty(Obligation.COPYRIGHT_LINE, "© 2026 Ada Quill")]

        self.assertEqual(attribution.caption_words("Picture: Ada Quill", duties), "Picture: Ada Quill, © 2026 Ada Quill")

    def test_the_licence_and_the_original_are_real_links(self):
        duties = (Duty(Obligation.LICENCE_LINK, LICENCE), Duty(Obligation.LINK_ORIGINAL, "https://lantern.example/p/1"))

        self.assertEqual(
            credit_html("Ada Quill", duties, "en"),
            f'<a href="https://lantern.example/p/1">Ada Quill</a>, <a rel="license" href="{LICENCE}">licence</a>',
        )

    def test_whatever_else_is_owed_has_a_line_of_its_own(self):
        duties = (Duty(Obligation.CREDIT_AUTHOR, "Ada Quill"), Duty(Obligation.CONTACT_LINE, "ada@quill.example"))

        self.assertEqual(credit_html("Ada Quill", duties, "fr"), "Ada Quill<br>Pour d’autres usages, s’adresser à : ada@quill.example.")

    def test_a_name_is_never_markup(self):
        self.assertEqual(credit_html("<b>Ada</b>", (), "en"), "&lt;b&gt;Ada&lt;/b&gt;")


class PicturesOnPagesTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.all = make.everyone()
        make.house()
        cls.asset = make.picture(cls.all)
        cls.asset.credit_line = "Picture: Ada Quill"
        cls.asset.save()
        settle(cls.asset.work, by=cls.all, role="rights_desk", at=NOON)
        renditions.make(cls.asset)
        cls.article = make.own_article(cls.all)
        Placement.objects.create(article=cls.article, asset=cls.asset, caption="Low water")
        cls.version = make.published(cls.article, cls.all)

    def test_it_leads_the_article_with_size_alternative_text_caption_and_credit(self):
        html = read(f"/{self.version.path}/", NOON)

        self.assertIn('width="640" height="400" alt="Three boats at a quay" fetchpriority="high"', html)
        self.assertIn('<source type="image/avif" srcset="/pictures/', html)
        self.assertIn("Low water Picture: Ada Quill", words(html))

    def test_it_stands_on_the_front_page_with_its_credit(self):
        html = read("/", NOON)

        self.assertIn('alt="Three boats at a quay"', html)
        self.assertIn("Picture: Ada Quill", words(html))

    def test_without_its_right_the_page_stands_and_nothing_of_the_picture_is_left(self):
        Grant.objects.filter(work=self.asset.work).update(valid_to=NOON)

        for path in (f"/{self.version.path}/", "/"):
            with self.subTest(path=path):
                html = read(path, NOON)
                self.assertIn("The ferry runs again", html)
                for trace in ("Three boats", "Low water", "Picture: Ada Quill", "/pictures/"):
                    self.assertNotIn(trace, html)

    def test_a_picture_placed_in_the_text_is_not_shown_a_second_time_above_it(self):
        article = make.own_article(self.all, "Two boats", body=f'<p>One.</p><figure data-picture="{self.asset.pk}"></figure>')
        Placement.objects.create(article=article, asset=self.asset)
        version = make.published(article, self.all)

        self.assertEqual(read(f"/{version.path}/", NOON).count("<img"), 1)

    def test_an_excerpt_holds_no_caption(self):
        figure = f'<figure data-picture="{self.asset.pk}"><figcaption>At the quay</figcaption></figure>'
        article = make.own_article(self.all, "Two boats", body=f"{figure}<p>One boat came at nine.</p>")
        Placement.objects.create(article=article, asset=self.asset)
        version = make.published(article, self.all)
        Grant.objects.filter(work=version.work).update(part="excerpt", max_chars=40)
        Grant.objects.filter(work=self.asset.work).update(valid_to=NOON)

        html = read(f"/{version.path}/", NOON)
        self.assertIn("One boat came at nine.", html)
        self.assertNotIn("At the quay", html)
