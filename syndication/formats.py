"""The formats of feeds in one table, by the ending of an address. Whoever sends a feed looks here and never branches by format.

To add one: a module with a pure `fragment` and `document`, and a line below.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from syndication import atom, json_feed, rss
from syndication.channel import Channel
from syndication.items import Item


@dataclass(frozen=True)
class Format:
    """`version` changes with every change of what is written, so validators contain it.

    `fragment` writes one item and is pure, so its bytes may be kept; `document` joins what is written already.
    """

    extension: str
    name: str
    media_type: str
    version: str
    fragment: Callable[[Item], bytes]
    document: Callable[[Channel, Iterable[bytes]], bytes]

    @property
    def content_type(self) -> str:
        return f"{self.media_type}; charset=utf-8"

    def write(self, channel: Channel, items: Iterable[Item]) -> bytes:
        """The whole feed, in UTF-8."""
        return self.document(channel, map(self.fragment, items))


FORMATS = {
    one.extension: one
    for one in (
        Format("rss", "RSS", rss.MEDIA_TYPE, rss.FORMAT, rss.fragment, rss.document),
        Format("atom", "Atom", atom.MEDIA_TYPE, atom.FORMAT, atom.fragment, atom.document),
        Format("json", "JSON", json_feed.MEDIA_TYPE, json_feed.FORMAT, json_feed.fragment, json_feed.document),
    )
}
