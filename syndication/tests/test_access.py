"""Tokens: made once, kept as a hash, gone when revoked."""

import hashlib
from datetime import timedelta

from django.test import TestCase

from articles.refusals import MoveRefused
from articles.tests import builders as desk
from articles.tests.builders import NOON
from articles.vocabulary import Role
from house import changes
from syndication import access
from syndication.models import FeedToken
from syndication.tests.builders import community_partner, partner_for


class TokenTests(TestCase):
    def setUp(self):
        self.manager = desk.user_with(Role.PARTNER_MANAGER)
        self.partner = community_partner(self.manager)

    def issue(self, **options):
        return access.issue_token(self.partner.pk, by=self.manager, at=NOON, **options)

    def test_a_token_of_256_bits_is_kept_only_as_its_hash_and_last_four_characters(self):
        row, token = self.issue(name="  their server ")
        kept = FeedToken.objects.filter(pk=row.pk).values().get()

        self.assertEqual(len(token), 43)
        self.assertEqual(kept["token_hash"], hashlib.sha256(token.encode()).hexdigest())
        self.assertEqual((kept["last_characters"], kept["name"]), (token[-4:], "their server"))
        self.assertEqual([value for value in kept.values() if token in str(value)], [])

    def test_a_token_opens_its_partner_s_door(self):
        _row, token = self.issue()

        self.assertEqual(partner_for(token, NOON), self.partner)

    def test_no_two_tokens_are_alike(self):
        self.assertEqual(len({self.issue()[1] for _ in range(20)}), 20)

    def test_unknown_empty_odd_and_hashed_tokens_open_nothing(self):
        row, token = self.issue()

        for wrong in ("", token + "x", token[:-1], token.upper(), row.token_hash, "é\ud800", "x" * 10_000):
            self.assertIsNone(partner_for(wrong, NOON))

    def test_asking_costs_one_query_whatever_the_answer(self):
        row, revoked = self.issue()
        access.revoke_token(row.pk, by=self.manager, at=NOON)
        _row, good = self.issue()
        partner_for(good, NOON)

        for asked in (good, revoked, "unknown"):
            with self.assertNumQueries(1):
                partner_for(asked, NOON)

    def test_its_last_use_is_noted_every_ten_minutes_and_turns_no_feed(self):
        row, token = self.issue()
        told = changes.last()
        noted = []
        for minutes in (0, 9, 10, 12):
            partner_for(token, NOON + timedelta(minutes=minutes))
            row.refresh_from_db()
            noted.append(row.last_used_at - NOON)

        self.assertEqual(noted, [timedelta(minutes=minutes) for minutes in (0, 0, 10, 10)])
        self.assertEqual(changes.last(), told)

    def test_it_ends_at_the_moment_it_is_revoked_and_at_the_moment_it_expires(self):
        row, revoked = self.issue()
        later = NOON + timedelta(hours=1)
        _row, expiring = self.issue(expires_at=later)
        access.revoke_token(row.pk, by=self.manager, at=later)

        for token in (revoked, expiring):
            self.assertEqual(partner_for(token, later - timedelta(microseconds=1)), self.partner)
            self.assertIsNone(partner_for(token, later))

    def test_revoking_twice_keeps_the_first_moment(self):
        row, _token = self.issue()
        access.revoke_token(row.pk, by=self.manager, at=NOON)

        self.assertEqual(access.revoke_token(row.pk, by=self.manager, at=NOON + timedelta(days=1)).revoked_at, NOON)

    def test_nobody_but_a_partner_manager_makes_or_revokes_one_the_operator_included(self):
        row, _token = self.issue()
        operator = desk.user_with()
        operator.is_superuser = operator.is_staff = True
        operator.save()
        for person in [operator, *(desk.user_with(role) for role in set(Role) - {Role.PARTNER_MANAGER})]:
            with self.assertRaises(MoveRefused):
                access.issue_token(self.partner.pk, by=person, at=NOON)
            with self.assertRaises(MoveRefused):
                access.revoke_token(row.pk, by=person, at=NOON)
        self.assertEqual(FeedToken.objects.filter(revoked_at__isnull=True).count(), 1)
