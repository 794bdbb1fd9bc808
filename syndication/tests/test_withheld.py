"""The desk reads what a partner gets now, and why not the rest."""

from articles import addresses
from articles.tests import builders as desk
from rights.models import Grant
from syndication import partnership, withheld
from syndication.allotting import Lack
from syndication.models import Offer, PartnerState
from syndication.tests.builders import agreement, commercial_partner, community_partner
from syndication.tests.case import FeedCase
from syndication.withheld import WORDS

OURS, THEIRS = "The ferry runs again", "Dredging starts in the north basin"


class OverviewTests(FeedCase):
    def of(self, row):
        return withheld.of(row, at=self.now)

    def test_a_commercial_partner_is_refused_the_source_s_story_for_a_reason_that_can_be_acted_on(self):
        version = desk.source_terms_article(self.chief)
        desk.published_article(self.chief)
        overview = self.of(commercial_partner(self.chief))
        (one,) = overview.withheld

        self.assertEqual([got.headline for got in overview.gets], [OURS])
        self.assertEqual((one.headline, one.verdict, one.reason), (THEIRS, "needs_permission", "commercial_needs_permission"))
        self.assertIn("it needs the owner's permission", one.sentence)
        self.assertIn("record the answer as a grant", one.remedy)
        self.assertEqual((one.url, overview.obstacle), (addresses.desk_article(version.article_id), ""))

    def test_what_must_not_be_sold_on_or_stand_beside_advertising_waits_for_what_is_recorded_of_the_partner(self):
        work = desk.source_terms_article(self.chief).work
        row = community_partner(self.chief)
        for limit, fact in [("no_resale", "pays_us"), ("no_ads_adjacent", "carries_advertising")]:
            Grant.objects.filter(work=work).update(**{"no_resale": False, "no_ads_adjacent": False, limit: True})
            for recorded, got in [(None, []), (True, []), (False, [THEIRS])]:
                with self.subTest(fact=fact, recorded=recorded):
                    setattr(row, fact, recorded)
                    self.assertEqual([one.headline for one in self.of(row).gets], got)

    def test_a_community_partner_is_refused_nothing_but_fair_use(self):
        desk.source_terms_article(self.chief)
        desk.fair_use_article(self.chief, desk.everyone())
        overview = self.of(community_partner(self.chief))

        self.assertEqual([got.headline for got in overview.gets], [THEIRS])
        self.assertEqual([one.reason for one in overview.withheld], ["fair_use_not_transferable"])

    def test_without_an_agreement_that_stands_first(self):
        desk.published_article(self.chief)
        row = community_partner(self.chief)
        row.agreements.update(ends_at=self.now)
        overview = self.of(row)

        self.assertEqual(overview.obstacle, "No agreement with this partner is in force for the web. Record one, with its dates.")
        self.assertEqual([(one.headline, one.reason) for one in overview.withheld], [(OURS, "agreement")])

    def test_what_lies_outside_the_agreed_sections_says_so(self):
        desk.published_article(self.chief)
        row = community_partner(self.chief)
        row.agreements.all().delete()
        agreement(row, desk.section("Schools"))

        self.assertEqual([one.sentence for one in self.of(row).withheld], [WORDS[Lack.SELECTION][0]])

    def test_a_suspended_partner_gets_nothing_and_the_page_says_why(self):
        desk.published_article(self.chief)
        row = community_partner(self.chief)
        stopped = partnership.change_state(row.pk, PartnerState.SUSPENDED, by=self.chief, at=self.now)
        overview = self.of(stopped)

        self.assertEqual((overview.gets, [one.reason for one in overview.withheld]), ((), ["partner_suspended"]))
        self.assertTrue(overview.obstacle.startswith("This partner is suspended:"))

    def test_a_story_that_would_not_show_what_it_owes_is_among_the_withheld(self):
        version = desk.source_terms_article(self.chief)
        Grant.objects.filter(work=version.work).update(obligations=[{"name": "licence_link", "value": ""}])

        self.assertEqual([one.reason for one in self.of(community_partner(self.chief)).withheld], ["obligation_unmet"])

    def test_looking_offers_nothing(self):
        desk.published_article(self.chief)
        self.of(community_partner(self.chief))

        self.assertEqual(Offer.objects.count(), 0)
