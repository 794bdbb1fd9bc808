"""The partners' door: a token's address in, that partner's feed out. No session, no cookie, nothing kept by caches between."""

import hashlib
from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import http_date, parse_etags, parse_http_date_safe
from django.views.decorators.http import require_safe

from articles import addresses
from syndication import access, documents, feeds
from syndication.feeds import Feed
from syndication.formats import FORMATS, Format


@require_safe
def latest(request: HttpRequest, token: str, extension: str) -> HttpResponse:
    """The newest of what this partner may have. 404 for a token that is unknown, revoked or expired, and for one stopped long ago."""
    at = timezone.now()
    partner = access.partner_for(token, at)
    feed = feeds.open_feed(partner, at=at) if partner else None
    if feed is None:
        raise Http404
    form = FORMATS[extension]
    etag = _etag(feed, token, form)
    if _has_this_one(request, etag, feed.changed_at):
        response = HttpResponse(status=304)
        del response["Content-Type"]
    else:
        address = addresses.absolute(addresses.partner_feed(token, extension=extension))
        response = HttpResponse(documents.whole(feed, address, form), content_type=form.content_type)
    return _with_headers(response, etag, feed.changed_at, at)


def _etag(feed: Feed, token: str, form: Format) -> str:
    # The token stands in the feed's own link, so two tokens of one partner get two documents.
    words = f"{form.version} {feed.signature} {access.hash_of(token)}"
    return f'"{hashlib.sha256(words.encode()).hexdigest()[:40]}"'


def _has_this_one(request: HttpRequest, etag: str, changed_at: datetime) -> bool:
    """Does the validator name the present state? `*` names none, and a date counts only if it is exactly the one we gave."""
    if "If-None-Match" in request.headers:
        return etag in {tag.removeprefix("W/") for tag in parse_etags(request.headers["If-None-Match"])}
    since = parse_http_date_safe(request.headers.get("If-Modified-Since", ""))
    return since is not None and since == int(changed_at.timestamp())


def _with_headers(response: HttpResponse, etag: str, changed_at: datetime, at: datetime) -> HttpResponse:
    response["ETag"] = etag
    if changed_at <= at:
        # A change that came within a second of another is dated ahead; no date is given before it has come.
        response["Last-Modified"] = http_date(changed_at.timestamp())
    response["Cache-Control"] = "private, no-cache"
    response["Vary"] = "Accept-Encoding"
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "no-referrer"
    return response
