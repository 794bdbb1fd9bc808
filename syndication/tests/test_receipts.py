"""Corrections and withdrawals go to exactly those who took the story, once, and wait for their word."""

import re
from datetime import timedelta
from unittest import mock

from articles import clearing, drafting, publishing, withdrawing
from articles.models import Article
from articles.refusals import FormRefused, MoveRefused
from articles.tests import builders as desk
from articles.vocabulary import CorrectionKind, Move, Role
from house import links
from house.models import MailStatus, OutgoingMail
from syndication import feeds, offers, partnership, receipts
from syndication.models import Offer, PartnerContact, PartnerState, Receipt
from syndication.tests.builders import community_partner, entries, feed_path
from syndication.tests.case import FeedCase

NOTE = "The ferry left at ten, not at nine."


class ReceiptCase(FeedCase):
    def setUp(self):
        super().setUp()
        self.partner = community_partner(self.chief, contact="desk@harbour.example")
        self.path = feed_path(self.partner, self.chief)
        self.version = desk.published_article(self.chief)
        self.contact = PartnerContact.objects.create(partner=self.partner, name="Mara Lind", email="mara@harbour.example")

    def edit(self, body):
        article = Article.objects.get(pk=self.version.article_id)
        article.body = body
        article.save()
        drafting.after_save(article, by=self.chief, at=self.now)
        clearing.clear(article.pk, by=self.chief, at=self.now)

    def correct(self, note=NOTE):
        self.later(minutes=1)
        self.edit(f"<p>{note}</p>")
        publishing.correct(self.version.article_id, by=self.chief, at=self.now, kind=CorrectionKind.CORRECTION, note=note)
        feeds.keep_up(self.now)

    def update(self):
        self.later(minutes=1)
        self.edit(f"<p>The ferry left at nine. {self.now}</p>")
        publishing.correct(self.version.article_id, by=self.chief, at=self.now, kind=CorrectionKind.UPDATE, note="More is known.")
        feeds.keep_up(self.now)

    def kill(self, move=Move.KILL):
        at = self.later(minutes=1)
        withdrawing.withdraw(self.version.article_id, move, by=self.chief, at=at, reason="Desk.", public_reason="It was wrong.")
        feeds.keep_up(self.now)

    def asked(self):
        return [(row.offer.kind, row.is_open, row.lapsed_because) for row in Receipt.objects.select_related("offer").order_by("pk")]

    def letters(self):
        return list(OutgoingMail.objects.order_by("pk"))

    def link(self, number=-1):
        return re.search(r"/partners/receipts/\S+", self.letters()[number].text)[0]


