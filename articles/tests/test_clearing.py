"""What a clearance covers: everything of the text that readers see and everything on which its rights rest."""

from datetime import timedelta

from django.test import TestCase

from articles import basing, clearing, drafting, picture_rights, published, publishing
from articles.models import Article, MediaAsset, Placement
from articles.refusals import MoveRefused, NotCleared
from articles.tests import builders as make
from articles.tests.builders import NOON
from articles.vocabulary import Role
from rights.basing import Permission
from rights.models import Evidence, Licence, Work
from rights.vocabulary import Basis, Use, Whose

HOUR = timedelta(hours=1)


class CoverTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        make.house()
        cls.all = make.everyone()

    def refused(self, article):
        with self.assertRaises(NotCleared) as caught:
            publishing.publish(article.pk, by=self.all, at=NOON)
        self.assertEqual(caught.exception.code, "no_clearance")

    def test_the_words_of_a_picture_are_covered_where_the_article_takes_them_from_the_library(self):
        for name in ("caption", "alt_text", "credit_line"):
            article = make.own_article(self.all)
            asset = make.picture(self.all)
            Placement.objects.create(article=article, asset=asset)
            clearing.clear(article.pk, by=self.all, at=NOON)
            MediaAsset.objects.filter(pk=asset.pk).update(**{name: "Slipped in after the clearance."})

            with self.subTest(name):
                self.refused(article)

    def test_the_dateline_is_covered(self):
        article = make.own_article(self.all)
        clearing.clear(article.pk, by=self.all, at=NOON)
        Article.objects.filter(pk=article.pk).update(dateline="A claim in place of a town")

        self.refused(article)

    def test_the_date_of_the_original_is_covered(self):
        article = make.own_article(self.all)
        clearing.clear(article.pk, by=self.all, at=NOON)
        Work.objects.filter(pk=article.work_id).update(original_published_at=NOON)

        self.refused(article)

    def test_another_letter_for_the_same_basis_is_not_covered_by_the_clearance_of_the_first(self):
        article = make.own_article(self.all)
        facts = {"whose": Whose.THIRD_PARTY, "holder": "The Lantern"}
        first, second = (Permission(make.kept_copy(words), uses=[str(Use.READ)]) for words in ("A letter.", "Another letter."))
        basing.record(article.pk, facts, basis=Basis.WRITTEN_PERMISSION, by=self.all, at=NOON, permission=first)
        clearing.clear(article.pk, by=self.all, at=NOON)
        chief = make.user_with(Role.CHIEF)
        basing.record(article.pk, facts, basis=Basis.WRITTEN_PERMISSION, by=chief, at=NOON, permission=second)

        self.refused(article)

    def test_new_rights_of_a_placed_picture_are_not_covered(self):
        article = make.own_article(self.all)
        asset = make.picture(self.all)
        Placement.objects.create(article=article, asset=asset)
        picture_rights.record(asset.pk, {}, basis=Basis.OWN_STAFF, by=self.all, at=NOON)
        clearing.clear(article.pk, by=self.all, at=NOON)
        picture_rights.record(asset.pk, {}, basis=Basis.PRESS_RELEASE, by=self.all, at=NOON)

        self.refused(article)


class LiveTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        make.house()
        cls.all = make.everyone()

    def test_what_has_expired_is_not_brought_back_by_an_edit(self):
        for role in (Role.CONTRIBUTOR, Role.EDITOR):
            person = make.user_with(Role.CONTRIBUTOR, role)
            article = make.own_article(person)
            Article.objects.filter(pk=article.pk).update(expires_at=NOON + HOUR)
            version = make.published(article, self.all)

            with self.subTest(role), self.assertRaises(MoveRefused):
                drafting.save(article.pk, {"expires_at": None}, edit_number=1, by=person, at=NOON + 2 * HOUR)
            self.assertIsInstance(published.at_path(version.path, at=NOON + 2 * HOUR), published.Gone)

    def test_what_is_live_is_not_hidden_by_an_editor_who_sets_an_embargo(self):
        editor = make.user_with(Role.EDITOR)
        version = make.published_article(self.all)

        with self.assertRaises(MoveRefused):
            drafting.save(version.article_id, {"embargoed_until": NOON + HOUR}, edit_number=1, by=editor, at=NOON)

        self.assertIsInstance(published.at_path(version.path, at=NOON), published.Shown)

    def test_a_contributor_does_not_write_in_what_is_published(self):
        contributor = make.user_with(Role.CONTRIBUTOR)
        article = make.own_article(contributor)
        make.published(article, self.all)

        with self.assertRaises(MoveRefused):
            drafting.save(article.pk, {"body": "<p>Mine.</p>"}, edit_number=1, by=contributor, at=NOON)

    def test_text_from_elsewhere_is_not_called_our_own_by_the_act_either(self):
        article = make.taken_article(self.all)
        make.confirm_terms(article, self.all)

        basing.record(article.pk, {**make.RECORD, "whose": Whose.OURS}, basis=Basis.OWN_STAFF, by=self.all, at=NOON)

        with self.assertRaises(NotCleared) as caught:
            clearing.clear(article.pk, by=self.all, at=NOON)

        self.assertEqual(caught.exception.code, "basis_not_offered")
        self.assertFalse(Work.objects.get(pk=article.work_id).is_verified)


GERMAN = (
    "<p>Die Arbeiten im nördlichen Becken beginnen am Montag, sagte der Hafen. Das Schiff liegt seit der Nacht an der Mole, "
    "und die Fischer sind mit dem Plan nicht einverstanden, weil er ihnen den Weg auf das Meer für eine Woche nimmt.</p>"
)
ENGLISH = (
    "Work in the north basin begins on Monday, the port said. The ship has been lying at the pier since the night, and the "
    "fishers do not agree with the plan, because it takes their way to the sea from them for a week."
)


class TranslationTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        make.house()
        cls.all = make.everyone()

    def taken(self, body, spdx):
        article = make.taken_article(self.all, body=body)
        Evidence.objects.filter(pk=article.origin.kept_copy_id).update(plain_text=ENGLISH)
        make.confirm_terms(article, self.all)
        facts = {**make.RECORD, "licence": Licence.objects.get(spdx_id=spdx)}
        basing.record(article.pk, facts, basis=Basis.CC, by=self.all, at=NOON)
        return Article.objects.get(pk=article.pk)

    def test_a_translation_that_nobody_granted_is_not_cleared(self):
        article = self.taken(GERMAN, "CC-BY-ND-4.0")

        with self.assertRaises(NotCleared) as caught:
            clearing.clear(article.pk, by=self.all, at=NOON)

        self.assertEqual((caught.exception.code, caught.exception.obstacles[0].field), ("no_derivatives", "body"))

    def test_a_translation_that_the_licence_grants_is_cleared_and_so_is_the_original(self):
        for body, spdx in ((GERMAN, "CC-BY-4.0"), (f"<p>{ENGLISH}</p>", "CC-BY-ND-4.0")):
            with self.subTest(spdx):
                clearing.clear(self.taken(body, spdx).pk, by=self.all, at=NOON)
