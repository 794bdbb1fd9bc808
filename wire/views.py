"""The desk's page Republish: parse the form, call the intake, lead on to the draft."""

from datetime import datetime
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from articles import addresses, roles
from articles.refusals import Refused
from articles.vocabulary import Act
from house import limits
from house.outgoing import FetchRefused
from wire import intake
from wire.example import EXAMPLE
from wire.formats.found import Unreadable
from wire.forms import RepublishForm

FETCHES_AN_HOUR = 60


@require_http_methods(["GET", "POST"])
def republish(request: HttpRequest) -> HttpResponse:
    """GET shows the form, with `?example` an example paste in it; POST makes the draft or shows the form with what was typed."""
    if not roles.may(request.user, Act.CREATE_DRAFT):
        raise PermissionDenied
    if request.method == "GET":
        return _page(request, RepublishForm(initial={"text": EXAMPLE} if "example" in request.GET else None))
    form = RepublishForm(request.POST, request.FILES)
    taken = _take(request, form) if form.is_valid() else None
    if taken is None:
        return _page(request, form, status=422)
    if taken.is_new:
        messages.success(request, "The draft is made. Below is what still stands between it and publishing.")
    else:
        messages.info(request, "This very page is here already. This is the draft that was made from it.")
    return redirect(addresses.desk_article(taken.article.pk))


def _take(request: HttpRequest, form: RepublishForm) -> intake.Taken | None:
    """The draft, or None with the reason as an error at the field that it belongs to."""
    at = timezone.now()
    try:
        material = form.material() or fetch(request, form.cleaned_data["address"], at)
        return intake.republish(material, by=request.user, at=at)
    except Unreadable as refusal:
        form.add_error(_given(form), str(refusal))
    except FetchRefused as refusal:
        form.add_error("address", str(refusal))
    except Refused as refusal:
        form.add_error(_given(form), str(refusal))
    return None


def fetch(request: HttpRequest, address: str, at: datetime) -> intake.Material:
    """The page at an address, counted against this person's hour."""
    left = limits.hit("republish-fetch", str(request.user.pk), limit=FETCHES_AN_HOUR, window_seconds=3600, at=at)
    if left.is_over:
        raise Unreadable("too_many", "address", "You fetched many pages this hour. Wait a little, or paste the page instead.")
    return intake.fetched(address, at=at)


def _given(form: RepublishForm) -> str:
    return "file" if form.cleaned_data.get("file") else "address" if form.cleaned_data.get("address") else "text"


def _page(request: HttpRequest, form: RepublishForm, *, status: int = 200) -> HttpResponse:
    context: dict[str, Any] = {**admin.site.each_context(request), "title": "Republish a page", "form": form}
    return render(request, "wire/republish.html", context, status=status)
