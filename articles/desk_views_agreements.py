"""Contributors' agreements at the desk: recording one with its proof, what rests on it, and ending it. GET changes nothing."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from articles import agreeing, roles
from articles.desk_views_sources import show
from articles.forms.sources import AgreementEndForm, AgreementForm
from articles.models import Article
from articles.refusals import Refused
from articles.vocabulary import Act
from rights import keeping
from rights.models import ContributorAgreement
from rights.models.evidence import EvidenceKind

READERS = frozenset(roles.ADMIN["rights.contributoragreement"])
LISTED = 50


@require_http_methods(["GET", "HEAD", "POST"])
def add_agreement(request: HttpRequest) -> HttpResponse:
    if not roles.may(request.user, Act.KEEP_SOURCES):
        raise PermissionDenied
    form = AgreementForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        agreement = _recorded(request, form)
        if agreement is not None:
            return _told(request, agreement, "The agreement is recorded. Choose it on the contributor's articles and pictures.")
    return _answer(request, None, form=form)


@require_http_methods(["GET", "HEAD", "POST"])
def change_agreement(request: HttpRequest, agreement_id: int) -> HttpResponse:
    """An agreement is never edited: it can only end."""
    if not roles.roles_of(request.user) & READERS:
        raise PermissionDenied
    agreement = ContributorAgreement.objects.select_related("evidence", "recorded_by").filter(pk=agreement_id).first()
    if agreement is None:
        raise Http404("There is no such agreement.")
    ending = AgreementEndForm(request.POST or None)
    if request.method == "POST" and not roles.may(request.user, Act.KEEP_SOURCES):
        raise PermissionDenied
    if request.method == "POST" and ending.is_valid():
        at = timezone.now()
        try:
            agreeing.end(agreement.pk, ends_at=ending.cleaned_data["ends_at"] or at, by=request.user, at=at)
            return _told(request, agreement, "The end is recorded.")
        except Refused as refused:
            show(refused.obstacles, ending)
    return _answer(request, agreement, ending=ending)


def _recorded(request: HttpRequest, form: AgreementForm) -> ContributorAgreement | None:
    """The agreement with its file as evidence, or None with each refusal at its field; then the file isn't kept either."""
    given = dict(form.cleaned_data)
    author, upload = given.pop("author"), given.pop("file")
    at = timezone.now()
    content_type = upload.content_type or "application/octet-stream"
    title = f"Agreement {given['reference']} with {author}"
    try:
        with transaction.atomic():
            kept = keeping.keep(upload.read(), title=title, by=request.user, at=at, kind=EvidenceKind.CONTRACT, content_type=content_type)
            return agreeing.record(author, agreeing.Terms(**given), kept, by=request.user, at=at)
    except Refused as refused:
        show(refused.obstacles, form)
    return None


def _told(request: HttpRequest, agreement: ContributorAgreement, sentence: str) -> HttpResponse:
    messages.success(request, sentence)
    return redirect(reverse("admin:rights_contributoragreement_change", args=[agreement.pk]))


def _answer(
    request: HttpRequest,
    agreement: ContributorAgreement | None,
    *,
    form: AgreementForm | None = None,
    ending: AgreementEndForm | None = None,
) -> HttpResponse:
    at = timezone.now()
    resting = Article.objects.filter(work__agreement=agreement).defer("body", "ed_note") if agreement else Article.objects.none()
    context: dict[str, Any] = {
        **admin.site.each_context(request),
        "title": str(agreement) if agreement else "New contributor agreement",
        "agreement": agreement,
        "is_in_force": bool(agreement and agreement.is_in_force(at)),
        "has_ended": bool(agreement and agreement.ends_at and agreement.ends_at <= at),
        "form": form,
        "ending": ending,
        "resting": list(resting[:LISTED]),
        "may_keep": roles.may(request.user, Act.KEEP_SOURCES),
        "has_errors": any(one.errors for one in (form, ending) if one is not None and one.is_bound),
    }
    return render(request, "desk/agreement.html", context, status=422 if context["has_errors"] else 200)
