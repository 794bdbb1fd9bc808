"""The processor time that one partner's feed takes after a story was published anew: the look at what changed, and the document."""

import statistics
import time
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from articles import addresses, clearing, publishing
from articles.models import PublishedVersion
from articles.vocabulary import CorrectionKind
from rights.vocabulary import Basis
from syndication import documents, feeds
from syndication.formats import FORMATS
from syndication.models import Partner

FORM = FORMATS["rss"]


@dataclass(frozen=True)
class Rebuilt:
    """Medians in milliseconds of processor time: `looked` for what changed and was written, `joined` for the document."""

    looked: float
    joined: float
    items: int
    rounds: int


def measure(partner: Partner, *, clears: Any, publishes: Any, rounds: int) -> Rebuilt:
    """Update a story of our own again and again, and open the partner's feed after each time."""
    looked, joined, items = [], [], 0
    _open(partner)
    for version in _own_stories(rounds):
        clearing.clear(version.article_id, by=clears, at=timezone.now())
        publishing.correct(version.article_id, by=publishes, at=timezone.now(), kind=CorrectionKind.UPDATE, note="Measured again.")
        began = time.process_time()
        feed = feeds.open_feed(partner, at=timezone.now())
        halfway = time.process_time()
        assert feed is not None
        documents.newest(feed, addresses.absolute("/"), FORM)
        joined.append(time.process_time() - halfway)
        looked.append(halfway - began)
        items = len(feed.offered)
    return Rebuilt(1000 * statistics.median(looked), 1000 * statistics.median(joined), items, rounds)


def _open(partner: Partner) -> None:
    feed = feeds.open_feed(partner, at=timezone.now())
    if feed:
        documents.newest(feed, addresses.absolute("/"), FORM)


def _own_stories(number: int) -> list[PublishedVersion]:
    shown = PublishedVersion.objects.visible(timezone.now()).usable().filter(work__basis=Basis.OWN_STAFF)
    return list(shown.order_by("-visible_from", "-pk")[:number])
