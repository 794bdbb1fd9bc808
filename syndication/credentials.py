"""What a machine shows at the partners' door: a token in the address, or HTTP credentials. And how often it may show a wrong one.

They are read in `authorization` and judged in `access`.
"""

from dataclasses import dataclass
from datetime import datetime

from allauth.account.adapter import get_adapter
from django.http import HttpRequest, HttpResponse

from house import limits
from syndication import access
from syndication.access import Asker
from syndication.authorization import NOTHING, Shown

#: Wrong ones from one address. A machine that polls each minute with a token that has ended stays below.
WRONG_ONES, WINDOW_SECONDS = 30, 600
CHALLENGE = 'Basic realm="Partner feeds", charset="UTF-8", Bearer realm="Partner feeds"'


@dataclass(frozen=True)
class Guessing(Exception):
    """Too many wrong ones came from this address."""

    retry_after_seconds: int


def asker(request: HttpRequest, shown: Shown, *, at: datetime) -> Asker | None:
    """Who asks; None for wrong credentials, which are counted. Raises Guessing when there were too many.

    Right ones always open: somebody else behind the same address may have guessed.
    """
    found = access.asker_for(shown.token, at, slug=shown.slug)
    if found is None and shown != NOTHING:
        client = get_adapter(request).get_client_ip(request)
        left = limits.hit("feed-token", client, limit=WRONG_ONES, window_seconds=WINDOW_SECONDS, at=at)
        if left.retry_after_seconds is not None:
            raise Guessing(left.retry_after_seconds)
    return found


def unknown() -> HttpResponse:
    """401: none came, or wrong ones."""
    words = "This feed needs credentials: the partner's short name and a token by HTTP Basic, or the token as Bearer.\n"
    return _closed(words, 401, {"WWW-Authenticate": CHALLENGE})


def too_many(guessing: Guessing) -> HttpResponse:
    words = "Too many wrong tokens came from your address. Wait, then check the token with us.\n"
    return _closed(words, 429, {"Retry-After": str(guessing.retry_after_seconds)})


def _closed(words: str, status: int, headers: dict[str, str]) -> HttpResponse:
    always = {"Cache-Control": "private, no-store", "Vary": "Authorization", "Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex"}
    return HttpResponse(words, status=status, content_type="text/plain; charset=utf-8", headers={**always, **headers})
