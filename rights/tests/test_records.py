from datetime import UTC, datetime

from django.test import TestCase

from rights import records
from rights.models import Grant, Work
from rights.vocabulary import Basis, Grantee, Use, Whose

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


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
