"""A partner's document as an HTTP answer: validators, 304, the coding it is sent in, the headers of something private.

Nothing here knows whose it is or what stands in it.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.utils.http import http_date, parse_etags, parse_http_date_safe

from house import encoding, ready

SUFFIXES = {"": "", "gzip": "-gz", "br": "-br"}


@dataclass(frozen=True)
class Document:
    """`words` name everything that its bytes are made from, `write` makes them. True up to the change `number` and before `until`.

    `changed_at` is None where nobody notes when it came to say something else: then only the tag is a validator.
    """

    words: tuple[str, ...]
    content_type: str
    changed_at: datetime | None
    number: int
    until: datetime
    write: Callable[[], bytes]
    links: tuple[tuple[str, str], ...] = ()

    @property
    def tag(self) -> str:
        return hashlib.sha256("\n".join(self.words).encode()).hexdigest()[:40]


def answer(request: HttpRequest, document: Document, *, at: datetime, vary: str = "Accept-Encoding") -> HttpResponse:
    """The document, or 304 for one who holds exactly this, which the event loop may say again while it is true."""
    headers = _headers(document, at, vary)
    etag = etag_for(request, document)
    ready.keep(
        request.get_full_path(),
        request.headers.get("Authorization", ""),
        etag=etag,
        headers=(headers | {"ETag": etag}).items(),
        number=document.number,
        until=document.until,
    )
    return sent(request, document, headers)


def sent(request: HttpRequest, document: Document, headers: dict[str, str]) -> HttpResponse:
    """The document with these headers in the coding that was asked for, or 304. Each coding has a validator of its own."""
    headers = headers | {"ETag": etag_for(request, document)}
    if _has_this_one(request, document):
        response = HttpResponse(status=304, headers=headers)
        del response["Content-Type"]
        return response
    body, coding = document.write(), _coding(request)
    if coding and len(body) >= encoding.WORTH_BYTES:
        body = encoding.encode(body, coding)
        headers |= {"Content-Encoding": coding}
    return HttpResponse(body, content_type=document.content_type, headers=headers)


def etag_for(request: HttpRequest, document: Document) -> str:
    return f'"{document.tag}{SUFFIXES[_coding(request)]}"'


def _coding(request: HttpRequest) -> str:
    return encoding.accepted(request.headers.get("Accept-Encoding", ""))


def _headers(document: Document, at: datetime, vary: str) -> dict[str, str]:
    headers = {
        "Cache-Control": "private, no-cache",
        "Vary": vary,
        "X-Robots-Tag": "noindex",
        "Referrer-Policy": "no-referrer",
    }
    if document.changed_at and document.changed_at <= at:
        # A change that came within a second of another is dated ahead; no date is given before it has come.
        headers["Last-Modified"] = http_date(document.changed_at.timestamp())
    if document.links:
        headers["Link"] = ", ".join(f'<{address}>; rel="{rel}"' for rel, address in document.links)
    return headers


def _has_this_one(request: HttpRequest, document: Document) -> bool:
    """Does the validator name the present state, in any coding? `*` names none, and a date counts only if it is exactly the one we gave."""
    if "If-None-Match" in request.headers:
        given = {tag.removeprefix("W/").strip('"') for tag in parse_etags(request.headers["If-None-Match"])}
        return any(document.tag + suffix in given for suffix in SUFFIXES.values())
    since = parse_http_date_safe(request.headers.get("If-Modified-Since", ""))
    return since is not None and document.changed_at is not None and since == int(document.changed_at.timestamp())
