"""The worksheet as its writer fills it, in steps: only what the desk does not know by itself is asked."""

from collections.abc import Mapping
from typing import Any

from django import forms

from articles import desk_sheet_words as words
from articles.models import FairUseWorksheet
from articles.sheet_words import CopyKind, Factor, Obtained, Paywall, Publication
from articles.vocabulary import LegalBasis
from articles.worksheets import MIN_REASON_CHARS, REASONS, Sheet, Subject
from articles.worksheets.sheet import ANSWERS
from house.models import House
from rights.vocabulary import Basis, Purpose

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
YES_NO = [("yes", "Yes"), ("no", "No")]
YES_OR_NO_FIELDS = ("would_run_alone", "is_heart", "cmi_kept")
#: The steps of the form, in order: heading, its fields. The last fields of a step may rest in a closed part.
STEPS: dict[str, tuple[str, ...]] = {
    "The original": ("obtained", "publication", "copy_kind", "character", "source_kinds", "source_paywall", "price_known"),
    "The law": ("legal_basis", "jurisdiction", "situation"),
    "1. Purpose": ("aims", "purpose_reason", "would_run_alone", "weight_purpose"),
    "2. Nature": ("nature_reason", "weight_nature"),
    "3. Amount": ("amount_reason", "is_heart", "alternatives", "source_images", "original_width", "original_height", "weight_amount"),
    "4. Effect": ("effect_reason", "weight_effect"),
    "Good faith": ("cmi_kept",),
    "Who reads it": ("excerpt", "is_public_in_full", "allows_mail", "purposes"),
}
OF_PICTURES = ("source_images", "original_width", "original_height")


def _labels(names: Mapping[Any, str]) -> list[tuple[str, str]]:
    return [(str(code), label) for code, label in names.items()]


def _one_of(names: Mapping[Any, str], label: str, field: str, *, is_list: bool = False) -> forms.ChoiceField:
    missing = " ".join(ANSWERS[field])
    choices = [("", "Choose"), *_labels(names)] if is_list else _labels(names)
    widget = forms.Select() if is_list else forms.RadioSelect()
    return forms.ChoiceField(label=label, choices=choices, widget=widget, error_messages={"required": missing})


def _some_of(names: Mapping[Any, str], label: str, help_text: str = "", *, required: str = "") -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, required=bool(required), choices=_labels(names), widget=forms.CheckboxSelectMultiple, help_text=help_text,
        error_messages={"required": required},
    )  # fmt: skip


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


def _yes_or_no(name: str, label: str) -> forms.ChoiceField:
    missing = " ".join(ANSWERS[name])
    return forms.ChoiceField(label=label, choices=YES_NO, widget=forms.RadioSelect, error_messages={"required": missing})


def _weight(factor: Factor) -> forms.ChoiceField:
    missing = f"It is not said to which side the {factor} leans. Choose for, against or neither."
    return forms.ChoiceField(
        label=f"Where the {factor} leans",
        choices=_labels(words.WEIGHTS),
        widget=forms.RadioSelect,
        error_messages={"required": missing},
    )


