"""Agreements at the desk: what was typed is judged and shown before it is kept, and each can rest, hold again or end at once."""

import re
from datetime import timedelta
from html import unescape

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from articles.refusals import FormRefused, MoveRefused
from articles.tests import builders as desk
from articles.vocabulary import Role
from rights.models import Evidence
from syndication import partnership
from syndication.models import Agreement, Offer
from syndication.tests.builders import LONG_AGO, agreement, community_partner, feed_path
from syndication.tests.test_admin import DeskCase, page

OURS, THEIRS = "The ferry runs again", "Dredging starts in the north basin"
TYPED = {"starts_at": "2026-11-01T00:00", "part": "full", "delay_minutes": "0"}


def hidden(answer):
    """What the screen would send again."""
    pairs = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', answer.content.decode())
    sent: dict[str, list[str]] = {}
    for name, value in pairs:
        sent.setdefault(name, []).append(unescape(value))
    return sent


class AgreementCase(DeskCase):
    def setUp(self):
        super().setUp()
        self.row = community_partner(self.chief)
        self.row.agreements.all().delete()
        self.new = reverse("admin:syndication_partner_new_agreement", args=[self.row.pk])

    def page(self, row, name="agreement"):
        return reverse(f"admin:syndication_partner_{name}", args=[self.row.pk, row.pk])

    def headlines(self, stories):
        return [one.headline for one in stories]


class PreviewTests(AgreementCase):
    def test_it_is_shown_first_and_what_was_shown_is_kept(self):
        version = desk.published_article(self.chief)
        desk.source_terms_article(self.chief)
        version.tags.create(name="Ferries, small", slug="ferries")
        ada = desk.author()
        typed = {
            **TYPED, "tags": '"ferries, SMALL"', "authors": f"{ada.name} #{ada.pk}", "languages": ["en"], "territories": "nl, de",
            "quota": "4", "bases": ["own_staff", "cc"], "sections": [version.section_id], "note": "By letter.", "part": "excerpt",
        }  # fmt: skip
        shown = self.client.post(self.new, {**typed, "step": "look"})
        preview = shown.context["preview"]

        self.assertEqual((shown.status_code, Agreement.objects.count(), Offer.objects.count()), (200, 0, 0))
        self.assertEqual((self.headlines(preview.gains), self.headlines(preview.loses)), ([OURS], []))
        self.assertEqual([one.reason for one in preview.withheld], ["agreement_selection"])
        saved = self.client.post(self.new, {**hidden(shown), "step": "save"})
        kept = Agreement.objects.get()
        self.assertRedirects(saved, self.page(kept))
        self.assertEqual((kept.part, kept.territories, kept.quota, kept.bases), ("excerpt", ["DE", "NL"], 4, ["own_staff", "cc"]))
        self.assertEqual(
            (kept.tags.get().name, kept.authors.get(), kept.sections.get(), kept.languages),
            ("Ferries, small", ada, version.section, ["en"]),
        )
        again = self.client.get(self.page(kept))
        for words in ('value="DE NL"', "Ferries, small", f"Ada Quill #{ada.pk}", "By letter."):
            self.assertContains(again, words)

    def test_a_change_says_what_is_lost_and_what_gets_another_extent(self):
        desk.published_article(self.chief)
        desk.source_terms_article(self.chief)
        kept = agreement(self.row)
        narrower = self.client.post(self.page(kept), {**TYPED, "bases": ["own_staff"]}).context["preview"]
        shorter = self.client.post(self.page(kept), {**TYPED, "part": "headline"}).context["preview"]

        self.assertEqual((self.headlines(narrower.loses), self.headlines(narrower.unchanged)), ([THEIRS], [OURS]))
        self.assertEqual((len(shorter.changes), shorter.gains, shorter.loses), (2, (), ()))
        self.assertEqual(Agreement.objects.get().bases, [])

    def test_one_that_begins_later_or_not_for_the_web_is_said(self):
        desk.published_article(self.chief)
        later = self.client.post(self.new, {**TYPED, "starts_at": "2027-01-01T00:00"}).context["preview"]
        printed = self.client.post(self.new, {**TYPED, "channels": ["print"]}).context["preview"]

        self.assertEqual((self.headlines(later.gains), later.notes[0][:15]), ([OURS], "It begins later"))
        self.assertEqual((printed.gains, "does not name the web" in printed.notes[0]), ((), True))

    def test_changing_it_again_brings_back_what_was_typed(self):
        shown = self.client.post(self.new, {**TYPED, "note": "Half a thought"})
        back = self.client.post(self.new, {**hidden(shown), "step": "edit"})

        self.assertContains(back, "Half a thought")
        self.assertNotContains(back, "Nothing was saved.")

    def test_looking_costs_the_same_for_one_story_and_for_three(self):
        counts = []
        for number in (1, 2):
            for story in range(number):
                desk.published_article(self.chief, f"Story {number} {story}")
            self.client.post(self.new, TYPED)
            with self.assertNumQueries(33) as counted:
                self.client.post(self.new, TYPED)
            counts.append(len(counted))
        self.assertEqual(counts[0], counts[1])


