"""Words of others in an article: marked, based, judged and let go at the desk; frozen; and what the door makes of them."""

from dataclasses import replace
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.test import TestCase

from articles import clearing, drafting, ends, matrix, obstacles, published, publishing, quoting, revisions, worksheets
from articles.bundle import parts
from articles.models import Quotation
from articles.refusals import FormRefused, MoveRefused, NotCleared
from articles.tests import builders as make
from articles.vocabulary import Role
from rights.facts import PUBLIC
from rights.models import Hold, LedgerEntry, Licence, Work
from rights.vocabulary import Basis, HoldKind, Reason, Use, WorkKind

NOON = make.NOON
BODY = f"<p>The ferry left at nine.</p><p>He wrote: “{make.QUOTED}.”</p>"


def codes(article):
    return [one.code for one in obstacles.find(article, at=NOON)]


class QuotationCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        make.house()
        cls.all, cls.second = make.everyone(), make.everyone()

    def setUp(self):
        self.article = make.own_article(self.all, body=BODY)

    def refused(self, **given):
        with self.assertRaises(FormRefused) as caught:
            make.quotation(self.article, self.all, **given)
        self.assertEqual(Work.objects.filter(kind=WorkKind.QUOTATION).count(), Quotation.objects.count())
        return caught.exception.code


class MarkingTests(QuotationCase):
    def test_only_words_that_stand_in_the_text_are_marked(self):
        for words, code in (
            ("", "no_words"), (" “…” ", "no_words"), ("north basin", "few_words"), ("word " * 2000, "many_words"),
            ("Nobody who has seen the south basin in January", "quotation_not_in_text"),
        ):  # fmt: skip
            with self.subTest(words=words):
                self.assertEqual(self.refused(words=words), code)

    def test_case_and_marks_of_the_text_make_no_other_words(self):
        self.assertEqual(make.quotation(self.article, self.all, words=f" «{make.QUOTED.upper()}» ").position, 1)

    def test_the_same_words_are_marked_once(self):
        make.quotation(self.article, self.all)

        self.assertEqual(self.refused(words="seen the north basin in January"), "marked_already")

    def test_our_own_basis_and_a_sources_terms_cover_no_quotation(self):
        for basis in (Basis.OWN_STAFF, Basis.OWN_CONTRIBUTOR, Basis.SOURCE_TERMS):
            with self.subTest(basis=basis):
                self.assertEqual(self.refused(basis=basis), "basis_not_offered")
        self.assertEqual(self.refused(basis=Basis.CC, licence=None), "invalid")

    def test_a_contributor_marks_in_a_text_of_their_own_and_only_proposes(self):
        writer = make.user_with(Role.CONTRIBUTOR)
        with self.assertRaises(MoveRefused):
            make.quotation(self.article, writer)
        own = make.own_article(writer, body=BODY)

        row = make.quotation(own, writer, basis=Basis.PUBLIC_DOMAIN)

        self.assertFalse(row.work.is_verified)
        self.assertIn("quotation_unverified", codes(own))

    def test_marking_voids_a_clearance_and_is_in_the_ledger(self):
        clearing.clear(self.article.pk, by=self.all, at=NOON)

        row = make.quotation(self.article, self.all, basis=Basis.PUBLIC_DOMAIN)

        self.assertIsNone(revisions.standing_clearance(self.article))
        self.assertEqual(list(LedgerEntry.objects.filter(work=row.work).values_list("act", flat=True).order_by("number")),
                         ["quotation_marked", "basis_confirmed"])  # fmt: skip

    def test_a_text_without_quotations_keeps_the_hash_that_it_always_had(self):
        self.assertNotIn("quotations", revisions.snapshot(self.article))

    def test_rows_are_kept_and_hold_words(self):
        row = make.quotation(self.article, self.all)

        with self.assertRaises(TypeError):
            Quotation.objects.all().delete()
        with self.assertRaises(ProtectedError):
            row.work.delete()
        with self.assertRaises(IntegrityError), transaction.atomic():
            Quotation.objects.filter(pk=row.pk).update(words="")

    def test_a_mark_that_is_taken_away_bars_nothing_and_stays_on_record(self):
        row = make.quotation(self.article, self.all, basis=Basis.UNKNOWN)
        quoting.remove(row.pk, by=self.all, at=NOON)

        self.assertEqual(codes(self.article), ["no_clearance"])
        self.assertEqual(Quotation.objects.get().removed_at, NOON)
        with self.assertRaises(FormRefused) as caught:
            quoting.remove(row.pk, by=self.all, at=NOON)
        self.assertEqual(caught.exception.code, "unknown_quotation")


