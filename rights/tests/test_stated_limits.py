"""What terms limit reaches the grants, the stricter of two; what has no field is said in words."""

from datetime import UTC, datetime

from django.test import SimpleTestCase

from rights import stated_limits
from rights.models import Grant
from rights.terms import read_terms
from rights.vocabulary import TermKind


def read(text: str) -> tuple[dict[str, object], list[tuple[str, dict[str, object]]]]:
    proposals = read_terms(text).proposals
    offer = next(p for p in proposals if p.kind == TermKind.PERMISSION)
    return dict(offer.codes), [(p.kind, dict(p.codes)) for p in proposals]


class StatedLimitsTests(SimpleTestCase):
    def test_delay_end_and_bans_become_fields_and_the_rest_a_note(self):
        fields = stated_limits.of_offer(
            *read(
                "Local news websites may republish our articles, but not before 48 hours after we publish them. Take at most 3 articles a "
                "week. You can't sell our stories. The permission runs until 30 June 2027. Do not edit the text, except for house style."
            )
        )

        self.assertEqual((fields["delay_hours"], fields["no_resale"], fields["unaltered"]), (48, True, True))
        self.assertEqual(fields["valid_to"], datetime(2027, 7, 1, tzinfo=UTC))
        self.assertEqual(fields["note"], "At most 3 of theirs in one week. Edits that they accept: house style.")

    def test_every_field_is_one_of_a_grant(self):
        fields = stated_limits.of_offer(*read("Excerpts of up to 200 words may be republished online."))

        self.assertLessEqual(set(fields), {field.name for field in Grant._meta.get_fields()})
        self.assertEqual((fields["part"], fields["max_chars"]), ("excerpt", 1000))

    def test_the_earlier_of_two_ends_and_the_longer_of_two_delays_hold(self):
        march = datetime(2027, 3, 1, tzinfo=UTC)
        said = [(TermKind.CONDITION, {"delay_hours": 24, "not_after": "2027-05-31"}), (TermKind.CONDITION, {"delay_hours": 72})]

        fields = stated_limits.of_offer({"uses": ["read"], "delay_hours": 48}, said, ends=march)

        self.assertEqual((fields["delay_hours"], fields["valid_to"]), (72, march))

    def test_nothing_said_limits_nothing(self):
        fields = stated_limits.of_offer({"uses": ["read"]}, [])

        self.assertEqual({name: value for name, value in fields.items() if value}, {})

    def test_a_ban_takes_what_it_names(self):
        for codes, uses, classes, channels in [
            ({"uses": ["translate", "republish"]}, ["republish", "translate"], [], []),
            ({"verdict": "deny"}, [], [], []),
            ({"uses": ["read", "republish"]}, [], [], []),
            ({"uses": ["republish"], "channels": ["print"]}, [], [], ["print"]),
            ({"uses": ["translate"], "channels": ["web"]}, ["translate"], [], ["web"]),
            ({"commercial": "no"}, [], ["commercial_site"], []),
            ({"uses": ["republish"], "classes": ["broadcaster"]}, ["republish"], ["broadcaster"], []),
            ({"verdict": "needs_permission", "uses": ["republish", "translate"]}, ["translate"], [], []),
        ]:
            with self.subTest(codes=codes):
                self.assertEqual(stated_limits.ban("may-not", codes), {"uses": uses, "classes": classes, "channels": channels})

    def test_what_only_says_that_the_world_is_closed_leaves_the_offer_as_it_is(self):
        for text in [
            "All rights reserved.",
            "All other uses are prohibited.",
            "Content may be copied only with the written consent of the publisher.",
        ]:
            ban = next(p for p in read_terms(text).proposals if p.kind == TermKind.PROHIBITION)
            with self.subTest(text=text):
                self.assertIsNone(stated_limits.ban(ban.rule, ban.codes))

    def test_a_confirmed_ban_takes_money(self):
        bans = [(TermKind.PROHIBITION, {"uses": ["translate"]}), (TermKind.PROHIBITION, {"commercial": "no"})]

        self.assertTrue(stated_limits.is_not_for_money(bans))
        self.assertFalse(stated_limits.is_not_for_money([(TermKind.PERMISSION, {"commercial": "no"})]))
