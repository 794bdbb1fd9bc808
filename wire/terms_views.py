"""The desk's page for reading a source's terms again: pasted or fetched, kept as evidence, read; a person answers it on the next page."""

from datetime import datetime
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from articles import roles, sourcing
from articles.refusals import Refused
from articles.vocabulary import Act
from house.outgoing import FetchRefused
from rights import keeping
from rights.models import Evidence, Source
from rights.terms import PageReading, Reading, read_terms
from wire import intake, views
from wire.formats import page, pasted
from wire.formats.found import Unreadable
from wire.forms import TermsPageForm


@require_http_methods(["GET", "POST"])
def new_terms(request: HttpRequest, source_id: int) -> HttpResponse:
    if not roles.may(request.user, Act.KEEP_SOURCES):
        raise PermissionDenied
    source = Source.objects.filter(pk=source_id).first()
    if source is None:
        raise Http404("There is no such source.")
    if request.method == "GET":
        return _page(request, source, TermsPageForm())
    form = TermsPageForm(request.POST)
    noted = _note(request, source, form) if form.is_valid() else None
    if noted is None:
        return _page(request, source, form, status=422)
    terms, is_new = noted
    messages.success(request, "Its page is kept and read." if is_new else "Its page says the same as before.")
    return redirect(reverse("admin:rights_source_terms", args=[source.pk, terms.pk]))


def _note(request: HttpRequest, source: Source, form: TermsPageForm) -> Any:
    """The terms and whether they are new, or None with the reason at the field that it belongs to."""
    at = timezone.now()
    given = "address" if form.cleaned_data["address"] else "text"
    try:
        material = form.material() or views.fetch(request, form.cleaned_data["address"], at)
        read = _read(material)
        evidence = _keep(material, read.text, source, by=request.user, at=at)
        noted = sourcing.note_terms(source.pk, evidence, read.reading, by=request.user, at=at)
        _warn(request, read.reading)
        return noted
    except (Unreadable, FetchRefused, Refused) as refusal:
        form.add_error(given, str(refusal))
    return None


def _warn(request: HttpRequest, reading: Reading) -> None:
    """What could not be read, or only in doubt, is said before anybody answers."""
    if reading.unread_language:
        messages.warning(
            request, f"Part of it is in a language that we don't read ({reading.unread_language}). Nothing was taken from that."
        )
    for note in reading.notes:
        messages.warning(request, note)


def _read(material: intake.Material) -> PageReading:
    """What a reader of the page sees, read: a terms page is all small print, so there is no article to look for."""
    text = pasted.readable(material.content, material.content_type)
    if pasted.looks_like_html(text):
        return page.read_small_print(material.content, content_type=material.content_type)
    return PageReading(text, read_terms(text))


def _keep(material: intake.Material, text: str, source: Source, *, by: Any, at: datetime) -> Evidence:
    return keeping.keep(
        material.content,
        title=f"Terms of {source}",
        by=by,
        at=at,
        kind=material.kind,
        content_type=material.content_type,
        source=source,
        url=material.url,
        plain_text=text,
    )


def _page(request: HttpRequest, source: Source, form: TermsPageForm, *, status: int = 200) -> HttpResponse:
    context: dict[str, Any] = {
        **admin.site.each_context(request),
        "title": f"What does {source} say now?",
        "source": source,
        "form": form,
    }
    return render(request, "wire/terms.html", context, status=status)