class BarringTests(QuotationCase):
    def test_each_thing_that_is_missing_bars_the_way_with_its_remedy(self):
        row = make.quotation(self.article, self.all, basis=Basis.UNKNOWN, source=None)

        self.assertEqual(codes(self.article), ["quotation_no_source", "quotation_no_basis", "no_clearance"])
        with self.assertRaises(NotCleared):
            clearing.clear(self.article.pk, by=self.all, at=NOON)
        with self.assertRaises(NotCleared):
            publishing.publish(self.article.pk, by=self.all, at=NOON)
        self.assertEqual({one.anchor for one in obstacles.find(self.article, at=NOON)[:2]}, {"quotations"})
        self.assertFalse(row.work.is_verified)

    def test_words_that_were_edited_away_are_missed(self):
        make.quotation(self.article, self.all, basis=Basis.PUBLIC_DOMAIN)
        changed = {"body": "<p>The ferry left at nine.</p>"}
        drafting.save(self.article.pk, changed, edit_number=self.article.edit_number, by=self.all, at=NOON)
        self.article.refresh_from_db()

        self.assertEqual(codes(self.article), ["quotation_not_in_text", "no_clearance"])

    def test_what_is_cut_from_the_text_may_not_stand_above_it(self):
        make.quotation(self.article, self.all, basis=Basis.PUBLIC_DOMAIN)
        changed = {"dek": "“seen the north basin in January”, he wrote", "headline": make.QUOTED}
        drafting.save(self.article.pk, changed, edit_number=self.article.edit_number, by=self.all, at=NOON)
        self.article.refresh_from_db()

        self.assertEqual(codes(self.article), ["quotation_elsewhere", "quotation_elsewhere", "no_clearance"])

    def test_fair_use_waits_for_a_sheet_and_a_second_person(self):
        row = make.quotation(self.article, self.all)
        self.assertEqual(codes(self.article), ["no_worksheet", "no_clearance"])
        sheet = worksheets.write(self.article.pk, make.SHEET, by=self.all, at=NOON, quotation_id=row.pk)
        self.assertEqual(codes(self.article), ["worksheet_not_approved", "no_clearance"])

        with self.assertRaises(MoveRefused) as caught:
            worksheets.approve(sheet.pk, by=self.all, at=NOON, conclusion="Fair.")

        self.assertEqual(caught.exception.code, "own_worksheet")
        make.judge(row, self.all, self.second)
        self.assertEqual(codes(self.article), ["no_clearance"])
        self.assertEqual(self.article.worksheets.filter(work=self.article.work).count(), 0)

    def test_a_sheet_is_of_a_quotation_of_this_article(self):
        other = make.quotation(make.own_article(self.all, "Another", body=BODY), self.all)

        with self.assertRaises(FormRefused) as caught:
            worksheets.write(self.article.pk, make.SHEET, by=self.all, at=NOON, quotation_id=other.pk)

        self.assertEqual(caught.exception.code, "unknown_quotation")


class MeasuringTests(QuotationCase):
    def test_the_quoted_words_are_held_against_the_kept_copy(self):
        original = f"{make.QUOTED}. " + "It lies under ice and the cranes stand still for weeks on end. " * 9
        row = make.quotation(self.article, self.all, original=original)
        sheet = make.judge(row, self.all, self.second)

        self.assertEqual(sheet.kept_copy.text, original.strip())
        self.assertEqual((sheet.measures["longest_run"], sheet.measures["n_quotes"], sheet.measures["unmarked_share"]), (14, 1, 0.0))
        self.assertEqual(sheet.measures["share_of_source"], round(14 / (14 + 9 * 13), 4))
        self.assertEqual(sheet.measures["share_of_ours"], round(14 / 21, 4))
        self.assertEqual(sheet.excerpt, make.QUOTED)

    def test_without_a_copy_it_counts_as_the_whole_and_is_asked_about(self):
        row = make.quotation(self.article, self.all)
        sheet = worksheets.write(self.article.pk, make.SHEET, by=self.all, at=NOON, quotation_id=row.pk)

        self.assertIsNone(sheet.kept_copy)
        asked = {str(question.code) for question in worksheets.questions(sheet)}
        self.assertLessEqual({"much_of_source", "whole_text", "not_comparable"}, asked)

    def test_other_words_than_were_weighed_open_it_again(self):
        row = make.quotation(self.article, self.all, words="Nobody who has seen the north basin in January")
        make.judge(row, self.all, self.second)
        record = quoting.Record({}, Basis.FAIR_USE)

        quoting.change(row.pk, make.QUOTED, record, is_needed=False, by=self.all, at=NOON)

        self.assertEqual(codes(self.article), ["worksheet_outdated", "no_clearance"])


