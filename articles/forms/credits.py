"""The byline as rows of name and role, in order. A name is typed; whom it means is looked up."""

from collections import Counter
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from articles import crediting
from articles.models import Article, Author
from articles.vocabulary import CreditRole

ROLE_LABELS = {
    CreditRole.BY: "Words",
    CreditRole.REPORTED: "Reporting",
    CreditRole.PHOTOGRAPHS: "Photographs",
    CreditRole.TRANSLATED: "Translation",
    CreditRole.EDITED: "Editing",
    CreditRole.ADDITIONAL: "Additional reporting",
}


class CreditForm(forms.Form):
    name = forms.CharField(required=False, max_length=210, widget=forms.TextInput(attrs={"list": "author-names", "autocomplete": "off"}))
    role = forms.ChoiceField(choices=[(str(role), label) for role, label in ROLE_LABELS.items()], initial=CreditRole.BY)
    is_new = forms.BooleanField(label="Record this name as a new author", required=False)

    def __init__(self, *args: Any, may_add: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        self.may_add = may_add
        self.author: Author | None = None

    def clean(self) -> dict[str, Any]:
        typed = (self.cleaned_data.get("name") or "").strip()
        found = crediting.called(typed) if typed else []
        if len(found) == 1:
            self.author = found[0]
        elif len(found) > 1:
            numbers = ", ".join(f"“{author.name} #{author.pk}” ({author.get_kind_display().lower()})" for author in found)
            self.add_error("name", ValidationError(f"Several have this name. Type one of {numbers}.", code="several"))
        elif typed and not (self.cleaned_data.get("is_new") and self.may_add):
            self.add_error("name", ValidationError(self._unknown(typed), code="unknown"))
        return self.cleaned_data

    def _unknown(self, typed: str) -> str:
        remedy = (
            "Tick the box to record a new author, or correct it."
            if self.may_add
            else "Correct it, or ask an editor to record a new author."
        )
        return f"Nobody is recorded as “{typed}”. {remedy}"

    @property
    def offers_new(self) -> bool:
        return self.may_add and self.is_bound and (self.has_error("name", "unknown") or bool(self["is_new"].value()))

    def credited(self) -> tuple[Author, str] | None:
        """The author and role of this row, recorded now if new; None for an empty row."""
        typed = self.cleaned_data.get("name", "").strip()
        if not typed:
            return None
        return self.author or crediting.add_author(typed), self.cleaned_data["role"]


CreditFormSet = forms.formset_factory(CreditForm, extra=1, max_num=40, absolute_max=60)


def initial_credits(article: Article) -> list[dict[str, str]]:
    """The rows as they stand. A name that several share is followed by its number."""
    credits = list(article.credits.select_related("author"))
    known = Counter(Author.objects.filter(name__in={credit.author.name for credit in credits}).values_list("name", flat=True))
    return [
        {"name": f"{credit.author.name} #{credit.author_id}" if known[credit.author.name] > 1 else credit.author.name, "role": credit.role}
        for credit in credits
    ]


def credits_in(formset: Any) -> list[tuple[Author, str]]:
    """The rows in order, each author once for a role."""
    rows = [row for form in formset if (row := form.credited())]
    return list({(author.pk, role): (author, role) for author, role in rows}.values())
