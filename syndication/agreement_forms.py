"""The form of an agreement: everything that was agreed, in fields that stay usable with two hundred tags. The acts judge it."""

import csv
import re
from collections.abc import Iterable
from typing import Any

from django import forms
from django.conf import settings
from django.db.models import Model
from django.utils.translation import get_language_info

from articles.refusals import Refused
from house.models import House
from rights.vocabulary import Basis, Channel, Part
from syndication.forms import MomentField
from syndication.models import Agreement
from syndication.supply import CHOSEN

MAX_FILE_BYTES = 10_000_000
_NUMBERED = re.compile(r"(?P<name>.+?)\s*#(?P<pk>\d{1,9})")
WHOLE_NUMBER = "Type a whole number, such as 60."
PARTS = [
    (Part.FULL, "The whole text"),
    (Part.EXCERPT, "An excerpt"),
    (Part.HEADLINE, "The headline with its link"),
]


class CodesField(forms.CharField):
    """Codes with spaces or commas between them, as a list in order."""

    def to_python(self, value: Any) -> list[str]:  # type: ignore[override]
        return sorted({code.upper() for code in re.split(r"[\s,;]+", super().to_python(value) or "") if code})

    def prepare_value(self, value: Any) -> Any:
        return " ".join(value) if isinstance(value, list) else value


class NamesField(forms.CharField):
    """Names of recorded rows with commas between them, completed while typing. Where several share a name, a number tells them apart."""

    def __init__(self, kind: str, *, word: str, **options: Any) -> None:
        attrs = {"list": f"{kind}-names", "autocomplete": "off", "data-names": ""}
        super().__init__(required=False, max_length=8_000, widget=forms.TextInput(attrs=attrs), **options)
        self.model: type[Model] = Agreement._meta.get_field(kind).related_model  # type: ignore[assignment]
        self.word = word

    def clean(self, value: Any) -> list[int]:
        typed = _names_in(super().clean(value))
        found = {name: self._meant(name) for name in typed}
        if unknown := [name for name, ids in found.items() if not ids]:
            raise forms.ValidationError(
                f"There is no {self.word} “{unknown[0]}”. Choose from the list, or record it first.", code="unknown"
            )
        if several := [name for name, ids in found.items() if len(ids) > 1]:
            choice = " or ".join(f"“{several[0]} #{pk}”" for pk in found[several[0]])
            raise forms.ValidationError(f"Several are called “{several[0]}”. Type {choice}.", code="several")
        return sorted({pk for ids in found.values() for pk in ids})

    def _meant(self, name: str) -> list[int]:
        rows = self.model._default_manager
        if numbered := _NUMBERED.fullmatch(name):
            return list(rows.filter(pk=numbered["pk"], name__iexact=numbered["name"]).values_list("pk", flat=True))
        return list(rows.filter(name__iexact=name).order_by("pk").values_list("pk", flat=True)[:5])

    def names(self) -> list[str]:
        """For the list that completes what is typed."""
        return [str(name) for name in self.model._default_manager.order_by("name").values_list("name", flat=True).distinct()]


