"""What is typed for a source: its record, whom to ask, its end, when its old terms end; and for a contributor's agreement."""

from typing import Any

from django import forms

from articles import desk_words
from articles.forms.licences import LicenceField
from articles.forms.words import MomentField, longest
from articles.models import Author
from rights.models import ContributorAgreement, Source
from rights.models.sources import ContactKind
from rights.vocabulary import OWN, Basis

MAX_FILE_BYTES = 10_000_000
NO_DEFAULT = "None: a person chooses each time"


class SourceForm(forms.ModelForm):
    home_url = forms.URLField(
        label="Home page",
        required=False,
        max_length=longest(Source, "home_url"),
        assume_scheme="https",
        error_messages={"invalid": "This is not a web address. Paste it whole, beginning with https://."},
    )
    default_basis = forms.ChoiceField(
        label="Usual basis",
        choices=[
            (str(basis), NO_DEFAULT if basis is Basis.UNKNOWN else words[0])
            for basis, words in sorted(desk_words.BASES.items(), key=lambda pair: pair[0] is not Basis.UNKNOWN)
            if basis not in OWN
        ],
        help_text="Proposed for each new page of this source. A person still confirms it.",
    )
    default_licence = LicenceField(label="Usual licence", required=False, help_text="Where it always uses the same one.")

    class Meta:
        model = Source
        fields = ("name", "home_url", "copyright_holder", "default_basis", "default_licence", "note")
        widgets = {"note": forms.Textarea(attrs={"rows": 3})}
        error_messages = {"name": {"required": "The source has no name. Type what the paper or site calls itself."}}


class ContactForm(forms.Form):
    kind = forms.ChoiceField(label="For", choices=ContactKind.choices)
    address = forms.CharField(
        label="Mail or web address", max_length=300, error_messages={"required": "There is no address. Type whom to ask there."}
    )


class EndForm(forms.Form):
    ends_at = MomentField(label="It ends at", help_text="Empty: at once.")
    reason = forms.CharField(
        label="Reason", max_length=300, error_messages={"required": "An end needs a reason. Say in a sentence why; it stays at the desk."}
    )


class ForceForm(forms.Form):
    ends_at = MomentField(label="The old terms end at", help_text="For what is not ticked. Empty: at once.")


class AgreementEndForm(forms.Form):
    ends_at = MomentField(label="It ends at", help_text="Empty: at once.")


class AgreementForm(forms.ModelForm):
    author = forms.ModelChoiceField(
        Author.objects.order_by("name"), label="Contributor", empty_label="Choose…", error_messages={"required": "Choose with whom it is."}
    )
    starts_at = MomentField(label="From", required=True)
    ends_at = MomentField(label="To", help_text="Empty: until somebody ends it.")
    file = forms.FileField(
        label="The agreement",
        help_text="At most 10 MB. Kept as the proof, never published.",
        error_messages={"required": "The agreement itself is missing. Attach it: it is the proof."},
    )

    class Meta:
        model = ContributorAgreement
        fields = ("reference", "starts_at", "ends_at", "is_onward", "is_exclusive", "keeps_what_was_delivered", "note")
        labels = {
            "is_onward": "We may pass the work on to partners",
            "is_exclusive": "The work is for us alone",
            "keeps_what_was_delivered": "What was delivered stays ours to show when the agreement ends",
        }
        widgets = {"note": forms.Textarea(attrs={"rows": 3})}

    field_order = ("author", "reference", "starts_at", "ends_at", "file")

    def clean_file(self) -> Any:
        upload = self.cleaned_data["file"]
        if upload.size > MAX_FILE_BYTES:
            raise forms.ValidationError("This file is larger than 10 MB. Attach the pages that matter.", code="too_large")
        return upload

    def _post_clean(self) -> None:
        """The act checks the whole row."""
