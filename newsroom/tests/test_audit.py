"""`manage.py audit_rights`: silent while everything holds, and a line for each thing that somebody changed past the desk."""

import json
import tempfile
from datetime import timedelta
from io import StringIO
from pathlib import Path

from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import TestCase, override_settings
from django.utils import timezone

from articles import clearing, picture_rights, withdrawing
from articles.models import Placement
from articles.tests import builders as desk
from articles.tests.builders import NOON
from articles.vocabulary import Move, Role
from newsroom.audit import memory
from newsroom.periodic import look_over
from rights import ledger, ledger_heads
from rights.models import Hold, LedgerEntry
from rights.vocabulary import Basis
from syndication import memory as feeds_remembered
from syndication import trials
from syndication.models import Agreement, Offer, Partner
from syndication.tests import builders as supply

LATER = NOON + timedelta(hours=1)


class AuditCase(TestCase):
    """Our own story with a picture, one on its source's terms, one on a worksheet, and two partners."""

    @classmethod
    def setUpTestData(cls):
        desk.house()
        cls.chief = desk.everyone()
        cls.ferry = cls.illustrated()
        cls.dredging = desk.source_terms_article(cls.chief)
        cls.judged = desk.fair_use_article(cls.chief, desk.everyone())
        supply.community_partner(cls.chief, name="Quayside")
        supply.commercial_partner(cls.chief, name="Harbour Business")

    @classmethod
    def illustrated(cls):
        article = desk.own_article(cls.chief)
        cls.picture = desk.picture(cls.chief)
        picture_rights.record(cls.picture.pk, {}, basis=Basis.OWN_STAFF, by=cls.chief, at=NOON)
        Placement.objects.create(article=article, asset=cls.picture)
        return desk.published(article, cls.chief)

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.data = Path(folder.name)
        own = override_settings(DATA=self.data)
        own.enable()
        self.addCleanup(own.disable)
        self.note_heads()

    def note_heads(self):
        ledger_heads.note(LedgerEntry.objects.order_by("number").values_list("number", "hash"))

    def audit(self, *options):
        """Exit status, and what was printed."""
        out, err = StringIO(), StringIO()
        try:
            call_command("audit_rights", *options, stdout=out, stderr=err)
        except CommandError:
            return 1, out.getvalue()
        return 0, out.getvalue()

    def sql(self, statement, *values):
        with connection.cursor() as cursor:
            cursor.execute(statement, values)
            self.assertEqual(cursor.rowcount, 1, "the statement was to change one row")

    def found(self, *options):
        """The codes of the faults, by exit."""
        status, out = self.audit("--json", *options)
        faults = json.loads(out)["faults"]
        self.assertEqual(status, 1 if faults else 0)
        return {(fault["code"], fault["exit"]) for fault in faults}


