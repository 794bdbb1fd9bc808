"""Has anything changed since? Asked on the server's event loop before a kept answer is given, so it must cost next to nothing.

On SQLite it is exact: the database file itself says whether anything at all was committed, without a query, and then the
newest change's number is read. Elsewhere a thread asks five times a second, and says nothing once its answer is old.
"""

import sqlite3
import threading
import time
from collections.abc import Callable
from typing import Protocol

from django.conf import settings
from django.db import close_old_connections, connection

from . import changes

#: How often the thread asks, and how old its answer may be.
EVERY_SECONDS, GOOD_FOR_SECONDS = 0.2, 0.6
#: The file is asked once for all requests that come within a thousandth of a second: nobody can tell them from earlier ones.
AT_ONCE_SECONDS = 0.001

NEWEST = "SELECT max(id) FROM house_change"


class Watch(Protocol):
    def number(self) -> int | None:
        """The number of the newest change, or None if nobody can say at this moment."""


class SqliteWatch:
    """A connection of its own, used on one thread only. Never waits: what can't be read at once is not known."""

    def __init__(self, path: str) -> None:
        self.connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=0, isolation_level=None, check_same_thread=False)
        self.seen: tuple[int, int] | None = None
        self.asked = 0.0

    def number(self) -> int | None:
        now = time.monotonic()
        if self.seen is not None and now - self.asked < AT_ONCE_SECONDS:
            return self.seen[1]
        self.asked = now
        try:
            (data_version,) = self.connection.execute("PRAGMA data_version").fetchone()
            if self.seen is None or self.seen[0] != data_version:
                # Read after the version: what is committed between the two makes the next version another.
                (newest,) = self.connection.execute(NEWEST).fetchone()
                self.seen = (data_version, newest or 0)
        except sqlite3.Error:
            self.seen = None
            return None
        return self.seen[1]


class PolledWatch:
    """A thread that asks over and over, begun when it is first wanted."""

    def __init__(self, ask: Callable[[], int] = changes.last) -> None:
        self.ask = ask
        self.seen: tuple[float, int] | None = None
        self.thread: threading.Thread | None = None

    def number(self) -> int | None:
        if self.thread is None or not self.thread.is_alive():
            self.thread = threading.Thread(target=self._ask_on, name="changes", daemon=True)
            self.thread.start()
        seen = self.seen
        return seen[1] if seen and time.monotonic() - seen[0] < GOOD_FOR_SECONDS else None

    def _ask_on(self) -> None:
        while True:
            asked = time.monotonic()
            close_old_connections()
            self.seen = (asked, self.ask())
            time.sleep(EVERY_SECONDS)


def watch() -> Watch:
    """The one that suits the database in use."""
    if connection.vendor == "sqlite":
        return SqliteWatch(str(settings.DATABASES["default"]["NAME"]))
    return PolledWatch()
