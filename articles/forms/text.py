"""The words of an article: what a person types at the desk. It asks no rule but the shape of each field."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import get_language_info

from articles import body
from articles.drafting import TEXT_FIELDS, slug_for
from articles.forms.words import MomentField, OneLineField, TagNamesField, longest, prose_editor
from articles.models import Article, Section
from house.models import House

MOMENTS = ("embargoed_until", "expires_at")


class TextForm(forms.Form):
    """Bound or filled from an article; `changes()` is what `drafting.save` takes."""

    edit_number = forms.IntegerField(widget=forms.HiddenInput, required=False)
    headline = OneLineField(
        max_length=longest(Article, "headline"),
        attrs={"placeholder": "Headline"},
        error_messages={"required": "The headline is empty. Type one; it can be changed later."},
    )
    dek = OneLineField(required=False, max_length=longest(Article, "dek"), attrs={"placeholder": "The line under the headline"})
    body = forms.CharField(label="Text", required=False, widget=prose_editor())
    dateline = forms.CharField(required=False, max_length=longest(Article, "dateline"), help_text="The place the story is filed from.")
    slugline = forms.CharField(required=False, max_length=longest(Article, "slugline"), help_text="The desk's working name.")
    slug = forms.SlugField(
        label="Address",
        required=False,
        max_length=longest(Article, "slug"),
        allow_unicode=True,
        help_text="The last part. Empty: made from the headline.",
    )
    language = forms.ChoiceField()
    section = forms.ModelChoiceField(Section.objects.all(), required=False, empty_label="No section")
    tags = TagNamesField(required=False, help_text="With commas between them.")
    embargoed_until = MomentField(label="Embargo", help_text="Nobody sees it before.")
    expires_at = MomentField(label="Expiry", help_text="Nobody sees it from then on.")
    ed_note = forms.CharField(
        label="Note to editors", required=False, widget=forms.Textarea(attrs={"rows": 3}), help_text="Never published."
    )

    def __init__(self, data: Any = None, *, article: Article | None = None, house: House | None = None) -> None:
        super().__init__(data, initial=_initial(article, house))
        self.fields["language"] = forms.ChoiceField(choices=languages(house, article.language if article else ""))
        if article and article.path:
            self.fields["slug"].disabled = True
            self.fields["slug"].help_text = "It was published under this address, which never moves."

    def clean_body(self) -> str:
        try:
            return body.clean(self.cleaned_data["body"])
        except body.BodyRefused as refusal:
            raise ValidationError(f"{refusal} Shorten or simplify the text and save again.", code=refusal.code) from refusal

    def clean(self) -> dict[str, Any]:
        begins, ends = self.cleaned_data.get("embargoed_until"), self.cleaned_data.get("expires_at")
        if begins and ends and ends <= begins:
            self.add_error("expires_at", "The expiry must come after the embargo. Correct one of the two.")
        return self.cleaned_data

    def changes(self) -> dict[str, Any]:
        """Every field that `drafting.save` may change, as typed."""
        given = {name: self.cleaned_data[name] for name in TEXT_FIELDS}
        # The control shows minutes only: what nobody touched keeps its seconds.
        given |= {name: self.initial.get(name) for name in MOMENTS if name not in self.changed_data}
        return given | {"slug": given["slug"] or slug_for(given["headline"])}


def _initial(article: Article | None, house: House | None) -> dict[str, Any]:
    if article is None:
        return {"language": house.default_language if house else settings.LANGUAGE_CODE}
    tags = ", ".join(f'"{name}"' if "," in name else name for name in article.tags.names())
    return {name: getattr(article, name) for name in (*TEXT_FIELDS, "edit_number")} | {"tags": tags}


def languages(house: House | None, present: str) -> list[tuple[str, str]]:
    """The house's languages by their own names, and the one that the article is in."""
    codes = list(
        dict.fromkeys([*(house.languages if house else [code for code, _name in settings.LANGUAGES]), *([present] if present else [])])
    )
    return [(code, _own_name(code)) for code in codes]


def _own_name(code: str) -> str:
    try:
        return get_language_info(code)["name_local"]
    except KeyError:
        return code
