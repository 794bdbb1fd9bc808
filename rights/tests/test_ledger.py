from datetime import UTC, datetime

from django.contrib.auth import get_user_model
from django.db import DatabaseError, connection, transaction
from django.test import SimpleTestCase, TestCase

from rights import ledger
from rights.models import LedgerEntry, Work

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


class LedgerTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.work = Work.objects.create(title="A story")
        for act in ("taken_in", "cleared", "published"):
            ledger.append(cls.work, act, by=None, role="chief", at=NOON, note=act)

    def test_an_untouched_chain_has_no_fault(self):
        self.assertEqual(list(ledger.faults()), [])

    def test_the_database_refuses_to_change_or_delete_an_entry(self):
        for statement in ("UPDATE rights_ledgerentry SET act = 'x'", "DELETE FROM rights_ledgerentry"):
            with self.subTest(statement), self.assertRaises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(statement)

        self.assertEqual(LedgerEntry.objects.count(), 3)

    def test_the_orm_refuses_a_bulk_delete(self):
        with self.assertRaises(TypeError):
            LedgerEntry.objects.all().delete()

    def test_an_entry_altered_behind_the_triggers_is_found(self):
        self._without_triggers("UPDATE rights_ledgerentry SET act = 'kept' WHERE number = 2")

        self.assertEqual(list(ledger.faults()), ["Entry 2 was altered after it was written."])

    def test_an_entry_taken_out_of_the_middle_is_found(self):
        self._without_triggers("DELETE FROM rights_ledgerentry WHERE number = 2")

        self.assertEqual(next(ledger.faults()), "Entry 2 is missing: the next one found is 3.")

    def test_a_cut_tail_is_found_by_the_head_kept_outside(self):
        head = ledger.head()
        self._without_triggers("DELETE FROM rights_ledgerentry WHERE number = 3")

        self.assertEqual(list(ledger.faults()), [])
        self.assertEqual(len(list(ledger.faults(head=head))), 1)

    def test_the_chain_holds_a_mark_of_the_person_and_not_the_person(self):
        person = get_user_model().objects.create_user("ada")
        first = ledger.append(self.work, "cleared", by=person, role="chief", at=NOON)
        forgotten = LedgerEntry.objects.get(pk=first.pk)
        forgotten.actor = None

        self.assertEqual(ledger.hash_of(forgotten), first.hash)
        self.assertEqual(len(first.actor_mark), 64)

    def _without_triggers(self, statement):
        with connection.cursor() as cursor:
            if connection.vendor == "sqlite":
                cursor.execute("DROP TRIGGER ledger_refuses_update")
                cursor.execute("DROP TRIGGER ledger_refuses_delete")
            else:
                cursor.execute("DROP TRIGGER ledger_refuses_change ON rights_ledgerentry")
            cursor.execute(statement)


class LedgerOutsideATransactionTests(SimpleTestCase):
    # Not a TransactionTestCase: that one empties every table at its end, which the ledger refuses on PostgreSQL.
    def test_an_entry_without_the_transaction_of_its_act_is_refused(self):
        with self.assertRaises(transaction.TransactionManagementError):
            ledger.append(None, "cleared", by=None, role="chief", at=NOON)
