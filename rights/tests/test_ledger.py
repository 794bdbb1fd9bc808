"""The ledger: appended, never changed; and what altering it behind the triggers is found by."""

import tempfile
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

from django.contrib.auth import get_user_model
from django.db import DatabaseError, connection, transaction
from django.test import SimpleTestCase, TestCase, override_settings

from rights import ledger, ledger_check, ledger_heads
from rights.models import LedgerEntry, Work

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
ACTS = ("taken_in", "cleared", "published", "corrected", "unpublished")
TRIGGERS = {"sqlite": ("ledger_refuses_update", "ledger_refuses_delete"), "postgresql": ("ledger_refuses_change ON rights_ledgerentry",)}


class LedgerCase(TestCase):
    """Five entries, each noted outside the database, in a folder of the test's own."""

    @classmethod
    def setUpTestData(cls):
        cls.work = Work.objects.create(title="A story")

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        settings = override_settings(DATA=Path(folder.name))
        settings.enable()
        self.addCleanup(settings.disable)
        for act in ACTS:
            self.append(act)

    def append(self, act="cleared", **details):
        with self.captureOnCommitCallbacks(execute=True):
            return ledger.append(self.work, act, by=None, role="chief", at=NOON, note=act, **details)

    def alter(self, *statements):
        """By someone who has the database and knows of the triggers."""
        with connection.cursor() as cursor:
            for trigger in TRIGGERS[connection.vendor]:
                cursor.execute(f"DROP TRIGGER {trigger}")
            for statement in statements:
                cursor.execute(statement)

    def write_again(self, *, since):
        """Give every entry from `since` on the hash that its words now ask for."""
        previous = LedgerEntry.objects.get(number=since - 1).hash
        for entry in LedgerEntry.objects.filter(number__gte=since).order_by("number"):
            entry.previous_hash = previous
            entry.hash = previous = ledger.hash_of(entry)
            LedgerEntry.objects.filter(pk=entry.pk).update(previous_hash=entry.previous_hash, hash=entry.hash)

    def faults(self, **options):
        return ledger_check.check(**options).faults


class LedgerTests(LedgerCase):
    def test_an_untouched_chain_has_no_fault_and_all_of_it_is_noted(self):
        found = ledger_check.check()

        self.assertEqual((found.faults, found.notices, found.entries, found.noted), ([], [], 5, 5))
        self.assertEqual(found.head, ledger.head())

    def test_the_database_refuses_to_change_or_delete_an_entry(self):
        for statement in ("UPDATE rights_ledgerentry SET act = 'x'", "DELETE FROM rights_ledgerentry"):
            with self.subTest(statement), self.assertRaises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(statement)

        self.assertEqual(LedgerEntry.objects.count(), 5)

    def test_the_orm_refuses_a_bulk_delete(self):
        with self.assertRaises(TypeError):
            LedgerEntry.objects.all().delete()

    def test_many_facts_are_appended_as_one_chain(self):
        facts = [ledger.Fact(self.work.pk, "cleared", None, "chief", NOON, {"n": n}) for n in range(3)]
        with self.captureOnCommitCallbacks(execute=True):
            entries = ledger.append_all(facts)

        self.assertEqual([entry.number for entry in entries], [6, 7, 8])
        self.assertEqual(self.faults(), [])

    def test_an_instant_in_another_zone_is_the_same_instant(self):
        with self.captureOnCommitCallbacks(execute=True):
            ledger.append(self.work, "cleared", by=None, role="chief", at=NOON.astimezone(timezone(timedelta(hours=5))))

        self.assertEqual(self.faults(), [])

    def test_the_chain_holds_a_mark_of_the_person_and_not_the_person(self):
        person = get_user_model().objects.create_user("ada")
        first = ledger.append(self.work, "cleared", by=person, role="chief", at=NOON)
        forgotten = LedgerEntry.objects.get(pk=first.pk)
        forgotten.actor = None

        self.assertEqual(ledger.hash_of(forgotten), first.hash)
        self.assertEqual(len(first.actor_mark), 64)


