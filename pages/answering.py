"""From a finished page to an HTTP answer that no cache may reuse without asking.

The validator is made of everything that the page shows, so of every decision behind it: where a right
ends, a hold is placed or the house changes, what is shown differs and an old validator no longer fits.
"""

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template.loader import get_template
from django.utils import translation
from django.utils.cache import get_conditional_response, patch_vary_headers

from pages.showing import Frame

# `no-cache`: keep it, but ask each time. The second is for a shared cache under a rush.
CACHE_CONTROL = "no-cache, s-maxage=1"
#: What a page looks like besides its values. New templates or sheets make new pages.
APPEARANCE = ("templates/pages", "static/pages", "pages/locale")


def answer(request: HttpRequest, template: str, *, frame: Frame, page: Any, status: int = 200) -> HttpResponseBase:
    """The page, or 304 where the reader has exactly this one. No session, no cookie, nothing personal is read."""
    etag = validator(template, frame, page)
    response = get_conditional_response(request, etag=etag) if status == 200 else None
    if response is None:
        with translation.override(frame.language):
            response = HttpResponse(get_template(template).render({"frame": frame, "page": page}), status=status)
    if status == 200:
        response["ETag"] = etag
    if page.head.robots:
        response["X-Robots-Tag"] = page.head.robots
    response["Cache-Control"] = CACHE_CONTROL if status == 200 else "no-cache"
    patch_vary_headers(response, ["Accept-Encoding"])
    return response


def validator(template: str, frame: Frame, page: Any) -> str:
    shown = repr((appearance(), template, frame, page))
    return f'"{hashlib.sha256(shown.encode()).hexdigest()[:32]}"'


@cache
def appearance() -> str:
    """A hash of templates, sheets and wording; they do not change while a process lives."""
    digest = hashlib.sha256()
    files = (file for folder in APPEARANCE for file in Path(settings.BASE_DIR, folder).rglob("*") if file.is_file())
    for file in sorted(files):
        digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()
