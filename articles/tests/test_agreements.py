"""Contributors' agreements: demanded before their work is based, acting by their dates, kept with their proof."""

from datetime import timedelta

from django.test import TestCase

from articles import agreeing, basing, clearing, drafting, picture_rights
from articles.models import Article
from articles.obstacles import decide_now
from articles.refusals import FormRefused, MoveRefused, NotCleared
from articles.tests import builders as make
from articles.tests.builders import NOON
from articles.vocabulary import CreditRole, Role
from rights import keeping
from rights.models import ContributorAgreement, LedgerEntry
from rights.vocabulary import Basis, Onward, Use, Verdict

DAY = timedelta(days=1)


class AgreementTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        make.house()
        cls.all = make.everyone()
        cls.author = make.author("Neve Ostler")

    def agreed(self, reference="A-1", *, author=None, **terms) -> ContributorAgreement:
        given = {"starts_at": NOON - 30 * DAY} | terms
        letter = keeping.keep(b"We agree.", title="Agreement", by=self.all, at=NOON)
        return agreeing.record(author or self.author, agreeing.Terms(reference, **given), letter, by=self.all, at=NOON)

    def draft(self, *, at=NOON) -> Article:
        article = make.own_article(self.all, "By a contributor", at=at)
        drafting.set_credits(article, [(self.author, CreditRole.BY)])
        return article

    def based(self, agreement, *, at=NOON, article=None) -> Article:
        article = article or self.draft()
        basing.record(article.pk, {"agreement": agreement}, basis=Basis.OWN_CONTRIBUTOR, by=self.all, at=at)
        return Article.objects.get(pk=article.pk)

    def refusal(self, article: Article, *, at=NOON) -> str:
        found = basing.missing_for(article, at=at)
        return found[0].code if found else ""


class DemandedTests(AgreementTestCase):
    def test_without_an_agreement_the_basis_stays_proposed_and_nothing_is_cleared(self):
        article = self.based(None)

        self.assertEqual((article.work.is_verified, self.refusal(article)), (False, "no_agreement"))
        with self.assertRaises(NotCleared):
            clearing.clear(article.pk, by=self.all, at=NOON)

    def test_with_it_the_basis_is_confirmed_by_grants_that_name_its_proof(self):
        agreement = self.agreed()

        grant = self.based(agreement).work.grants.get()

        self.assertEqual((grant.onward, grant.granted_by, grant.valid_from), (Onward.NONE, "Neve Ostler", agreement.starts_at))
        self.assertEqual(list(grant.evidence.all()), [agreement.evidence])

    def test_only_what_may_be_passed_on_goes_to_partners(self):
        kept, passed = self.based(self.agreed()), self.based(self.agreed("A-2", is_onward=True))

        self.assertEqual([article.work.grants.get().onward for article in (kept, passed)], [Onward.NONE, Onward.SUBLICENSABLE])

    def test_an_agreement_with_somebody_who_is_not_credited_is_refused(self):
        other = self.agreed("A-3", author=make.author("Someone Else"))

        self.assertEqual(self.refusal(self.based(other)), "agreement_of_another")

    def test_one_that_has_not_begun_or_has_ended_is_refused(self):
        early = self.agreed("A-4", starts_at=NOON + DAY)
        over = self.agreed("A-5", starts_at=NOON - 9 * DAY, ends_at=NOON - DAY)

        self.assertEqual([self.refusal(self.based(one)) for one in (early, over)], ["agreement_not_in_force"] * 2)

    def test_another_basis_lets_the_agreement_go_unused(self):
        article = self.based(self.agreed())
        basing.record(article.pk, {"agreement": None}, basis=Basis.OWN_STAFF, by=self.all, at=NOON)

        self.assertIsNone(Article.objects.get(pk=article.pk).work.agreement)

    def test_a_contributors_picture_needs_one_too(self):
        asset = make.picture(self.all)
        with self.assertRaises(FormRefused) as refused:
            picture_rights.record(asset.pk, {}, basis=Basis.OWN_CONTRIBUTOR, by=self.all, at=NOON)
        self.assertEqual(refused.exception.code, "no_agreement")

        picture_rights.record(asset.pk, {"agreement": self.agreed()}, basis=Basis.OWN_CONTRIBUTOR, by=self.all, at=NOON)
        asset.work.refresh_from_db()
        self.assertTrue(asset.work.is_verified)


