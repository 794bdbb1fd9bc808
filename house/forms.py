"""The form of the House profile. It asks and checks; recording is `house.profile`'s."""

from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict

from .models import House
from .profile import CHANGEABLE, differences
from .vocabulary import PartyClass, Signal

CLASS_LABELS = {
    PartyClass.COMMUNITY_SITE: "a community internet site",
    PartyClass.NONPROFIT_SITE: "a nonprofit site",
    PartyClass.NEWS_PUBLISHER: "a news publisher",
    PartyClass.COMMERCIAL_SITE: "a commercial site",
    PartyClass.PRINT_PUBLISHER: "a print publisher",
    PartyClass.BROADCASTER: "a broadcaster",
    PartyClass.EDUCATOR: "a school or university",
    PartyClass.RESEARCHER: "a research institute",
    PartyClass.PRESS: "press",
}
SIGNAL_LABELS = {
    Signal.ADVERTISING: "advertising",
    Signal.DONATIONS: "donations",
    Signal.SUBSCRIPTIONS: "subscriptions",
    Signal.PAYWALL: "a paywall",
    Signal.COMPANY: "that the publisher is a company",
}


class LanguagesField(forms.CharField):
    """Language codes on one line; a list in the profile."""

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        return (super().to_python(value) or "").replace(",", " ").split()


class ProfileForm(forms.ModelForm):
    """Everything a change may say. `based_on` is the row that the person looked at."""

    based_on = forms.IntegerField(required=False, widget=forms.HiddenInput)
    classes = forms.MultipleChoiceField(
        label="What kind of site we are", required=False, choices=list(CLASS_LABELS.items()), widget=forms.CheckboxSelectMultiple
    )
    languages = LanguagesField(help_text="Codes on one line, such as en, nl, pt-BR.")
    commercial_signals = forms.MultipleChoiceField(
        label="What we count as commercial", required=False, choices=list(SIGNAL_LABELS.items()), widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = House
        fields = sorted(CHANGEABLE)
        widgets = {
            name: forms.Textarea(attrs={"rows": rows, "cols": 80})
            for name, rows in {
                "commercial_reason": 2,
                "community_reason": 3,
                "author_responsibility_notice": 3,
                "cross_posting_notice": 3,
                "commercial_contact_notice": 2,
                "fair_use_notice": 4,
                "press_notice": 2,
            }.items()
        }

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if PartyClass.COMMUNITY_SITE in cleaned.get("classes", []) and not cleaned.get("community_reason"):
            self.add_error("community_reason", "Say in a sentence why we are a community internet site: offers to such sites rest on it.")
        newest = House.objects.select_for_update().newest_first().first()
        seen = cleaned.get("based_on")
        if newest is not None and newest.pk != seen:
            changed = differences(House.objects.filter(pk=seen).first(), newest) if seen else []
            # The next try is about what is in force now.
            data = cast(QueryDict, self.data).copy()
            data["based_on"] = str(newest.pk)
            self.data = data
            raise ValidationError(
                f"Somebody else changed the profile while you were writing ({', '.join(changed) or 'all of it'}). "
                "Nothing is saved yet: compare with the history below, then save again to record what stands here."
            )
        return cleaned
