"""What a partner reads of its agreements, and of what is kept back from it."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from articles import clearing
from articles.tests import builders as desk
from articles.tests.builders import NOON
from house.models import House
from rights.models import Grant
from rights.vocabulary import Part, Reason
from syndication import feeds
from syndication.allotting import Lack
from syndication.models import KEPT, Agreement
from syndication.own_page import agreed, kept_back
from syndication.tests.builders import LONG_AGO, agreement, commercial_partner, community_partner
from syndication.tests.case import FeedCase

ZONE = ZoneInfo("Europe/Dublin")
DESK, PERMISSIONS = "desk@", "permissions@"


class AgreedTests(FeedCase):
    def setUp(self):
        super().setUp()
        self.partner = community_partner(self.chief, territory="IE")
        Agreement.objects.all().delete()

    def lines(self, **fields):
        chosen = {kind: fields.pop(kind, ()) for kind in ("tags", "authors")}
        row = agreement(self.partner, *fields.pop("sections", ()), **fields)
        for kind, rows in chosen.items():
            getattr(row, kind).set(rows)
        (shown,) = agreed.shown(self.partner, {row.pk: 3}, ZONE, self.now)
        row.delete()
        return dict(shown.lines)

    def test_what_was_selected_is_listed_by_name(self):
        harbour, council = desk.section("Harbour"), desk.section("Council")
        said = [
            self.lines()["What"],
            self.lines(sections=[harbour, council])["What"],
            self.lines(sections=[harbour], authors=[desk.author()], languages=["en", "de"], bases=["own_staff", "cc"])["What"],
        ]

        self.assertEqual(
            said,
            [
                "Everything that its rights let you have.",
                "Stories: sections Council or Harbour.",
                "Stories that match all of these: sections Harbour; by Ada Quill; languages de or en; "
                "used on the basis of a Creative Commons licence or our own staff's work.",
            ],
        )

    def test_delays_quotas_and_countries_are_said_in_whole_words(self):
        delays = [self.lines(delay_minutes=minutes)["When"].split(" after")[0] for minutes in (1, 90, 60, 180, 1440, 2880)]
        quotas = [self.lines(quota=quota)["How many"] for quota in (20, 2)]
        countries = [self.lines()["Countries"], self.lines(territories=["IE", "DE"])["Countries"]]

        self.assertEqual(delays, ["1 minute", "90 minutes", "1 hour", "3 hours", "1 day", "2 days"])
        self.assertEqual(quotas[0], "20 new stories a month; 3 of this month’s used. Corrections don’t count.")
        self.assertTrue(quotas[1].startswith("2 new stories a month; 2 of"))
        self.assertEqual(countries, ["Where you are: IE.", "DE, IE."])

    def test_each_state_has_its_word_and_what_ended_long_ago_is_not_shown(self):
        for starts, ends, suspended in (
            (LONG_AGO, None, None),
            (self.now + timedelta(days=1), None, None),
            (LONG_AGO, self.now - timedelta(days=1), None),
            (LONG_AGO, None, self.now),
            (LONG_AGO, self.now - KEPT, None),
        ):
            agreement(self.partner, starts_at=starts, ends_at=ends, suspended_at=suspended)
        states = sorted((one.state, one.is_in_force) for one in agreed.shown(self.partner, {}, ZONE, self.now))

        self.assertEqual(states, [("ended", False), ("in force", True), ("not begun", False), ("suspended", False)])

    def test_a_day_is_the_house_s_day(self):
        self.assertEqual(agreed.day(NOON.replace(month=7, hour=23, minute=30), ZONE), "21 July 2026")


class KeptBackTests(FeedCase):
    def reasons(self, partner):
        house = House.objects.in_force(self.now)
        found = kept_back.by_reason(feeds.open_feed(partner, at=self.now).seen, partner, house)
        who = {house.contact_desk: DESK, house.contact_permissions: PERMISSIONS, "": ""}
        return [(one.count, one.sentence, who[one.ask]) for one in found]

    def test_rights_are_said_before_agreements_the_most_frequent_reason_first(self):
        desk.fair_use_article(self.chief, desk.everyone())
        for number in range(2):
            desk.published_article(self.chief, f"Story {number}")
        partner = community_partner(self.chief)
        partner.agreements.update(delay_minutes=600)

        expected = [(2, kept_back.LACKS[Lack.DELAY], ""), (1, kept_back.RIGHTS[Reason.FAIR_USE_NOT_TRANSFERABLE], PERMISSIONS)]
        self.assertEqual(self.reasons(partner), expected)

    def test_a_commercial_partner_reads_that_the_owners_want_to_be_asked(self):
        desk.cc_article(self.chief)

        self.assertEqual(
            self.reasons(commercial_partner(self.chief)), [(1, kept_back.RIGHTS[Reason.COMMERCIAL_NEEDS_PERMISSION], PERMISSIONS)]
        )

    def test_an_agreement_for_other_stories_leads_to_the_desk(self):
        desk.published_article(self.chief)
        partner = community_partner(self.chief)
        partner.agreements.get().sections.add(desk.section("Elsewhere"))

        self.assertEqual(self.reasons(partner), [(1, kept_back.LACKS[Lack.SELECTION], DESK)])

    def test_a_hold_says_no_more_than_that_it_is_one(self):
        version = desk.published_article(self.chief)
        clearing.place_hold(version.article_id, by=self.chief, at=self.now, reason="A letter from Mr Canary.")
        said = self.reasons(community_partner(self.chief))

        self.assertEqual(said, [(1, kept_back.RIGHTS[Reason.NOTICE_HOLD], PERMISSIONS)])

    def test_a_permission_that_was_taken_back_is_over(self):
        version = desk.published_article(self.chief)
        Grant.objects.filter(work=version.work).update(revoked_at=self.now)

        self.assertEqual(self.reasons(community_partner(self.chief))[0][1:], (kept_back.RIGHTS[Reason.EXPIRED], PERMISSIONS))

    def test_every_lack_has_words(self):
        self.assertEqual({*Lack}, {*kept_back.LACKS})
        self.assertEqual({*Part}, {*agreed.HOW_MUCH})
