"""What somebody at the partner's, or at our desk, says about a correction or a removal."""

from django import forms

NOBODY = "Give your name, so that we know who saw to it."


class ConfirmForm(forms.Form):
    """`asked` is the receipt that the page was about when it was opened."""

    asked = forms.IntegerField(required=False, widget=forms.HiddenInput)
    name = forms.CharField(
        label="Your name", max_length=100, error_messages={"required": NOBODY}, widget=forms.TextInput({"autocomplete": "name"})
    )
    note = forms.CharField(
        label="A note for us, if you like",
        max_length=2000,
        required=False,
        widget=forms.Textarea({"rows": 3}),
        error_messages={"max_length": "The note is too long: use at most 2,000 characters."},
    )
