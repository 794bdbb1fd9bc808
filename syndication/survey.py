"""What one partner may have now beside what its feed said last. Looks; writes and shows nothing.

Costs a fixed number of queries and a bounded number of decisions, however many articles there are: the newest
versions, what the feed shows, what it tells to remove, and what lately happened to anything that the partner holds.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from articles import published, standing
from articles.standing import Version
from rights.facts import Context, PageDecision, Recipient
from rights.vocabulary import SHOWABLE, Part, Use
from syndication.models import KEPT, Offer, OfferQuerySet, Partner
from syndication.recipients import context_of, recipient_of
from syndication.supply import Supply, supply_of

#: Versions considered at each poll, newest first.
WINDOW = 200
#: Items of a feed.
PAGE = 60


@dataclass(frozen=True)
class Standing:
    """One version as one partner may have it now. `part` is how much its agreements supply, None for nothing."""

    version: Version
    decision: PageDecision
    part: Part | None
    is_deliverable: bool = True

    @property
    def may_be_held(self) -> bool:
        """Rights allow it. That an agreement ended takes away nothing that was given before."""
        return self.decision.verdict in SHOWABLE and self.is_deliverable

    @property
    def is_supplied(self) -> bool:
        return self.may_be_held and self.part is not None

    @property
    def fingerprint(self) -> str:
        """Another version, extent, duty or dropped picture is another thing to have."""
        limits = self.decision.limits
        duties = [[str(duty.obligation), duty.value] for duty in self.decision.duties]
        dropped = sorted(self.decision.dropped)
        words = [self.version.pk, self.part, self.decision.verdict, limits.max_chars, limits.max_share, dropped, duties]
        return hashlib.sha256(json.dumps(words).encode()).hexdigest()


@dataclass(frozen=True)
class Survey:
    """`standing` and `offers` by article. `recipient` is the partner as rights know it, as if it were not suspended."""

    partner: Partner
    at: datetime
    recipient: Recipient
    context: Context
    standing: dict[int, Standing]
    offers: dict[int, Offer]

    def without(self, version_ids: Iterable[int]) -> "Survey":
        """The same, knowing that these versions can't be delivered."""
        blocked = set(version_ids)
        found = {pk: replace(one, is_deliverable=one.version.pk not in blocked) for pk, one in self.standing.items()}
        return replace(self, standing=found)

    def told(self, offers: Iterable[Offer]) -> "Survey":
        """The same after these were added."""
        return replace(self, offers={**self.offers, **{offer.article_id: offer for offer in offers}})


def of_the_page(partner: Partner, *, at: datetime) -> Survey:
    """What matters for the feed as it is pulled."""
    window = standing.newest(at, WINDOW)
    offers = _offers(partner, {version.article_id for version in window}, at)
    rest = offers.keys() - {version.article_id for version in window}
    return _survey(partner, [*window, *standing.of_articles(rest, at)], offers, at)


def of_articles(partner: Partner, article_ids: Iterable[int], *, at: datetime) -> Survey:
    """What matters of these articles, shown or not."""
    offers = {offer.article_id: offer for offer in _readable(partner).filter(article__in=list(article_ids))}
    return _survey(partner, standing.of_articles(offers, at), offers, at)


def _survey(partner: Partner, versions: list[Version], offers: dict[int, Offer], at: datetime) -> Survey:
    # A suspension stops what we supply. What the partner holds already is judged by the rights alone.
    recipient = replace(recipient_of(partner, at), is_suspended=False)
    context, supply = context_of(partner), supply_of(partner, at)
    decided = published.decide_all(versions, Use.SYNDICATE, recipient, at=at, context=context)
    found = {version.article_id: _standing(version, decision, supply) for version, decision in decided}
    return Survey(partner, at, recipient, context, found, offers)


def _standing(version: Version, decision: PageDecision, supply: Supply) -> Standing:
    return Standing(version, decision, supply.part_for(version.section_id))


def _offers(partner: Partner, article_ids: set[int], at: datetime) -> dict[int, Offer]:
    """The last word on everything that this poll has to look at. Three queries, each along an index, instead of one that reads all."""
    readable = _readable(partner)
    found = [
        *readable.held().order_by("-number")[:PAGE],
        *readable.removals_since(at - KEPT),
        *readable.filter(article__in=[*article_ids, *standing.touched_lately(WINDOW)]),
    ]
    return {offer.article_id: offer for offer in found}


def _readable(partner: Partner) -> OfferQuerySet:
    wanted: OfferQuerySet = partner.offers.standing().select_related("article")
    return wanted.only("partner_id", "number", "kind", "at", "fingerprint", "version_id", "article__public_id")
