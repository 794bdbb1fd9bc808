"""What is checked: the form of an output, what is known besides its bytes, and what was found. Pure."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from rights.facts import Duty


class Form(StrEnum):
    """The four forms in which a work leaves: as our page, in a feed, in a mail, pasted into somebody's page."""

    PAGE = "page"
    FEED_ITEM = "feed_item"
    MAIL = "mail"
    SNIPPET = "snippet"


@dataclass(frozen=True)
class Owed:
    """What the record knows besides the bytes. An empty duty takes its value from here.

    `is_altered`: our text is not the original's. `pictures`: addresses of those that are cleared for this output.
    `robots`: what the answer's X-Robots-Tag says. `corrections`: every one so far. `ended_at`: when the right to use
    it ended, by date or by notice; None while it lasts. `is_report_overdue`: a use that had to be reported was not.
    """

    base_url: str = ""
    author: str = ""
    source: str = ""
    copyright_line: str = ""
    original_url: str = ""
    licence_url: str = ""
    contact: str = ""
    changes: str = ""
    is_altered: bool = False
    pictures: frozenset[str] = frozenset()
    robots: str = ""
    corrections: tuple[str, ...] = ()
    is_report_overdue: bool = False
    ended_at: datetime | None = None
    at: datetime | None = None


@dataclass(frozen=True)
class Finding:
    """One duty in one output. `seen` are the words or the address that meet it, "" where it asks for nothing visible here."""

    duty: Duty
    is_met: bool
    seen: str = ""
