"""How often may this be tried? Counts in fixed windows, in the cache that all server processes share.

For forms, tokens and log-ins. It slows people down; it is no proof of anything: the cache may forget.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from django.core.cache import cache

from .instants import aware


@dataclass(frozen=True)
class Left:
    """What is left after a try. `retry_after_seconds` is None while it may go on, else how long to wait."""

    tries: int
    retry_after_seconds: int | None = None

    @property
    def is_over(self) -> bool:
        return self.retry_after_seconds is not None


def hit(name: str, key: str, *, limit: int, window_seconds: int, at: datetime) -> Left:
    """Count one try of `name` by `key` (an address, a token) and say whether it is still within the limit.

    The first `limit` tries of a window are. Raises ValueError if `at` is naive.
    """
    window, into = divmod(int(aware(at).timestamp()), window_seconds)
    # Hashed: readers' addresses and partners' tokens do not belong into a cache table in the clear.
    counter = f"limit:{name}:{hashlib.sha256(key.encode('utf-8', 'replace')).hexdigest()[:32]}:{window}"
    # Kept for two windows, so that the cache's own clock may differ a little from ours.
    cache.add(counter, 0, timeout=2 * window_seconds)
    try:
        tries = cache.incr(counter)
    except ValueError:
        tries = 1  # dropped between the two calls; counting starts again
    return Left(max(0, limit - tries), None if tries <= limit else window_seconds - into)
