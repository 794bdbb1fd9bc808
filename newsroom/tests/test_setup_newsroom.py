import io
from unittest import mock

from django.contrib.auth import authenticate, get_user_model
from django.core.management import CommandError, call_command
from django.test import TestCase
from django.utils import timezone

from articles.vocabulary import Role
from house.models import House

OPTIONS = {
    "name": "Harbour Record",
    "holder": "Stichting Harbour Record",
    "legal_form": "association",
    "territory": "NL",
    "time_zone": "Europe/Amsterdam",
    "languages": "nl, en",
    "contact_permissions": "permissions@harbour.example",
    "contact_desk": "desk@harbour.example",
    "classes": "community_site nonprofit_site",
    "community_reason": "Written and paid for by one town.",
    "chief": "mona",
}


def set_up(**changes):
    out = io.StringIO()
    call_command("setup_newsroom", stdout=out, no_input=True, **{**OPTIONS, **changes})
    return out.getvalue()


def chief():
    return get_user_model().objects.get(username="mona")


class SetUpTests(TestCase):
    def test_options_alone_make_a_newsroom_and_its_first_chief(self):
        said = set_up(takes_donations=True)

        house = House.objects.in_force(timezone.now())
        self.assertEqual((house.name, house.languages, house.default_language), ("Harbour Record", ["nl", "en"], "nl"))
        self.assertEqual((house.is_community_site, house.is_commercial, house.takes_donations), (True, False, True))
        self.assertIn("permissions@harbour.example", house.commercial_contact_notice)
        self.assertIn("Recorded Harbour Record, not commercial by its own reading.", said)
        self.assertEqual([group.name for group in chief().groups.all()], [Role.CHIEF.value])
        self.assertEqual((chief().is_staff, chief().is_superuser), (True, True))
        self.assertIn("3 things done.", said)

    def test_the_password_that_is_printed_opens_the_account(self):
        password = next(line.split(": ")[1] for line in set_up().splitlines() if "shown only now" in line)

        self.assertEqual(authenticate(username="mona", password=password), chief())

    def test_a_password_that_was_given_is_not_printed(self):
        said = set_up(chief_password="a harbour at dawn")

        self.assertNotIn("harbour at dawn", said)
        self.assertIsNotNone(authenticate(username="mona", password="a harbour at dawn"))

    def test_one_person_may_hold_every_role_without_being_the_operator(self):
        set_up(all_roles=True, operator=False)

        self.assertEqual({group.name for group in chief().groups.all()}, {role.value for role in Role})
        self.assertFalse(chief().is_superuser)

    def test_the_second_time_it_says_what_is_set_and_changes_nothing(self):
        set_up()
        before = chief().password
        said = set_up(name="Another name", chief_password="another password")

        self.assertIn("Already set: name is Harbour Record.", said)
        self.assertIn("Already there: the chief's account mona; its password and roles stay.", said)
        self.assertIn("0 things done.", said)
        self.assertEqual((House.objects.count(), chief().password), (1, before))

    def test_the_second_time_it_needs_no_answers(self):
        set_up()
        out = io.StringIO()
        call_command("setup_newsroom", "--no-input", stdout=out)

        self.assertIn("Already there: the chief's account mona", out.getvalue())

    def test_an_account_that_is_there_already_becomes_the_first_chief_and_keeps_its_password(self):
        get_user_model().objects.create_user("mona", password="as before")

        self.assertIn("Gave mona the roles chief; the password stays.", set_up())
        self.assertIsNotNone(authenticate(username="mona", password="as before"))

    def test_a_wrong_value_is_refused_by_its_option_with_the_remedy_and_nothing_is_made(self):
        rows = (
            ("name", "", "--name: This is missing."),
            ("legal_form", "club", "--legal-form: “club” is not one of the answers. What is the publisher? One of association"),
            ("territory", "nl", "--territory: “nl” is not a country code: write two capital letters, such as NL."),
            ("time_zone", "CEST+1", "--time-zone: “CEST+1” is not a time zone: write it as Europe/Amsterdam"),
            ("languages", "dutch!", "--languages: “dutch!” is not a language code"),
            ("languages", "", "--languages: This is missing."),
            ("contact_permissions", "[email protected]", "--contact-permissions: Enter a valid email address."),
            ("contact_press", "press", "--contact-press: Enter a valid email address."),
            ("classes", "community", "--classes: “community” is not a class we know"),
            ("classes", "community_site commercial_site", "--classes: We cannot be a community site and a commercial site at once"),
            ("community_reason", "", "--community-reason: Offers to community sites reach you only by your own reading"),
            ("commercial_signals", "ads", "--commercial-signals: “ads” is not a signal we know"),
            ("chief", "", "--chief: Give the name with which the first chief logs in"),
            ("chief", "m n", "--chief: Enter a valid username."),
            ("chief_password", "12345678", "--chief-password: This password is too common."),
        )
        for option, value, sentence in rows:
            with self.subTest(option=option, value=value):
                with self.assertRaises(CommandError) as refused:
                    set_up(**{option: value})
                self.assertIn(sentence, str(refused.exception))
                self.assertEqual((House.objects.count(), get_user_model().objects.count()), (0, 0))

    def test_everything_that_is_missing_is_named_at_once(self):
        with self.assertRaises(CommandError) as refused:
            call_command("setup_newsroom", "--no-input")

        named = [line.split(":")[0] for line in str(refused.exception).splitlines()]
        self.assertEqual(
            named,
            ["--name", "--holder", "--legal-form", "--territory", "--time-zone", "--languages", "--contact-permissions", "--contact-desk"],
        )


class AskingTests(TestCase):
    """Somebody sits at a terminal and types."""

    def typed(self, *lines):
        terminal = io.StringIO("".join(f"{line}\n" for line in lines))
        terminal.isatty = lambda: True
        out, errors = io.StringIO(), io.StringIO()
        with mock.patch("sys.stdin", terminal), mock.patch("sys.stdout", io.StringIO()), mock.patch("getpass.getpass", lambda ask: ""):
            call_command("setup_newsroom", stdout=out, stderr=errors)
        return out.getvalue(), errors.getvalue()

    def test_a_wrong_answer_is_asked_again_and_an_empty_one_takes_the_usual(self):
        said, complained = self.typed(
            "Harbour Record", "Stichting Harbour Record", "club", "association", "nl", "NL", "Europe/Amsterdam", "en",
            "permissions@harbour.example", "desk@harbour.example", "", "", "", "yes", "", "n", "", "", "", "mona", "", "",
        )  # fmt: skip

        house = House.objects.get()
        self.assertEqual(
            (house.legal_form, house.territory, house.carries_advertising, house.is_commercial), ("association", "NL", True, True)
        )
        self.assertIn("“club” is not one of the answers.", complained)
        self.assertIn("“nl” is not a country code", complained)
        self.assertEqual(chief().groups.count(), len(Role))
        self.assertIn("Its password, shown only now:", said)
