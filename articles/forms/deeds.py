"""What single acts ask for besides the article itself: a moment, a note, a reason."""

from django import forms

from articles.forms.words import MomentField
from articles.sealing import Allowed
from articles.vocabulary import CorrectionKind
from rights.vocabulary import HoldKind

CORRECTIONS = {
    CorrectionKind.CORRECTION: "Correction: something was wrong",
    CorrectionKind.CLARIFICATION: "Clarification: something was unclear",
    CorrectionKind.UPDATE: "Update: something is new",
    CorrectionKind.APOLOGY: "Apology",
    CorrectionKind.RETRACTION: "Retraction: it does not stand",
}
HOLDS = {
    HoldKind.RIGHTS: "Rights: something about the basis must be looked at",
    HoldKind.NOTICE: "Notice: somebody claims that it must go",
    HoldKind.LEGAL: "Legal: counsel or a court says so",
}


CHANGES = {
    Allowed.TIME: "Time: “yesterday” became a date",
    Allowed.PLACE: "Place: a town got its country",
    Allowed.HOUSE_STYLE: "House style: spelling, figures, titles",
}


class MomentForm(forms.Form):
    visible_from = MomentField(
        label="Publish at",
        required=True,
        error_messages={"required": "Say when it shall be published.", "invalid": "Type it like 2026-11-30 18:00."},
    )


class CorrectionForm(forms.Form):
    kind = forms.ChoiceField(choices=[(str(kind), label) for kind, label in CORRECTIONS.items()], initial=CorrectionKind.CORRECTION)
    note = forms.CharField(
        label="What was wrong, and what is right",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Readers see it.",
        error_messages={"required": "The correction has no note. Say what was wrong and what is right: readers see it."},
    )


class WithdrawForm(forms.Form):
    reason = forms.CharField(
        label="Reason",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="For the desk. It stays in the history.",
        error_messages={"required": "A withdrawal needs a reason. Say in a sentence why; it stays at the desk."},
    )
    public_reason = forms.CharField(
        label="What readers are told", required=False, max_length=300, widget=forms.Textarea(attrs={"rows": 2}), help_text="May stay empty."
    )


class AcceptForm(forms.Form):
    kind = forms.ChoiceField(
        label="What kind of change is it?",
        choices=[(str(kind), label) for kind, label in CHANGES.items()],
        widget=forms.RadioSelect,
        initial=Allowed.HOUSE_STYLE,
    )
    reason = forms.CharField(
        label="Why the owner would allow it",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="It is kept in the ledger with the words before and after.",
        error_messages={"required": "A change needs a reason. Say in a sentence why the owner would allow it."},
    )


class LiftBanForm(forms.Form):
    reason = forms.CharField(
        label="Who allowed it, when and how",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="It is kept in the ledger.",
        error_messages={"required": "Lifting a ban needs a reason. Say who allowed it, when and how."},
    )


class HoldForm(forms.Form):
    kind = forms.ChoiceField(
        choices=[(str(kind), label) for kind, label in HOLDS.items()], widget=forms.RadioSelect, initial=HoldKind.RIGHTS
    )
    reason = forms.CharField(
        label="Reason",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="For the desk.",
        error_messages={"required": "A hold needs a reason. Say in a sentence why it is placed."},
    )
