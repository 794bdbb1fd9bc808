"""The feed of one partner: what it may have now, asked again at each request, and what it is told to remove."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from django.conf import settings
from django.db import transaction

from articles import addresses, published
from house.models import House
from rights.decision import POLICY_VERSION
from rights.vocabulary import Part, Use
from syndication import items, offers, survey
from syndication.channel import Channel
from syndication.formats import Format
from syndication.items import Item
from syndication.models import KEPT, FeedState, Offer, OfferKind, Partner
from syndication.survey import Survey


@dataclass(frozen=True)
class Feed:
    """What the feed says now. `offered` are the newest offers that stand, newest first; `removed` what is told to be gone.

    `signature` is another one whenever anything in the feed is; `changed_at` when we found it so.
    """

    seen: Survey
    house: House | None
    offered: tuple[Offer, ...]
    removed: tuple[Offer, ...]
    signature: str
    changed_at: datetime


def open_feed(partner: Partner, *, at: datetime) -> Feed | None:
    """The partner's feed at this moment; None for one that was stopped more than thirty days ago."""
    if partner.has_lapsed(at):
        return None
    seen = offers.bring_up_to_date(partner, at=at)
    house = House.objects.in_force(at)
    standing = sorted(seen.offers.values(), key=lambda offer: -offer.number)
    offered = tuple(offer for offer in standing if _is_shown(offer, seen))[: survey.PAGE]
    removed = tuple(offer for offer in standing if offer.kind == OfferKind.WITHDRAWN and offer.at > at - KEPT)
    signature = _signature(partner, house, offered, removed)
    return Feed(seen, house, offered, removed, signature, _changed_at(partner, signature, at))


def render(feed: Feed, self_url: str, form: Format) -> bytes:
    """The document. Rights are asked once more for each text that goes out."""
    name = feed.house.name if feed.house else "Newsroom"
    partner = feed.seen.partner
    channel = Channel(
        title=f"{name} for {partner.name}",
        link=addresses.absolute("/"),
        description=f"What {name} supplies to {partner.name}. Each item states its own rights.",
        self_url=self_url,
        language=feed.house.default_language if feed.house else "en",
        copyright="Each item names its own holder and terms.",
        changed_at=feed.changed_at,
        publisher=name,
        id=uuid5(NAMESPACE_URL, addresses.absolute(f"/partners/{partner.slug}/")).urn,
    )
    return form.write(channel, [*_articles(feed), *(items.withdrawn(offer.article.urn, offer.at) for offer in feed.removed)])


def _articles(feed: Feed) -> Iterator[Item]:
    seen = feed.seen
    shown = published.by_ids([offer.version_id for offer in feed.offered], Use.SYNDICATE, seen.recipient, at=seen.at, context=seen.context)
    found = {one.version_id: items.build(one, _part(one.article_id, seen), feed.house) for one in shown}
    return (item for offer in feed.offered if (item := found.get(offer.version_id)))


def _part(article_id: int, seen: Survey) -> Part | None:
    return seen.standing[article_id].part


def _is_shown(offer: Offer, seen: Survey) -> bool:
    standing = seen.standing.get(offer.article_id)
    return offer.kind != OfferKind.WITHDRAWN and standing is not None and standing.is_supplied


def _signature(partner: Partner, house: House | None, offered: tuple[Offer, ...], removed: tuple[Offer, ...]) -> str:
    """A hash over all that the answer depends on, so that no validator outlives a decision."""
    words = [
        POLICY_VERSION,
        settings.SITE_URL,
        [partner.pk, partner.name],
        house.pk if house else None,
        [[offer.number, offer.fingerprint] for offer in offered],
        [offer.number for offer in removed],
    ]
    return hashlib.sha256(json.dumps(words).encode()).hexdigest()


def _changed_at(partner: Partner, signature: str, at: datetime) -> datetime:
    state = FeedState.objects.filter(partner=partner).first()
    return state.changed_at if state and state.signature == signature else _note_change(partner, signature, at)


def _note_change(partner: Partner, signature: str, at: datetime) -> datetime:
    with transaction.atomic():
        Partner.objects.select_for_update().get(pk=partner.pk)
        state = FeedState.objects.filter(partner=partner).first()
        if state and state.signature == signature:
            return state.changed_at
        # HTTP dates know whole seconds: two states within one of them would look alike to If-Modified-Since.
        moment = max(at, state.changed_at.replace(microsecond=0) + timedelta(seconds=1)) if state else at
        FeedState.objects.update_or_create(partner=partner, defaults={"signature": signature, "changed_at": moment})
    return moment