class StopTests(AgreementCase):
    def setUp(self):
        super().setUp()
        desk.published_article(self.chief)
        self.kept = agreement(self.row)
        self.path = feed_path(self.row, self.chief)

    def test_suspending_resuming_and_ending_work_from_the_next_poll_on(self):
        self.assertEqual(self.titles(self.path), [OURS])
        for name, expected in [("suspend_agreement", []), ("resume_agreement", [OURS]), ("end_agreement", [])]:
            self.assertRedirects(self.client.post(self.page(self.kept, name)), self.page(self.kept))
            self.assertEqual(self.titles(self.path), expected)
        kinds = list(Offer.objects.values_list("kind", flat=True))
        self.assertEqual(kinds, ["offered", "lapsed", "offered", "lapsed"])
        self.assertContains(self.client.get(page(self.row)), "ended")

    def test_suspending_twice_keeps_the_first_moment_and_what_has_not_begun_cannot_end(self):
        first = partnership.suspend_agreement(self.kept.pk, by=self.manager, at=self.now).suspended_at
        self.assertEqual(partnership.suspend_agreement(self.kept.pk, by=self.manager, at=self.later(hours=1)).suspended_at, first)
        later = agreement(self.row, starts_at=self.now + timedelta(days=1))

        with self.assertRaises(FormRefused):
            partnership.end_agreement(later.pk, by=self.manager, at=self.now)
        answer = self.client.post(self.page(later, "end_agreement"), follow=True)
        self.assertContains(answer, "has not begun, so it can&#x27;t end. Suspend it, or change its dates.")

    def test_nobody_but_a_partner_manager_does_any_of_it(self):
        for role in set(Role) - {Role.PARTNER_MANAGER}:
            person = self.sign_in(role)
            for act in (partnership.suspend_agreement, partnership.end_agreement):
                with self.assertRaises(MoveRefused):
                    act(self.kept.pk, by=person, at=self.now)
            with self.assertRaises(MoveRefused):
                partnership.record_agreement(self.kept, {}, by=person, at=self.now)
            statuses = [self.client.post(self.page(self.kept, name)).status_code for name in ("agreement", "suspend_agreement", "contract")]
            self.assertEqual(statuses, [403, 403, 403])
            self.assertEqual(self.client.get(self.new).status_code, 403)
        self.assertEqual(Agreement.objects.get().suspended_at, None)

    def test_who_may_read_partners_reads_it_and_another_partner_s_is_not_found(self):
        other = community_partner(self.chief)
        wrong = reverse("admin:syndication_partner_agreement", args=[other.pk, self.kept.pk])
        self.assertEqual(self.client.get(wrong).status_code, 404)
        self.sign_in(Role.RIGHTS_DESK)
        answer = self.client.get(self.page(self.kept))

        self.assertEqual((answer.status_code, "See what they would get" in answer.content.decode()), (200, False))

    def test_the_contract_s_file_is_kept_as_evidence(self):
        upload = SimpleUploadedFile("contract.pdf", b"%PDF-1.7 signed", "application/pdf")
        answer = self.client.post(self.page(self.kept, "contract"), {"file": upload}, follow=True)
        kept = Evidence.objects.get(kind="contract")

        self.assertEqual((bytes(kept.content), kept.obtained_by, kept.content_type), (b"%PDF-1.7 signed", self.manager, "application/pdf"))
        self.assertContains(answer, f"Contract with {self.row}")
        self.assertEqual(Agreement.objects.get().contract, kept)


class StandingTests(AgreementCase):
    def test_in_two_words(self):
        now = timezone.now()
        table = {
            "in force": {},
            "not begun": {"starts_at": now + timedelta(days=1)},
            "ended": {"ends_at": now},
            "suspended": {"suspended_at": now},
        }

        self.assertEqual([Agreement(**{"starts_at": LONG_AGO, **fields}).standing(now) for fields in table.values()], list(table))
