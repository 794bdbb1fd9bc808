"""New terms of a source at the desk: what changed, what each sentence means, what re-basing would do, and doing it. GET changes nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from articles import difference, rebasing, roles, sourcing
from articles.desk_views_sources import check_may_look, show
from articles.forms import terms as answers
from articles.forms.sources import ForceForm
from articles.refusals import Obstacle, Refused
from articles.row_ids import row_id
from articles.vocabulary import Act
from rights.models import Evidence, SourceTerms
from rights.terms import split_terms
from rights.wording import VERDICTS


@dataclass(frozen=True)
class Before:
    """The terms that these replace, to compare with."""

    row: SourceTerms
    theirs: list[difference.Piece]
    ours: list[difference.Piece]


class TermsPage:
    """What the page of one row of terms shows. Everything is found when the template asks for it, once."""

    def __init__(self, row: SourceTerms, request: HttpRequest, at: datetime) -> None:
        self.row, self.at = row, at
        self.may_keep = roles.may(request.user, Act.KEEP_SOURCES)
        self.is_open = row.confirmed_at is None and not (row.valid_to and row.valid_to <= at)
        self.refusals: tuple[Obstacle, ...] = ()
        self.report: rebasing.Report | None = None
        self.ticked: set[int] | None = None
        self.form = ForceForm()

    @property
    def is_in_force(self) -> bool:
        return self.row.are_in_force(self.at)

    @cached_property
    def proposals(self) -> list[answers.Proposal]:
        return answers.proposals_of(self.row.proposals.all())

    @property
    def left_open(self) -> int:
        return len([one for one in self.proposals if one.row.is_confirmed is None])

    @cached_property
    def before(self) -> Before | None:
        older = SourceTerms.objects.filter(source=self.row.source_id, number__lt=self.row.number)
        row = older.select_related("evidence").exclude(confirmed_at=None).first()
        if row is None:
            return None
        return Before(row, *difference.pieces(_small_print(row.evidence), _small_print(self.row.evidence)))

    @property
    def text(self) -> str:
        return _small_print(self.row.evidence)

    @cached_property
    def resting(self) -> list[tuple[rebasing.Resting, bool]]:
        """What rests on older terms, each with whether it is ticked."""
        if self.left_open or not (self.is_open or self.is_in_force):
            return []
        found = rebasing.look_ahead(self.row, at=self.at)
        return [(one, not one.why_not and (self.ticked is None or one.work.pk in self.ticked)) for one in found]

    @property
    def can_be_rebased(self) -> bool:
        return any(not one.why_not for one, _is_ticked in self.resting)

    verdicts = VERDICTS


def _small_print(evidence: Evidence) -> str:
    """The small print of the page that is kept; all of it where nothing else stands there."""
    text = evidence.text
    return split_terms(text).terms or text


@require_http_methods(["GET", "HEAD", "POST"])
def terms(request: HttpRequest, source_id: int, terms_id: int) -> HttpResponse:
    check_may_look(request)
    rows = SourceTerms.objects.select_related("source", "evidence", "confirmed_by", "recorded_by").prefetch_related("proposals")
    row = rows.filter(source=source_id, pk=terms_id).first()
    if row is None:
        raise Http404("There are no such terms.")
    page = TermsPage(row, request, timezone.now())
    if request.method != "POST":
        return _answer(request, page)
    if not page.may_keep:
        raise PermissionDenied
    deeds = {"answer": _save_answers, "confirm_all": _save_answers, "put_in_force": _put_in_force}
    try:
        return deeds.get(request.POST.get("act", ""), _unknown)(request, page)
    except Refused as refused:
        page.refusals = refused.obstacles
        return _answer(request, page, status=422)


def _save_answers(request: HttpRequest, page: TermsPage) -> HttpResponse:
    typed = answers.proposals_of(page.row.proposals.all(), request.POST)
    given = answers.changed_answers(typed, confirm_rest=request.POST["act"] == "confirm_all")
    sourcing.answer(page.row.pk, given, by=request.user, at=page.at)
    messages.success(request, "Your answers are kept. Nothing rests on these terms yet: put them in force below.")
    return redirect(reverse("admin:rights_source_terms", args=[page.row.source_id, page.row.pk]))


def _put_in_force(request: HttpRequest, page: TermsPage) -> HttpResponse:
    page.form = ForceForm(request.POST)
    page.ticked = set(_row_ids(request.POST.getlist("work")))
    if not page.form.is_valid():
        return _answer(request, page, status=422)
    ends_at = page.form.cleaned_data["ends_at"]
    try:
        report = rebasing.put_in_force(page.row.pk, page.ticked, ends_at=ends_at, by=request.user, at=page.at)
    except Refused as refused:
        show(tuple(one for one in refused.obstacles if one.field in page.form.fields), page.form)
        page.refusals = tuple(one for one in refused.obstacles if one.field not in page.form.fields)
        return _answer(request, page, status=422)
    fresh = SourceTerms.objects.select_related("source", "evidence", "confirmed_by", "recorded_by").get(pk=page.row.pk)
    done = TermsPage(fresh, request, page.at)
    done.report = report
    return _answer(request, done)


def _row_ids(typed: Iterable[str]) -> Iterable[int]:
    return (row_id(one) for one in typed)


def _unknown(request: HttpRequest, page: TermsPage) -> HttpResponse:
    raise Refused(Obstacle("unknown_act", "terms", "The desk knows no such act.", "Use the buttons of this page."))


def _answer(request: HttpRequest, page: TermsPage, *, status: int = 200) -> HttpResponse:
    context: dict[str, Any] = {
        **admin.site.each_context(request),
        "title": f"Terms {page.row.number} of {page.row.source}",
        "page": page,
        "row": page.row,
    }
    return render(request, "desk/source_terms.html", context, status=status)
