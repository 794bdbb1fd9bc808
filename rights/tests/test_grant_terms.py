from datetime import UTC, datetime, timedelta, timezone

from django.test import TestCase

from rights import grant_terms
from rights.models import Grant, Work
from rights.vocabulary import Basis, Use

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


class GrantTermsTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.work = Work.objects.create(title="A story", basis=Basis.WRITTEN_PERMISSION)

    def grant(self, **terms):
        kept = {"work": self.work, "basis": self.work.basis, "uses": [Use.READ, Use.LIST], "recorded_at": NOON, "confirmed_at": NOON}
        return Grant.objects.create(**kept | terms)

    def test_what_was_hashed_when_it_was_written_is_found_again_when_it_is_read(self):
        told = self.grant(
            valid_to=datetime(2027, 1, 1, tzinfo=timezone(timedelta(hours=2))), max_share=0.25, recipients=["public", "class:press"]
        )

        self.assertEqual(grant_terms.fingerprint(Grant.objects.get(pk=told.pk)), grant_terms.fingerprint(told))

    def test_any_term_that_changes_changes_the_hash(self):
        told = self.grant(commercial="no", valid_to=NOON + timedelta(days=1))
        before = grant_terms.fingerprint(told)
        changes = {
            "uses": [Use.READ], "recipients": ["public"], "commercial": "any", "valid_to": NOON + timedelta(days=2), "valid_from": NOON,
            "basis": Basis.CONTRACT, "onward": "sublicensable", "unaltered": True, "max_chars": 5, "territories": ["IE"],
            "obligations": [{"name": "credit_source", "value": "The Lantern"}], "confirmed_at": None,
        }  # fmt: skip
        for name, value in changes.items():
            with self.subTest(name):
                changed = Grant.objects.get(pk=told.pk)
                setattr(changed, name, value)
                self.assertNotEqual(grant_terms.fingerprint(changed), before)

    def test_that_it_was_revoked_is_no_term_of_it(self):
        told = self.grant()
        before = grant_terms.standing(self.work)
        told.revoked_at = NOON

        self.assertEqual(before, {str(told.pk): grant_terms.fingerprint(told)})
        told.save()
        self.assertEqual(grant_terms.standing(self.work), {})
