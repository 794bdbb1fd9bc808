"""Forms of a partner's desk page. What is recorded as a fact is ended, never rewritten."""

from datetime import datetime
from typing import Any

from django import forms

from syndication.models import ClassMembership, Partner, PartnerContact


def moment_widget() -> forms.DateTimeInput:
    """One labelled field for day and time, filled by the browser's own calendar."""
    return forms.DateTimeInput(attrs={"type": "datetime-local", "step": 1}, format="%Y-%m-%dT%H:%M:%S")


class MomentField(forms.DateTimeField):
    """A moment in the zone that is active: the house's. Empty means none."""

    def __init__(self, *, required_message: str = "", **options: Any) -> None:
        messages = {"invalid": "This is not a date and time. Type it like 2026-11-30 18:00.", "required": required_message}
        super().__init__(**{"required": False, "widget": moment_widget(), "error_messages": messages, **options})

    def clean(self, value: Any) -> datetime | None:
        moment: datetime | None = super().clean(value)
        if moment is not None and not 1900 <= moment.year <= 2200:
            raise forms.ValidationError("This year is far away from ours. Check its four digits.", code="far_away")
        return moment


class PartnerForm(forms.ModelForm[Partner]):
    home_url = forms.URLField(label="Home page", max_length=500, required=False, assume_scheme="https")

    class Meta:
        model = Partner
        fields = ["name", "slug", "home_url", "contact", "territory", "is_commercial", "pays_us", "carries_advertising", "state"]
        error_messages = {
            "name": {"required": "Give the partner's name."},
            "slug": {"required": "Give a short name in small letters, such as harbour-record: the feed's address and grants use it."},
            "pays_us": {"invalid_choice": "Say whether the partner pays us: yes, no or not recorded."},
            "carries_advertising": {"invalid_choice": "Say whether the partner carries advertising: yes, no or not recorded."},
        }
        help_texts = {
            "slug": "Grants name the partner by it, so it can't be changed later.",
            "state": "A suspended or ended partner gets no articles; for thirty days it still hears what to remove.",
        }

    def clean_territory(self) -> str:
        return str(self.cleaned_data["territory"]).upper()


class MembershipForm(forms.ModelForm[ClassMembership]):
    """A class and how we know. Of a recorded row only the end can be given."""

    class Meta:
        model = ClassMembership
        fields = ["party_class", "evidence_note", "ended_at"]
        widgets = {"evidence_note": forms.Textarea(attrs={"rows": 2})}
        error_messages = {
            "party_class": {"required": "Choose the class."},
            "evidence_note": {"required": "Say how we know that the partner belongs to this class: what we saw, and when."},
        }

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if self.instance.pk:
            self.fields["party_class"].disabled = self.fields["evidence_note"].disabled = True


class ContactForm(forms.ModelForm[PartnerContact]):
    class Meta:
        model = PartnerContact
        fields = ["name", "email", "duty", "hears_corrections", "ended_at"]
        error_messages = {
            "name": {"required": "Give the person's name."},
            "email": {
                "required": "Give the address that we write to.",
                "invalid": "This is no mail address. Type it like desk@site.example.",
            },
        }


class OnceFormSet(forms.BaseInlineFormSet[Any, Any, Any]):
    """Rows of a partner of which none that has not ended may say in the field `once` what another says."""

    once = ""
    sentence = ""

    def clean(self) -> None:
        super().clean()
        present = {row.pk: self._said(row) for row in self.get_queryset() if row.ended_at is None}
        for form in self.forms:
            said = self._said(form.instance)
            present.pop(form.instance.pk, None)
            if not said or form.instance.ended_at is not None:
                continue
            if said in present.values():
                form.add_error(self.once, self.sentence)
            present[form.instance.pk or form.prefix] = said

    def _said(self, row: Any) -> str:
        return str(getattr(row, self.once)).lower()


class OncePresentContact(OnceFormSet):
    once = "email"
    sentence = "This address stands here already. End the other row first."


class OnceInAClass(OnceFormSet):
    once = "party_class"
    sentence = "This class is recorded already. End the other row first."


class TokenForm(forms.Form):
    """What a new token is for, so that the right one is revoked later, and when it ends by itself."""

    name = forms.CharField(
        label="What is it for?",
        max_length=80,
        initial="main",
        error_messages={
            "required": "Say in a word what the new address is for, at most 80 characters.",
            "max_length": "Say in a word what the new address is for, at most 80 characters.",
        },
    )
    expires_at = MomentField(label="It ends at", help_text="Empty: when somebody revokes it.")

    def __init__(self, *args: Any, at: datetime | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.at = at

    def clean_expires_at(self) -> datetime | None:
        ends: datetime | None = self.cleaned_data["expires_at"]
        if ends is not None and self.at is not None and ends <= self.at:
            raise forms.ValidationError("This moment has passed, so nobody could use it. Choose a later one, or none.")
        return ends