class DoorTests(QuotationCase):
    def version_with(self, count, *, spdx="CC-BY-NC-4.0"):
        passages = [f"It was the {number} winter in a row that the basin froze" for number in ("first", "second", "third")[:count]]
        said = "".join(f"<p>“{words}”</p>" for words in passages)
        article = make.own_article(self.all, f"{count} quotations", body=f"<p>The ferry left.</p>{said}")
        for words in passages:
            make.quotation(article, self.all, words=words, basis=Basis.CC, licence=Licence.objects.get(spdx_id=spdx))
        return make.published(article, self.all)

    def test_three_quotations_cost_no_more_queries_than_one(self):
        one, three = self.version_with(1), self.version_with(3)

        for version, count in ((one, 1), (three, 3)):
            with self.subTest(count=count), self.assertNumQueries(6):
                shown = published.at_path(version.path, PUBLIC, at=NOON)
            self.assertEqual(len(shown.quotations), count)

    def test_what_is_frozen_stays_while_rights_move_on(self):
        version = self.version_with(1)
        row = version.article.quotations.get()
        quoting.remove(row.pk, by=self.all, at=NOON)
        self.assertEqual(len(published.at_path(version.path, at=NOON).quotations), 1)

        Hold.objects.create(work=row.work, kind=HoldKind.NOTICE, reason="They object.", placed_by=self.all, placed_at=NOON)
        shown = published.at_path(version.path, at=NOON)

        self.assertEqual(shown.body, "<p>The ferry left.</p><p>“[quotation left out]”</p>")
        self.assertEqual((shown.quotations, shown.decision.dropped), ((), {row.work_id: Reason.NOTICE_HOLD}))
        self.assertEqual(shown.text_duties, ())

    def test_what_is_live_is_rebased_by_the_rights_desk_alone(self):
        row = self.version_with(1).article.quotations.get()
        editor = make.user_with(Role.EDITOR, Role.CHIEF)

        with self.assertRaises(MoveRefused):
            quoting.change(row.pk, row.words, quoting.Record({}, Basis.PUBLIC_DOMAIN), is_needed=False, by=editor, at=NOON)

        self.assertEqual(published.at_path(row.article.path, at=NOON).decision.dropped, {})

    def test_the_credit_names_whose_words_they_are_and_no_list_does(self):
        version = self.version_with(1)
        shown = published.at_path(version.path, at=NOON)
        [listed] = published.by_ids([version.pk], Use.LIST, PUBLIC, at=NOON)

        self.assertEqual({str(duty.obligation) for duty in shown.quotations[0].duties},
                         {"credit_author", "credit_source", "link_original", "licence_link"})  # fmt: skip
        self.assertEqual((listed.quotations, listed.body), ((), ""))
        self.assertNotIn("quotations", listed.frozen)


class EvidenceTests(QuotationCase):
    def test_the_bundle_holds_the_quotation_its_work_its_grants_and_its_copy(self):
        row = make.quotation(self.article, self.all, basis=Basis.WRITTEN_PERMISSION, original=f"He said: {make.QUOTED}.")

        filled = {each.part.name: each.rows for each in parts.filled(self.article)}

        self.assertEqual([one.facts["words"] for one in filled["quotations"]], [make.QUOTED])
        self.assertIn(row.work_id, [one.facts["id"] for one in filled["works"]])
        self.assertEqual([one.facts["work_id"] for one in filled["grants"]], [row.work_id])
        self.assertIn(row.kept_copy_id, [one.facts["id"] for one in filled["evidence"]])
        self.assertIn(("What", "Words of others were marked in the text."), [one.lines[0] for one in filled["ledger"] if one.lines])

    def test_a_sheet_of_its_own_is_in_it(self):
        make.judge(make.quotation(self.article, self.all), self.all, self.second)

        filled = {each.part.name: each.rows for each in parts.filled(self.article)}

        self.assertEqual(len(filled["worksheets"]), 1)


class SheetTests(QuotationCase):
    def test_registered_readers_only_means_that_the_public_sees_the_cut(self):
        row = make.quotation(self.article, self.all)
        make.judge(row, self.all, self.second, is_public_in_full=False)
        version = make.published(self.article, self.all)

        shown = published.at_path(version.path, at=NOON)

        self.assertIn("[quotation left out]", shown.body)
        self.assertEqual(shown.decision.dropped, {row.work_id: Reason.EXCERPT_ONLY})

    def test_agency_copy_is_no_matter_of_judgement(self):
        row = make.quotation(self.article, self.all)

        with self.assertRaises(FormRefused) as caught:
            worksheets.write(self.article.pk, replace(make.SHEET, copy_kind="agency"), by=self.all, at=NOON, quotation_id=row.pk)

        self.assertEqual(caught.exception.code, "agency_copy")


class EndingTests(QuotationCase):
    def test_the_end_of_a_right_to_quote_is_told_thirty_days_ahead(self):
        row = make.quotation(self.article, self.all)
        make.judge(row, self.all, self.second)
        make.published(self.article, self.all)
        due = row.work.grants.first().review_due_at

        found = ends.coming(due - timedelta(days=10))

        self.assertEqual({(one.article_id, one.is_review, one.ends_at) for one in found}, {(self.article.pk, True, due)})


class MatrixTests(QuotationCase):
    def test_it_says_at_each_exit_that_shows_text_what_is_left_out_and_why(self):
        make.judge(make.quotation(self.article, self.all), self.all, self.second)
        make.published(self.article, self.all)

        said = {(row.exit_label, row.receiver): row.cells[0].sentence for row in matrix.of(self.article, at=NOON).rows}

        self.assertNotIn("left out", said["Article page", "Everyone"])
        self.assertNotIn("left out", said["Front page and lists", "Everyone"])
        self.assertIn("A quotation is left out: Fair use", said["Partner feed", "Any community site"])
