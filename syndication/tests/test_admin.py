"""Partners at the desk: who may look, who may keep them, and a token that is shown once."""

import re
from datetime import timedelta

from django.urls import reverse

from articles import addresses
from articles.tests import builders as desk
from articles.vocabulary import Role
from syndication import access
from syndication.models import FeedToken, Partner
from syndication.tests.builders import LONG_AGO, commercial_partner, community_partner, partner_for
from syndication.tests.case import FeedCase

LIST, ADD = reverse("admin:syndication_partner_changelist"), reverse("admin:syndication_partner_add")
EMPTY = {
    "memberships-TOTAL_FORMS": "0", "memberships-INITIAL_FORMS": "0", "contacts-TOTAL_FORMS": "0", "contacts-INITIAL_FORMS": "0",
}  # fmt: skip


def page(row):
    return reverse("admin:syndication_partner_change", args=[row.pk])


def new_token(row):
    return reverse("admin:syndication_partner_new_token", args=[row.pk])


class DeskCase(FeedCase):
    def setUp(self):
        super().setUp()
        self.manager = self.sign_in(Role.PARTNER_MANAGER)

    def sign_in(self, *roles, **flags):
        person = desk.user_with(*roles)
        person.is_staff = True
        for name, value in flags.items():
            setattr(person, name, value)
        person.save()
        self.client.force_login(person)
        return person


class WhoMayTests(DeskCase):
    def test_the_table_of_roles_says_who_reads_and_who_keeps_partners(self):
        row = community_partner(self.chief)
        expected = {Role.PARTNER_MANAGER: (200, 200, True), Role.RIGHTS_DESK: (200, 403, False), Role.CHIEF: (200, 403, False),
                    Role.EDITOR: (403, 403, False), Role.CONTRIBUTOR: (403, 403, False)}  # fmt: skip
        for role, (read, add, has_button) in expected.items():
            with self.subTest(role):
                self.sign_in(role)
                answer = self.client.get(page(row))

                self.assertEqual((answer.status_code, self.client.get(LIST).status_code), (read, read))
                self.assertEqual(self.client.get(ADD).status_code, add)
                self.assertEqual("New feed address" in answer.content.decode(), has_button)
                self.assertEqual(self.client.post(new_token(row), {"name": "main"}).status_code, 200 if has_button else 403)

    def test_the_operator_has_no_say_in_partners(self):
        row = community_partner(self.chief)
        self.sign_in(is_superuser=True)

        self.assertEqual([self.client.get(path).status_code for path in (LIST, ADD, page(row))], [403, 403, 403])
        self.assertEqual(self.client.post(new_token(row), {"name": "main"}).status_code, 403)

    def test_a_stranger_is_sent_to_the_log_in(self):
        self.client.logout()

        self.assertEqual(self.client.get(LIST).status_code, 302)


class TokenPageTests(DeskCase):
    def test_a_new_address_is_shown_once_whole_and_works(self):
        desk.published_article(self.chief)
        row = community_partner(self.chief)
        shown = self.client.post(new_token(row), {"name": "their server"})
        address = re.search(r'>(http[^<"]+latest\.rss)<', shown.content.decode())[1]

        self.assertEqual((shown.status_code, shown["Referrer-Policy"]), (200, "no-referrer"))
        self.assertIn("no-store", shown["Cache-Control"])
        self.assertTrue(address.startswith(addresses.absolute("/partners/feeds/")))
        self.assertEqual(self.client.get(address.removeprefix(addresses.absolute(""))).status_code, 200)
        token = address.split("/")[-2]
        again = self.client.get(page(row)).content.decode()
        self.assertNotIn(token, again)
        self.assertIn(f"ends in …{token[-4:]}", again)
        self.assertIn("last used", again)

    def test_looking_at_the_address_of_the_button_makes_nothing(self):
        row = community_partner(self.chief)

        self.assertEqual(self.client.get(new_token(row)).status_code, 405)
        self.assertEqual(FeedToken.objects.count(), 0)

    def test_a_name_that_is_missing_or_too_long_makes_nothing_and_says_so(self):
        row = community_partner(self.chief)
        for name in ("", " ", "x" * 81):
            answer = self.client.post(new_token(row), {"name": name, "expires_at": "2027-01-01T00:00"})
            self.assertContains(answer, 'value="2027-01-01T00:00', status_code=422)
            self.assertContains(answer, "Say in a word what the new address is for, at most 80 characters.", status_code=422)
        self.assertEqual(FeedToken.objects.count(), 0)

    def test_revoking_ends_it_and_only_under_its_own_partner(self):
        row, other = community_partner(self.chief), commercial_partner(self.chief)
        token, secret = access.issue_token(row.pk, by=self.chief, at=LONG_AGO)
        wrong = reverse("admin:syndication_partner_revoke_token", args=[other.pk, token.pk])
        right = reverse("admin:syndication_partner_revoke_token", args=[row.pk, token.pk])

        self.assertEqual((self.client.post(wrong).status_code, self.client.get(right).status_code), (404, 405))
        self.assertEqual(partner_for(secret, self.now), row)
        self.assertContains(self.client.post(right, follow=True), "answers nobody any more")
        self.assertIsNone(partner_for(secret, self.now))


