"""The pictures of an article as rows: which, with what caption and alternative text. The first one leads."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from articles.models import Article, MediaAsset, Placement
from articles.row_ids import row_id

_NUMBER = re.compile(r"#?(\d+)\b")


class PlacementForm(forms.Form):
    picture = forms.CharField(
        required=False, widget=forms.TextInput(attrs={"list": "picture-names", "autocomplete": "off", "placeholder": "Title or number"})
    )
    alt_text = forms.CharField(
        label="Alternative text", required=False, max_length=400, widget=forms.Textarea(attrs={"rows": 2}), help_text="What it shows."
    )
    caption = forms.CharField(required=False, max_length=400, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.asset: MediaAsset | None = self.initial.get("asset")

    def clean_picture(self) -> str:
        typed = self.cleaned_data["picture"].strip()
        self.asset = _meant(typed) if typed else None
        return typed


def _meant(typed: str) -> MediaAsset:
    number = _NUMBER.match(typed)
    wanted = {"pk": row_id(number[1])} if number else {"title__iexact": typed}
    found = list(MediaAsset.objects.filter(**wanted)[:2])
    if len(found) == 1:
        return found[0]
    if found:
        raise ValidationError("Several pictures have this title. Type its number, for example #12.", code="several")
    raise ValidationError("There is no such picture in the library. Choose from the list, or upload it first.", code="unknown")


PlacementFormSet = forms.formset_factory(PlacementForm, extra=1, max_num=40, absolute_max=60)


def label(asset: MediaAsset) -> str:
    return f"#{asset.pk} {asset.title}"


def initial_placements(article: Article) -> list[dict[str, Any]]:
    return [
        {"picture": label(place.asset), "asset": place.asset, "alt_text": place.alt_text, "caption": place.caption}
        for place in article.placements.select_related("asset").prefetch_related("asset__renditions")
    ]


def replace_placements(article: Article, formset: Any) -> None:
    """Write the rows in their order; a picture stands in an article once."""
    rows = {form.asset.pk: form for form in formset if form.cleaned_data.get("picture") and form.asset}
    article.placements.all().delete()
    Placement.objects.bulk_create(
        Placement(
            article=article,
            asset=form.asset,
            position=position,
            alt_text=form.cleaned_data["alt_text"],
            caption=form.cleaned_data["caption"],
        )
        for position, form in enumerate(rows.values())
    )
