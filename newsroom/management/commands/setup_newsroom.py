"""`manage.py setup_newsroom`: from an empty database to a newsroom with a profile and a first person at the desk."""

import getpass
import secrets
import sys
from argparse import BooleanOptionalAction
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import Error, transaction
from django.utils import timezone

from articles.vocabulary import Role
from house.commands import CommandError, CommandParser, NewsroomCommand
from house.models import House
from house.setting_up import QUESTIONS, Answer, Question, Wrong, checked, open_newsroom

DONE = ("Recorded", "Wrote", "Made", "Gave")


class Command(NewsroomCommand):
    help = "Record who the newsroom is and make the first chief's account. Asks for what is not given. Can be run again."

    def add_arguments(self, parser: CommandParser) -> None:
        for question in QUESTIONS:
            text = question.ask + (f" For example: {question.example}" if question.example else "")
            if question.kind == Answer.YES_NO:
                parser.add_argument(question.option, action=BooleanOptionalAction, help=text)
            else:
                parser.add_argument(question.option, help=text)
        parser.add_argument("--chief", metavar="USERNAME", help="The name with which the first chief logs in.")
        parser.add_argument("--chief-password", help="That person's password. Without it a random one is made and printed once.")
        parser.add_argument(
            "--all-roles",
            action=BooleanOptionalAction,
            help="The chief holds every role, as at a desk of one. Each act still records which.",
        )
        parser.add_argument(
            "--operator", action=BooleanOptionalAction, help="The chief also manages accounts and settings. Yes, unless somebody else does."
        )
        parser.add_argument("--no-input", action="store_true", help="Ask nothing; what is missing is an error.")

    def handle(self, **options: Any) -> None:
        self.may_ask = not options["no_input"] and sys.stdin.isatty()
        try:
            with transaction.atomic():
                lines = [*self.profile(options), *self.chief(options)]
        except Wrong as wrong:
            raise CommandError(
                "\n".join(f"--{field.replace('_', '-')}: {sentence}" for field, sentence in wrong.sentences.items())
            ) from None
        except Error as error:
            raise CommandError(f"The database is not ready ({error}). Run `manage.py migrate` first.") from error
        for line in lines:
            self.stdout.write(line)
        self.stdout.write(f"{sum(line.startswith(DONE) for line in lines)} things done.")

    # The profile

    def profile(self, options: dict[str, Any]) -> list[str]:
        row = House.objects.in_force(timezone.now())
        if row is not None:
            return [
                f"Already set: {question.field.replace('_', ' ')} is {said(getattr(row, question.field))}."
                for question in QUESTIONS
                if options[question.field] is not None or question.usual is None
            ] + ["Already open: change the profile at the desk, under House profile."]
        answers = {question.field: self.answer(question, options[question.field]) for question in QUESTIONS}
        row = open_newsroom({field: answer for field, answer in answers.items() if answer is not None}, at=timezone.now())
        reading = "commercial" if row.is_commercial else "not commercial"
        return [
            f"Recorded {row.name}, {reading} by its own reading.",
            "Wrote five standing notices to begin with: read them under House profile.",
        ]

    def answer(self, question: Question, given: str | bool | None) -> Any:
        """What was given as an option or, where somebody sits at a terminal, what they type until it is right."""
        if given is not None or not self.may_ask:
            return parsed(question, given)
        while True:
            usual = "" if question.usual is None else f" [{said(question.usual)}]"
            typed = input(f"{question.ask}{f' For example: {question.example}.' if question.example else ''}{usual} ").strip()
            if not typed and question.usual is not None:
                return question.usual
            try:
                return checked(question, parsed(question, typed))
            except Wrong as wrong:
                self.stderr.write(wrong.sentences[question.field])

    # The first person

    def chief(self, options: dict[str, Any]) -> list[str]:
        username = options["chief"]
        chiefs = get_user_model().objects.filter(groups__name=Role.CHIEF.value)
        there = chiefs.filter(username=username).first() if username else chiefs.first()
        if there is not None:
            return [f"Already there: the chief's account {there.get_username()}; its password and roles stay."]
        username = username or self.typed("With which name does the first chief log in? For example: mona. ")
        if not username:
            raise Wrong({"chief": "Give the name with which the first chief logs in, such as mona."})
        every_role = self.yes("May this person hold every role, as at a desk of one?", options["all_roles"], usual=self.may_ask)
        roles = list(Role) if every_role else [Role.CHIEF]
        there = get_user_model().objects.filter(username=username).first()
        if there is not None:
            give_roles(there, roles)
            return [f"Gave {username} the roles {', '.join(roles)}; the password stays."]
        password, is_made_up = self.password(username, options["chief_password"])
        is_operator = self.yes("Does this person also manage accounts and settings?", options["operator"], usual=True)
        return self.make_account(username, password, roles, is_operator=is_operator, is_made_up=is_made_up)

    def make_account(self, username: str, password: str, roles: list[Role], *, is_operator: bool, is_made_up: bool) -> list[str]:
        user = get_user_model()(username=username, is_staff=True, is_superuser=is_operator)
        user.set_password(password)
        try:
            user.full_clean()
        except ValidationError as error:
            raise Wrong({"chief": " ".join(error.messages)}) from None
        user.save()
        give_roles(user, roles)
        lines = [f"Made the account {username}: {', '.join(roles)}{' and operator' if is_operator else ''}."]
        if is_made_up:
            lines.append(f"Its password, shown only now: {password}")
        if len(roles) == 1:
            lines.append("Next: make an account for the rights desk, which must clear an article before a chief can publish it.")
        return lines

    def password(self, username: str, given: str | None) -> tuple[str, bool]:
        """The password and whether it was made up here."""
        if given is None and self.may_ask:
            given = getpass.getpass("A password for this account; leave it empty for a random one: ") or None
        if given is None:
            return secrets.token_urlsafe(12), True
        try:
            validate_password(given, get_user_model()(username=username))
        except ValidationError as error:
            raise Wrong({"chief_password": " ".join(error.messages)}) from None
        return given, False

    def typed(self, ask: str) -> str:
        return input(ask).strip() if self.may_ask else ""

    def yes(self, ask: str, given: bool | None, *, usual: bool) -> bool:
        if given is not None or not self.may_ask:
            return usual if given is None else given
        typed = self.typed(f"{ask} [{'yes' if usual else 'no'}] ").lower()
        return typed.startswith("y") if typed else usual


def give_roles(user: Any, roles: list[Role]) -> None:
    user.groups.add(*[Group.objects.get_or_create(name=role.value)[0] for role in roles])


def parsed(question: Question, given: str | bool | None) -> Any:
    """An answer as typed, in the shape that its field has. None stays None: nothing was said."""
    if given is None or isinstance(given, bool):
        return given
    match question.kind:
        case Answer.WORDS:
            return given.replace(",", " ").split()
        case Answer.YES_NO:
            return given.lower() in {"y", "yes", "true", "1"}
        case _:
            return given


def said(value: Any) -> str:
    """A value of the profile in words."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(value) or "none"
    return str(value) or "nothing"
