"""The desk's page Republish: parse the form, call the intake, lead on to the draft."""

from datetime import datetime
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.html import format_html
from django.views.decorators.http import require_http_methods

from articles import addresses, overlap, overlap_sides, recognising, roles
from articles.refusals import Refused
from articles.vocabulary import WITHDRAWN, Act
from house import limits
from house.outgoing import FetchRefused
from wire import intake
from wire.example import EXAMPLE
from wire.formats.found import Unreadable
from wire.forms import DespiteForm, RepublishForm
from wire.loops import ComesBack

FETCHES_AN_HOUR = 60


@require_http_methods(["GET", "POST"])
def republish(request: HttpRequest) -> HttpResponse:
    """GET shows the form, with `?example` an example paste in it; POST makes the draft or shows the form with what was typed."""
    if not roles.may(request.user, Act.CREATE_DRAFT):
        raise PermissionDenied
    if request.method == "GET":
        return _page(request, RepublishForm(initial={"text": EXAMPLE} if "example" in request.GET else None))
    form, why = RepublishForm(request.POST, request.FILES), DespiteForm(request.POST)
    if not form.is_valid():
        return _page(request, form, status=422)
    try:
        taken = _take(request, form, why)
    except ComesBack as refusal:
        return _page(request, form, status=422, **_recognised(request, refusal, why, has_file=_given(form) == "file"))
    if taken is None:
        return _page(request, form, status=422)
    _tell(request, taken)
    return redirect(addresses.desk_article(taken.article.pk))


def _take(request: HttpRequest, form: RepublishForm, why: DespiteForm) -> intake.Taken | None:
    """The draft, or None with the reason as an error at the field that it belongs to. Raises ComesBack."""
    at = timezone.now()
    try:
        material = form.material() or fetch(request, form.cleaned_data["address"], at)
        return intake.republish(material, by=request.user, at=at, despite=why.despite())
    except ComesBack:
        raise
    except Unreadable as refusal:
        form.add_error(_given(form), str(refusal))
    except FetchRefused as refusal:
        form.add_error("address", str(refusal))
    except Refused as refusal:
        form.add_error(_given(form), str(refusal))
    return None


def _tell(request: HttpRequest, taken: intake.Taken) -> None:
    if taken.is_new:
        messages.success(request, "The draft is made. Below is what still stands between it and publishing.")
    elif taken.article.state in WITHDRAWN:
        messages.warning(request, f"This very page is here already, and its story is {taken.article.get_state_display().lower()}.")
    else:
        messages.info(request, "This very page is here already. This is the draft that was made from it.")
    for line in taken.notices:
        messages.warning(request, format_html('{} <a href="{}">Open it</a>.', line, line.url) if line.url else str(line))


def _recognised(request: HttpRequest, refusal: ComesBack, why: DespiteForm, *, has_file: bool) -> dict[str, Any]:
    """What the page shows of stories that we have: each with its link, both texts, and, to whoever may, the question why all the same."""
    if why.is_valid() and why.despite() and not why.cleaned_data["reason"].strip():
        why.add_error("reason", "Say in a sentence why it is taken in.")
    may_take = refusal.may_be_taken and roles.may(request.user, Act.TAKE_IN_AGAIN)
    return {
        "refusal": refusal,
        "has_file": has_file,
        "why": why if may_take else None,
        "named": ",".join(map(str, refusal.articles)),
        **_side_by_side(refusal),
    }


def _side_by_side(refusal: ComesBack) -> dict[str, Any]:
    """The first of them that shares words, where this person may open it."""
    for line in refusal.lines:
        if line.article and line.found and line.found.sameness.words:
            found = overlap.measure(refusal.text, recognising.words_of(line.found), ours_is_html=True)
            return {"theirs": overlap_sides.theirs(found, refusal.text), "ours": overlap_sides.ours(found)}
    return {}


def fetch(request: HttpRequest, address: str, at: datetime) -> intake.Material:
    """The page at an address, counted against this person's hour."""
    left = limits.hit("republish-fetch", str(request.user.pk), limit=FETCHES_AN_HOUR, window_seconds=3600, at=at)
    if left.is_over:
        raise Unreadable("too_many", "address", "You fetched many pages this hour. Wait a little, or paste the page instead.")
    return intake.fetched(address, by=request.user, at=at)


def _given(form: RepublishForm) -> str:
    return "file" if form.cleaned_data.get("file") else "address" if form.cleaned_data.get("address") else "text"


def _page(request: HttpRequest, form: RepublishForm, *, status: int = 200, **more: Any) -> HttpResponse:
    context: dict[str, Any] = {**admin.site.each_context(request), "title": "Republish a page", "form": form, **more}
    return render(request, "wire/republish.html", context, status=status)
