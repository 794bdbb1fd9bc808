"""The partners' door: a token's address in, that partner's feed out. No session, no cookie, nothing kept by caches between."""

from dataclasses import replace
from datetime import datetime
from functools import partial

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles import addresses
from syndication import accepting, credentials, cursors, deliveries, documents, feeds, paging
from syndication.access import Asker
from syndication.answering import Document, answer
from syndication.authorization import Shown, in_header
from syndication.credentials import Guessing
from syndication.feeds import Feed
from syndication.formats import FORMATS, Format
from syndication.own_page import at_the_feed
from syndication.paging import Page

#: The same address is a page for people. With credentials their header decides, too.
VARY, VARY_BY_CREDENTIALS = "Accept, Accept-Encoding", "Accept, Accept-Encoding, Authorization"


@require_safe
@deliveries.recorded
def latest(request: HttpRequest, token: str, extension: str) -> HttpResponse:
    """The newest of what this partner may have. 404 for a token that is unknown, revoked or expired, and for one stopped long ago."""
    at = timezone.now()
    try:
        asker = credentials.asker(request, Shown(token), at=at)
    except Guessing as guessing:
        return credentials.too_many(guessing)
    if asker is None:
        raise Http404
    address = addresses.absolute(addresses.partner_feed(token, extension=extension))
    return given(request, asker, address, FORMATS[extension], at=at)


@require_safe
@deliveries.recorded
def latest_by_credentials(request: HttpRequest, extension: str) -> HttpResponse:
    """The same for one who shows HTTP credentials. 401 without or with wrong ones, 404 for a partner stopped long ago."""
    at = timezone.now()
    shown = in_header(request.headers.get("Authorization", ""))
    try:
        asker = credentials.asker(request, shown, at=at)
    except Guessing as guessing:
        return credentials.too_many(guessing)
    if asker is None:
        return credentials.unknown()
    address = addresses.absolute(addresses.partner_feed(extension=extension))
    return given(request, asker, address, FORMATS[extension], at=at, vary=VARY_BY_CREDENTIALS)


def given(request: HttpRequest, asker: Asker, address: str, form: Format, *, at: datetime, vary: str = VARY) -> HttpResponse:
    """The asker's feed at this address: its newest page, or with `?since=` what came after a mark. For a browser a page to read."""
    feed = feeds.open_feed(asker.partner, at=at)
    if feed is None:
        raise Http404
    mark = request.GET.get("since")
    if mark is None and accepting.wants_page(request.headers.get("Accept", "")):
        return at_the_feed.readable(request, asker, feed, vary=vary, at=at)
    found: Feed | Page = feed
    if mark is None:
        document = _newest(feed, address, form)
    else:
        try:
            number = cursors.read(mark, feed.partner.pk, at=at)
        except cursors.Unusable as unusable:
            return _refused(unusable, address)
        found = paging.after(feed, number, at=at)
        document = _page(feed, found, f"{address}?since={mark}", address, form, at)
    if request.method == "GET":
        # Who asks only for the head takes nothing.
        document = replace(document, write=partial(deliveries.hand_over, document.write, asker, feed, found, form))
    # "Unchanged" may be said for this address until then without asking whose it is.
    return answer(request, replace(document, until=min(document.until, asker.until or document.until)), at=at, vary=vary)


def _newest(feed: Feed, address: str, form: Format) -> Document:
    return Document(
        words=(form.version, feed.signature, address),
        content_type=form.content_type,
        changed_at=feed.changed_at,
        number=feed.number,
        until=feed.until,
        write=partial(documents.newest, feed, address, form),
        links=(("first", _since(address, cursors.START)),),
    )


def _page(feed: Feed, found: Page, self_url: str, address: str, form: Format, at: datetime) -> Document:
    next_url = _since(address, cursors.make(feed.partner.pk, found.last, at=at)) if found.last else ""
    turn = feeds.turn(found.seen, found.removed, at, found.trial)
    return Document(
        words=(form.version, _signature(feed, found), self_url, next_url),
        content_type=form.content_type,
        changed_at=None,
        number=feed.number,
        until=min(feed.until, turn) if turn else feed.until,
        write=partial(documents.page, feed, found, self_url, next_url, form),
        links=(("next", next_url), ("current", address)) if next_url else (("current", address),),
    )


def _signature(feed: Feed, found: paging.Page) -> str:
    return feeds.signature(feed.partner, feed.house, found.offered, found.removed, found.trial, feed.around)


def _since(address: str, mark: str) -> str:
    return f"{address}?since={mark}"


def _refused(unusable: cursors.Unusable, address: str) -> HttpResponse:
    """As RFC 9457 tells of problems, with the address at which to start again."""
    restart = _since(address, cursors.START)
    problem = {
        "title": unusable.sentence,
        "detail": unusable.remedy,
        "status": 410 if unusable.fault is cursors.Fault.EXPIRED else 400,
        "error": unusable.fault,
        "restart": restart,
    }
    headers = {"Link": f'<{restart}>; rel="first"', "Cache-Control": "private, no-store", "Referrer-Policy": "no-referrer"}
    return JsonResponse(problem, status=problem["status"], content_type="application/problem+json", headers=headers)
