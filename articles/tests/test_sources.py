"""A source over time: its terms as dated rows with what rests on them, their change looked ahead and done, and its end."""

from datetime import timedelta

from django.test import TestCase

from articles import basing, publishing, rebasing, source_use, sourcing
from articles.models import Article
from articles.obstacles import decide_now
from articles.refusals import FormRefused, MoveRefused, Refused
from articles.tests import builders as make
from articles.tests.builders import NOON
from articles.vocabulary import Role
from rights import keeping
from rights.models import LedgerEntry, Source, SourceTerms
from rights.terms import read_terms
from rights.vocabulary import Basis, Verdict

LATER = NOON + timedelta(days=10)
OFFER = (
    "Permission is granted to cross-post our articles on community internet sites as long as the source and copyright are "
    "acknowledged together with a hyperlink to the original article."
)
NOTHING = "All rights reserved. No part of this site may be reproduced without written permission."
CC = "Our articles are licensed under a Creative Commons Attribution 4.0 International License."


def noted(source: Source, text: str, by, *, at=LATER) -> SourceTerms:
    kept = keeping.keep(text.encode(), title="Terms page", by=by, at=at, content_type="text/plain; charset=utf-8", source=source)
    return sourcing.note_terms(source.pk, kept, read_terms(text), by=by, at=at)[0]


def answered(source: Source, text: str, by, *, at=LATER) -> SourceTerms:
    terms = noted(source, text, by, at=at)
    sourcing.answer(terms.pk, dict.fromkeys(terms.proposals.values_list("pk", flat=True), True), by=by, at=at)
    return terms


def verdict(article: Article, at) -> Verdict:
    return decide_now(Article.objects.get(pk=article.pk), at=at).verdict


class SourceTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        make.house()
        cls.all = make.everyone()
        cls.article = make.source_terms_article(cls.all).article
        cls.source = make.source()
        cls.old = cls.source.terms.get()


class TermsOverTimeTests(SourceTestCase):
    def test_what_rests_on_terms_names_them_with_the_kept_copy_that_proves_them(self):
        work = Article.objects.get(pk=self.article.pk).work

        self.assertEqual((work.terms, self.old.number, self.old.evidence), (self.old, 1, self.article.origin.kept_copy))
        self.assertEqual(list(work.grants.get().evidence.all()), [self.old.evidence])
        self.assertEqual(self.old.spdx_id, "LicenseRef-the-lantern-1")

    def test_the_same_words_on_another_article_are_the_same_terms(self):
        second = make.source_terms_article(self.all, "A second story").article

        self.assertEqual((second.work.terms, self.source.terms.count()), (self.old, 1))

    def test_other_answers_to_the_same_words_are_other_terms(self):
        article = make.taken_article(self.all, "Rejected")
        pk = article.work.proposals.get().pk
        basing.answer_terms(article.pk, {pk: False}, by=self.all, at=NOON)

        with self.subTest("and nothing permitted is nothing to rest on"):
            basing.record(article.pk, make.RECORD, basis=Basis.SOURCE_TERMS, by=self.all, at=NOON)
            self.assertFalse(Article.objects.get(pk=article.pk).work.is_verified)

    def test_reading_the_same_page_again_records_nothing_new(self):
        first = answered(self.source, OFFER, self.all)
        again, is_new = sourcing.note_terms(self.source.pk, first.evidence, read_terms(OFFER), by=self.all, at=LATER)

        self.assertEqual((again, is_new, self.source.terms.count()), (first, False, 2))

    def test_what_was_noted_holds_nothing_until_it_is_put_in_force(self):
        terms = noted(self.source, OFFER, self.all)

        self.assertEqual(list(self.source.terms.in_force(LATER)), [self.old])
        self.assertFalse(terms.are_in_force(LATER))

    def test_terms_in_force_are_not_answered_again(self):
        with self.assertRaises(FormRefused) as refused:
            sourcing.answer(self.old.pk, {}, by=self.all, at=LATER)

        self.assertEqual(refused.exception.code, "in_force")

    def test_only_the_rights_desk_keeps_sources(self):
        chief = make.user_with(Role.CHIEF, Role.EDITOR)
        acts = (
            lambda: sourcing.keep(self.source, by=chief, at=LATER),
            lambda: noted(self.source, OFFER, chief),
            lambda: sourcing.answer(self.old.pk, {}, by=chief, at=LATER),
            lambda: rebasing.put_in_force(self.old.pk, [], by=chief, at=LATER),
            lambda: sourcing.end_relationship(self.source.pk, ends_at=None, reason="x", by=chief, at=LATER),
            lambda: sourcing.take_up_again(self.source.pk, by=chief, at=LATER),
        )
        for act in acts:
            with self.assertRaises(MoveRefused):
                act()


