"""Forms of a partner's desk page. What is recorded as a fact is ended, never rewritten."""

from typing import Any

from django import forms

from syndication.models import Agreement, ClassMembership, Partner


def moment_widget() -> forms.DateTimeInput:
    """One labelled field for day and time, filled by the browser's own calendar."""
    return forms.DateTimeInput(attrs={"type": "datetime-local", "step": 1}, format="%Y-%m-%dT%H:%M:%S")


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


class AgreementForm(forms.ModelForm[Agreement]):
    class Meta:
        model = Agreement
        fields = ["starts_at", "ends_at", "part", "sections", "channels", "note"]
        error_messages = {"starts_at": {"required": "Say when the agreement starts."}}
        widgets = {"note": forms.Textarea(attrs={"rows": 2}), "sections": forms.CheckboxSelectMultiple}


class TokenForm(forms.Form):
    """What a new feed address is for, so that the right one is revoked later."""

    name = forms.CharField(label="What is it for?", max_length=80, initial="main")
