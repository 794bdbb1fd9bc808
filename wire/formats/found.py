"""What a reader found in a page, and how it says that it can't read one."""

from dataclasses import dataclass, field
from datetime import datetime

from rights.terms import Reading


@dataclass(frozen=True)
class Named:
    """One credited name. `kind` is person or institution."""

    name: str
    kind: str = "person"


@dataclass(frozen=True)
class Found:
    """Claims, all of them. What the page does not say is "" or None, and never made up.

    `text` is the whole text in which the proposals of `reading` count their characters; `terms` its small print.
    `licence_url` is what the markup links as the page's licence.
    """

    headline: str
    body_html: str
    text: str
    reading: Reading
    authors: tuple[Named, ...] = field(default=())
    source_name: str = ""
    site_url: str = ""
    original_url: str = ""
    language: str = ""
    published_claim: datetime | None = None
    licence_url: str = ""
    terms: str = ""

    @property
    def holder(self) -> str:
        """Who the small print says holds the rights, "" if it does not."""
        return self.reading.holder


class Unreadable(Exception):
    """The material is no article that we can read. `str()` is a whole sentence for an editor."""

    def __init__(self, code: str, field: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.field = field
