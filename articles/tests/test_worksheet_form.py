"""The worksheet's form: what must be said, what stops it, what the desk fills in; and the checks beside the text."""

from django.test import TestCase

from articles import worksheets
from articles.models import FairUseWorksheet
from articles.refusals import FormRefused
from articles.sheet_words import CopyKind
from articles.tests import builders as make
from articles.tests.builders import NOON
from articles.vocabulary import LegalBasis, Role
from articles.worksheets import Sheet
from articles.worksheets.sheet import lacking
from rights.models import Hold
from rights.vocabulary import HoldKind


def changed(**fields):
    return Sheet(**{**vars(make.SHEET), **fields})


class SheetTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        make.house(carries_advertising=True)
        cls.editor = make.user_with(Role.EDITOR)
        cls.article = make.taken_article(cls.editor)
        cls.page = f"/admin/articles/article/{cls.article.pk}/worksheet/"

    def test_each_answer_is_required_at_its_own_field(self):
        empty = Sheet("", "", "", "", "", jurisdiction="USA")

        fields = {obstacle.field for obstacle in lacking(empty)}

        answers = {"situation", "obtained", "publication", "copy_kind", "aims", "would_run_alone", "character", "is_heart", "cmi_kept"}
        reasons = {"purpose_reason", "nature_reason", "amount_reason", "effect_reason", "excerpt", "jurisdiction"}
        self.assertEqual(fields, answers | reasons | {"weight_purpose", "weight_nature", "weight_amount", "weight_effect"})
        self.assertEqual(lacking(make.SHEET), [])

    def test_agency_copy_is_licensed_and_never_judged(self):
        with self.assertRaises(FormRefused) as caught:
            worksheets.write(self.article.pk, changed(copy_kind=CopyKind.AGENCY), by=self.editor, at=NOON)

        self.assertEqual((caught.exception.code, FairUseWorksheet.objects.count()), ("agency_copy", 0))

    def test_only_words_of_the_lists_are_taken(self):
        found = lacking(changed(situation="by_chance", aims=["comment", "profit"], weights={**make.SHEET.weights, "effect": "much"}))

        unknown = {"situation", "aims", "weights"}
        self.assertEqual({each.field for each in found if each.code == "unknown_choice"}, unknown)

    def test_fair_dealing_needs_a_purpose_that_the_law_names(self):
        found = lacking(changed(legal_basis=LegalBasis.FAIR_DEALING, aims=["other"]))

        self.assertEqual([obstacle.code for obstacle in found], ["no_dealing_purpose"])

    def test_what_the_desk_knows_is_frozen_on_the_sheet_and_nobody_is_asked_for_it(self):
        make.confirm_terms(self.article, make.everyone())
        other = make.taken_article(self.editor, "Another")
        Hold.objects.create(work=other.work, kind=HoldKind.NOTICE, reason="Credit us.", placed_at=NOON)

        row = worksheets.write(self.article.pk, make.SHEET, by=self.editor, at=NOON)

        self.assertEqual(row.facts["original"]["author"], "Ivo Ballast")
        self.assertEqual((row.facts["commercial_signals"], row.facts["carries_advertising"]), (["advertising"], True))
        self.assertEqual(row.facts["objections"], ["Notice hold of 20 Nov 2026: Credit us."])
        self.assertIn("Its terms: “Community sites may repost", row.facts["offers"][0])
        self.assertEqual((row.measures["recipient_widest"], row.measures["exits_requested"]), ("public", row.facts["exits"]))
        self.assertEqual((row.measures["source_items_90d"], row.measures["images_used"], row.number), (0, 0, 1))
        codes = {str(question.code) for question in worksheets.questions(row)}
        self.assertLessEqual({"licence_available", "objections", "commercial"}, codes)

    def test_versions_are_kept_and_the_next_one_begins_with_the_last(self):
        worksheets.write(self.article.pk, make.SHEET, by=self.editor, at=NOON)
        second = worksheets.write(self.article.pk, changed(price_known="180 EUR"), by=self.editor, at=NOON)
        self.client.force_login(self.editor)

        page = self.client.get(self.page)

        self.assertEqual([row.number for row in FairUseWorksheet.objects.order_by("number")], [1, 2])
        self.assertEqual(FairUseWorksheet.objects.get(number=1).price_known, "")
        self.assertEqual((page.context["form"]["price_known"].value(), page.context["form"]["is_heart"].value()), ("180 EUR", "no"))
        self.assertContains(page, f"It begins with what version {second.number} said")

    def test_pictures_of_the_source_are_measured_and_asked_about(self):
        picture = make.picture(self.editor)
        picture.work.source = self.article.work.source
        picture.work.save()
        self.article.placements.create(asset=picture)

        sheet = changed(source_images=3, original_width=1280, original_height=800)
        row = worksheets.write(self.article.pk, sheet, by=self.editor, at=NOON)

        shown = [row.measures[name] for name in ("images_used", "images_of_source", "pixel_ratio")]
        self.assertEqual(shown, [1, 3, 0.25])
        self.assertIn("whole_image", {str(question.code) for question in worksheets.questions(row)})


class CheckTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        make.house()
        cls.editor = make.user_with(Role.EDITOR)
        cls.article = make.own_article(cls.editor, body="<p>It was cold. “we would have paid somebody to take it away” was heard.</p>")
        cls.page = f"/admin/articles/article/{cls.article.pk}/"

    def test_the_article_s_page_shows_them_and_they_bar_nothing(self):
        self.client.force_login(self.editor)
        page = self.client.get(f"{self.page}change/")

        self.assertContains(page, "Who says these 9 words?")
        self.assertNotIn("quotation", "".join(each.code for each in page.context["page"].obstacles))

    def test_what_is_typed_is_looked_at_before_it_is_saved(self):
        self.client.force_login(self.editor)
        mended = self.client.post(f"{self.page}checks/", {"body": "<p>“we would have paid somebody to take it away”, she said.</p>"})
        deep = self.client.post(f"{self.page}checks/", {"body": "<div>" * 500})

        self.assertContains(mended, "Every longer quotation has a name")
        self.assertEqual((deep.status_code, self.client.get(f"{self.page}checks/").status_code), (422, 405))

    def test_nobody_else_s_draft_is_looked_at(self):
        self.client.force_login(make.user_with(Role.CONTRIBUTOR))
        self.article.credits.all().delete()

        self.assertEqual(self.client.post(f"{self.page}checks/", {"body": "x"}).status_code, 404)
