"""An owner's ban is recorded with its words, holds at once, and is lifted once."""

from datetime import UTC, datetime, timedelta

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db import transaction
from django.test import TestCase

from house.vocabulary import PartyClass
from rights import banning, basing, records
from rights.decision import decide
from rights.facts import PUBLIC, Context, Recipient
from rights.models import Evidence, Grant, LedgerEntry, TermProposal, Work
from rights.vocabulary import Basis, Channel, Condition, RecipientKind, TermKind, Use, Verdict, Whose

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


COMMUNITY = Recipient(RecipientKind.PARTNER, key="acme", classes=frozenset({PartyClass.COMMUNITY_SITE}))
OFFER = {
    "grantee": "anyone",
    "uses": ["read", "translate", "print"],
    "onward": "same_offer",
    "commercial": "any",
    "channels": ["web", "print"],
}


class BansInTermsTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.desk = get_user_model().objects.create_user("desk")
        cls.work = Work.objects.create(whose=Whose.SOURCES_OWN, basis=Basis.SOURCE_TERMS)
        cls.kept = Evidence.objects.create(kind="pasted_copy", title="Copy", content=b"x", sha256="0" * 64, size_bytes=1, obtained_at=NOON)
        cls.say(TermKind.PERMISSION, OFFER)

    @classmethod
    def say(cls, kind, codes, *, is_confirmed=True):
        return TermProposal.objects.create(
            work=cls.work, evidence=cls.kept, kind=kind, rule="test", codes=codes, quote=f"Sentence: {codes}.", start=0, end=9,
            is_confirmed=is_confirmed, decided_at=None if is_confirmed is None else NOON,
        )  # fmt: skip

    def settle(self, at=NOON):
        basing.settle(self.work, by=self.desk, role="rights_desk", at=at)

    def verdict(self, use, recipient=PUBLIC, channel=Channel.WEB, at=NOON):
        work = records.work_facts([self.work.pk])[self.work.pk]
        return decide(work, use, recipient, at=at, house=records.house_facts(at), context=Context(channel)).verdict

    def answers(self):
        """Reading, passing on, translating, printing."""
        asked = [(Use.READ, PUBLIC), (Use.SYNDICATE, COMMUNITY), (Use.TRANSLATE, PUBLIC), (Use.PRINT, PUBLIC)]
        return "".join("+" if self.verdict(use, recipient) == Verdict.ALLOW else "-" for use, recipient in asked)

    def test_each_confirmed_ban_narrows_what_the_offer_gives(self):
        for codes, answers in [
            (None, "++++"),
            ({"uses": ["republish"]}, "+-++"),
            ({"uses": ["read"]}, "----"),
            ({}, "----"),
            ({"uses": ["translate"]}, "++-+"),
            ({"channels": ["print"]}, "+++-"),
            ({"uses": ["republish"], "channels": ["print"]}, "+++-"),
            ({"uses": ["republish"], "classes": ["community_site"]}, "+-++"),
            ({"uses": ["republish"], "elsewhere": True}, "++++"),
        ]:
            with self.subTest(codes=codes), transaction.atomic():
                if codes is not None:
                    self.say(TermKind.PROHIBITION, codes)
                self.settle()
                self.assertEqual(self.answers(), answers)
                transaction.set_rollback(True)

    def test_only_a_confirmed_ban_counts_and_it_keeps_its_words_and_stands_in_the_ledger_once(self):
        self.say(TermKind.PROHIBITION, {"uses": ["read"]}, is_confirmed=False)
        said = self.say(TermKind.PROHIBITION, {"uses": ["republish"]})
        self.settle()
        self.settle(NOON + HOUR)

        ban = self.work.prohibitions.get()
        self.assertEqual((ban.proposal, ban.words, ban.begins_at), (said, said.quote, NOON))
        self.assertEqual([entry.act for entry in LedgerEntry.objects.order_by("pk")], ["forbidden", "basis_confirmed", "basis_confirmed"])

    def test_an_answer_that_becomes_no_lifts_it_when_the_basis_is_settled_again(self):
        said = self.say(TermKind.PROHIBITION, {"uses": ["republish"]})
        self.settle()
        TermProposal.objects.filter(pk=said.pk).update(is_confirmed=False)
        self.settle(NOON + HOUR)

        self.assertEqual((self.answers()[1], self.verdict(Use.SYNDICATE, COMMUNITY, at=NOON + HOUR)), ("-", Verdict.ALLOW))

    def test_a_ban_that_a_person_lifted_is_not_written_again(self):
        self.say(TermKind.PROHIBITION, {"uses": ["republish"]})
        self.settle()
        banning.lift(self.work.prohibitions.get(), by=self.desk, role="rights_desk", at=NOON, reason="They wrote that we may.")
        self.settle(NOON + HOUR)

        self.assertEqual(banning.standing(self.work, NOON + HOUR), [])
        self.assertEqual(LedgerEntry.objects.get(act="ban_lifted").details["reason"], "They wrote that we may.")

    def test_it_is_no_bar_to_what_rests_on_something_else(self):
        self.say(TermKind.PROHIBITION, {"uses": ["read"]})
        self.settle()
        Work.objects.filter(pk=self.work.pk).update(basis=Basis.OWN_STAFF)
        Grant.objects.create(work=self.work, basis=Basis.OWN_STAFF, uses=["read"], recorded_at=NOON, confirmed_at=NOON)
        self.work.refresh_from_db()

        self.assertEqual((self.verdict(Use.READ), banning.standing(self.work, NOON)), (Verdict.ALLOW, []))
