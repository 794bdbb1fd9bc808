"""What a source forbids beside what it offers: at the page, for a partner, at the desk, and lifted with a reason."""

from datetime import timedelta

from django.utils import timezone

from articles import addresses, basing, clearing, published, publishing, rebasing
from articles.models import Article
from articles.obstacles import decide_now
from articles.refusals import FormRefused, MoveRefused, NotCleared, Refused
from articles.tests import builders as make
from articles.tests.builders import NOON
from articles.tests.desk_form import says
from articles.tests.test_desk_roles import DeskTestCase
from articles.tests.test_sources import LATER, OFFER, answered
from house.vocabulary import PartyClass
from rights.facts import PUBLIC, Recipient
from rights.models import LedgerEntry, Source, TermProposal
from rights.vocabulary import Basis, Condition, Reason, RecipientKind, TermKind, Use, Verdict

HOUR = timedelta(hours=1)
PARTNER = Recipient(RecipientKind.PARTNER, key="acme", classes=frozenset({PartyClass.COMMUNITY_SITE}))
WORDS = "Community sites may repost"


class BanCase(DeskTestCase):
    def taken(self, **codes):
        """A draft whose page offers and forbids, both confirmed, based on the source's terms."""
        article = make.taken_article(self.everyone)
        offer = article.work.proposals.get()
        TermProposal.objects.create(
            work=article.work, evidence=offer.evidence, kind=TermKind.PROHIBITION, rule="may-not", codes=codes, quote=WORDS, start=0, end=9
        )
        make.confirm_terms(article, self.everyone)
        basing.record(article.pk, make.RECORD, basis=Basis.SOURCE_TERMS, by=self.everyone, at=NOON)
        return Article.objects.get(pk=article.pk)


class StandingBanTests(BanCase):
    def test_a_ban_of_republishing_leaves_our_page_and_keeps_partners_off(self):
        version = make.published(self.taken(uses=["republish"]), self.everyone)

        page = published.decision_for(version.pk, Use.READ, PUBLIC, at=NOON)
        passed_on = published.decision_for(version.pk, Use.SYNDICATE, PARTNER, at=NOON)

        self.assertEqual((page.verdict, passed_on.reason), (Verdict.ALLOW, Reason.USE_NOT_COVERED))
        self.assertIn(Condition.PROHIBITED, passed_on.conditions)

    def test_a_ban_of_reading_keeps_it_off_our_page(self):
        article = self.taken(uses=["read"])

        self.assertEqual(decide_now(article, at=NOON).reason, Reason.USE_NOT_COVERED)
        with self.assertRaises(NotCleared):
            clearing.clear(article.pk, by=self.everyone, at=NOON)

    def test_an_answer_that_becomes_no_opens_it_once_the_basis_is_confirmed_again(self):
        article = self.taken(uses=["read"])
        ban = article.work.proposals.get(kind=TermKind.PROHIBITION)
        basing.answer_terms(article.pk, {ban.pk: False}, by=self.everyone, at=NOON + HOUR)
        with self.assertRaises(Refused):
            publishing.publish(article.pk, by=self.everyone, at=NOON + HOUR)
        clearing.clear(article.pk, by=self.everyone, at=NOON + HOUR)

        self.assertEqual(decide_now(Article.objects.get(pk=article.pk), at=NOON + HOUR).verdict, Verdict.ALLOW)
        self.assertEqual([row.act for row in LedgerEntry.objects.filter(act__in=("forbidden", "ban_lifted"))], ["forbidden", "ban_lifted"])

    def test_new_terms_without_the_ban_are_looked_ahead_without_it_and_lift_it(self):
        article = make.published(self.taken(uses=["republish"]), self.everyone).article
        terms = answered(Source.objects.get(), OFFER, self.everyone)

        (resting,) = rebasing.look_ahead(terms, at=LATER)
        gains = {change.exit_label for change in resting.changes if change.after == Verdict.ALLOW}
        rebasing.put_in_force(terms.pk, [article.work_id], by=self.everyone, at=LATER)

        self.assertTrue(gains)
        self.assertFalse(article.work.prohibitions.filter(lifted_at__isnull=True).exists())


class LiftingTests(BanCase):
    def setUp(self):
        self.article = self.taken(uses=["read"])
        self.ban = self.article.work.prohibitions.get()
        self.page = addresses.desk_article(self.article.pk)
        self.form = f"{self.page.removesuffix('change/')}bans/{self.ban.pk}/lift/"

    def test_the_desk_sees_it_with_its_words_and_only_the_rights_desk_is_offered_to_lift_it(self):
        for user, is_offered in [(self.editor, False), (self.desk, True)]:
            with self.subTest(user=user):
                shown = says(self.enter(user).get(self.page))
                self.assertEqual(
                    (f"“{WORDS}” They forbid: every use" in shown.replace("”They", "” They"), "Lift it" in shown), (True, is_offered)
                )

    def test_without_a_reason_it_stays(self):
        response = self.enter(self.desk).post(self.form, {"reason": "  "})

        self.assertEqual(response.status_code, 422)
        self.assertIn("Lifting a ban needs a reason. Say who allowed it, when and how.", says(response))
        with self.assertRaises(FormRefused):
            clearing.lift_ban(self.article.pk, self.ban.pk, by=self.desk, at=NOON, reason="  ")
        self.ban.refresh_from_db()
        self.assertIsNone(self.ban.lifted_at)

    def test_nobody_but_the_rights_desk_lifts_it_and_no_other_articles_page_does(self):
        other = make.own_article(self.editor)
        with self.assertRaises(MoveRefused):
            clearing.lift_ban(self.article.pk, self.ban.pk, by=self.chief, at=NOON, reason="They wrote.")
        with self.assertRaises(FormRefused):
            clearing.lift_ban(other.pk, self.ban.pk, by=self.desk, at=NOON, reason="They wrote.")

        self.assertEqual(self.enter(self.chief).post(self.form, {"reason": "They wrote."}).status_code, 403)
        self.ban.refresh_from_db()
        self.assertIsNone(self.ban.lifted_at)

    def test_with_a_reason_it_is_gone_and_stays_on_record(self):
        response = self.enter(self.desk).post(self.form, {"reason": "Their editor wrote on Monday."}, follow=True)

        self.assertIn("The ban is lifted. It stays on record with your reason.", says(response))
        self.assertNotIn("The owner forbids", says(response))
        self.assertEqual(decide_now(Article.objects.get(pk=self.article.pk), at=timezone.now()).verdict, Verdict.ALLOW)
        self.ban.refresh_from_db()
        self.assertEqual(self.ban.lift_reason, "Their editor wrote on Monday.")
        self.assertEqual(self.enter(self.desk).get(self.form).status_code, 404)