class PartnerPageTests(DeskCase):
    def test_the_page_says_what_the_partner_gets_and_why_not_the_rest(self):
        desk.published_article(self.chief)
        desk.source_terms_article(self.chief)
        answer = self.client.get(page(commercial_partner(self.chief)))

        self.assertContains(answer, "Gets now: 1 item ")
        self.assertContains(answer, "Withheld: 1 item ")
        self.assertContains(answer, "commercial_needs_permission")
        self.assertContains(answer, "it needs the owner&#x27;s permission")

    def test_whether_it_pays_us_and_carries_advertising_is_one_of_three_answers(self):
        row = community_partner(self.chief)
        facts = {**EMPTY, "name": row.name, "state": "active", "home_url": "https://quay.example/"}
        for typed, kept in [("True", True), ("False", False), ("", None)]:
            with self.subTest(typed=typed):
                answer = self.client.post(page(row), {**self.inlines(row), **facts, "pays_us": typed, "carries_advertising": typed})
                row.refresh_from_db()
                self.assertEqual((answer.status_code, row.pays_us, row.carries_advertising), (302, kept, kept))

        answer = self.client.post(page(row), {**self.inlines(row), **facts, "pays_us": "perhaps"})
        self.assertContains(answer, "Say whether the partner pays us: yes, no or not recorded.")

    def inlines(self, row):
        """The rows below the form as the browser would send them, unchanged."""
        forms = [formset.formset for formset in self.client.get(page(row)).context["inline_admin_formsets"]]
        sent = {}
        for formset in forms:
            for form in [formset.management_form, *formset.initial_forms]:
                sent |= {field.html_name: field.value() for field in form if field.value() not in (None, [])}
        return sent

    def test_a_partner_is_recorded_with_its_class_its_evidence_and_its_contacts(self):
        fields = {
            **EMPTY, "name": "Quay News", "slug": "quay-news", "territory": "nl", "state": "active", "home_url": "quay.example",
            "memberships-TOTAL_FORMS": "1", "memberships-0-party_class": "community_site", "memberships-0-evidence_note": "Their statutes.",
            "contacts-TOTAL_FORMS": "1", "contacts-0-name": "Rem Ade", "contacts-0-email": "rem@quay.example",
            "contacts-0-hears_corrections": "on",
        }  # fmt: skip
        answer = self.client.post(ADD, fields)
        row = Partner.objects.get()

        self.assertEqual((answer.status_code, row.territory, row.home_url, row.state_changed_at), (302, "NL", "https://quay.example", None))
        member = row.memberships.get()
        self.assertEqual((member.party_class, member.recorded_by, member.recorded_at), ("community_site", self.manager, self.now))
        contact = row.contacts.present().get()
        self.assertEqual((contact.email, contact.hears_corrections), ("rem@quay.example", True))

    def test_a_class_without_evidence_is_refused_with_a_sentence_and_nothing_typed_is_lost(self):
        fields = {
            **EMPTY, "name": "Quay News", "slug": "quay-news", "state": "active",
            "memberships-TOTAL_FORMS": "1", "memberships-0-party_class": "community_site", "memberships-0-evidence_note": " ",
        }  # fmt: skip
        answer = self.client.post(ADD, fields)

        self.assertContains(answer, "Say how we know that the partner belongs to this class: what we saw, and when.")
        self.assertContains(answer, 'value="Quay News"')
        self.assertEqual(Partner.objects.count(), 0)

    def saved(self, row, **changes):
        member = row.memberships.get()
        fields = {
            **EMPTY,
            "name": row.name, "slug": row.slug, "state": row.state,
            "memberships-TOTAL_FORMS": "1", "memberships-INITIAL_FORMS": "1",
            "memberships-0-id": member.pk, "memberships-0-partner": row.pk, **changes,
        }  # fmt: skip
        answer = self.client.post(page(row), fields)
        row.refresh_from_db()
        return answer

    def test_suspending_is_dated_and_stands_still_when_saved_again(self):
        row = community_partner(self.chief)
        self.saved(row, state="suspended")
        first = self.now
        self.later(hours=1)
        self.saved(row)

        self.assertEqual((row.state, row.state_changed_at), ("suspended", first))

    def test_the_slug_and_a_recorded_class_cannot_be_rewritten_only_ended(self):
        row = community_partner(self.chief)
        slug = row.slug
        forged = {"slug": "other", "memberships-0-party_class": "commercial_site", "memberships-0-evidence_note": "Invented."}
        ended = {"memberships-0-ended_at": "2026-11-20T13:00:00"}
        self.assertEqual(self.saved(row, **forged, **ended).status_code, 302)
        member = row.memberships.get()

        self.assertEqual((row.slug, member.party_class, member.evidence_note), (slug, "community_site", "Their statutes of 2019."))
        self.assertEqual(member.ended_at, self.now - timedelta(hours=1))  # The desk types the house's time, an hour ahead of UTC.

    def test_nothing_about_a_partner_can_be_deleted(self):
        row = community_partner(self.chief)

        self.assertEqual(self.client.post(reverse("admin:syndication_partner_delete", args=[row.pk]), {"post": "yes"}).status_code, 403)
        self.assertNotContains(self.client.get(LIST), "delete_selected")

    def test_the_list_costs_the_same_for_one_partner_and_for_three(self):
        for _ in range(2):
            community_partner(self.chief)
            self.client.get(LIST)
            with self.assertNumQueries(11):
                answer = self.client.get(LIST)
            community_partner(self.chief)
        self.assertContains(answer, "no end")
        self.assertContains(answer, "Community site")
