"""Choosing a licence: grouped by version, the newest first, so that one of many is found."""

from typing import Any

from django import forms
from django.forms.models import ModelChoiceIterator

from rights.models import Licence

NO_VERSION = "Without a version"
OWN_TERMS = "Own terms"


class _ByVersion(ModelChoiceIterator):
    def __iter__(self) -> Any:
        yield ("", self.field.empty_label)
        groups: dict[str, list[Any]] = {}
        for licence in self.queryset:
            groups.setdefault(_group(licence), []).append(self.choice(licence))
        yield from groups.items()


def _group(licence: Licence) -> str:
    if licence.is_own_terms:
        return OWN_TERMS
    return f"Version {licence.version}" if licence.version else NO_VERSION


class LicenceField(forms.ModelChoiceField):
    """Every licence that permits passing on. One that permits nothing is no basis, so it is not offered."""

    iterator = _ByVersion

    def __init__(self, **options: Any) -> None:
        offered = Licence.objects.filter(permits_sharing=True).order_by("-version", "jurisdiction", "name")
        super().__init__(offered, empty_label="None", **options)
