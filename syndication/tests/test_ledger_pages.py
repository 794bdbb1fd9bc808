"""At the desk: what partners took, who owes us word, how often what went; and who received a story."""

import csv
import io
from datetime import date, timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from lxml import html

from articles import desk_asides, desk_cards
from articles.bundle import parts
from articles.models import Article
from articles.tests import builders as desk
from articles.vocabulary import Role
from house.models import MailStatus, OutgoingMail
from syndication import receipts, usage
from syndication.models import Delivery, Receipt, Usage
from syndication.tests.builders import community_partner, feed_path
from syndication.tests.test_receipts import ReceiptCase


class DeskCase(ReceiptCase):
    def setUp(self):
        super().setUp()
        self.pull(self.path)
        self.client.force_login(self.chief)

    def page(self, name, *args, **query):
        return self.client.get(reverse(f"admin:syndication_partner_{name}", args=args), query)


class PartnerPageTests(DeskCase):
    def test_it_says_what_they_took_and_that_nothing_is_owed(self):
        page = self.page("change", self.partner.pk)

        self.assertContains(page, "What they took")
        self.assertContains(page, f"main …{self.partner.tokens.get().last_characters}")
        self.assertContains(page, "Nothing: they owe us no word.")

    def test_what_waits_stands_there_and_is_settled_by_what_they_told_us(self):
        self.kill()
        row = Receipt.objects.get()
        self.assertContains(self.page("change", self.partner.pk), "They told us")
        told = reverse("admin:syndication_partner_told", args=[row.pk])

        empty = self.client.post(told, {"from": "partner", "note": " "}, follow=True)
        self.assertContains(empty, "Say who told us, and how.")
        done = self.client.post(told, {"from": "partner", "note": "Mara, by phone."}, follow=True)
        self.assertContains(done, f"Recorded that {self.partner} told us.")
        self.assertContains(done, "Nothing: they owe us no word.")
        again = self.client.post(told, {"note": "Again."}, follow=True)
        self.assertContains(again, "This is settled already.")
        row.refresh_from_db()
        self.assertEqual(row.note, "Mara, by phone.")

    def test_the_list_marks_what_is_overdue_and_a_letter_that_was_refused(self):
        self.kill()
        OutgoingMail.objects.update(status=MailStatus.REFUSED, claimed_at=self.now, settled_at=self.now)
        self.assertNotContains(self.page("receipts"), "overdue")
        self.later(days=2)
        self.client.force_login(self.chief)
        page = self.page("receipts")

        for words in ("overdue", "letter not taken", "mara@harbour.example", "Removal", self.partner.name):
            self.assertContains(page, words)

    def test_who_may_not_read_partners_sees_none_of_it_and_who_keeps_none_records_nothing(self):
        self.kill()
        told = reverse("admin:syndication_partner_told", args=[Receipt.objects.get().pk])
        for role, readable in ((Role.EDITOR, 403), (Role.CONTRIBUTOR, 403), (Role.RIGHTS_DESK, 200), (Role.CHIEF, 200)):
            self.client.force_login(desk.user_with(role))
            with self.subTest(role=role):
                for name, args in (("receipts", []), ("usage", []), ("usage_file", []), ("taken", [self.partner.pk])):
                    self.assertEqual(self.page(name, *args).status_code, readable)
                self.client.post(told, {"note": "Me."})
                self.assertTrue(Receipt.objects.get().is_open)
        self.client.logout()
        self.assertEqual(self.page("usage_file").status_code, 302)

    def test_bad_addresses_and_methods(self):
        self.assertEqual(self.page("taken", 999).status_code, 404)
        self.assertEqual(self.client.post(reverse("admin:syndication_partner_told", args=[999]), {"note": "x"}).status_code, 404)
        self.assertEqual(self.client.get(reverse("admin:syndication_partner_told", args=[1])).status_code, 405)
        for query in ({"page": "x"}, {"page": "-1"}, {"page": "99999"}, {"month": "2026-13"}, {"month": "soon"}, {"month": "2026-11-05"}):
            with self.subTest(query=query):
                self.assertEqual((self.page("usage", **query).status_code, self.page("receipts", **query).status_code), (200, 200))


class ArticlePageTests(DeskCase):
    def lines(self, user=None):
        article = Article.objects.get(pk=self.version.article_id)
        (filled,) = desk_asides.filled(article, user or self.chief, self.now)
        return [(line.text, line.note, bool(line.url)) for line in filled.lines]

    def test_it_says_who_received_which_version_and_what_they_confirmed(self):
        self.correct()
        receipts.confirm(Receipt.objects.get().pk, name="Mara", address="", note="", at=self.now)
        token = self.partner.tokens.get()

        self.assertEqual(
            self.lines(),
            [
                (self.partner.name, "asked to confirm a correction of version 2: confirmed by Mara", True),
                (self.partner.name, f"version 1, RSS, {token}", True),
            ],
        )
        self.assertFalse(self.lines(desk.user_with(Role.EDITOR))[0][2])
        page = self.client.get(reverse("admin:articles_article_change", args=[self.version.article_id]))
        self.assertContains(page, "Who received it")

    def test_of_what_nobody_took_it_says_nothing(self):
        article = desk.own_article(self.chief, "A draft", at=self.now)

        self.assertEqual(desk_asides.filled(article, self.chief, self.now), [])

    def test_the_bundle_holds_deliveries_and_receipts(self):
        self.kill()
        self.pull(self.path)
        found = {filled.part.name: [row.heading for row in filled.rows] for filled in parts.filled(Article.objects.get())}

        name = self.partner.name
        self.assertEqual(found["deliveries"], [f"{name}: taken", f"{name}: told that it is gone"])
        self.assertEqual(found["receipts"], [f"{name}: asked to confirm a removal"])

    def test_the_desk_shows_overdue_partners_to_those_who_read_partners_alone(self):
        def card(user):
            return [(line.text, line.mark) for one in desk_cards.filled(user, self.now) if one.card.name == "overdue" for line in one.lines]

        self.kill()
        self.assertEqual(card(self.chief), [])
        self.later(days=2)
        self.assertEqual((card(self.chief), card(desk.user_with(Role.EDITOR))), ([(self.partner.name, "overdue")], []))


