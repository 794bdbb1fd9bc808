"""What this process remembers of each partner's feed, so that a poll asks again only about what changed since the last.

Nothing here is true by itself: a memory is used while the database tells of no change that concerns it (`house.changes`)
and no instant has come at which time alone changes something. Forgetting all of it costs time and nothing else.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from articles import standing
from articles.vocabulary import Told
from house import changes
from house.changes import Changes
from house.lately import Lately
from rights.watched import WORK
from syndication.items import Item
from syndication.models import Offer
from syndication.watched import OFFER, PARTNER, PARTNERS

if TYPE_CHECKING:
    from syndication.feeds import Feed

#: However quiet it is, everything is looked at in full again after this.
LONGEST = timedelta(minutes=5)
#: Partners remembered; items, and their finished pieces in each format, of all partners together.
MOST, ITEMS, PIECES = 500, 1_000, 4_000


@dataclass(frozen=True)
class Recalled:
    """What is remembered, compared up to a change's number. Without a `feed` everything must be looked at; else the `touched` articles."""

    number: int
    feed: Feed | None = None
    touched: frozenset[int] = frozenset()


_feeds: Lately[int, Feed] = Lately(MOST)
_items: Lately[Hashable, Item] = Lately(ITEMS)
_pieces: Lately[Hashable, bytes] = Lately(PIECES)


def recall(partner_id: int, at: datetime) -> Recalled:
    """One query where nothing changed. The number was read before anything else is looked at, so what follows is at least as new."""
    feed = _feeds.get(partner_id)
    if feed is None:
        return Recalled(changes.last())
    told = changes.since(feed.number)
    if told.is_all or told.of(Told.EVERYWHERE):
        _items.clear()
        _pieces.clear()
    if not feed.at <= at < feed.until or _turns_everything(told, partner_id):
        return Recalled(told.number)
    return Recalled(told.number, feed, _touched(told, feed, at))


def is_overtaken(feed: Feed, article_ids: Collection[int], at: datetime) -> bool:
    """Did anything change since the feed was opened, or time pass, that may concern these articles? One query where nothing did."""
    told = changes.since(feed.number)
    if not feed.at <= at < feed.until or _turns_everything(told, feed.partner.pk):
        return True
    return not _touched(told, feed, at).isdisjoint(article_ids)


def remember(feed: Feed) -> Feed:
    return _feeds.put(feed.partner.pk, feed)


def item(key: Hashable) -> Item | None:
    """An item, if it is remembered. Its key names all that it was made from."""
    return _items.get(key)


def remember_item(key: Hashable, made: Item) -> Item:
    return _items.put(key, made)


def piece(key: Hashable) -> bytes | None:
    """A finished piece, if it is remembered. Its key names all that it was made from."""
    return _pieces.get(key)


def remember_piece(key: Hashable, finished: bytes) -> bytes:
    return _pieces.put(key, finished)


def forget_all() -> None:
    _feeds.clear()
    _items.clear()
    _pieces.clear()


def _turns_everything(told: Changes, partner_id: int) -> bool:
    """A change that may concern any article: our profile, the partner, its agreements, a name that stands on many pages."""
    return told.is_all or partner_id in told.of(PARTNER) or any(told.of(kind) for kind in (PARTNERS, Told.EVERYWHERE, "house"))


def _touched(told: Changes, feed: Feed, at: datetime) -> frozenset[int]:
    touched = set(told.of(Told.ARTICLE))
    if works := told.of(WORK):
        touched |= standing.resting_on(works, at)
    if feed.partner.pk in told.of(OFFER):
        touched |= _offered_since(feed)
    return frozenset(touched)


def _offered_since(feed: Feed) -> set[int]:
    """The articles of offers that this process has not seen: itself or another one wrote them after it looked."""
    newest = max((offer.number for offer in feed.seen.offers.values()), default=0)
    return set(Offer.objects.filter(partner=feed.partner, number__gt=newest).values_list("article_id", flat=True))