class WhoIsAskedTests(ReceiptCase):
    def test_who_took_it_is_told_of_a_correction_once_with_what_and_why(self):
        self.pull(self.path)
        self.correct()
        feeds.keep_up(self.now)
        offers.review_everything(self.now)

        (row,), (letter,) = Receipt.objects.all(), self.letters()
        self.assertEqual((row.offer.kind, row.due_at - row.asked_at), ("changed", timedelta(hours=72)))
        self.assertEqual((letter.to, letter.subject), ("mara@harbour.example", "The Test Courier: Corrected: The ferry runs again"))
        for words in (
            "The ferry runs again",
            NOTE,
            "/2026/11/the-ferry-runs-again/",
            self.version.article.urn,
            "Correction of 20 November 2026",
        ):
            self.assertIn(words, letter.text)

    def test_a_withdrawal_is_due_within_a_day_and_says_the_public_reason_alone(self):
        self.pull(self.path)
        self.kill()

        (row,), (letter,) = Receipt.objects.all(), self.letters()
        self.assertEqual((row.offer.kind, row.due_at - row.asked_at), ("withdrawn", timedelta(hours=24)))
        self.assertEqual(("Why: It was wrong." in letter.text, "Desk." in letter.text), (True, False))
        self.assertEqual(letter.subject, "The Test Courier: Please remove: The ferry runs again")

    def test_who_never_took_it_hears_nothing(self):
        other = community_partner(self.chief, contact="other@else.example")
        feeds.keep_up(self.now)
        self.pull(self.path)
        self.kill()

        self.assertEqual([row.partner_id for row in Receipt.objects.all()], [self.partner.pk])
        self.assertEqual([letter.to for letter in self.letters()], ["mara@harbour.example"])
        self.assertEqual(other.offers.filter(kind="withdrawn").count(), 1)

    def test_an_update_asks_for_nothing(self):
        self.pull(self.path)
        self.update()

        self.assertEqual((self.asked(), self.letters()), ([], []))

    def test_a_correction_that_an_update_covered_before_anybody_looked_is_told(self):
        self.pull(self.path)
        with mock.patch("syndication.feeds.keep_up"):
            self.correct()
        self.update()

        self.assertEqual(self.asked(), [("changed", True, "")])

    def test_a_hold_tells_that_we_may_no_longer_supply_it_and_not_why(self):
        self.pull(self.path)
        clearing.place_hold(self.version.article_id, by=self.chief, at=self.later(minutes=1), reason="A letter from a lawyer.")
        feeds.keep_up(self.now)

        (letter,) = self.letters()
        self.assertEqual(("We may no longer supply it to you." in letter.text, "lawyer" in letter.text), (True, False))

    def test_who_took_the_removal_by_feed_and_no_story_since_is_not_asked_again(self):
        self.pull(self.path)
        hold = clearing.place_hold(self.version.article_id, by=self.chief, at=self.later(minutes=1), reason="A letter.")
        self.pull(self.path)
        clearing.lift_hold(hold.pk, by=self.chief, at=self.later(minutes=1))
        feeds.keep_up(self.now)
        self.kill()

        self.assertEqual(self.asked(), [("withdrawn", False, "offered_again")])

    def test_what_was_confirmed_to_be_gone_is_not_asked_about_again(self):
        self.pull(self.path)
        hold = clearing.place_hold(self.version.article_id, by=self.chief, at=self.later(minutes=1), reason="A letter.")
        feeds.keep_up(self.now)
        receipts.confirm(Receipt.objects.get().pk, name="Mara", address="", note="", at=self.now)
        clearing.lift_hold(hold.pk, by=self.chief, at=self.later(minutes=1))
        feeds.keep_up(self.now)
        self.kill()

        self.assertEqual(self.asked(), [("withdrawn", False, "")])

    def test_what_is_offered_anew_need_not_be_removed(self):
        self.pull(self.path)
        hold = clearing.place_hold(self.version.article_id, by=self.chief, at=self.later(minutes=1), reason="A letter.")
        feeds.keep_up(self.now)
        self.assertEqual(self.asked(), [("withdrawn", True, "")])

        clearing.lift_hold(hold.pk, by=self.chief, at=self.later(minutes=1))
        feeds.keep_up(self.now)
        self.assertEqual(self.asked(), [("withdrawn", False, "offered_again")])
        self.assertContains(self.client.get(self.link()), "The story is offered again")

    def test_a_later_change_takes_the_place_of_an_open_one_and_keeps_its_day(self):
        self.pull(self.path)
        self.correct()
        first = Receipt.objects.get()
        self.later(hours=60)
        self.correct("The ferry left at eleven.")
        self.later(hours=6)
        self.kill()

        self.assertEqual(self.asked(), [("changed", False, "overtaken"), ("changed", False, "overtaken"), ("withdrawn", True, "")])
        self.assertEqual(Receipt.objects.open().get().due_at, first.due_at)

    def test_the_corrected_item_carries_its_dated_note_and_says_that_it_is_newer(self):
        self.pull(self.path)
        self.correct()
        for ending in (".rss", ".atom", ".json"):
            said = self.pull(self.path.replace(".rss", ending)).content.decode()
            self.assertIn(f"Correction, 20 November 2026: {NOTE}", said)
            self.assertIn("2026-11-20T13:01:00", said)