class AgreementForm(forms.Form):
    starts_at = MomentField(label="From", required=True, required_message="Say when the agreement starts.")
    ends_at = MomentField(label="To", help_text="Empty: until somebody ends it.")
    part = forms.ChoiceField(
        label="How much of a story",
        choices=[(str(part), words) for part, words in PARTS],
        initial=Part.FULL,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how much of a story goes out.", "invalid_choice": "Choose how much of a story goes out."},
    )
    sections: forms.ModelMultipleChoiceField[Model] = forms.ModelMultipleChoiceField(
        None, required=False, widget=forms.CheckboxSelectMultiple, help_text="None chosen means every section."
    )
    tags = NamesField("tags", word="tag", help_text="With commas between them. Empty means any tag, and none.")
    authors = NamesField("authors", word="author", help_text="With commas between them. Empty means everybody.")
    languages = forms.MultipleChoiceField(
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="None chosen means every language.",
        error_messages={"invalid_choice": "“%(value)s” is no language that we publish in. Choose from the list."},
    )
    bases = forms.MultipleChoiceField(
        choices=[(str(basis), "Creative Commons" if basis is Basis.CC else str(basis).replace("_", " ").capitalize()) for basis in Basis],
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="On which basis we use a story ourselves. None chosen means every basis.",
        error_messages={"invalid_choice": "“%(value)s” is no basis that we know. Choose from the list."},
    )
    channels = forms.MultipleChoiceField(
        choices=[(str(channel), str(channel).capitalize()) for channel in Channel],
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="None chosen means every channel. Feeds go to the web.",
        error_messages={"invalid_choice": "“%(value)s” is no channel that we know. Choose from the list."},
    )
    territories = CodesField(
        label="Countries", required=False, max_length=800, help_text="Where the partner may publish it, for example DE AT. Empty: anywhere."
    )
    delay_minutes = forms.IntegerField(
        label="Delay in minutes",
        required=False,
        min_value=0,
        max_value=10_000_000,
        initial=0,
        help_text="How long after our own publication the partner gets a story. Corrections never wait.",
        error_messages={"invalid": WHOLE_NUMBER, "min_value": "A delay can't be negative. Type 0 for none.", "max_value": WHOLE_NUMBER},
    )
    quota = forms.IntegerField(
        label="New stories a month",
        required=False,
        max_value=1_000_000,
        help_text="Empty: as many as there are. Corrections and removals follow also when it is used up.",
        error_messages={"invalid": WHOLE_NUMBER, "max_value": "Leave it empty for as many as there are."},
    )
    note = forms.CharField(required=False, max_length=20_000, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, data: Any = None, *, agreement: Agreement, house: House | None) -> None:
        self.agreement = agreement
        super().__init__(data, initial=_initial(agreement))
        self.fields["sections"].queryset = Agreement._meta.get_field("sections").related_model.objects.all()  # type: ignore[attr-defined]
        self.fields["languages"].choices = _languages(house, agreement.languages)  # type: ignore[attr-defined]

    def clean_quota(self) -> int | None:
        quota: int | None = self.cleaned_data["quota"]
        if quota is not None and quota < 0:
            raise forms.ValidationError("A quota can't be negative. Leave it empty for as many as there are.")
        return quota

    def row(self) -> Agreement:
        """The agreement as typed, not saved."""
        for name in ("starts_at", "ends_at", "part", "languages", "bases", "channels", "territories", "quota", "note"):
            setattr(self.agreement, name, self.cleaned_data[name])
        self.agreement.delay_minutes = self.cleaned_data["delay_minutes"] or 0
        return self.agreement

    def chosen(self) -> dict[str, list[int]]:
        sections = sorted(row.pk for row in self.cleaned_data["sections"])
        return {"sections": sections, "tags": self.cleaned_data["tags"], "authors": self.cleaned_data["authors"]}

    def show(self, refused: Refused) -> None:
        for obstacle in refused.obstacles:
            self.add_error(obstacle.field if obstacle.field in self.fields else None, forms.ValidationError(str(obstacle), obstacle.code))


class ContractForm(forms.Form):
    file = forms.FileField(
        label="The contract",
        help_text="At most 10 MB. Kept as evidence, never published.",
        error_messages={"required": "Choose the file first.", "empty": "This file is empty. Choose another."},
    )

    def clean_file(self) -> Any:
        upload = self.cleaned_data["file"]
        if upload.size > MAX_FILE_BYTES:
            raise forms.ValidationError("This file is larger than 10 MB. Attach the pages that matter.", code="too_large")
        return upload


def _initial(agreement: Agreement) -> dict[str, Any]:
    names = ("starts_at", "ends_at", "part", "languages", "bases", "channels", "territories", "delay_minutes", "quota", "note")
    given = {name: getattr(agreement, name) for name in names}
    if agreement.pk is None:
        return given
    sections, tags, authors = (list(getattr(agreement, kind).all()) for kind in CHOSEN)
    return given | {
        "sections": sections,
        "tags": _listed(tag.name for tag in tags),
        "authors": _listed(f"{row.name} #{row.pk}" for row in authors),
    }


def _names_in(typed: str) -> list[str]:
    """Commas part names; one that holds a comma stands in double quotes."""
    line = " ".join(typed.split())
    return [name.strip() for name in next(csv.reader([line], skipinitialspace=True), []) if name.strip()]


def _listed(names: Iterable[str]) -> str:
    """As they are typed."""
    return ", ".join(f'"{name}"' if "," in name else name for name in names)


def _languages(house: House | None, present: list[str]) -> list[tuple[str, str]]:
    ours = house.languages if house else [code for code, _name in settings.LANGUAGES]
    return [(code, _own_name(code)) for code in dict.fromkeys([*ours, *present])]


def _own_name(code: str) -> str:
    try:
        return str(get_language_info(code)["name_local"])
    except KeyError:
        return code
