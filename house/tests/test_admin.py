from datetime import UTC, datetime, timedelta

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import TestCase
from django.urls import reverse
from django.utils import timezone

from house.admin import history
from house.models import House, OutgoingMail
from house.profile import record_profile
from house.tests.test_profile import HARBOUR

LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)


def person(role=None, **options):
    user = get_user_model().objects.create_user(role or "operator", password="-", is_staff=True, **options)
    if role:
        user.groups.add(Group.objects.get(name=role))
    return user


class ProfileAdminTests(TestCase):
    def setUp(self):
        self.form, self.profile = reverse("admin:house_house_add"), reverse("admin:house_house_changelist")
        self.row = record_profile(by=None, at=LONG_AGO, **HARBOUR, community_reason="Written by one town.")
        self.chief = person("chief")
        self.client.force_login(self.chief)

    def typed(self, **changes):
        in_the_form = self.client.get(self.form).context["adminform"].form
        values = {name: in_the_form.get_initial_for_field(field, name) for name, field in in_the_form.fields.items()}
        values["languages"] = ", ".join(values["languages"])
        return {name: value for name, value in {**values, **changes}.items() if value not in (None, False)}

    def test_the_form_shows_who_we_are_now_and_whether_we_are_commercial_and_why(self):
        page = self.client.get(self.profile, follow=True)

        self.assertContains(page, "Commercial: no")
        self.assertContains(page, "We are not commercial: no advertising")
        self.assertContains(page, 'value="Harbour Record"')
        self.assertContains(page, 'value="en, nl"')

    def test_saving_adds_a_row_that_holds_at_once(self):
        page = self.client.post(self.form, self.typed(carries_advertising="on", note="From the board."), follow=True)

        row = House.objects.in_force(timezone.now())
        self.assertEqual(
            (House.objects.count(), row.carries_advertising, row.recorded_by, row.note), (2, True, self.chief, "From the board.")
        )
        self.assertEqual(
            (row.classes, row.languages, row.commercial_signals), (self.row.classes, self.row.languages, self.row.commercial_signals)
        )
        self.assertContains(page, "Commercial: yes")
        self.assertContains(page, "because the site carries advertising")
        self.assertFalse(House.objects.get(pk=self.row.pk).carries_advertising)

    def test_the_history_says_what_each_row_changed(self):
        record_profile(by=self.chief, at=LONG_AGO + timedelta(days=1), has_paywall=True, name="Harbour Weekly")
        page = self.client.get(self.form)

        self.assertEqual([(entry.changed, entry.is_in_force) for entry in page.context["entries"]],
                         [("name of the newsroom, has a paywall", True), ("the first record", False)])  # fmt: skip

    def test_the_history_costs_the_same_with_one_row_and_with_three(self):
        with self.assertNumQueries(1):
            self.assertEqual(len(history(timezone.now())), 1)
        for day in (1, 2):
            record_profile(by=self.chief, at=LONG_AGO + timedelta(days=day), has_paywall=day == 1)
        with self.assertNumQueries(1):
            self.assertEqual([str(entry.row.recorded_by) for entry in history(timezone.now())], ["chief", "chief", "None"])

    def test_a_row_of_the_history_is_read_only_and_in_words(self):
        page = self.client.get(reverse("admin:house_house_change", args=[self.row.pk]))

        self.assertContains(page, "a community internet site")
        self.assertContains(page, "advertising, that the publisher is a company")
        self.assertNotContains(page, 'name="_save"')

    def test_a_wrong_value_is_said_at_its_field_and_what_was_typed_stays(self):
        page = self.client.post(self.form, self.typed(territory="N1", time_zone="Mars", default_language="fr", press_notice="Typed."))

        self.assertContains(page, "write two capital letters, such as NL")
        self.assertContains(page, "write it as Europe/Amsterdam or America/New_York")
        self.assertContains(page, "Choose the default from the languages that you named.")
        self.assertContains(page, "Typed.")
        self.assertEqual(House.objects.count(), 1)

    def test_a_community_site_says_why_it_is_one(self):
        page = self.client.post(self.form, self.typed(community_reason=""))

        self.assertContains(page, "Say in a sentence why we are a community internet site")
        self.assertEqual(House.objects.count(), 1)

    def test_two_people_saving_at_once_the_second_is_told_and_may_then_save(self):
        typed = self.typed(name="Harbour Weekly", commercial_signals=["advertising", "company"])
        record_profile(by=None, at=LONG_AGO + timedelta(days=1), has_paywall=True)

        page = self.client.post(self.form, typed)
        self.assertContains(page, "Somebody else changed the profile while you were writing (has a paywall).")
        again = page.context["adminform"].form
        self.assertEqual(
            (House.objects.count(), again["name"].value(), again["commercial_signals"].value()),
            (2, "Harbour Weekly", ["advertising", "company"]),
        )

        self.client.post(self.form, {**typed, "based_on": again["based_on"].value()})
        self.assertEqual(House.objects.in_force(timezone.now()).name, "Harbour Weekly")

    def test_the_rights_desk_may_read_and_not_change(self):
        self.client.force_login(person("rights_desk"))

        self.assertContains(self.client.get(self.profile, follow=True), "Commercial: no")
        self.assertEqual((self.client.get(self.form).status_code, self.client.post(self.form, {}).status_code), (403, 403))

    def test_editors_and_the_operator_can_do_neither(self):
        for user in (person("editor"), person(is_superuser=True)):
            with self.subTest(user.username):
                self.client.force_login(user)
                row = reverse("admin:house_house_change", args=[self.row.pk])
                self.assertEqual([self.client.get(url).status_code for url in (self.profile, self.form, row)], [403, 403, 403])

    def test_nobody_may_delete_a_row(self):
        self.assertEqual(self.client.post(reverse("admin:house_house_delete", args=[self.row.pk]), {"post": "yes"}).status_code, 403)

    def test_the_first_row_is_recorded_in_the_same_form(self):
        House.objects.all()._raw_delete(using="default")
        typed = {**HARBOUR, "languages": "en nl", "commercial_signals": [], "community_reason": "Written by one town."}

        self.assertContains(self.client.get(self.form), "Nothing is recorded about this newsroom yet")
        self.client.post(self.form, typed)
        self.assertEqual(House.objects.get().languages, ["en", "nl"])


class OutgoingMailAdminTests(TestCase):
    def test_the_operator_reads_what_became_of_a_letter_but_not_its_text_and_changes_nothing(self):
        mail = OutgoingMail.objects.create(
            key="a", to="reader@example.org", subject="Your worksheet", text="https://secret.example/link", queued_at=LONG_AGO
        )
        self.client.force_login(person(is_superuser=True))
        pages = [reverse("admin:house_outgoingmail_changelist"), reverse("admin:house_outgoingmail_change", args=[mail.pk])]

        for page in map(self.client.get, pages):
            self.assertContains(page, "Your worksheet")
            self.assertNotContains(page, "secret.example")
        self.assertEqual(self.client.post(pages[1], {"subject": "x"}).status_code, 403)
        self.assertEqual(self.client.get(reverse("admin:house_outgoingmail_add")).status_code, 403)