class LetterTests(ReceiptCase):
    def test_people_who_left_or_do_not_hear_corrections_get_none(self):
        PartnerContact.objects.create(partner=self.partner, name="Bo", email="bo@harbour.example", hears_corrections=False)
        PartnerContact.objects.create(partner=self.partner, name="Cy", email="cy@harbour.example", ended_at=self.now)
        PartnerContact.objects.create(partner=self.partner, name="Di", email="di@harbour.example")
        self.pull(self.path)
        self.kill()

        self.assertEqual([letter.to for letter in self.letters()], ["di@harbour.example", "mara@harbour.example"])

    def test_without_such_people_the_general_address_is_written_to(self):
        self.contact.delete()
        self.pull(self.path)
        self.kill()

        self.assertEqual([letter.to for letter in self.letters()], ["desk@harbour.example"])

    def without_an_address(self, address):
        self.contact.delete()
        type(self.partner).objects.filter(pk=self.partner.pk).update(contact=address)
        self.pull(self.path)
        with self.assertLogs("syndication.receipt_letters", "WARNING"):
            self.kill()

        self.assertEqual((self.asked(), self.letters()), ([("withdrawn", True, "")], []))

    def test_without_any_address_it_is_asked_at_the_desk_all_the_same(self):
        self.without_an_address("")

    def test_an_address_that_is_none_holds_nothing_up(self):
        self.without_an_address("not an address")

    def test_many_stories_at_once_make_one_letter_with_a_link_for_each(self):
        desk.published_article(self.chief, "The bridge opens", at=self.now)
        self.pull(self.path)
        partnership.leave_class(self.partner.memberships.get().pk, by=self.chief, at=self.later(minutes=1))
        for article in Article.objects.all():
            clearing.place_hold(article.pk, by=self.chief, at=self.now, reason="Both.")
        feeds.keep_up(self.now)

        (letter,) = self.letters()
        self.assertEqual(letter.subject, "The Test Courier: 2 stories to correct or remove")
        self.assertEqual(len(set(re.findall(r"/partners/receipts/\S+", letter.text))), 2)

    def test_a_headline_can_not_add_a_header_to_the_letter(self):
        type(self.version).objects.filter(pk=self.version.pk).update(headline="Boats\nBcc: all@else.example")
        self.pull(self.path)
        self.kill()

        self.assertNotIn("\n", self.letters()[0].subject)

    def test_the_offer_its_receipt_and_its_letter_are_one_transaction(self):
        self.pull(self.path)
        self.later(minutes=1)
        withdrawing.withdraw(self.version.article_id, Move.KILL, by=self.chief, at=self.now, reason="Desk.")
        with mock.patch("syndication.receipt_letters.mail.queue", side_effect=OSError), self.assertRaises(OSError):
            feeds.keep_up(self.now)

        self.assertEqual((Offer.objects.filter(kind="withdrawn").count(), self.asked()), (0, []))
        feeds.keep_up(self.now)
        self.assertEqual(
            (Offer.objects.filter(kind="withdrawn").count(), self.asked(), len(self.letters())), (1, [("withdrawn", True, "")], 1)
        )


