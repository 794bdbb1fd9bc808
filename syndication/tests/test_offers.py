"""What a feed has said, kept in rows: in order, once, and again only when something changed."""

from unittest import mock

from articles import clearing, publishing, withdrawing
from articles.tests import builders as desk
from articles.vocabulary import CorrectionKind, Move
from house.profile import record_profile
from rights.models import Grant
from rights.vocabulary import Part
from syndication import feeds, offers, partnership, survey
from syndication.models import Offer, PartnerState
from syndication.tests.builders import agreement, commercial_partner, community_partner
from syndication.tests.case import FeedCase


class OffersTests(FeedCase):
    def setUp(self):
        super().setUp()
        self.partner = community_partner(self.chief)

    def said(self, partner=None):
        """Number, article, kind and whether it stands, after a poll."""
        row = partner or self.partner
        offers.bring_up_to_date(row, at=self.now)
        return list(Offer.objects.filter(partner=row).values_list("number", "article", "kind", "superseded"))

    def correct(self, version):
        clearing.clear(version.article_id, by=self.chief, at=self.now)
        return publishing.correct(version.article_id, by=self.chief, at=self.now, kind=CorrectionKind.CORRECTION, note="At ten.")

    def test_the_oldest_gets_the_lowest_number_and_looking_again_adds_nothing(self):
        first, second = desk.published_article(self.chief), desk.published_article(self.chief, "Second", at=self.now)
        expected = [(1, first.article_id, "offered", False), (2, second.article_id, "offered", False)]

        self.assertEqual(self.said(), expected)
        self.assertEqual(self.said(), expected)

    def test_a_newer_version_is_a_change_and_what_was_said_before_no_longer_stands(self):
        version = desk.published_article(self.chief)
        self.said()
        newer = self.correct(version)
        pk = version.article_id

        self.assertEqual(self.said(), [(1, pk, "offered", True), (2, pk, "changed", False)])
        self.assertEqual(Offer.objects.get(number=2).version, newer)

    def test_another_extent_or_duty_under_the_same_version_is_a_change(self):
        version = desk.published_article(self.chief)
        self.said()
        self.partner.agreements.update(part=Part.EXCERPT)
        self.said()
        Grant.objects.update(obligations=[{"name": "credit_author", "value": "Ada Quill"}])

        self.assertEqual([kind for _n, _a, kind, _s in self.said()], ["offered", "changed", "changed"])
        self.assertEqual(set(Offer.objects.values_list("version", flat=True)), {version.pk})

    def test_a_new_grant_reaches_an_old_story(self):
        version = desk.source_terms_article(self.chief)
        row = commercial_partner(self.chief)
        self.assertEqual(self.said(row), [])
        desk.published_article(self.chief, "In between", at=self.now)
        self.said(row)
        Grant.objects.create(
            work=version.work, basis=version.work.basis, grantee="partner", grantee_key=row.slug, uses=["syndicate"],
            recorded_at=self.now, confirmed_at=self.now,
        )  # fmt: skip

        self.assertEqual(self.said(row)[-1], (2, version.article_id, "offered", False))

    def test_what_is_no_longer_allowed_is_withdrawn_once_and_what_is_regained_is_offered(self):
        version = desk.source_terms_article(self.chief)
        self.said()
        record_profile(by=self.chief, at=self.later(seconds=1), carries_advertising=True)
        self.assertEqual([kind for _n, _a, kind, _s in self.said()], ["offered", "withdrawn"])
        self.assertEqual(len(self.said()), 2)
        record_profile(by=self.chief, at=self.later(seconds=1), carries_advertising=False)

        self.assertEqual([kind for _n, _a, kind, _s in self.said()], ["offered", "withdrawn", "offered"])
        self.assertEqual(set(Offer.objects.values_list("version", flat=True)), {version.pk})

    def test_an_agreement_that_ends_stops_supply_and_takes_nothing_back(self):
        desk.published_article(self.chief)
        self.said()
        self.partner.agreements.update(ends_at=self.now)
        self.assertEqual([kind for _n, _a, kind, _s in self.said()], ["offered", "lapsed"])
        self.assertEqual(len(self.said()), 2)
        agreement(self.partner)

        self.assertEqual([kind for _n, _a, kind, _s in self.said()], ["offered", "lapsed", "offered"])

    def test_after_an_agreement_ended_a_correction_is_told_as_a_removal(self):
        version = desk.published_article(self.chief)
        self.said()
        self.partner.agreements.update(ends_at=self.now)
        self.correct(version)

        self.assertEqual([kind for _n, _a, kind, _s in self.said()], ["offered", "withdrawn"])

    def test_each_partner_counts_for_itself(self):
        desk.published_article(self.chief)
        other = commercial_partner(self.chief)

        self.assertEqual([self.said()[0][0], self.said(other)[0][0]], [1, 1])

    def test_two_polls_at_once_say_it_once(self):
        desk.published_article(self.chief)
        seen_before = survey.of_the_page(self.partner, at=self.now)
        self.said()
        # The second looked before the first wrote, and looks again once it holds the partner's row.
        real = survey.of_the_page
        with mock.patch.object(survey, "of_the_page", side_effect=[seen_before, real(self.partner, at=self.now)]):
            offers.bring_up_to_date(self.partner, at=self.now)

        self.assertEqual(Offer.objects.count(), 1)


class WorkersRoundTests(FeedCase):
    def test_the_short_round_offers_what_nobody_pulled_yet(self):
        desk.published_article(self.chief)
        community_partner(self.chief), commercial_partner(self.chief)
        feeds.keep_up(self.now)

        self.assertEqual(Offer.objects.count(), 2)

    def test_the_long_round_finds_what_is_far_off_the_page(self):
        old = desk.source_terms_article(self.chief)
        row = community_partner(self.chief)
        offers.bring_up_to_date(row, at=self.now)
        with mock.patch.object(survey, "PAGE", 1), mock.patch.object(survey, "WINDOW", 1), mock.patch.object(offers, "STEP", 1):
            for number in range(2):
                desk.published_article(self.chief, f"Newer {number}", at=self.later(minutes=1))
                offers.bring_up_to_date(row, at=self.now)
            record_profile(by=self.chief, at=self.later(seconds=1), carries_advertising=True)
            offers.bring_up_to_date(row, at=self.now)
            standing = Offer.objects.standing().filter(article=old.article_id)
            self.assertEqual(standing.get().kind, "offered")
            offers.review_everything(self.now)

        self.assertEqual(standing.get().kind, "withdrawn")

    def test_it_leaves_alone_whom_nobody_supplies_any_more(self):
        desk.published_article(self.chief)
        row = community_partner(self.chief)
        feeds.keep_up(self.now)
        partnership.change_state(row.pk, PartnerState.ENDED, by=self.chief, at=self.now)
        self.later(days=30)
        withdrawing.withdraw(Offer.objects.get().article_id, Move.KILL, by=self.chief, at=self.now, reason="Wrong.")
        feeds.keep_up(self.now)
        offers.review_everything(self.now)

        self.assertEqual(Offer.objects.count(), 1)
