"""The worksheet as its writer fills it, and the second reader's answers."""

from collections.abc import Iterable
from typing import Any

from django import forms

from articles.models import FairUseWorksheet
from articles.vocabulary import LegalBasis
from articles.worksheets import MIN_REASON_CHARS, REASONS, Sheet
from house.models import House
from rights.vocabulary import Purpose

LEGAL = {
    LegalBasis.FAIR_USE: "Fair use (United States)",
    LegalBasis.FAIR_DEALING: "Fair dealing",
    LegalBasis.QUOTATION: "Quotation right",
}
QUESTIONS = {
    "purpose_reason": ("Purpose", "What does ours add that the original does not have?"),
    "nature_reason": ("Nature", "Is the original factual or creative, published or not?"),
    "amount_reason": ("Amount", "Why is this much needed, and no less?"),
    "effect_reason": ("Effect", "Could a reader skip the original because of ours?"),
}


def _reason(name: str) -> forms.CharField:
    label, question = QUESTIONS[name]
    required = f"This reason is missing. {REASONS[name]}"
    short = f"This reason is too short. {REASONS[name]}"
    return forms.CharField(
        label=label,
        help_text=question,
        min_length=MIN_REASON_CHARS,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": required, "min_length": short},
    )


class SheetForm(forms.Form):
    """`sheet()` is what `worksheets.write` takes."""

    legal_basis = forms.ChoiceField(choices=[(str(code), label) for code, label in LEGAL.items()])
    jurisdiction = forms.RegexField(
        r"^[A-Za-z]{2}$",
        label="Country",
        help_text="Two letters, for example US.",
        error_messages={
            "required": "The country is not named. Give its two letters.",
            "invalid": "Give the country's two letters, for example US.",
        },
        widget=forms.TextInput(attrs={"size": 4, "maxlength": 2}),
    )
    purposes = forms.MultipleChoiceField(
        label="For what", required=False, choices=[(str(p), str(p).capitalize()) for p in Purpose], widget=forms.CheckboxSelectMultiple
    )
    purpose_reason = _reason("purpose_reason")
    nature_reason = _reason("nature_reason")
    amount_reason = _reason("amount_reason")
    effect_reason = _reason("effect_reason")
    excerpt = forms.CharField(
        label="Excerpt for everyone",
        help_text="What the public may read; the rest stays with registered readers.",
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": "There is no excerpt for the public. Choose the passage that everyone may read."},
    )
    is_public_in_full = forms.BooleanField(label="The public may read all of it", required=False)
    allows_mail = forms.BooleanField(label="It may also go out by mail", required=False)

    def __init__(self, data: Any = None, *, last: FairUseWorksheet | None = None, house: House | None = None) -> None:
        super().__init__(data, initial=self._initial(last, house))

    def _initial(self, last: FairUseWorksheet | None, house: House | None) -> dict[str, Any]:
        if last is None:
            return {"jurisdiction": house.territory if house else "US", "legal_basis": LegalBasis.FAIR_USE}
        return {name: getattr(last, name) for name in Sheet.__dataclass_fields__}

    def sheet(self) -> Sheet:
        given = self.cleaned_data | {"jurisdiction": self.cleaned_data["jurisdiction"].upper()}
        return Sheet(**given | {"legal_basis": LegalBasis(given["legal_basis"])})


class ApprovalForm(forms.Form):
    """One field for each question that the measures raise, and the conclusion."""

    conclusion = forms.CharField(
        label="Your conclusion",
        help_text="In a sentence: why you find this use fair.",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "The conclusion is empty. Say in a sentence why you find this use fair."},
    )

    def __init__(self, questions: Iterable[Any], *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.codes = [str(question.code) for question in questions]
        for question in questions:
            self.fields[str(question.code)] = forms.CharField(
                label=question.sentence,
                widget=forms.Textarea(attrs={"rows": 2}),
                error_messages={"required": f"{question.sentence} Answer it in a sentence."},
            )
        self.order_fields([*self.codes, "conclusion"])

    def answers(self) -> dict[str, str]:
        return {code: self.cleaned_data[code] for code in self.codes}