class SoundTests(AuditCase):
    def test_what_the_acts_have_written_holds(self):
        status, out = self.audit()

        self.assertEqual((status, out.count("\n")), (0, 1), out)
        self.assertRegex(out, r"^3 articles, 4 works, \d+ exits, \d+ decisions, \d+ answers read, 0 faults, ")

    def test_a_correction_a_withdrawal_and_a_hold_by_the_acts_hold_too(self):
        clearing.place_hold(self.dredging.article_id, by=self.chief, at=LATER, reason="A letter came.")
        lifted = clearing.place_hold(self.ferry.article_id, by=self.chief, at=LATER, reason="A letter came.")
        clearing.lift_hold(lifted.pk, by=self.chief, at=LATER + timedelta(minutes=1))
        withdrawing.withdraw(self.judged.article_id, Move.UNPUBLISH, by=self.chief, at=LATER, reason="The author asked.")
        self.note_heads()

        self.assertEqual(self.found(), set())

    def test_a_partner_that_tries_its_feed_out_has_no_leak(self):
        trials.send(Partner.objects.get(name="Quayside").pk, at=timezone.now())

        self.assertEqual(self.found(), set())

    def test_what_may_go_to_one_country_is_judged_for_the_country_of_the_agreement(self):
        Agreement.objects.filter(partner__name="Quayside").update(territories=["DE"])
        self.dredging.work.grants.update(territories=["DE"])

        self.assertEqual({code for code, exit in self.found() if exit == "partner feed"}, set())

    def test_a_feed_that_was_pulled_to_be_undone_is_not_remembered(self):
        self.audit()

        self.assertIsNone(feeds_remembered.recall(Partner.objects.get(name="Quayside").pk, timezone.now()).feed)
        self.assertEqual(Offer.objects.count(), 0)

    def test_json_is_all_that_is_printed_and_names_each_exit(self):
        kept = json.loads(self.audit("--json")[1])

        self.assertEqual(kept["articles"], 3)
        self.assertEqual(kept["exits"]["partner feed"], {"allow": 3, "needs_permission": 3})
        self.assertEqual(kept["faults"], [])

    def test_what_was_found_sound_and_has_not_changed_is_not_asked_for_again(self):
        first, second = json.loads(self.audit("--json")[1]), json.loads(self.audit("--json")[1])
        full = json.loads(self.audit("--json", "--full")[1])

        # Three pages, the front page, the section, two authors; the two partners' feeds are asked for always.
        self.assertEqual((first["answers"], second["answers"], full["answers"]), (9, 2, 9))

    def test_another_way_of_making_pages_has_all_of_them_looked_at_again(self):
        first = json.loads(self.audit("--json")[1])
        kept = json.loads((self.data / memory.SEEN).read_text())
        (self.data / memory.SEEN).write_text(json.dumps(kept | {"made_by": "older templates"}))

        self.assertEqual(json.loads(self.audit("--json")[1])["answers"], first["answers"])

    def test_it_writes_no_row(self):
        before = {table: self.count(table) for table in connection.introspection.table_names()}
        self.audit("--full")

        self.assertEqual({table: self.count(table) for table in before}, before)

    def count(self, table):
        with connection.cursor() as cursor:
            cursor.execute(f'SELECT count(*) FROM "{table}"')
            return cursor.fetchone()[0]


class SixFaultsTests(AuditCase):
    """Each by one statement past the desk, on real rows."""

    def test_1_another_basis(self):
        self.sql("UPDATE rights_work SET basis = 'own_staff', whose = 'ours' WHERE id = %s", self.dredging.work_id)

        self.assertIn(("basis_altered", "record"), self.found())

    def test_2_a_clearance_of_another_text(self):
        self.sql("UPDATE articles_clearance SET content_hash = %s WHERE id = %s", "f" * 64, self.dredging.clearance_id)

        self.assertIn(("clearance_of_another", "record"), self.found())

    def test_3_a_grant_made_longer(self):
        grant = self.dredging.work.grants.get()
        self.sql("UPDATE rights_grant SET valid_to = %s WHERE id = %s", LATER + timedelta(days=3650), grant.pk)

        self.assertEqual(self.found(), {("grant_altered", "record")})

    def test_4_a_hold_lifted(self):
        hold = clearing.place_hold(self.dredging.article_id, by=self.chief, at=LATER, reason="A letter came.")
        self.note_heads()
        self.assertEqual(self.found(), set())
        self.sql("UPDATE rights_hold SET lifted_at = %s WHERE id = %s", LATER + timedelta(minutes=1), hold.pk)

        self.assertEqual(self.found(), {("hold_altered", "record")})

    def test_5_another_name_in_the_byline(self):
        frozen = self.dredging.frozen | {"credits": [{"name": "Eve", "slug": "eve", "kind": "person", "role": "by"}]}
        self.sql("UPDATE articles_publishedversion SET frozen = %s WHERE id = %s", json.dumps(frozen), self.dredging.pk)

        self.assertEqual(self.found(), {("credit_not_cleared", "record")})

    def test_6_a_picture_on_another_basis(self):
        self.sql("UPDATE rights_work SET basis = 'press_release' WHERE id = %s", self.picture.work_id)

        self.assertIn(("basis_altered", "record"), self.found())


