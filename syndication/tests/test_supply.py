"""What agreements let a partner pull: selections, several together, delays, monthly quotas, countries, and when each turns."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from django.test import SimpleTestCase

from articles import publishing, withdrawing
from articles.tests import builders as desk
from articles.tests.builders import NOON
from articles.vocabulary import CorrectionKind, Move
from rights.models import Grant
from rights.vocabulary import Basis, Part
from syndication import memory, offers, withheld
from syndication.models import Offer
from syndication.supply import month_of, supply_of
from syndication.tests.builders import LONG_AGO, agreement, feed_path, partner
from syndication.tests.case import FeedCase

OURS, THEIRS = "The ferry runs again", "Dredging starts in the north basin"


class MonthTests(SimpleTestCase):
    def test_a_month_begins_at_midnight_in_the_house_s_zone_also_when_the_clock_turns_within_it(self):
        zone = ZoneInfo("Europe/Amsterdam")

        self.assertEqual(month_of(datetime(2026, 10, 31, 23, 30, tzinfo=UTC), zone)[0], datetime(2026, 10, 31, 23, tzinfo=UTC))
        self.assertEqual(month_of(datetime(2026, 10, 9, tzinfo=UTC), zone)[1], datetime(2026, 10, 31, 23, tzinfo=UTC))
        self.assertEqual(month_of(datetime(2026, 12, 31, 22, 59, tzinfo=UTC), zone)[1], datetime(2026, 12, 31, 23, tzinfo=UTC))


class AgreedCase(FeedCase):
    def setUp(self):
        super().setUp()
        self.row = partner(self.chief)
        self.row.agreements.all().delete()

    def got(self):
        return [one.headline for one in withheld.of(self.row, at=self.now).gets]

    def lacks(self):
        return [one.reason for one in withheld.of(self.row, at=self.now).withheld]


class SelectionTests(AgreedCase):
    def setUp(self):
        super().setUp()
        self.ours = desk.published_article(self.chief)
        self.theirs = desk.source_terms_article(self.chief)

    def test_within_one_kind_any_is_enough_and_several_kinds_narrow_one_another(self):
        self.ours.tags.create(name="Ferries", slug="ferries")
        tag, ada, ivo = self.ours.tags.get(), desk.author(), desk.author("Ivo Ballast")
        harbour, schools = desk.section(), desk.section("Schools")
        table = [
            ({}, [THEIRS, OURS]),
            ({"sections": [harbour]}, [THEIRS, OURS]),
            ({"sections": [schools]}, []),
            ({"sections": [schools, harbour]}, [THEIRS, OURS]),
            ({"tags": [tag]}, [OURS]),
            ({"authors": [ivo]}, [THEIRS]),
            ({"authors": [ivo, ada]}, [THEIRS, OURS]),
            ({"authors": [ivo], "tags": [tag]}, []),
            ({"languages": ["de", "en"]}, [THEIRS, OURS]),
            ({"languages": ["en-gb"]}, []),
            ({"bases": [Basis.OWN_STAFF, Basis.CC]}, [OURS]),
            ({"bases": [Basis.SOURCE_TERMS], "sections": [harbour]}, [THEIRS]),
        ]
        for chosen, expected in table:
            with self.subTest(chosen):
                row = agreement(self.row)
                for kind, value in chosen.items():
                    getattr(row, kind).set(value) if kind in ("sections", "tags", "authors") else setattr(row, kind, value)
                row.save()
                self.assertEqual(self.got(), expected)
                self.assertEqual(set(self.lacks()), set() if len(expected) == 2 else {"agreement_selection"})
                row.delete()

    def test_of_several_the_most_generous_counts_and_of_equals_the_one_without_a_quota_then_the_oldest(self):
        agreement(self.row, part=Part.HEADLINE)
        limited = agreement(self.row, quota=5, starts_at=LONG_AGO - timedelta(days=9))
        first, _second = agreement(self.row), agreement(self.row, starts_at=LONG_AGO + timedelta(days=1))
        agreement(self.row, channels=["print"], starts_at=LONG_AGO - timedelta(days=20))
        offers.bring_up_to_date(self.row, at=self.now)
        self.assertEqual(set(Offer.objects.values_list("agreement", flat=True)), {first.pk})

        self.row.agreements.exclude(pk=limited.pk).exclude(part=Part.HEADLINE).update(suspended_at=self.now)
        supply = supply_of(self.row, self.now)
        self.assertEqual(supply.part_for(self.ours, self.now), Part.FULL)
        self.assertEqual(supply.in_force(self.now)[0].id, limited.pk)

    def test_it_counts_from_its_start_up_to_its_end(self):
        agreement(self.row, starts_at=NOON, ends_at=NOON + timedelta(hours=1))
        moments = [NOON - timedelta(seconds=1), NOON, NOON + timedelta(minutes=59), NOON + timedelta(hours=1)]

        self.assertEqual([supply_of(self.row, at).part_for(self.ours, at) for at in moments], [None, Part.FULL, Part.FULL, None])


class DelayTests(AgreedCase):
    def setUp(self):
        super().setUp()
        self.path = feed_path(self.row, self.chief)
        agreement(self.row, delay_minutes=90)
        self.version = desk.published_article(self.chief)

    def test_it_goes_when_the_delay_is_over_whoever_remembers_the_feed(self):
        self.assertEqual((self.titles(self.path), self.lacks()), ([], ["agreement_delay"]))
        self.later(minutes=29, seconds=59)
        self.assertEqual(self.titles(self.path), [])
        self.later(seconds=1)
        self.assertEqual(self.titles(self.path), [OURS])

    def test_a_correction_of_what_the_partner_has_does_not_wait(self):
        self.later(minutes=30)
        self.assertEqual(self.titles(self.path), [OURS])
        article = self.version.article
        self.row.agreements.update(delay_minutes=600)
        publishing.correct(article.pk, by=self.chief, at=self.now, kind=CorrectionKind.CORRECTION, note="It left at ten.")

        self.assertEqual(self.titles(self.path), [OURS])
        self.assertEqual([(one.kind, one.version.number) for one in Offer.objects.all()], [("offered", 1), ("changed", 2)])


class QuotaTests(AgreedCase):
    def setUp(self):
        super().setUp()
        self.path = feed_path(self.row, self.chief)
        self.agreed = agreement(self.row, quota=2)

    def publish(self, *headlines):
        made = [desk.published_article(self.chief, headline, at=self.now) for headline in headlines]
        self.later(minutes=1)
        return made

    def test_when_it_is_used_up_nothing_new_follows_until_the_month_ends_where_we_are(self):
        first, _second, _third = [self.publish(name)[0] for name in ("One", "Two", "Three")]
        self.assertEqual((self.titles(self.path), self.lacks()), (["Three", "Two"], ["agreement_quota"]))
        self.publish("Four")
        self.assertEqual(self.titles(self.path), ["Three", "Two"])
        self.assertEqual(first.article.state, "published")

        self.traveller.move_to(datetime(2026, 11, 30, 22, 59, 59, tzinfo=UTC))
        self.assertEqual(self.titles(self.path), ["Three", "Two"])
        self.later(seconds=1)
        self.assertEqual(self.titles(self.path), ["Four", "One", "Three", "Two"])

    def test_removals_flow_give_nothing_back_and_what_comes_again_is_not_new(self):
        one, _two = self.publish("One", "Two")
        self.assertEqual(self.titles(self.path), ["One", "Two"])
        withdrawing.withdraw(one.article_id, Move.UNPUBLISH, by=self.chief, at=self.now, reason="It was wrong.")
        self.publish("Three")
        self.assertEqual(self.titles(self.path), ["Two", "Withdrawn"])

        desk.published(one.article, self.chief, at=self.now)
        memory.forget_all()
        self.assertEqual(self.titles(self.path), ["One", "Two"])

    def test_beside_one_of_headlines_the_rest_come_as_headlines(self):
        agreement(self.row, part=Part.HEADLINE)
        self.publish("One", "Two", "Three")
        self.titles(self.path)

        self.assertEqual(sorted(Offer.objects.values_list("agreement", flat=True)), [self.agreed.pk, self.agreed.pk, self.agreed.pk + 1])


class CountryTests(AgreedCase):
    def setUp(self):
        super().setUp()
        self.version = desk.source_terms_article(self.chief)

    def grant(self, *territories):
        Grant.objects.filter(work=self.version.work).update(territories=list(territories))

    def test_rights_must_allow_every_country_of_the_agreement(self):
        table = [([], [], [THEIRS]), ([], ["DE"], [THEIRS]), (["DE"], [], []), (["DE"], ["DE"], [THEIRS]), (["DE"], ["AT", "DE"], []),
                 (["AT", "CH", "DE"], ["AT", "DE"], [THEIRS]), (["CH"], ["AT", "DE"], [])]  # fmt: skip
        for granted, agreed, expected in table:
            with self.subTest(granted=granted, agreed=agreed):
                self.grant(*granted)
                row = agreement(self.row, territories=agreed)
                self.assertEqual(self.got(), expected)
                self.assertEqual(self.lacks(), [] if expected else ["territory"])
                row.delete()

    def test_a_partner_in_none_of_the_countries_gets_nothing_and_the_desk_reads_why(self):
        self.row.territory = "NL"
        self.row.save()
        agreement(self.row, territories=["AT", "DE"])
        overview = withheld.of(self.row, at=self.now)

        self.assertEqual((self.got(), self.lacks()), ([], ["agreement_country"]))
        self.assertIn("for other countries", overview.obstacle)

    def test_it_goes_under_the_agreement_whose_countries_rights_allow_and_is_kept_when_that_one_ends(self):
        self.grant("DE")
        agreement(self.row)
        german = agreement(self.row, territories=["DE"])
        offers.bring_up_to_date(self.row, at=self.now)
        self.assertEqual(Offer.objects.get().agreement, german)

        german.ends_at = self.now
        german.save()
        offers.bring_up_to_date(self.row, at=self.now)
        self.assertEqual(list(Offer.objects.values_list("kind", flat=True)), ["offered", "lapsed"])
        self.grant("FR")
        offers.bring_up_to_date(self.row, at=self.now)
        self.assertEqual(Offer.objects.standing().get().kind, "withdrawn")
