"""A source's page at the desk: its record, whom to ask, its terms over time, how much of it we use, and its end. GET changes nothing."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from articles import addresses, roles, source_use, sourcing
from articles.forms.sources import ContactForm, EndForm, SourceForm
from articles.refusals import Obstacle, Refused
from articles.vocabulary import Act
from rights import naming
from rights.models import Source
from rights.vocabulary import Basis


def check_may_look(request: HttpRequest) -> None:
    if not any("view" in roles.ADMIN["rights.source"].get(role, ()) for role in roles.roles_of(request.user)):
        raise PermissionDenied


def source_or_404(request: HttpRequest, source_id: int) -> Source:
    """The source, for whoever may look at sources."""
    check_may_look(request)
    source = Source.objects.filter(pk=source_id).first()
    if source is None:
        raise Http404("There is no such source.")
    return source


@require_http_methods(["GET", "HEAD", "POST"])
def add_source(request: HttpRequest) -> HttpResponse:
    if not roles.may(request.user, Act.KEEP_SOURCES):
        raise PermissionDenied
    form = SourceForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        source = form.instance
        source.slug = naming.free_slug(source.name)
        if _tried(lambda: sourcing.keep(source, by=request.user, at=timezone.now()), form):
            return _told(request, source, "The source is recorded. Next: what its page says about the use of its work.")
    return _answer(request, None, form)


@require_http_methods(["GET", "HEAD", "POST"])
def change_source(request: HttpRequest, source_id: int) -> HttpResponse:
    source = source_or_404(request, source_id)
    typed = request.method == "POST"
    if typed and not roles.may(request.user, Act.KEEP_SOURCES):
        raise PermissionDenied
    form = SourceForm(request.POST if typed else None, instance=source)
    if typed and form.is_valid() and _tried(lambda: sourcing.keep(form.instance, by=request.user, at=timezone.now()), form):
        return _told(request, source, "Saved.")
    return _answer(request, source, form)


@require_POST
def name_contact(request: HttpRequest, source_id: int) -> HttpResponse:
    source = _kept(request, source_id)
    form = ContactForm(request.POST)
    if form.is_valid():
        sourcing.name_contact(source, **form.cleaned_data, by=request.user)
        return _told(request, source, "The contact is recorded.")
    return _answer(request, source, SourceForm(instance=source), contact=form)


@require_POST
def end(request: HttpRequest, source_id: int) -> HttpResponse:
    """End the relationship; or, with nothing typed and the button for it, take it up again."""
    source = _kept(request, source_id)
    if request.POST.get("act") == "take_up":
        sourcing.take_up_again(source.pk, by=request.user, at=timezone.now())
        return _told(request, source, "We deal with them again. Read their terms anew: what ended stays ended.")
    form = EndForm(request.POST)
    if form.is_valid():
        done = _tried(lambda: sourcing.end_relationship(source.pk, **form.cleaned_data, by=request.user, at=timezone.now()), form)
        if done is not None:
            return _told(request, source, "Ended. What rested on its own terms ends with it; licences and contracts stay.")
    return _answer(request, source, SourceForm(instance=source), ending=form)


def _kept(request: HttpRequest, source_id: int) -> Source:
    source = source_or_404(request, source_id)
    if not roles.may(request.user, Act.KEEP_SOURCES):
        raise PermissionDenied
    return source


def _tried(deed: Callable[[], Any], form: forms.BaseForm) -> Any:
    """What the act gives back, or None with each refusal at its field."""
    try:
        return deed()
    except Refused as refused:
        show(refused.obstacles, form)
    return None


def show(obstacles: tuple[Obstacle, ...], form: Any) -> None:
    for obstacle in obstacles:
        form.add_error(obstacle.field if obstacle.field in form.fields else None, str(obstacle))


def _told(request: HttpRequest, source: Source, sentence: str) -> HttpResponse:
    messages.success(request, sentence)
    return redirect(reverse("admin:rights_source_change", args=[source.pk]))


def _answer(
    request: HttpRequest, source: Source | None, form: SourceForm, *, contact: ContactForm | None = None, ending: EndForm | None = None
) -> HttpResponse:
    at = timezone.now()
    bound = [one for one in (form, contact, ending) if one is not None and one.is_bound]
    context: dict[str, Any] = {
        **admin.site.each_context(request),
        "title": source.name if source else "New source",
        "source": source,
        "form": form,
        "contact": contact or ContactForm(prefix=None, auto_id="contact_%s"),
        "ending": ending or EndForm(auto_id="end_%s"),
        "may_keep": roles.may(request.user, Act.KEEP_SOURCES),
        "has_errors": any(one.errors for one in bound),
        **(_about(source, at) if source and source.pk else {}),
    }
    return render(request, "desk/source.html", context, status=422 if context["has_errors"] else 200)


def _about(source: Source, at: Any) -> dict[str, Any]:
    """What stands beside the record. Three queries, and one where more was published than is listed."""
    resting = Count("works", filter=Q(works__basis=Basis.SOURCE_TERMS, works__basis_confirmed_at__isnull=False))
    timeline = list(source.terms.select_related("confirmed_by").annotate(resting=resting))
    widest = max(source_use.SPANS)
    used = list(source_use.published_from(source.pk, widest, at=at)[: source_use.LISTED + 1])
    counts = source_use.counted(Source.objects.filter(pk=source.pk), at=at).values(*(f"used_{days}" for days in source_use.SPANS)).get()
    return {
        "contacts": list(source.contacts.order_by("kind", "pk")),
        "timeline": [(row, row.are_in_force(at)) for row in timeline],
        "used": [(article, addresses.desk_article(article.pk)) for article in used[: source_use.LISTED]],
        "counts": [(days, counts[f"used_{days}"]) for days in source_use.SPANS],
        "has_ended": source.has_ended(at),
    }
