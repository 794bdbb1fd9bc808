"""What a new newsroom is asked about itself, with an example and a usual answer for each.

The questions are a table, so that the command, its help and its refusals say the same. Recording is `house.profile`'s.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from django.core.exceptions import ValidationError

from .models import House
from .profile import record_profile
from .vocabulary import LegalForm, PartyClass, Signal


class Answer(StrEnum):
    TEXT = "text"
    WORDS = "words"
    YES_NO = "yes_no"


@dataclass(frozen=True)
class Question:
    """One field of the profile. `usual` is taken when nothing is said; None means that somebody must say it."""

    field: str
    ask: str
    example: str = ""
    usual: Any = None
    kind: Answer = Answer.TEXT

    @property
    def option(self) -> str:
        return f"--{self.field.replace('_', '-')}"


def _codes(vocabulary: type[StrEnum]) -> str:
    return ", ".join(str(word) for word in vocabulary)


QUESTIONS = (
    Question("name", "What is the newsroom called?", "Harbour Record"),
    Question("holder", "Whose name stands in the copyright line?", "Stichting Harbour Record"),
    Question("legal_form", f"What is the publisher? One of {_codes(LegalForm)}.", "association"),
    Question("territory", "In which country is it? Two capital letters.", "NL"),
    Question("time_zone", "In which time zone does it work?", "Europe/Amsterdam"),
    Question("languages", "In which languages does it publish, the usual one first?", "en, nl", kind=Answer.WORDS),
    Question("contact_permissions", "Who answers requests for permission? An e-mail address.", "permissions@harbour.example"),
    Question("contact_desk", "Where is the desk reached? An e-mail address.", "desk@harbour.example"),
    Question("contact_press", "Where do other media ask? An e-mail address, or nothing.", "press@harbour.example", usual=""),
    Question(
        "classes",
        f"What kind of site is it? None or several of {_codes(PartyClass)}.",
        "community_site, nonprofit_site",
        usual=[],
        kind=Answer.WORDS,
    ),
    Question("community_reason", "If it is a community site: why?", "Written and paid for by the people of one town.", usual=""),
    Question("carries_advertising", "Does it carry advertising?", usual=False, kind=Answer.YES_NO),
    Question("takes_donations", "Does it take donations?", usual=False, kind=Answer.YES_NO),
    Question("sells_subscriptions", "Does it sell subscriptions?", usual=False, kind=Answer.YES_NO),
    Question("has_paywall", "Has it a paywall?", usual=False, kind=Answer.YES_NO),
    # Strict unless the house says otherwise: a licence read too narrowly costs a story, one read too widely a lawsuit.
    Question(
        "commercial_signals",
        f"Which of these do you count as commercial? {_codes(Signal)}.",
        "advertising, company",
        usual=[Signal.ADVERTISING.value, Signal.SUBSCRIPTIONS.value, Signal.PAYWALL.value, Signal.COMPANY.value],
        kind=Answer.WORDS,
    ),
    Question("commercial_reason", "Why do you read “commercial” so?", "Donations keep us independent; advertising pays us.", usual=""),
)


class Wrong(Exception):
    """Answers that cannot be recorded: for each field a sentence that says what to give instead."""

    def __init__(self, sentences: Mapping[str, str]) -> None:
        super().__init__("; ".join(f"{field}: {sentence}" for field, sentence in sentences.items()))
        self.sentences = dict(sentences)


def checked(question: Question, answer: Any) -> Any:
    """The answer as the profile holds it. Raises Wrong with the field's own sentence."""
    if question.usual is not None and answer in ("", []):
        return answer
    field: Any = House._meta.get_field(question.field)
    try:
        return field.clean(answer, None)
    except ValidationError as error:
        if not answer:
            raise Wrong({question.field: f"This is missing. {question.ask} For example: {question.example}."}) from None
        sentence = f"“{answer}” is not one of the answers. {question.ask}" if field.choices else " ".join(error.messages)
        raise Wrong({question.field: sentence}) from None


def open_newsroom(answers: Mapping[str, Any], *, at: datetime) -> House:
    """Check every answer and record the first profile, with standing notices to begin with. Raises Wrong with all that is wrong."""
    values: dict[str, Any] = {}
    wrong: dict[str, str] = {}
    for question in QUESTIONS:
        try:
            values[question.field] = checked(question, answers.get(question.field, question.usual))
        except Wrong as error:
            wrong |= error.sentences
    if PartyClass.COMMUNITY_SITE in values.get("classes", []) and not values.get("community_reason"):
        wrong["community_reason"] = "Offers to community sites reach you only by your own reading: say in a sentence why you are one."
    if wrong:
        raise Wrong(wrong)
    try:
        values |= standing_notices(**{name: values[name] for name in ("name", "holder", "contact_permissions", "contact_press")})
        return record_profile(by=None, at=at, **values, default_language=values["languages"][0], note="Set up.")
    except ValidationError as error:
        raise Wrong({field: " ".join(sentences) for field, sentences in error.message_dict.items()}) from None


def standing_notices(*, name: str, holder: str, contact_permissions: str, contact_press: str) -> dict[str, str]:
    """Notices to begin with; the newsroom puts them into its own words in its profile."""
    return {
        "author_responsibility_notice": f"An article gives its authors' views, and they answer for it. {name} corrects what proves wrong.",
        "cross_posting_notice": (
            f"Community internet sites may republish articles that are {holder}'s own, whole and unaltered, "
            "if they name the author and the source, keep the copyright line and link to the original."
        ),
        "commercial_contact_notice": f"To use an article in print or on a commercial site, write to {contact_permissions} first.",
        "fair_use_notice": (
            "This page shows a part of somebody else's work, without a licence, for comment, research or education. "
            f"We judged that this is fair. If the work is yours and you disagree, write to {contact_permissions}."
        ),
        "press_notice": f"Media inquiries: {contact_press}." if contact_press else "",
    }
