"""The rights record of one article: whose text it is, what is known of the original, on what our use rests."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms

from articles import basing, desk_words
from articles.forms.licences import LicenceField
from articles.forms.permission import PermissionFields, initial_of
from articles.forms.words import MomentField, longest
from articles.models import Article
from articles.picture_rights import NOT_FOR_PICTURES
from rights import keeping, naming
from rights.basing import Permission
from rights.models import ContributorAgreement, Evidence, Grant, Source, Work
from rights.models.evidence import EvidenceKind
from rights.vocabulary import Basis, Use, Whose

MAX_EVIDENCE_BYTES = 10_000_000
PERMITTED = (Basis.WRITTEN_PERMISSION, Basis.CONTRACT, Basis.AGENCY)
#: What a permission lets us do without saying so: show it on our pages.
ALWAYS = (Use.READ, Use.LIST, Use.EXCERPT)
UNKNOWN_WHEN_EMPTY = ("holder", "source", "original_url", "original_title", "original_author")


class RightsForm(PermissionFields):
    """Bound or filled from a work. `facts()` and `basis` are what `basing.record` takes."""

    whose = forms.ChoiceField(label="Whose text is this?", choices=[(str(w), words[0]) for w, words in desk_words.WHOSE.items()])
    holder = forms.CharField(label="Copyright holder", required=False, max_length=longest(Work, "holder"))
    source = forms.CharField(
        label="Outlet", required=False, max_length=longest(Source, "name"), help_text="The paper or site that it is from."
    )
    copyright_line = forms.CharField(
        required=False, max_length=longest(Work, "copyright_line"), help_text="Shown exactly so, for example: © 2026 Harbour Record."
    )
    original_url = forms.URLField(
        label="Address of the original",
        required=False,
        max_length=longest(Work, "original_url"),
        assume_scheme="https",
        error_messages={"invalid": "This is not a web address. Paste it whole, beginning with https://."},
    )
    original_title = forms.CharField(required=False, max_length=longest(Work, "original_title"))
    original_author = forms.CharField(required=False, max_length=longest(Work, "original_author"))
    original_published_at = MomentField(label="Original date", help_text="Empty means not known.")
    changes_note = forms.CharField(
        label="What we changed", required=False, max_length=longest(Work, "changes_note"), help_text="Readers see it. Empty: nothing."
    )
    licence = LicenceField(required=False)
    agreement = forms.ModelChoiceField(
        ContributorAgreement.objects.all(),
        required=False,
        empty_label="None",
        help_text="What the contributor agreed to. The rights desk records it under Contributor agreements.",
    )
    basis = forms.ChoiceField(required=False, choices=[(str(b), words[0]) for b, words in desk_words.BASES.items()])

    def __init__(self, work: Work, data: Any = None, files: Any = None) -> None:
        self.work = work
        self.last_grant = _last_permission(work)
        super().__init__(data, files, prefix="rights", initial=_initial(work, self.last_grant))
        for name in UNKNOWN_WHEN_EMPTY:
            self.fields[name].widget.attrs["placeholder"] = "not known"

    @property
    def basis_chosen(self) -> Basis:
        return Basis(self.cleaned_data.get("basis") or self.work.basis)

    def clean_source(self) -> Source | None:
        """The outlet that is typed; an emptied field leaves what is recorded."""
        name = self.cleaned_data["source"].strip()
        recorded = self.work.source
        if not name or (recorded and name == recorded.name):
            return recorded
        return naming.called(name)

    def clean_agreement(self) -> ContributorAgreement | None:
        """An agreement belongs to one basis alone: with another basis chosen it is let go."""
        chosen = self.data.get(self.add_prefix("basis")) or self.work.basis
        return self.cleaned_data["agreement"] if chosen == Basis.OWN_CONTRIBUTOR else None

    def clean_permission_file(self) -> Any:
        upload = self.cleaned_data["permission_file"]
        if upload and upload.size > MAX_EVIDENCE_BYTES:
            raise forms.ValidationError("This file is larger than 10 MB. Attach the page that grants the permission.", code="too_large")
        return upload

    def clean(self) -> dict[str, Any]:
        if self.basis_chosen in PERMITTED:
            self.check_permission()
        if self.basis_chosen == Basis.CC and not self.cleaned_data.get("licence"):
            self.add_error("licence", "Creative Commons needs its licence. Choose the one that the work is under.")
        return self.cleaned_data

    def facts(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in basing.FACTS}

    def permission(self, *, by: Any, at: datetime) -> Permission | None:
        """What was granted, with its evidence: the file attached now, or the one that we hold already."""
        if self.basis_chosen not in PERMITTED:
            return None
        evidence = self._evidence(by, at)
        if evidence is None:
            return None
        given = self.cleaned_data
        return Permission(
            evidence=evidence,
            uses=[*map(str, ALWAYS), *given["permission_uses"]],
            valid_from=given["permission_from"],
            valid_to=given["permission_to"],
            granted_by=given["permission_granted_by"],
            conditions=self.conditions(),
        )

    def _evidence(self, by: Any, at: datetime) -> Evidence | None:
        upload = self.cleaned_data["permission_file"]
        if upload:
            kind = EvidenceKind.LETTER if self.basis_chosen == Basis.WRITTEN_PERMISSION else EvidenceKind.CONTRACT
            title = f"{upload.name} for “{self.work}”"
            content_type = upload.content_type or "application/octet-stream"
            return keeping.keep(upload.read(), title=title, by=by, at=at, kind=kind, content_type=content_type, source=self.work.source)
        held = self.last_grant
        return held.evidence.first() if held and held.basis == self.basis_chosen else None


def _last_permission(work: Work) -> Grant | None:
    if work.pk is None or work.basis not in PERMITTED:
        return None
    return work.grants.filter(basis=work.basis).order_by("-pk").first()


def _initial(work: Work, grant: Grant | None) -> dict[str, Any]:
    initial = {name: getattr(work, name) for name in basing.FACTS}
    initial["source"] = work.source.name if work.source and naming.is_named(work.source) else ""
    initial["basis"] = "" if work.basis == Basis.UNKNOWN else work.basis
    if grant:
        initial |= initial_of(grant)
    return initial


class PictureRightsForm(RightsForm):
    """The same record for a picture. Only bases that somebody can have granted for one are offered."""

    def __init__(self, work: Work, data: Any = None, files: Any = None) -> None:
        super().__init__(work, data, files)
        self.fields["whose"].label = "Whose picture is this?"
        offered = [(str(b), words[0]) for b, words in desk_words.BASES.items() if b not in NOT_FOR_PICTURES]
        choices = [("" if code == Basis.UNKNOWN else code, label) for code, label in offered]
        self.fields["basis"] = forms.ChoiceField(required=False, choices=choices)
        for name in ("original_published_at", "original_title", "source"):
            del self.fields[name]

    def facts(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in basing.FACTS if name in self.fields}


@dataclass(frozen=True)
class Offer:
    """One basis as a line to choose: `why_not` is empty where it is offered; `why_by_whose` says so for each answer to "whose?"."""

    code: str
    label: str
    hint: str
    why_not: str
    why_by_whose: Mapping[str, str]
    is_chosen: bool


def offers(article: Article, chosen: str, whose: str, *, at: datetime) -> list[Offer]:
    """Every basis in the order of `desk_words.BASES`, for what is chosen in the form now."""
    by_whose = {str(w): _why_not(article, w, at=at) for w in Whose}
    now = by_whose.get(whose, by_whose[article.work.whose])
    return [
        Offer(str(basis), label, hint, now[basis], {w: why[basis] for w, why in by_whose.items()}, str(basis) == chosen)
        for basis, (label, hint) in desk_words.BASES.items()
        if basis is not Basis.UNKNOWN
    ]


def _why_not(article: Article, whose: Whose, *, at: datetime) -> dict[Basis, str]:
    """Why each basis can't be chosen, were the text so; the article itself stays as it is."""
    stored = article.work.whose
    article.work.whose = whose
    try:
        return {choice.basis: choice.why_not for choice in basing.choices(article, at=at)}
    finally:
        article.work.whose = stored