class MoreFaultsTests(AuditCase):
    """Each line says which article, where, what, and what to do."""

    def test_each_fault_is_a_line_with_its_remedy_and_the_command_fails(self):
        self.sql("UPDATE rights_work SET basis_confirmed_at = NULL WHERE id = %s", self.dredging.work_id)
        status, out = self.audit()

        what = "The basis of the text is not confirmed."
        remedy = "Look at its evidence and confirm the basis again under Rights, or withdraw it."
        line = f"article {self.dredging.article_id}, record: {what} {remedy}"
        self.assertEqual((status, out.splitlines()[0]), (1, line))

    def test_words_put_into_what_is_shown(self):
        self.sql("UPDATE articles_publishedversion SET body = '<p>Bought words.</p>' WHERE id = %s", self.ferry.pk)

        self.assertEqual(self.found(), {("words_not_cleared", "record")})

    def test_words_put_into_what_is_shown_and_into_what_was_cleared(self):
        self.sql("UPDATE articles_publishedversion SET body = '<p>Bought words.</p>' WHERE id = %s", self.ferry.pk)
        self.sql("UPDATE articles_revision SET body = '<p>Bought words.</p>' WHERE id = %s", self.ferry.revision_id)

        self.assertEqual(self.found(), {("revision_altered", "record")})

    def test_a_grant_that_stands_again_after_it_was_revoked(self):
        grant = self.dredging.work.grants.get()
        self.sql(
            "INSERT INTO rights_grant (" + ", ".join(self.columns("rights_grant")) + ") SELECT " + ", ".join(self.columns("rights_grant"))
            + " FROM rights_grant WHERE id = %s", grant.pk
        )  # fmt: skip

        self.assertIn(("grant_not_in_ledger", "record"), self.found())

    def columns(self, table):
        with connection.cursor() as cursor:
            return [column.name for column in connection.introspection.get_table_description(cursor, table) if column.name != "id"]

    def test_all_grants_taken_away_from_a_confirmed_basis(self):
        self.sql("UPDATE rights_grant SET revoked_at = %s WHERE work_id = %s", LATER, self.dredging.work_id)

        self.assertEqual(self.found(), {("no_grant", "record")})

    def test_a_hold_that_is_gone(self):
        hold = clearing.place_hold(self.dredging.article_id, by=self.chief, at=LATER, reason="A letter came.")
        self.note_heads()
        self.sql("DELETE FROM rights_hold WHERE id = %s", hold.pk)

        self.assertEqual(self.found(), {("hold_gone", "record")})

    def test_a_hold_of_nobody(self):
        Hold.objects.create(work=self.dredging.work, reason="?", placed_at=LATER)

        self.assertEqual(self.found(), {("hold_not_in_ledger", "record")})

    def test_a_byline_taken_away_at_the_desk(self):
        self.sql("DELETE FROM articles_credit WHERE article_id = %s", self.ferry.article_id)

        self.assertEqual(self.found(), {("credit_not_saved", "record")})

    def test_evidence_taken_away(self):
        grant = self.dredging.work.grants.get()
        self.sql("DELETE FROM rights_grant_evidence WHERE grant_id = %s", grant.pk)

        self.assertEqual(self.found(), {("no_evidence", "record")})

    def test_a_credit_that_the_record_owes_and_the_page_does_not_show(self):
        duties = [{"name": "credit_source", "value": "A Name That Is Nowhere"}]
        grant = self.ferry.work.grants.get()
        self.sql("UPDATE rights_grant SET obligations = %s WHERE id = %s", json.dumps(duties), grant.pk)

        self.assertLessEqual({("grant_altered", "record")}, self.found())

    def test_an_altered_ledger(self):
        ledger.append(None, "cleared", by=None, role="chief", at=LATER)
        self.note_heads()
        (self.data / ledger_heads.NAME).write_text("1 " + "0" * 64 + "\n")

        self.assertEqual(self.found(), {("ledger", "record")})


class DeskCardTests(AuditCase):
    """The result of the daily look on the desk's first page."""

    def card(self, user):
        self.client.force_login(user)
        return self.client.get("/admin/").content.decode()

    def test_the_desk_reads_that_everything_holds(self):
        look_over(timezone.now())

        self.assertIn("Everything holds", self.card(self.chief))

    def test_the_operator_reads_each_fault_with_its_remedy_and_where_to_go(self):
        self.sql("UPDATE rights_work SET basis_confirmed_at = NULL WHERE id = %s", self.dredging.work_id)
        look_over(timezone.now())

        shown = self.card(get_user_model().objects.create_superuser("operator"))
        self.assertIn("The basis of the text is not confirmed.", shown)
        self.assertIn(f"/admin/articles/article/{self.dredging.article_id}/change/", shown)

    def test_an_editor_reads_nothing_of_it(self):
        look_over(timezone.now())

        self.assertNotIn("Rights, looked over", self.card(desk.user_with(Role.EDITOR)))