class AlteredLedgerTests(LedgerCase):
    def test_an_edited_entry_is_found(self):
        self.alter("UPDATE rights_ledgerentry SET act = 'kept' WHERE number = 2")

        self.assertEqual(self.faults(), ["Entry 2 was altered after it was written."])

    def test_an_edited_entry_with_a_fitting_hash_is_found(self):
        self.alter("UPDATE rights_ledgerentry SET role = 'editor' WHERE number = 2")
        entry = LedgerEntry.objects.get(number=2)
        LedgerEntry.objects.filter(number=2).update(hash=ledger.hash_of(entry))

        self.assertIn("Entry 3 does not follow the one before it.", self.faults())

    def test_an_entry_taken_out_of_the_middle_is_found(self):
        self.alter("DELETE FROM rights_ledgerentry WHERE number = 2")

        self.assertEqual(self.faults(), ["Entry 3 does not follow the one before it.", "Entry 2 is not there, though later ones are."])

    def test_an_entry_put_between_two_is_found(self):
        self.alter(
            "UPDATE rights_ledgerentry SET number = number + 100 WHERE number > 2",
            "UPDATE rights_ledgerentry SET number = number - 99 WHERE number > 100",
        )
        before = LedgerEntry.objects.get(number=2)
        forged = LedgerEntry(number=3, at=NOON, act="cleared", work=self.work, role="chief", previous_hash=before.hash)
        forged.hash = ledger.hash_of(forged)
        forged.save()

        self.assertIn("Entry 4 does not follow the one before it.", self.faults())

    def test_entries_in_another_order_are_found(self):
        self.alter(
            "UPDATE rights_ledgerentry SET number = 100 WHERE number = 2",
            "UPDATE rights_ledgerentry SET number = 2 WHERE number = 3",
            "UPDATE rights_ledgerentry SET number = 3 WHERE number = 100",
        )

        self.assertIn("Entry 2 does not follow the one before it.", self.faults())

    def test_a_tail_that_was_cut_off_is_found_by_what_was_noted_outside(self):
        self.alter("DELETE FROM rights_ledgerentry WHERE number > 3")

        self.assertEqual(
            self.faults(),
            ["Entries 4 to 5 are noted outside the database and not in it: the end was cut off, or an older backup was restored."],
        )

    def test_a_cut_tail_is_found_by_a_head_that_a_person_noted_too(self):
        head = ledger.head()
        self.alter("DELETE FROM rights_ledgerentry WHERE number = 5")

        self.assertIn(
            "The head that you gave is not in the ledger: entries were cut off or the whole was written again.", self.faults(head=head)
        )

    def test_a_chain_written_again_with_valid_hashes_is_found_from_where_it_differs(self):
        self.alter("UPDATE rights_ledgerentry SET act = 'kept' WHERE number = 3")
        self.write_again(since=3)

        found = ledger_check.check()
        self.assertEqual(found.faults, [f"Entries 3 to 5 are not as noted outside the database: {ledger_check.REWRITTEN}"])
        self.assertEqual(found.noted, 2)

    def test_a_whole_ledger_swapped_for_another_is_found(self):
        self.alter("DELETE FROM rights_ledgerentry")
        ledger.append(self.work, "cleared", by=None, role="chief", at=NOON)

        self.assertEqual(len(self.faults()), 2)

    def test_an_entry_written_past_the_acts_is_said(self):
        last = LedgerEntry.objects.get(number=5)
        forged = LedgerEntry(number=6, at=NOON, act="cleared", work=self.work, role="chief", previous_hash=last.hash)
        forged.hash = ledger.hash_of(forged)
        forged.save()
        self.append()

        found = ledger_check.check()
        self.assertEqual(found.faults, [])
        self.assertEqual(len(found.notices), 1)
        self.assertTrue(found.notices[0].startswith("Entry 6 is not noted outside the database"), found.notices)


class HeadsOutsideTests(LedgerCase):
    def test_what_is_rolled_back_is_never_noted(self):
        with self.captureOnCommitCallbacks(execute=True), self.assertRaises(ZeroDivisionError), transaction.atomic():
            ledger.append(self.work, "cleared", by=None, role="chief", at=NOON)
            raise ZeroDivisionError

        self.assertEqual(max(ledger_heads.noted().hashes), 5)

    def test_a_missing_file_is_a_fault_as_soon_as_there_are_entries(self):
        ledger_heads.path().unlink()

        self.assertEqual(len(self.faults()), 1)
        self.assertIn("ledger.head is missing or empty", self.faults()[0])

    def test_a_line_cut_off_by_a_crash_is_passed_over_and_not_glued_to_the_next(self):
        with ledger_heads.path().open("a") as file:
            file.write("6 9f3")
        self.append()

        found = ledger_check.check()
        self.assertEqual((found.faults, found.notices, found.noted), ([], ["ledger.head has lines that a crash cut off: 1."], 6))

    def test_a_crash_before_the_note_is_said_and_is_no_fault(self):
        ledger.append(self.work, "cleared", by=None, role="chief", at=NOON)  # its note never comes

        found = ledger_check.check()
        self.assertEqual(found.faults, [])
        self.assertTrue(found.notices[0].startswith("Entry 6 is not noted outside the database"), found.notices)

    def test_a_file_begun_later_vouches_for_what_came_before_it(self):
        ledger_heads.path().unlink()
        ledger_heads.note([(5, ledger.head())])

        self.assertEqual((ledger_check.check().faults, ledger_check.check().notices), ([], []))

    def test_a_disk_that_is_full_does_not_undo_the_act(self):
        with override_settings(DATA=Path("/nowhere/at/all")), self.assertLogs("django", "ERROR"):
            self.append()

        self.assertEqual(LedgerEntry.objects.count(), 6)


class LedgerOutsideATransactionTests(SimpleTestCase):
    # Not a TransactionTestCase: that one empties every table at its end, which the ledger refuses on PostgreSQL.
    def test_an_entry_without_the_transaction_of_its_act_is_refused(self):
        with self.assertRaises(transaction.TransactionManagementError):
            ledger.append(None, "cleared", by=None, role="chief", at=NOON)