class UsageTests(DeskCase):
    def row(self, headline, month=date(2026, 11, 1), partner=None, raw=3, filtered=1):
        article = desk.own_article(self.chief, headline, at=self.now)
        return Usage.objects.create(
            partner=partner or self.partner, article=article, basis="own_staff", month=month, raw=raw, filtered=filtered
        )

    def read(self, response):
        return list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))

    def test_the_page_has_charts_that_say_what_they_show_and_a_table(self):
        self.row("In October", date(2026, 10, 1), community_partner(self.chief, name="The Quay"))
        page = self.page("usage")
        tree = html.fromstring(page.content)

        self.assertContains(page, usage.RAW)
        self.assertContains(page, usage.FILTERED)
        self.assertEqual(
            tree.xpath("//*[local-name()='desc']/text()"),
            ["Oct 26: 3 raw, 1 filtered; Nov 26: 1 raw, 1 filtered", f"{self.partner.name}: 1 raw, 1 filtered"],
        )
        self.assertEqual(len(tree.xpath("//table")), 2)
        self.assertContains(self.page("usage", month="2026-10"), "In October")
        self.assertNotContains(self.page("usage_of", self.partner.pk, month="2026-10"), "In October")

    def test_a_spreadsheet_calculates_nothing_of_it(self):
        bad = ['=HYPERLINK("http://x.example","y")', "+1", "-1", "@SUM(A1)", "\tTab", "\rReturn", 'Say "no", twice', "Plain"]
        for headline in bad:
            row = self.row("Made")
            Article.objects.filter(pk=row.article_id).update(headline=headline)
        type(self.partner).objects.update(name="=1+1")
        answer = self.page("usage_file")
        found = self.read(answer)

        self.assertTrue(answer.content.startswith(b"\xef\xbb\xbfMonth,Partner,Story,"))
        self.assertIn(b"\r\n", answer.content)
        self.assertEqual(answer["Content-Disposition"], 'attachment; filename="usage-all-2026-11-20.csv"')
        self.assertEqual({row[1] for row in found[1:]}, {"'=1+1"})
        self.assertEqual(sorted(row[2] for row in found[1:])[:6], sorted(f"'{headline}" for headline in bad[:6]))
        self.assertEqual({row[2] for row in found[1:]} - {f"'{headline}" for headline in bad[:6]}, {*bad[6:], "The ferry runs again"})

    def test_the_file_of_one_partner_and_month_holds_that_alone(self):
        other = community_partner(self.chief, name="The Quay")
        self.row("Theirs", partner=other)
        self.row("Old", date(2026, 10, 1))
        mine = self.read(self.page("usage_file_of", self.partner.pk, month="2026-11"))

        self.assertEqual([row[2:] for row in mine[1:]], [["The ferry runs again", str(self.version.article_id), "Own staff", "1", "1"]])

    def test_pages_cost_the_same_for_one_row_and_for_three(self):
        def cost(name, *args):
            with self.assertNumQueries(self.known.get(name, 0)) if name in self.known else _Counted(self, name):
                self.page(name, *args)

        self.known = {}
        self.kill()
        for _more in range(2):
            for name, args in (
                ("usage", []),
                ("usage_of", [self.partner.pk]),
                ("usage_file", []),
                ("taken", [self.partner.pk]),
                ("receipts", []),
            ):
                cost(name, *args)
            for number in range(2):
                desk.published_article(self.chief, f"Another {number}", at=self.now)
            other = community_partner(self.chief)
            self.pull(feed_path(other, self.chief))
            self.pull(self.path)
        self.assertGreater(Delivery.objects.count(), 3)


class _Counted:
    """Remembers how many queries were needed, for the next time."""

    def __init__(self, case, name):
        self.case, self.name = case, name

    def __enter__(self):
        self.queries = CaptureQueriesContext(connection)
        self.queries.__enter__()

    def __exit__(self, *how):
        self.queries.__exit__(*how)
        self.case.known[self.name] = len(self.queries)
        self.case.assertLess(len(self.queries), 16)


class LastTests(DeskCase):
    def test_the_due_day_is_what_the_settings_say(self):
        with self.settings(RECEIPT_HOURS_REMOVAL=2):
            self.kill()

        row = Receipt.objects.get()
        self.assertEqual(row.due_at - row.asked_at, timedelta(hours=2))
