"""Answers that need no thinking: "you have it already", given on the event loop while nothing has changed.

Whoever has made an answer with a validator may `keep` it for its address. It is given again only to one who names that
validator, with the same credentials, until its time is over or anything has changed that an answer may rest on.
"""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from .lately import Lately
from .watching import Watch, watch

#: How many are kept by one server process.
MOST = 10_000
#: However long nothing changes, an answer is thought about again after this.
LONGEST_SECONDS = 20.0

Headers = list[tuple[bytes, bytes]]


@dataclass(frozen=True)
class Kept:
    """`number` is the change up to which it is true, `until` the instant (of the clock) up to which it is."""

    etag: bytes
    headers: Headers
    number: int
    until: float


#: By the path with its query, and the credentials.
_kept: Lately[tuple[bytes, bytes], Kept] = Lately(MOST)


def keep(path: str, authorization: str, *, etag: str, headers: Iterable[tuple[str, str]], number: int, until: datetime | None) -> None:
    """Keep the 304 for an address (with its query). `headers` are those of a 304; `number` was read before the answer was made."""
    ends = min(until.timestamp() if until else float("inf"), time.time() + LONGEST_SECONDS)
    raw = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers]
    key = (path.encode("latin-1", "replace"), authorization.encode("latin-1", "replace"))
    _kept.put(key, Kept(etag.encode("latin-1"), raw, number, ends))


def forget_all() -> None:
    _kept.clear()


def reader() -> Callable[[dict[str, Any]], Headers | None]:
    """A function from an ASGI scope to the headers of the 304 that may be given now, or None. For one event loop."""
    changes: Watch | None = None

    def read(scope: dict[str, Any]) -> Headers | None:
        nonlocal changes
        if not _kept or scope["method"] not in ("GET", "HEAD"):
            return None
        kept = _asked_for(scope)
        if kept is None or time.time() >= kept.until:
            return None
        changes = changes or watch()
        return kept.headers if changes.number() == kept.number else None

    return read


def _asked_for(scope: dict[str, Any]) -> Kept | None:
    wanted = authorization = b""
    for name, value in scope["headers"]:
        if name == b"if-none-match":
            wanted = value
        elif name == b"authorization":
            authorization = value
    if not wanted:
        return None
    query = scope["query_string"]
    kept = _kept.get((scope["raw_path"] + b"?" + query if query else scope["raw_path"], authorization))
    # Only the plain form, as a machine repeats it; lists and weak tags are for the view.
    return kept if kept and kept.etag == wanted.strip() else None