class SheetForm(forms.Form):
    """`sheet()` is what `worksheets.write` takes; `steps` is the form as the page shows it."""

    legal_basis = forms.ChoiceField(choices=_labels(LEGAL))
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
    situation = _one_of(words.SITUATIONS, "Which of these is it most like?", "situation", is_list=True)
    obtained = _one_of(words.OBTAINED, "How we came by our copy", "obtained", is_list=True)
    publication = _one_of(words.PUBLICATION, "Was it published?", "publication")
    copy_kind = _one_of(words.COPY_KINDS, "Whose wares it is", "copy_kind")
    character = _one_of(words.CHARACTERS, "Factual or creative?", "character")
    source_kinds = _some_of(words.SOURCE_KINDS, "Is it one of these?")
    source_paywall = forms.ChoiceField(label="The source's paywall", choices=_labels(words.PAYWALLS), required=False)
    price_known = forms.CharField(label="What a licence would cost, if you know", required=False, max_length=200)
    aims = _some_of(words.AIMS, "What for", required=" ".join(ANSWERS["aims"]))
    purpose_reason = _reason("purpose_reason")
    would_run_alone = _yes_or_no("would_run_alone", "Would we run it without a text of our own?")
    nature_reason = _reason("nature_reason")
    amount_reason = _reason("amount_reason")
    is_heart = _yes_or_no("is_heart", "Is it the heart of the original?")
    alternatives = _some_of(words.ALTERNATIVES, "What did you try before?")
    source_images = forms.IntegerField(label="Pictures in the original", required=False, min_value=0, max_value=30_000)
    original_width = forms.IntegerField(label="Width of their picture", required=False, min_value=1, max_value=100_000)
    original_height = forms.IntegerField(label="Height of their picture", required=False, min_value=1, max_value=100_000)
    effect_reason = _reason("effect_reason")
    cmi_kept = _yes_or_no("cmi_kept", "Are their credits, notices and marks all still there?")
    excerpt = forms.CharField(
        label="Excerpt for everyone",
        help_text="What the public may read; the rest stays with registered readers.",
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": "There is no excerpt for the public. Choose the passage that everyone may read."},
    )
    is_public_in_full = forms.BooleanField(label="The public may read all of it", required=False)
    allows_mail = forms.BooleanField(label="It may also go out by mail", required=False)
    purposes = _some_of({p: str(p).capitalize() for p in Purpose}, "For readers who want it for")

    def __init__(
        self, data: Any = None, *, subject: Subject, last: FairUseWorksheet | None = None, house: House | None = None, pictures: int = 0
    ) -> None:
        super().__init__(data, initial=_from(last) if last else _first(subject, house))
        for factor in Factor:
            self.fields[f"weight_{factor}"] = _weight(factor)
        if not pictures:
            for name in OF_PICTURES:
                del self.fields[name]
        if subject.quotation:
            del self.fields["excerpt"]
            self.fields["is_public_in_full"].label = "Everyone may read the quotation"
            self.fields["is_public_in_full"].help_text = "Not ticked: registered readers only. Others see that it was left out."

    @property
    def steps(self) -> list[tuple[str, list[forms.BoundField]]]:
        return [(heading, [self[name] for name in names if name in self.fields]) for heading, names in STEPS.items()]

    def sheet(self) -> Sheet:
        given = dict(self.cleaned_data)
        given["weights"] = {str(factor): given.pop(f"weight_{factor}") for factor in Factor}
        given |= {name: given[name] == "yes" for name in YES_OR_NO_FIELDS}
        given |= {"jurisdiction": given["jurisdiction"].upper(), "legal_basis": LegalBasis(given["legal_basis"])}
        # Of a quotation its words are the excerpt: the act fills them in.
        return Sheet(**{"excerpt": "", **given})


def _from(last: FairUseWorksheet) -> dict[str, Any]:
    """A review begins with what was said before."""
    initial = {name: getattr(last, name) for name in Sheet.__dataclass_fields__ if name != "weights"}
    initial |= {name: {True: "yes", False: "no", None: ""}[initial[name]] for name in YES_OR_NO_FIELDS}
    return initial | {f"weight_{factor}": last.weights.get(factor, "") for factor in Factor}


def _first(subject: Subject, house: House | None) -> dict[str, Any]:
    """What the desk can tell: the law that the basis names, our country, and a page that was fetched stands open and is published."""
    work = subject.work
    found: dict[str, Any] = {"jurisdiction": house.territory if house else "US", "source_paywall": Paywall.NOT_KNOWN}
    found["legal_basis"] = work.basis if work.basis in set(LegalBasis) else LegalBasis.FAIR_USE
    found["is_public_in_full"] = subject.quotation is not None
    if work.original_url:
        found |= {"publication": Publication.PUBLISHED, "obtained": Obtained.OPEN}
    if work.source and work.source.default_basis == Basis.AGENCY:
        found["copy_kind"] = CopyKind.AGENCY
    return found