class EndingTests(AgreementTestCase):
    def test_where_delivered_work_stays_ours_the_end_changes_nothing_for_it(self):
        agreement = self.agreed(ends_at=NOON + DAY)
        article = self.based(agreement)

        self.assertEqual(decide_now(article, at=NOON + 2 * DAY).verdict, Verdict.ALLOW)
        self.assertEqual(self.refusal(article, at=NOON + 2 * DAY), "")

    def test_else_the_right_ends_with_it_to_the_second(self):
        article = self.based(self.agreed(ends_at=NOON + DAY, keeps_what_was_delivered=False))

        at = [decide_now(article, at=NOON + DAY + timedelta(seconds=step)).verdict for step in (-1, 0, 1)]
        self.assertEqual(at, [Verdict.ALLOW, Verdict.DENY, Verdict.DENY])

    def test_an_end_that_is_set_later_acts_as_well(self):
        agreement = self.agreed(keeps_what_was_delivered=False)
        article = self.based(agreement)

        agreeing.end(agreement.pk, ends_at=NOON + DAY, by=self.all, at=NOON)

        at = [decide_now(article, at=NOON + DAY + timedelta(seconds=step), use=Use.READ).verdict for step in (-1, 0)]
        self.assertEqual(at, [Verdict.ALLOW, Verdict.DENY])
        self.assertEqual(LedgerEntry.objects.last().act, "agreement_ended")

    def test_what_is_written_after_the_end_is_not_covered(self):
        agreement = self.agreed(ends_at=NOON + DAY)
        late = self.draft(at=NOON + 2 * DAY)

        self.assertEqual(self.refusal(self.based(agreement, article=late, at=NOON + 2 * DAY), at=NOON + 2 * DAY), "agreement_not_in_force")


class RefusalTests(AgreementTestCase):
    def test_bad_dates_and_a_reference_used_twice_are_refused_at_their_fields(self):
        self.agreed()
        for terms, field in (
            ({"ends_at": NOON - 31 * DAY}, "ends_at"),
            ({"reference": "A-1"}, "reference"),
            ({"reference": ""}, "reference"),
        ):
            with self.subTest(field), self.assertRaises(FormRefused) as refused:
                self.agreed(**{"reference": "A-9"} | terms)
            self.assertEqual(refused.exception.obstacles[0].field, field)

    def test_an_end_before_the_start_or_after_the_end_is_refused(self):
        agreement = self.agreed(starts_at=NOON + DAY)
        with self.assertRaises(FormRefused) as refused:
            agreeing.end(agreement.pk, ends_at=NOON, by=self.all, at=NOON)
        self.assertEqual(refused.exception.code, "end_before_start")

        over = self.agreed("A-2", ends_at=NOON - DAY)
        with self.assertRaises(FormRefused) as refused:
            agreeing.end(over.pk, ends_at=NOON + DAY, by=self.all, at=NOON)
        self.assertEqual(refused.exception.code, "ended")

    def test_only_the_rights_desk_records_and_ends_them(self):
        agreement = self.agreed()
        chief = make.user_with(Role.CHIEF)
        with self.assertRaises(MoveRefused):
            agreeing.record(self.author, agreeing.Terms("B-1", NOON), agreement.evidence, by=chief, at=NOON)
        with self.assertRaises(MoveRefused):
            agreeing.end(agreement.pk, ends_at=NOON + DAY, by=chief, at=NOON)
