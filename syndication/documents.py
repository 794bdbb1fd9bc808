"""A partner's feed as finished bytes: each item written once and kept, then joined.

A piece is kept under everything it was made from: the version, what was decided about it, how much of it goes, our
profile, the format. So it is the same bytes for every partner in whose case all that is the same, and none can have
another's. Where a piece is missing, rights are asked once more for its text.
"""

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import replace
from uuid import NAMESPACE_URL, uuid5

from articles import addresses
from house.models import House
from syndication import building, items, memory, trials
from syndication.building import built
from syndication.channel import Channel
from syndication.feeds import Feed
from syndication.formats import Format
from syndication.models import Offer, TrialItem
from syndication.paging import Page
from syndication.survey import Survey


def newest(feed: Feed, self_url: str, form: Format) -> bytes:
    """The feed's newest page, with all that is told to be gone."""
    channel = _channel(feed, self_url)
    told = (*articles(feed.offered, feed.seen, feed.house, form), *removals(feed.removed, form))
    return form.document(channel, [*_trial(feed.trial, feed.house, form), *told])


def page(feed: Feed, found: Page, self_url: str, next_url: str, form: Format) -> bytes:
    """One page of everything, by order of becoming available."""
    channel = replace(_channel(feed, self_url), next_url=next_url)
    told = (*articles(found.offered, found.seen, feed.house, form), *removals(found.removed, form))
    return form.document(channel, [*told, *_trial(found.trial, feed.house, form)])


def articles(offered: Iterable[Offer], seen: Survey, house: House | None, form: Format) -> Iterator[bytes]:
    """The pieces of these offers, in their order; none for one that does not meet its duties."""
    keyed = {offer.version_id: _key(offer, seen, house, form) for offer in offered}
    found = {pk: piece for pk, key in keyed.items() if (piece := memory.piece(key)) is not None}
    for pk, item in built([pk for pk in keyed if pk not in found], seen, house).items():
        found[pk] = memory.remember_piece(keyed[pk], form.fragment(item))
    return (found[pk] for pk in keyed if pk in found)


def leaving(offered: Iterable[Offer], seen: Survey, house: House | None, form: Format) -> list[Offer]:
    """Those of these offers of which a piece stands in what was written just now."""
    rows = list(offered)
    unknown = {offer.version_id for offer in rows if memory.piece(_key(offer, seen, house, form)) is None}
    left_out = unknown - built(unknown, seen, house).keys()
    return [offer for offer in rows if offer.version_id not in left_out]


def removals(removed: Iterable[Offer], form: Format) -> Iterator[bytes]:
    return (form.fragment(items.withdrawn(offer.article.urn, offer.at)) for offer in removed)


def _trial(row: TrialItem | None, house: House | None, form: Format) -> list[bytes]:
    return [form.fragment(trials.item(row, house))] if row else []


def _key(offer: Offer, seen: Survey, house: House | None, form: Format) -> Hashable:
    return (building.key(offer.version_id, offer.article_id, seen, house), form.extension, form.version)


def _channel(feed: Feed, self_url: str) -> Channel:
    house, partner = feed.house, feed.partner
    name = house.name if house else "Newsroom"
    return Channel(
        title=f"{name} for {partner.name}",
        link=addresses.absolute("/"),
        description=f"What {name} supplies to {partner.name}. Each item states its own rights.",
        self_url=self_url,
        language=house.default_language if house else "en",
        copyright="Each item names its own holder and terms.",
        changed_at=feed.changed_at,
        publisher=name,
        id=uuid5(NAMESPACE_URL, addresses.absolute(f"/partners/{partner.slug}/")).urn,
    )
