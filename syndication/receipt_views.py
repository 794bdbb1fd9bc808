"""The page behind the link in a letter about a correction or a removal. GET shows, only POST confirms, once.

Whoever holds the link needs no account, and sees this one story's headline and what became of it, nothing else.
"""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from articles.refusals import FormRefused
from house import limits, link_pages, links
from house.models import House
from house.profile import zone_of
from syndication import receipts
from syndication.models import Lapse, Receipt
from syndication.receipt_forms import ConfirmForm

#: More than any partner needs, far less than guessing a signature takes.
TRIES, WINDOW_SECONDS = 60, 600
TOO_MANY = ("Too many tries", "Wait ten minutes, then open the link again.")
OFFERED_AGAIN = ("There is nothing to do", "The story is offered again: take it from your feed as it is now.")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def receipt(request: HttpRequest, token: str) -> HttpResponse:
    at = timezone.now()
    if limits.hit("receipt", request.META.get("REMOTE_ADDR", ""), limit=TRIES, window_seconds=WINDOW_SECONDS, at=at).is_over:
        return _says(request, *TOO_MANY, 429)
    try:
        row, address = receipts.opened(token, at=at)
    except links.LinkForged as forged:
        return _says(request, "This link opens nothing", forged.message, 404)
    except links.LinkExpired as expired:
        return _says(request, "This link has ended", expired.message, 410)
    with timezone.override(zone_of(House.objects.in_force(at))):
        return _settled(request, row) or _page(request, row, address, at)


def _settled(request: HttpRequest, row: Receipt) -> HttpResponse | None:
    if row.lapsed_because == Lapse.OFFERED_AGAIN:
        return _says(request, *OFFERED_AGAIN, 200)
    if row.confirmed_at:
        when = timezone.localtime(row.confirmed_at)
        return _says(request, "Thank you", f"This was confirmed on {when:%d %B %Y at %H:%M}. There is nothing left to do.", 200)
    return None


def _page(request: HttpRequest, row: Receipt, address: str, at: datetime) -> HttpResponse:
    form = ConfirmForm(request.POST or None, initial={"asked": row.pk})
    said: list[str] = []
    if request.method == "POST" and form.is_valid():
        try:
            _confirm(form, row, address, at)
        except FormRefused as refused:
            said = [str(one) for one in refused.obstacles]
            form = ConfirmForm(initial={**form.cleaned_data, "asked": row.pk})
        else:
            return _says(request, "Thank you", "We wrote down that it is done. There is nothing left to do.", 200)
    (asked,) = receipts.asked_about([row], at=at)
    title = "Please remove this story" if asked.is_removal else "Please correct this story"
    context = {"asked": asked, "receipt": row, "form": form, "said": said, "address": address, "title": title,
               "is_overdue": row.is_overdue(at)}  # fmt: skip
    return link_pages.show(request, "syndication/receipt.html", context, 422 if request.method == "POST" else 200)


def _confirm(form: ConfirmForm, row: Receipt, address: str, at: datetime) -> None:
    if form.cleaned_data["asked"] != row.pk:
        # They read of an earlier change than the one that a yes would be taken for.
        raise FormRefused(receipts.CHANGED)
    receipts.confirm(row.pk, name=form.cleaned_data["name"], address=address, note=form.cleaned_data["note"], at=at)


def _says(request: HttpRequest, title: str, sentence: str, status: int) -> HttpResponse:
    return link_pages.show(request, "desk/second_reading_done.html", {"title": title, "sentence": sentence}, status)
