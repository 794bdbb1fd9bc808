"""The public feeds: load what anybody may read, answer in the format that the address asks for."""

import hashlib
from datetime import datetime, timedelta

from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import http_date, parse_etags, parse_http_date_safe
from django.views.decorators.http import require_safe

from articles import addresses, published
from pages import surroundings
from pages.answering import CACHE_CONTROL
from pages.surroundings import Surroundings
from syndication import public
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
    etag = f'"{hashlib.sha256(f"{form.version} {feed.state}".encode()).hexdigest()[:40]}"'
    changed_at = _changed_at(path, etag, around.at)
    if _has_this_one(request, etag, changed_at):
        response = HttpResponse(status=304)
        del response["Content-Type"]
    else:
        response = HttpResponse(public.render(feed, addresses.absolute(path), form), content_type=form.content_type)
    return _with_headers(response, etag, changed_at, around.at)


def _changed_at(path: str, etag: str, at: datetime) -> datetime:
    """When this feed was first found to say this. Forgotten, it is now: that costs a poll, and hides no change."""
    key = f"public-feed:{hashlib.sha256(path.encode()).hexdigest()}"
    known_etag, known_at = cache.get(key, ("", None))
    if known_at and known_etag == etag:
        return known_at
    moment = max(at, known_at + timedelta(seconds=1)) if known_at else at
    cache.set(key, (etag, moment.replace(microsecond=0)), REMEMBERED_SECONDS)
    return moment.replace(microsecond=0)


def _has_this_one(request: HttpRequest, etag: str, changed_at: datetime) -> bool:
    """Does the validator name the present state? A date counts only if it is exactly the one that we gave."""
    if "If-None-Match" in request.headers:
        return etag in {tag.removeprefix("W/") for tag in parse_etags(request.headers["If-None-Match"])}
    since = parse_http_date_safe(request.headers.get("If-Modified-Since", ""))
    return since is not None and since == int(changed_at.timestamp())


def _with_headers(response: HttpResponse, etag: str, changed_at: datetime, at: datetime) -> HttpResponse:
    response["ETag"] = etag
    if changed_at + SETTLED <= at:
        response["Last-Modified"] = http_date(changed_at.timestamp())
    response["Cache-Control"] = CACHE_CONTROL
    response["Vary"] = "Accept-Encoding"
    # Search engines find the stories on their pages; some may not be found at all.
    response["X-Robots-Tag"] = "noindex"
    return response
