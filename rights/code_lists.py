"""A database field for a short list of codes from one vocabulary, kept sorted, edited as checkboxes."""

from enum import StrEnum
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models


class CodeListFormField(forms.MultipleChoiceField):
    widget = forms.CheckboxSelectMultiple

    def has_changed(self, initial: Any, data: Any) -> bool:
        return set(initial or []) != set(data or [])


class CodeListField(models.JSONField):
    """Stores a JSON list of the vocabulary's values. An unknown code is refused by `full_clean`."""

    def __init__(self, vocabulary: type[StrEnum] | None = None, **options: Any) -> None:
        self.vocabulary = vocabulary
        options.setdefault("default", list)
        options.setdefault("blank", True)
        super().__init__(**options)

    def deconstruct(self) -> Any:
        # The vocabulary is code, not schema: a new word needs no migration.
        return super().deconstruct()

    def validate(self, value: Any, model_instance: Any) -> None:
        super().validate(value, model_instance)
        known = {str(code) for code in self.vocabulary or ()}
        unknown = [code for code in value if self.vocabulary and code not in known]
        if unknown:
            raise ValidationError(f"Not known here: {', '.join(map(str, unknown))}. Choose from the list.")

    def formfield(self, **options: Any) -> Any:
        if self.vocabulary is None:
            return super().formfield(**options)
        labels = [(str(code), str(code).replace("_", " ").replace(":", ": ").capitalize()) for code in self.vocabulary]
        return CodeListFormField(
            choices=labels, required=False, label=options.get("label") or self.verbose_name.capitalize(), help_text=self.help_text
        )
