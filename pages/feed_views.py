"""The public feeds: load what anybody may read, answer in the format that the address asks for."""

import hashlib
from datetime import datetime, timedelta
from functools import partial

from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import http_date
from django.views.decorators.http import require_safe

from articles import addresses, published
from pages import surroundings
from pages.answering import CACHE_CONTROL
from pages.surroundings import Surroundings
from syndication import answering, public
from syndication.answering import Document
from syndication.formats import FORMATS, Format
from syndication.public import Subject

#: Two states within a second would bear one date: none is given before it is past doubt.
SETTLED = timedelta(seconds=2)
REMEMBERED_SECONDS = 30 * 24 * 3600


@require_safe
def newest(request: HttpRequest, extension: str) -> HttpResponse:
    around = surroundings.load(timezone.now())
    return _answer(request, Subject("/"), addresses.newest_feed(extension), FORMATS[extension], around)


@require_safe
def section(request: HttpRequest, slug: str, extension: str) -> HttpResponse:
    around = surroundings.load(timezone.now())
    name = next((name for name, known in around.sections if known == slug), None)
    if name is None:
        raise Http404
    subject = Subject(addresses.section(slug), name, section=slug)
    return _answer(request, subject, addresses.feed_under(subject.page_url, extension), FORMATS[extension], around)


@require_safe
def author(request: HttpRequest, slug: str, extension: str) -> HttpResponse:
    """Not found while nothing may be shown, as the page: a name alone can give away what is coming."""
    around = surroundings.load(timezone.now())
    card = published.author_card(slug)
    if card is None:
        raise Http404
    subject = Subject(addresses.author(slug), card.name, author=slug)
    return _answer(request, subject, addresses.feed_under(subject.page_url, extension), FORMATS[extension], around)


@require_safe
def tag(request: HttpRequest, slug: str, extension: str) -> HttpResponse:
    """Not found while nothing may be shown, as the page."""
    around = surroundings.load(timezone.now())
    subject = Subject(addresses.tag(slug), tag=slug)
    return _answer(request, subject, addresses.feed_under(subject.page_url, extension), FORMATS[extension], around)


def _answer(request: HttpRequest, subject: Subject, path: str, form: Format, around: Surroundings) -> HttpResponse:
    feed = public.open_feed(subject, around.house, at=around.at)
    if (subject.tag or subject.author) and not feed.shown:
        raise Http404
    document = Document(
        words=(form.version, feed.state),
        content_type=form.content_type,
        changed_at=_changed_at(path, f"{form.version} {feed.state}", around.at),
        number=0,
        until=around.at,
        write=partial(public.render, feed, addresses.absolute(path), form),
    )
    return answering.sent(request, document, _headers(document.changed_at, around.at))


def _changed_at(path: str, state: str, at: datetime) -> datetime:
    """When this feed was first found to say this. Forgotten, it is now: that costs a poll, and hides no change."""
    key = f"public-feed:{hashlib.sha256(path.encode()).hexdigest()}"
    known_state, known_at = cache.get(key, ("", None))
    if known_at and known_state == state:
        return known_at
    moment = (max(at, known_at + timedelta(seconds=1)) if known_at else at).replace(microsecond=0)
    cache.set(key, (state, moment), REMEMBERED_SECONDS)
    return moment


def _headers(changed_at: datetime | None, at: datetime) -> dict[str, str]:
    # Search engines find the stories on their pages; some may not be found at all.
    headers = {"Cache-Control": CACHE_CONTROL, "Vary": "Accept-Encoding", "X-Robots-Tag": "noindex"}
    if changed_at and changed_at + SETTLED <= at:
        headers["Last-Modified"] = http_date(changed_at.timestamp())
    return headers
