"""A place in a list that runs from the newest version to the oldest, as an address can carry it.

Pure. It stays where it is when versions come and go, as a page's number would not.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Self

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_WRITTEN = re.compile(r"([0-9]{1,17})-([0-9]{1,18})")


@dataclass(frozen=True)
class Place:
    """Beside the version that became visible at `at` and has this id."""

    at: datetime
    version_id: int

    def __str__(self) -> str:
        return f"{(self.at - _EPOCH) // timedelta(microseconds=1)}-{self.version_id}"

    @classmethod
    def read(cls, written: str) -> Self | None:
        """None for anything that `str` did not write."""
        found = _WRITTEN.fullmatch(written)
        try:
            return cls(_EPOCH + timedelta(microseconds=int(found[1])), int(found[2])) if found else None
        except OverflowError:
            return None
