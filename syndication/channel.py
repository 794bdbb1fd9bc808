"""A feed itself, whatever the format. Pure."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Channel:
    """What stands above the items. `changed_at` is when the feed last came to say something else.

    `self_url` is where this very document is, `next_url` where the items after it are, "" after the last. `id` stays the same
    for all pages, formats and addresses of one feed; "" where the feed has one address only, which then is it.
    """

    title: str
    link: str
    description: str
    self_url: str
    language: str
    copyright: str
    changed_at: datetime
    publisher: str = ""
    next_url: str = ""
    id: str = ""
