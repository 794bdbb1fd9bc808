from datetime import UTC, datetime, timedelta

from django.db import connection
from django.test import TestCase

from house.models import House
from house.profile import record_profile
from rights import records
from rights.decision import decide
from rights.facts import PUBLIC, Recipient
from rights.models import Grant, Work
from rights.models.grants import Prohibition
from rights.records import Publication
from rights.vocabulary import Basis, Condition, Grantee, Onward, PartyClass, Reason, RecipientKind, Use, Verdict, Whose

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
ACME = Recipient(RecipientKind.PARTNER, "acme")
OTHERS = Recipient(RecipientKind.PARTNER, "globe")


class ContactTests(TestCase):
    def contact(self, whose, *grants):
        work = Work.objects.create(whose=whose, basis=Basis.FAIR_USE)
        for basis, contact, revoked_at in grants:
            whom = {"grantee": Grantee.HOUSE, "contact": contact}
            Grant.objects.create(work=work, basis=basis, uses=[str(Use.READ)], recorded_at=NOON, revoked_at=revoked_at, **whom)
        return records.work_facts([work.pk])[work.pk].contact

    def test_for_somebody_elses_work_the_site_that_carried_it_is_never_the_one_to_ask(self):
        site, owner = (Basis.SOURCE_TERMS, "site@source.example", NOON), (Basis.FAIR_USE, "owner@third.example", None)

        self.assertEqual(self.contact(Whose.THIRD_PARTY, site), "")
        self.assertEqual(self.contact(Whose.THIRD_PARTY, site, owner), "owner@third.example")

    def test_for_the_sites_own_work_it_is(self):
        self.assertEqual(self.contact(Whose.SOURCES_OWN, (Basis.SOURCE_TERMS, "site@source.example", NOON)), "site@source.example")

    def test_the_contact_of_the_present_basis_comes_before_that_of_a_former_one(self):
        old, new = (Basis.WRITTEN_PERMISSION, "old@source.example", NOON), (Basis.FAIR_USE, "new@source.example", None)

        self.assertEqual(self.contact(Whose.SOURCES_OWN, old, new), "new@source.example")


