"""An owner's ban is recorded with its words, holds at once, and is lifted once."""

from datetime import UTC, datetime, timedelta

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.test import TestCase

from rights import banning, records
from rights.decision import decide
from rights.facts import PUBLIC
from rights.models import Grant, LedgerEntry, Work
from rights.vocabulary import Basis, Condition, Use, Verdict, Whose

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


class BanTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.desk = get_user_model().objects.create_user("desk")
        cls.work = Work.objects.create(whose=Whose.OURS, basis=Basis.OWN_STAFF, basis_confirmed_at=NOON)
        Grant.objects.create(work=cls.work, basis=Basis.OWN_STAFF, uses=["read", "print"], recorded_at=NOON, confirmed_at=NOON)

    def forbid(self, **what):
        return banning.forbid(self.work, **{"words": "Not in print.", "by": self.desk, "role": "rights_desk", "at": NOON, **what})

    def decide(self, use, at):
        return decide(records.work_facts([self.work.pk])[self.work.pk], use, PUBLIC, at=at, house=records.house_facts(at))

    def test_it_holds_from_its_moment_until_it_is_lifted_and_both_stand_in_the_ledger(self):
        ban = self.forbid(uses=[Use.PRINT])
        banning.lift(ban, by=self.desk, role="rights_desk", at=NOON + HOUR)
        banning.lift(ban, by=self.desk, role="rights_desk", at=NOON + 2 * HOUR)

        self.assertEqual(self.decide(Use.PRINT, NOON - HOUR).verdict, Verdict.ALLOW)
        self.assertEqual(self.decide(Use.PRINT, NOON).conditions, (Condition.PROHIBITED,))
        self.assertEqual((self.decide(Use.PRINT, NOON + HOUR).verdict, self.decide(Use.READ, NOON).verdict), (Verdict.ALLOW, Verdict.ALLOW))
        self.assertEqual([entry.act for entry in LedgerEntry.objects.order_by("pk")], ["forbidden", "ban_lifted"])

    def test_without_words_or_with_a_word_that_nobody_knows_it_is_refused(self):
        for what, field in [({"words": "  "}, "words"), ({"uses": ["hologram"]}, "uses"), ({"classes": ["martian"]}, "classes")]:
            with self.subTest(field=field), self.assertRaises(ValidationError) as refused:
                self.forbid(**what)
            self.assertEqual([*refused.exception.message_dict], [field])
        self.assertEqual((self.work.prohibitions.count(), LedgerEntry.objects.count()), (0, 0))
