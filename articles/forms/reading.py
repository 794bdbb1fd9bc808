"""What a second reader says, at the desk or by a mailed link; whom to ask; why to judge again."""

from collections.abc import Iterable
from typing import Any

from django import forms

from articles import desk_sheet_words as words
from articles.sheet_words import Outcome
from articles.worksheets import Reading

OUTCOMES = {
    Outcome.APPROVED: "Yes, I find this use fair",
    Outcome.REFUSED: "No, it should not be used so",
    Outcome.SENT_BACK: "Something is missing: back to its writer",
}


class ReadingForm(forms.Form):
    """One field for each question that the measures raise, the answer, and its reason. `reading()` is what the acts take.

    Questions need an answer only for a yes; each says by itself that it is open, and nothing says it twice.
    """

    outcome = forms.ChoiceField(
        label="Your answer",
        choices=[(str(code), label) for code, label in OUTCOMES.items()],
        widget=forms.RadioSelect,
        error_messages={"required": "There is no answer. Choose yes, no, or back."},
    )
    conclusion = forms.CharField(
        label="Your conclusion",
        help_text="In a sentence: why you find this use fair, or what is wrong or missing.",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "The conclusion is empty. Say in a sentence why you find this use fair."},
    )
    counsel_consulted = forms.BooleanField(label="A lawyer was asked", required=False)

    def __init__(self, questions: Iterable[Any], *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.codes = [str(question.code) for question in questions]
        for question in questions:
            self.fields[str(question.code)] = forms.CharField(
                label=question.sentence, required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
            )
        self.order_fields([*self.codes, "outcome", "conclusion", "counsel_consulted"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("outcome") == Outcome.APPROVED:
            for code in self.codes:
                if not str(cleaned.get(code, "")).strip():
                    self.add_error(code, "Answer it in a sentence.")
        return cleaned

    def reading(self, *, seen: str = "") -> Reading:
        given = self.cleaned_data
        answers = {code: given[code] for code in self.codes if given.get(code)}
        return Reading(Outcome(given["outcome"]), given["conclusion"], answers, given["counsel_consulted"], seen)


class AskForm(forms.Form):
    """Whom to ask from outside."""

    name = forms.CharField(label="Their name", max_length=120, error_messages={"required": "Type their name: it stands on the worksheet."})
    address = forms.EmailField(
        label="Their e-mail address",
        error_messages={"required": "Type their e-mail address.", "invalid": "Type one e-mail address, such as reader@example.org."},
    )


class ReopenForm(forms.Form):
    """Why an approved use must be judged again."""

    code = forms.ChoiceField(label="What happened", choices=[(str(code), label) for code, label in words.REOPENED.items()])
    note = forms.CharField(
        label="In a sentence",
        max_length=1000,
        error_messages={"required": "The reason is empty. Say in a sentence who asks, offers or objects."},
    )