class ConfirmTests(ReceiptCase):
    def setUp(self):
        super().setUp()
        self.pull(self.path)
        self.correct()
        self.row = Receipt.objects.get()

    def post(self, link="", **typed):
        return self.client.post(link or self.link(), {"asked": self.row.pk, "name": "Mara Lind", "note": "Done.", **typed})

    def test_opening_the_link_confirms_nothing(self):
        page = self.client.get(self.link())

        self.assertContains(page, NOTE)
        self.assertContains(page, "The ferry runs again")
        self.assertEqual((page["Referrer-Policy"], page["X-Robots-Tag"]), ("same-origin", "noindex"))
        self.assertEqual(self.asked(), [("changed", True, "")])

    def test_the_answer_is_recorded_with_name_address_and_note_and_only_once(self):
        self.assertContains(self.post(), "We wrote down that it is done.")
        self.later(hours=1)
        self.assertContains(self.post(name="Somebody else"), "This was confirmed on 20 November 2026 at 14:01.")

        self.row.refresh_from_db()
        self.assertEqual((self.row.confirmed_by, self.row.note), ("Mara Lind <mara@harbour.example>", "Done."))

    def test_without_a_name_nothing_is_recorded_and_the_note_stays(self):
        page = self.post(name=" ", note="Kept words")

        self.assertContains(page, "Give your name, so that we know who saw to it.", status_code=422)
        self.assertContains(page, "Kept words", status_code=422)
        self.assertEqual(self.asked(), [("changed", True, "")])

    def test_a_yes_to_what_changed_meanwhile_is_asked_again(self):
        link = self.link()
        self.kill()
        page = self.post(link)

        self.assertContains(page, "Since you opened this page the story changed again.", status_code=422)
        self.assertContains(page, "Please remove this story", status_code=422)
        self.assertContains(page, "Mara Lind", status_code=422)
        self.assertEqual(self.asked(), [("changed", False, "overtaken"), ("withdrawn", True, "")])
        self.assertContains(self.post(link, asked=Receipt.objects.open().get().pk), "We wrote down that it is done.")

    def test_bad_links_open_nothing_and_say_so(self):
        forged = links.make("second reading", [self.row.pk, "mara@harbour.example"], at=self.now, lifetime=timedelta(days=1))
        foreign = links.make("receipt", [self.row.pk + 99, "mara@harbour.example"], at=self.now, lifetime=timedelta(days=1))
        link = self.link()
        for bad in (
            f"/partners/receipts/{forged}/",
            f"/partners/receipts/{foreign}/",
            link[:-9] + "/",
            "/partners/receipts/x/",
            f"/partners/receipts/{'a' * 3000}/",
        ):
            with self.subTest(bad=bad[:60]):
                self.assertContains(self.client.get(bad), "This link opens nothing", status_code=404)
                self.assertEqual(self.post(bad).status_code, 404)
        self.later(days=91)
        self.assertContains(self.client.get(link), "This link has ended", status_code=410)
        self.assertEqual((self.post(link).status_code, self.asked()), (410, [("changed", True, "")]))

    def test_malformed_answers_are_refused(self):
        for typed in ({"asked": "x"}, {"asked": ""}, {"asked": "999999"}, {"name": "n" * 101}, {"note": "n" * 2001}, {"name": ""}):
            with self.subTest(typed=str(typed)[:40]):
                self.assertEqual(self.post(**typed).status_code, 422)
        self.assertEqual(self.client.put(self.link()).status_code, 405)
        self.assertEqual(self.asked(), [("changed", True, "")])

    def test_a_stopped_partner_can_still_confirm(self):
        partnership.change_state(self.partner.pk, PartnerState.ENDED, by=self.chief, at=self.now)

        self.assertContains(self.post(), "We wrote down that it is done.")

    def test_what_was_told_to_us_needs_the_role_and_a_note(self):
        with self.assertRaises(MoveRefused):
            receipts.take_word(self.row.pk, by=desk.user_with(Role.EDITOR), note="Phone.", at=self.now)
        with self.assertRaises(FormRefused):
            receipts.take_word(self.row.pk, by=self.chief, note=" ", at=self.now)
        row = receipts.take_word(self.row.pk, by=self.chief, note="By phone.", at=self.now)

        self.assertEqual((row.confirmed_by, row.note), (f"told to {self.chief.username}", "By phone."))

    def test_a_refused_letter_leaves_the_receipt_open(self):
        OutgoingMail.objects.update(status=MailStatus.REFUSED, claimed_at=self.now, settled_at=self.now)
        self.later(hours=80)

        self.assertEqual([row.pk for row in Receipt.objects.overdue(self.now)], [self.row.pk])
        self.assertEqual(entries(self.pull(self.path).content)[0].title, "The ferry runs again")


class RevivalTests(ReceiptCase):
    def test_who_looked_before_a_withdrawal_does_not_revive_the_story_after_it(self):
        self.pull(self.path)
        before = self.now
        self.kill()
        offers.bring_up_to_date(self.partner, at=before)
        offers.review(self.partner, at=before)

        self.assertEqual(list(Offer.objects.values_list("kind", flat=True)), ["offered", "withdrawn"])