class RebasingTests(SourceTestCase):
    def test_looking_ahead_says_what_each_exit_would_give_and_changes_nothing(self):
        terms = answered(self.source, CC, self.all)
        before = Article.objects.filter(pk=self.article.pk).values().get()

        [item] = rebasing.look_ahead(terms, at=LATER)

        self.assertEqual((item.title, item.is_live, item.why_not), (self.article.headline, True, ""))
        page = {(change.before, change.after) for change in item.changes}
        self.assertEqual(page, {(Verdict.NEEDS_PERMISSION, Verdict.ALLOW)})
        self.assertEqual(Article.objects.filter(pk=self.article.pk).values().get(), before)
        self.assertEqual(self.article.work.grants.count(), 1)

    def test_looking_ahead_costs_the_same_for_one_work_and_for_three(self):
        terms = answered(self.source, OFFER, self.all)
        rebasing.look_ahead(terms, at=LATER)
        with self.assertNumQueries(10):
            self.assertEqual(len(rebasing.look_ahead(SourceTerms.objects.get(pk=terms.pk), at=LATER)), 1)
        for number in (2, 3):
            make.source_terms_article(self.all, f"Story {number}")
        with self.assertNumQueries(10):
            self.assertEqual(len(rebasing.look_ahead(SourceTerms.objects.get(pk=terms.pk), at=LATER)), 3)

    def test_what_is_rebased_goes_on_and_what_is_left_ends_with_the_old_terms(self):
        left = make.source_terms_article(self.all, "Left behind").article
        terms = answered(self.source, OFFER, self.all)

        report = rebasing.put_in_force(terms.pk, [self.article.work_id], by=self.all, at=LATER)

        self.assertEqual((report.items, report.left), (((self.article.headline, ""),), 1))
        self.assertEqual((verdict(self.article, LATER), verdict(left, LATER)), (Verdict.ALLOW, Verdict.DENY))
        self.assertEqual(verdict(left, LATER - timedelta(seconds=1)), Verdict.ALLOW)
        self.assertEqual(Article.objects.get(pk=self.article.pk).work.terms, terms)
        self.old.refresh_from_db()
        self.assertEqual((self.old.valid_to, list(self.source.terms.in_force(LATER))), (LATER, [terms]))

    def test_the_old_terms_may_end_later_and_then_end_to_the_second(self):
        end = LATER + timedelta(days=5)
        terms = answered(self.source, OFFER, self.all)

        report = rebasing.put_in_force(terms.pk, [], ends_at=end, by=self.all, at=LATER)

        at = [verdict(self.article, end + timedelta(seconds=step)) for step in (-1, 0, 1)]
        self.assertEqual((report.left, at), (1, [Verdict.ALLOW, Verdict.DENY, Verdict.DENY]))

    def test_rebasing_before_that_end_outlives_it_and_leaves_it_to_the_others(self):
        left = make.source_terms_article(self.all, "Left behind").article
        end = LATER + timedelta(days=5)
        terms = answered(self.source, OFFER, self.all)
        rebasing.put_in_force(terms.pk, [], ends_at=end, by=self.all, at=LATER)

        rebasing.put_in_force(terms.pk, [self.article.work_id], by=self.all, at=LATER + timedelta(days=1))

        self.assertEqual(verdict(self.article, end + timedelta(days=1)), Verdict.ALLOW)
        self.assertEqual([verdict(left, end + timedelta(seconds=step)) for step in (-1, 0)], [Verdict.ALLOW, Verdict.DENY])

    def test_terms_that_offer_nothing_refuse_each_item_with_the_reason(self):
        terms = answered(self.source, NOTHING, self.all)

        [item] = rebasing.look_ahead(terms, at=LATER)
        report = rebasing.put_in_force(terms.pk, [self.article.work_id], by=self.all, at=LATER)

        self.assertIn("offer nothing that reaches us", item.why_not)
        self.assertEqual((report.done, report.left), (0, 1))
        self.assertEqual(verdict(self.article, LATER), Verdict.DENY)

    def test_a_public_licence_in_the_new_terms_becomes_the_basis_with_its_proof(self):
        terms = answered(self.source, CC, self.all)

        rebasing.put_in_force(terms.pk, [self.article.work_id], by=self.all, at=LATER)

        work = Article.objects.get(pk=self.article.pk).work
        self.assertEqual((work.basis, work.licence.spdx_id, work.is_verified), (Basis.CC, "CC-BY-4.0", True))
        self.assertIn(terms.evidence, work.grants.get(revoked_at=None).evidence.all())

    def test_a_licence_that_we_hold_stays_when_the_source_stops_offering(self):
        licensed = make.cc_article(self.all, spdx="CC-BY-4.0").article
        terms = answered(self.source, NOTHING, self.all)

        rebasing.put_in_force(terms.pk, [], by=self.all, at=LATER)
        sourcing.end_relationship(self.source.pk, ends_at=None, reason="They asked us to stop.", by=self.all, at=LATER)

        grant = licensed.work.grants.get(revoked_at=None)
        self.assertEqual((verdict(licensed, LATER), list(grant.evidence.all())), (Verdict.ALLOW, [licensed.origin.kept_copy]))

    def test_a_text_that_changes_its_basis_needs_a_new_clearance(self):
        draft = make.taken_article(self.all, "Still a draft")
        make.confirm_terms(draft, self.all)
        basing.record(draft.pk, make.RECORD, basis=Basis.SOURCE_TERMS, by=self.all, at=NOON)
        from_old = Article.objects.get(pk=draft.pk)
        make.clearing.clear(draft.pk, by=self.all, at=NOON)
        terms = answered(self.source, OFFER, self.all)

        rebasing.put_in_force(terms.pk, [from_old.work_id], by=self.all, at=LATER)

        with self.assertRaises(Refused) as refused:
            publishing.publish(draft.pk, by=self.all, at=LATER)
        self.assertEqual(refused.exception.code, "no_clearance")

    def test_terms_with_open_sentences_newer_ones_and_ended_ones_are_refused(self):
        noted_only = noted(self.source, OFFER, self.all)
        with self.assertRaises(FormRefused) as refused:
            rebasing.put_in_force(noted_only.pk, [], by=self.all, at=LATER)
        self.assertEqual(refused.exception.code, "terms_unanswered")

        sourcing.answer(noted_only.pk, dict.fromkeys(noted_only.proposals.values_list("pk", flat=True), True), by=self.all, at=LATER)
        with self.assertRaises(FormRefused) as refused:
            rebasing.put_in_force(noted_only.pk, [], ends_at=NOON, by=self.all, at=LATER)
        self.assertEqual(refused.exception.code, "past")
        rebasing.put_in_force(noted_only.pk, [], by=self.all, at=LATER)
        with self.assertRaises(FormRefused) as refused:
            rebasing.put_in_force(self.old.pk, [], by=self.all, at=LATER)
        self.assertEqual(refused.exception.code, "newer_terms")

    def test_nothing_new_rests_on_terms_that_ended(self):
        rebasing.put_in_force(answered(self.source, NOTHING, self.all).pk, [], by=self.all, at=LATER)
        late = make.taken_article(self.all, "Taken before, based after")
        make.confirm_terms(late, self.all, at=LATER)

        basing.record(late.pk, make.RECORD, basis=Basis.SOURCE_TERMS, by=self.all, at=LATER + timedelta(days=1))

        self.assertFalse(Article.objects.get(pk=late.pk).work.is_verified)
        self.assertIn("have ended", basing.missing_for(Article.objects.get(pk=late.pk), at=LATER + timedelta(days=1))[0].message)

    def test_each_step_stands_in_the_ledger(self):
        terms = answered(self.source, OFFER, self.all)
        rebasing.put_in_force(terms.pk, [self.article.work_id], by=self.all, at=LATER)

        acts = list(LedgerEntry.objects.filter(at=LATER).order_by("number").values_list("act", flat=True))
        self.assertEqual(acts, ["terms_noted", "terms_answered", "basis_confirmed", "rebased", "terms_ended", "terms_in_force"])


