"""Fields that the desk's forms share: one line that grows, a moment in the house's zone, a text in the prose editor."""

from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model
from django_prose_editor.widgets import ProseEditorWidget
from taggit.forms import TagField

#: Only what `articles/body.py` lets through; a test holds the two together. What writes `style` attributes stays off.
EXTENSIONS: dict[str, Any] = {
    "Bold": True,
    "Italic": True,
    "Subscript": True,
    "Superscript": True,
    "Heading": {"levels": [2, 3, 4]},
    "BulletList": True,
    "OrderedList": {"enableListAttributes": False},
    "ListItem": True,
    "Blockquote": True,
    "HorizontalRule": True,
    "HardBreak": True,
    "Link": {"enableTarget": False, "protocols": ["http", "https", "mailto"]},
    "HTML": True,
}


def longest(model: type[Model], name: str) -> int:
    """How many characters the row holds in the field of this name."""
    return next(field.max_length for field in model._meta.concrete_fields if field.name == name and field.max_length)


class OneLineField(forms.CharField):
    """One line of text in a field that grows with it. A line break typed or pasted becomes a space."""

    widget = forms.Textarea

    def __init__(self, **options: Any) -> None:
        attrs = options.pop("attrs", {})
        super().__init__(**options)
        self.widget.attrs |= {"rows": 1, "class": "grows", **attrs}

    def to_python(self, value: Any) -> str:
        return " ".join((super().to_python(value) or "").split())


class MomentField(forms.DateTimeField):
    """A moment, typed and shown in the zone that is active: the house's. Empty means none."""

    def __init__(self, **options: Any) -> None:
        widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
        messages = {"invalid": "This is not a date and time. Type it like 2026-11-30 18:00."}
        super().__init__(**{"required": False, "widget": widget, "error_messages": messages, **options})

    def has_changed(self, initial: datetime | None, data: Any) -> bool:
        # The control shows minutes only: the seconds of what is stored are no change.
        return super().has_changed(initial.replace(second=0, microsecond=0) if initial else initial, data)


class TagNamesField(TagField):
    """Names of tags with commas between them, filled from such a text and not from rows."""

    def has_changed(self, initial: str | None, data: Any) -> bool:
        try:
            return {*self.clean(initial or "")} != {*self.clean(data or "")}
        except ValidationError:
            return True


def prose_editor() -> ProseEditorWidget:
    return ProseEditorWidget(config={"extensions": EXTENSIONS}, preset="configurable", attrs={"rows": 24, "aria-label": "Text"})