class WholeTests(TestCase):
    """Rows in, decisions out."""

    @classmethod
    def setUpTestData(cls):
        cls.work = Work.objects.create(whose=Whose.OURS, basis=Basis.OWN_STAFF, basis_confirmed_at=NOON)
        uses = [str(use) for use in Use]
        own = {"basis": Basis.OWN_STAFF, "onward": Onward.SUBLICENSABLE, "uses": uses, "recorded_at": NOON, "confirmed_at": NOON}
        cls.grant = Grant.objects.create(work=cls.work, grantee=Grantee.HOUSE, **own)

    def decide(self, use=Use.READ, recipient=PUBLIC, *, at=NOON, **publication):
        work = records.work_facts([self.work.pk], {self.work.pk: Publication(**publication)})[self.work.pk]
        return decide(work, use, recipient, at=at, house=records.house_facts(at))

    def tie(self, **strings):
        Grant.objects.filter(pk=self.grant.pk).update(**strings)

    def test_every_string_of_a_grant_is_read_from_its_row(self):
        for strings, use, condition in [
            ({"no_systematic": True}, Use.SYNDICATE, Condition.NO_SYSTEMATIC),
            ({"no_resale": True}, Use.SYNDICATE, Condition.NO_RESALE),
            ({"no_ads_adjacent": True}, Use.SYNDICATE, Condition.NO_ADS_ADJACENT),
            ({"fee": "80 EUR"}, Use.READ, Condition.FEE),
            ({"max_uses": 2}, Use.READ, Condition.COUNT),
            ({"delay_hours": 48}, Use.READ, Condition.DELAY),
        ]:
            with self.subTest(condition=condition):
                self.tie(no_systematic=False, no_resale=False, no_ads_adjacent=False, fee="", max_uses=None, delay_hours=None)
                self.assertEqual(self.decide(use, ACME).verdict, Verdict.ALLOW)
                self.tie(**strings)
                self.assertEqual(self.decide(use, ACME).conditions, (condition,))

    def test_uses_that_were_counted_and_a_delay_from_our_first_publication_are_passed_in(self):
        self.tie(max_uses=2, delay_hours=48)

        self.assertEqual(self.decide(uses_before=1, first_published_at=NOON - 48 * HOUR).verdict, Verdict.ALLOW)
        self.assertEqual(self.decide(uses_before=1, first_published_at=NOON).next_change_at, NOON + 48 * HOUR)
        self.assertEqual(self.decide(uses_before=2, first_published_at=NOON - 48 * HOUR).reason, Reason.USE_NOT_COVERED)

    def test_what_we_have_alone_goes_to_no_partner_until_then(self):
        self.tie(exclusive_until=NOON + HOUR)

        self.assertEqual(self.decide().verdict, Verdict.ALLOW)
        self.assertEqual(
            (self.decide(Use.SYNDICATE, ACME).reason, self.decide(Use.SYNDICATE, ACME).next_change_at), (Reason.EMBARGOED, NOON + HOUR)
        )

    def test_what_one_partner_has_alone_is_kept_from_all_others_until_its_grant_ends(self):
        given = {"basis": Basis.OWN_STAFF, "grantee": Grantee.PARTNER, "grantee_key": "acme", "uses": ["read"], "recorded_at": NOON}
        Grant.objects.create(work=self.work, confirmed_at=NOON, exclusive_until=NOON + 3 * HOUR, valid_to=NOON + HOUR, **given)

        self.assertEqual(self.decide(Use.SYNDICATE, ACME).verdict, Verdict.ALLOW)
        for recipient, use in [(OTHERS, Use.SYNDICATE), (PUBLIC, Use.READ)]:
            self.assertEqual(self.decide(use, recipient).conditions, (Condition.EXCLUSIVE,))
            self.assertEqual(self.decide(use, recipient).next_change_at, NOON + HOUR)

    def test_what_somebody_was_only_offered_alone_binds_nobody(self):
        self.tie(exclusive_until=NOON + HOUR, confirmed_at=None)
        Grant.objects.create(
            work=self.work, basis=Basis.OWN_STAFF, onward="sublicensable", uses=["read", "syndicate"], recorded_at=NOON, confirmed_at=NOON
        )

        self.assertEqual(self.decide(Use.SYNDICATE, ACME).verdict, Verdict.ALLOW)

    def test_a_ban_holds_until_it_is_lifted(self):
        ban = Prohibition.objects.create(work=self.work, uses=["print"], recorded_at=NOON)

        self.assertEqual((self.decide(Use.PRINT).conditions, self.decide().verdict), ((Condition.PROHIBITED,), Verdict.ALLOW))
        Prohibition.objects.filter(pk=ban.pk).update(lifted_at=NOON + HOUR)
        self.assertEqual(self.decide(Use.PRINT, at=NOON + HOUR).verdict, Verdict.ALLOW)

    def test_a_ban_in_words_that_nobody_knows_forbids_everything(self):
        Prohibition.objects.create(work=self.work, uses=["hologram"], classes=["martian"], recorded_at=NOON)

        self.assertEqual(self.decide().conditions, (Condition.PROHIBITED,))

    def test_a_row_that_says_what_nobody_knows_permits_nothing(self):
        for table, column, value in [
            ("rights_grant", "basis", "finders_keepers"),
            ("rights_grant", "grantee", "martian"),
            ("rights_grant", "onward", "whatever"),
            ("rights_grant", "commercial", "maybe"),
            ("rights_grant", "part", "most"),
            ("rights_grant", "end_action", "explode"),
            ("rights_grant", "grantee_class", "martian"),
            ("rights_grant", "channels", '["hologram"]'),
            ("rights_grant", "purposes", '["fun"]'),
            ("rights_grant", "obligations", '[{"name": "dance"}]'),
            ("rights_grant", "uses", '["hologram"]'),
            ("rights_work", "basis", "finders_keepers"),
        ]:
            with self.subTest(table=table, column=column), connection.cursor() as cursor:
                cursor.execute(f"SELECT {column} FROM {table}")
                before = cursor.fetchone()[0]
                cursor.execute(f"UPDATE {table} SET {column} = %s", [value])
                self.assertNotIn(self.decide().verdict, (Verdict.ALLOW, Verdict.ALLOW_PART))
                cursor.execute(f"UPDATE {table} SET {column} = %s", [before])
        self.assertEqual(self.decide().verdict, Verdict.ALLOW)

    def test_reading_costs_the_same_for_one_and_three_works_and_one_more_where_something_is_forbidden(self):
        others = [Work.objects.create(whose=Whose.OURS, basis=Basis.OWN_STAFF).pk for _ in range(2)]
        with self.assertNumQueries(3):
            records.work_facts([self.work.pk])
        with self.assertNumQueries(3):
            records.work_facts([self.work.pk, *others])
        Prohibition.objects.create(work=self.work, recorded_at=NOON)
        with self.assertNumQueries(4):
            records.work_facts([self.work.pk, *others])


class HouseTests(TestCase):
    ABOUT = {"name": "Harbour", "holder": "Harbour", "legal_form": "association", "classes": ["community_site"], "territory": "NL",
             "time_zone": "Europe/Amsterdam", "languages": ["en"], "default_language": "en",
             "contact_permissions": "a@harbour.example", "contact_desk": "d@harbour.example",
             "commercial_signals": ["advertising"]}  # fmt: skip

    def test_what_is_on_record_to_change_is_known_and_flips_the_answer_at_its_second(self):
        record_profile(by=None, at=NOON - HOUR, **self.ABOUT)
        record_profile(by=None, at=NOON + HOUR, carries_advertising=True)
        work = Work.objects.create(whose=Whose.SOURCES_OWN, basis=Basis.SOURCE_TERMS, basis_confirmed_at=NOON)
        offer = {"grantee": Grantee.CLASS, "grantee_class": PartyClass.COMMUNITY_SITE, "commercial": "no", "uses": ["read"]}
        Grant.objects.create(work=work, basis=Basis.SOURCE_TERMS, recorded_at=NOON, confirmed_at=NOON, **offer)

        with self.assertNumQueries(1):
            house = records.house_facts(NOON)
        now = decide(records.work_facts([work.pk])[work.pk], Use.READ, PUBLIC, at=NOON, house=house)
        then = decide(records.work_facts([work.pk])[work.pk], Use.READ, PUBLIC, at=NOON + HOUR, house=house)

        self.assertEqual((now.verdict, now.next_change_at), (Verdict.ALLOW, NOON + HOUR))
        self.assertEqual((then.verdict, then.reason), (Verdict.NEEDS_PERMISSION, Reason.COMMERCIAL_NEEDS_PERMISSION))

    def test_a_class_that_nobody_knows_is_none(self):
        record_profile(by=None, at=NOON - HOUR, **self.ABOUT)
        with connection.cursor() as cursor:
            cursor.execute("UPDATE house_house SET classes = %s", ['["martian"]'])

        self.assertEqual((records.house_facts(NOON).classes, House.objects.count()), (frozenset(), 1))