class EndAndUseTests(SourceTestCase):
    def test_an_end_needs_a_reason_comes_once_and_not_in_the_past(self):
        def end(**changes):
            given = {"ends_at": None, "reason": "They closed."} | changes
            return sourcing.end_relationship(self.source.pk, by=self.all, at=LATER, **given)

        for changes, code in (({"reason": " "}, "no_reason"), ({"ends_at": NOON}, "past")):
            with self.assertRaises(FormRefused) as refused:
                end(**changes)
            self.assertEqual(refused.exception.code, code)
        self.assertEqual(end(), 1)
        with self.assertRaises(FormRefused) as refused:
            end()
        self.assertEqual(refused.exception.code, "ended")
        self.assertEqual(verdict(self.article, LATER), Verdict.DENY)

    def test_after_the_end_its_terms_are_no_basis_and_after_taking_it_up_they_must_be_read_again(self):
        sourcing.end_relationship(self.source.pk, ends_at=None, reason="They closed.", by=self.all, at=LATER)
        draft = make.taken_article(self.all, "Too late")
        make.confirm_terms(draft, self.all, at=LATER)
        draft.work.whose = "sources_own"
        draft.work.save()

        def why() -> str:
            article = Article.objects.get(pk=draft.pk)
            return next(choice.why_not for choice in basing.choices(article, at=LATER) if choice.basis == Basis.SOURCE_TERMS)

        self.assertIn("have ended", why())
        sourcing.take_up_again(self.source.pk, by=self.all, at=LATER)
        self.assertIn("terms of The Lantern have ended", why())

    def test_what_another_outlet_made_is_never_our_own_work_by_default(self):
        for basis in (Basis.OWN_STAFF, Basis.OWN_CONTRIBUTOR):
            self.source.default_basis = basis
            with self.assertRaises(FormRefused) as refused:
                sourcing.keep(self.source, by=self.all, at=NOON)
            self.assertEqual(refused.exception.code, "basis_is_ours")

    def test_what_was_published_from_a_source_is_counted_over_30_and_90_days(self):
        make.source_terms_article(self.all, "Older", at=NOON - timedelta(days=40))
        make.source_terms_article(self.all, "Oldest", at=NOON - timedelta(days=100))

        row = source_use.counted(Source.objects.all(), at=NOON).get(pk=self.source.pk)

        self.assertEqual((row.used_30, row.used_90), (1, 2))
        self.assertEqual([a.headline for a in source_use.published_from(self.source.pk, 90, at=NOON)], [self.article.headline, "Older"])
