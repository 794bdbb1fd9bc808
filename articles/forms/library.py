"""A picture for the library: the file, looked at before anything is kept, and the words that go with it."""

from typing import Any

from django import forms

from articles import library
from articles.forms.words import OneLineField, longest
from articles.models import MediaAsset
from articles.refusals import FormRefused

WORDS = ("title", "alt_text", "caption", "credit_line")


class WordsForm(forms.Form):
    title = forms.CharField(
        max_length=longest(MediaAsset, "title"),
        help_text="What the desk calls it.",
        error_messages={"required": "Give the picture a title."},
    )
    alt_text = OneLineField(
        label="Alternative text",
        required=False,
        max_length=longest(MediaAsset, "alt_text"),
        help_text="What it shows, for those who can't see it.",
    )
    caption = OneLineField(required=False, max_length=longest(MediaAsset, "caption"))
    credit_line = forms.CharField(required=False, max_length=longest(MediaAsset, "credit_line"), help_text="Who made or supplied it.")


class PictureForm(WordsForm):
    file = forms.FileField(
        label="File",
        help_text="JPEG, PNG, WebP or AVIF, at most 25 MB.",
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp,image/avif"}),
        error_messages={"required": "Choose the picture's file.", "empty": "This file is empty. Choose another one."},
    )
    field_order = ("file", *WORDS)

    def clean_file(self) -> Any:
        """The bytes, decoded once so that only a whole picture is kept. At the field it says what is wrong with any other."""
        upload = self.cleaned_data["file"]
        content = upload.read(library.MAX_BYTES + 1)
        try:
            library.look(content)
        except FormRefused as refused:
            raise forms.ValidationError(str(refused), code=refused.code) from refused
        return content
