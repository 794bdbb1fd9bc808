"""The Republish form: a page pasted, given as a file or by its address. Exactly one of the three."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from rights.models.evidence import EvidenceKind
from wire.intake import MAX_BYTES, Material
from wire.loops import Despite

FIELDS = ("text", "file", "address")


class AddressField(forms.URLField):
    """Where a page is to be fetched, through the guard."""

    def __init__(self, **options: Any) -> None:
        widget = forms.URLInput(attrs={"placeholder": "https://", "autocomplete": "off"})
        said = {"label": "Or give the address", "help_text": "We fetch the page once and keep a copy."}
        super().__init__(**{"required": False, "assume_scheme": "https", "widget": widget, **said, **options})


class RepublishForm(forms.Form):
    text = forms.CharField(
        label="Paste the page",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 18, "spellcheck": "false"}),
        help_text="All of it: headline, text, and the small print at the end. The small print says what we may do.",
    )
    file = forms.FileField(label="Or choose a file", required=False, help_text="A text or HTML file of at most 2 MB.")
    address = AddressField()

    def clean_file(self) -> Any:
        upload = self.cleaned_data["file"]
        if upload and upload.size > MAX_BYTES:
            raise ValidationError("This file is larger than 2 MB. Save only the article's page and try again.", code="too_large")
        return upload

    def clean(self) -> dict[str, Any]:
        given = [name for name in FIELDS if self._has(name)]
        if not given and not self.errors:
            self.add_error(
                "text", ValidationError("There is nothing here yet. Paste the page, choose a file or give its address.", code="empty")
            )
        if len(given) > 1:
            self.add_error(given[1], ValidationError("Use one way at a time: empty the others and try again.", code="several"))
        return self.cleaned_data

    def _has(self, name: str) -> bool:
        value = self.cleaned_data.get(name)
        return bool(value.strip() if isinstance(value, str) else value)

    def material(self) -> Material | None:
        """What was pasted or uploaded, or None where an address was given and must be fetched first."""
        if self._has("address"):
            return None
        if self._has("file"):
            upload = self.cleaned_data["file"]
            return Material(upload.read(), EvidenceKind.UPLOADED_FILE, upload.content_type or "application/octet-stream")
        return Material(self.cleaned_data["text"].encode("utf-8", "surrogatepass"))


class DespiteForm(forms.Form):
    """Why something is taken in although it was recognised as ours or as withdrawn. Sent by the button that names those articles."""

    reason = forms.CharField(
        label="Why take it in all the same?",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="A sentence, which the ledger keeps with your name.",
    )
    take_in = forms.RegexField(r"\A[0-9]{1,18}(?:,[0-9]{1,18}){0,99}\Z", required=False, widget=forms.HiddenInput)

    def despite(self) -> Despite | None:
        """None unless that button was pressed."""
        named = self.cleaned_data.get("take_in", "") if self.is_valid() else ""
        return Despite(frozenset(map(int, named.split(","))), self.cleaned_data["reason"]) if named else None


class TermsPageForm(forms.Form):
    """A source's terms page, pasted or by its address. Exactly one of the two."""

    text = forms.CharField(
        label="Paste its terms",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 14, "spellcheck": "false"}),
        help_text="All of the small print: permissions, conditions, whom to ask.",
    )
    address = AddressField()

    def clean(self) -> dict[str, Any]:
        has_text, has_address = bool((self.cleaned_data.get("text") or "").strip()), bool(self.cleaned_data.get("address"))
        if not has_text and not has_address and not self.errors:
            self.add_error("text", ValidationError("There is nothing here yet. Paste the terms, or give their address.", code="empty"))
        if has_text and has_address:
            self.add_error("address", ValidationError("Use one way at a time: empty the other and try again.", code="several"))
        return self.cleaned_data

    def material(self) -> Material | None:
        """What was pasted, or None where an address was given and must be fetched first."""
        if self.cleaned_data["address"]:
            return None
        return Material(self.cleaned_data["text"].encode("utf-8", "surrogatepass"))
