"""Words of others as a person marks them: which, from where, and on what their use rests. It asks no rule but the shape of each field."""

from typing import Any

from django import forms

from articles import basing, desk_words, quoting
from articles.forms.rights import PERMITTED, RightsForm
from articles.models import Quotation
from rights.models import Work
from rights.vocabulary import Basis

MAX_ORIGINAL_CHARS = 1_000_000


class QuotationForm(RightsForm):
    """The rights record of quoted words, with the words themselves. `record()` is what the acts take."""

    words = forms.CharField(
        label="The quoted words",
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Letter for letter as they stand in the text. Only words from another's published work are one: "
        "what somebody told us is our own reporting and needs no mark.",
        error_messages={"required": "There are no quoted words. Copy them from the text."},
    )
    is_needed = forms.BooleanField(
        label="The article does not stand without them",
        required=False,
        help_text="Where they may not go, the article stays in. Not ticked: they are cut there, and shown as cut.",
    )
    original = forms.CharField(
        label="The original, to measure against",
        required=False,
        max_length=MAX_ORIGINAL_CHARS,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Paste as much of it as you have. It is kept, never published. Empty: the words count as the whole work.",
    )

    def __init__(
        self, work: Work, data: Any = None, files: Any = None, *, row: Quotation | None = None, words: str = "", may_write: bool = True
    ) -> None:
        super().__init__(work, data, files)
        for name in ("whose", "agreement"):
            del self.fields[name]
        offered = [(str(code), label) for code, (label, _hint) in desk_words.BASES.items() if code not in quoting.NOT_FOR_QUOTATIONS]
        choices = [("" if code == Basis.UNKNOWN else code, label) for code, label in offered]
        self.fields["basis"] = forms.ChoiceField(required=False, choices=choices)
        self.fields["source"].help_text = "The paper, site or book that they are from."
        for name in ("words", "is_needed"):
            self.fields[name].disabled = not may_write
        self.initial["words"] = row.words if row else words
        self.initial["is_needed"] = row is not None and row.is_needed
        self.initial["original"] = row.kept_copy.text if row and row.kept_copy else ""

    def facts(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in basing.FACTS if name in self.fields}

    def record(self, *, by: Any, at: Any) -> quoting.Record:
        permission = self.permission(by=by, at=at) if self._has_new_permission else None
        return quoting.Record(self.facts(), self.basis_chosen, permission, self.cleaned_data["original"])

    @property
    def basis_chosen(self) -> Basis:
        """An emptied choice takes the basis back: nothing says then why the words may be used."""
        return Basis(self.cleaned_data.get("basis") or Basis.UNKNOWN)

    @property
    def _has_new_permission(self) -> bool:
        """A permission that stands unchanged is not recorded again: that would end its grants and write the same."""
        is_touched = any(name.startswith("permission_") for name in self.changed_data) or "basis" in self.changed_data
        return self.basis_chosen in PERMITTED and (is_touched or not self.work.is_verified)
