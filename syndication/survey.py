"""What one partner may have now beside what its feed said last. Looks; writes and shows nothing.

Costs a fixed number of queries and a bounded number of decisions, however many articles there are: the newest
versions, what the feed shows, what it tells to remove, and what lately happened to anything that the partner holds.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from articles import published, standing
from articles.published import Shown
from articles.standing import Version
from rights.facts import Context
from rights.vocabulary import Use
from syndication.allotting import Standing, allot
from syndication.models import KEPT, Offer, OfferKind, OfferQuerySet, Partner
from syndication.supply import counted
from syndication.terms import Terms, terms_of

#: Versions considered at each poll, newest first.
WINDOW = 200
#: Items of a feed.
PAGE = 60


@dataclass(frozen=True)
class Survey:
    """`standing` and `offers` by article."""

    partner: Partner
    at: datetime
    terms: Terms
    standing: dict[int, Standing]
    offers: dict[int, Offer]

    def without(self, version_ids: Iterable[int]) -> "Survey":
        """The same, knowing that these versions can't be delivered."""
        blocked = set(version_ids)
        found = {pk: replace(one, is_deliverable=False) if one.version.pk in blocked else one for pk, one in self.standing.items()}
        return replace(self, standing=found)

    def shown(self, version_ids: Iterable[int]) -> Iterator[Shown]:
        """The words of these versions, for where the partner may publish each. Rights are asked once more."""
        by_context: dict[Context, list[int]] = defaultdict(list)
        contexts = {one.version.pk: one.context for one in self.standing.values()}
        for pk in version_ids:
            by_context[contexts[pk]].append(pk)
        for context, ids in by_context.items():
            yield from published.by_ids(ids, Use.SYNDICATE, self.terms.recipient, at=self.at, context=context)

    def is_in_the_feed(self, offer: Offer) -> bool:
        standing = self.standing.get(offer.article_id)
        is_offered = offer.kind in (OfferKind.OFFERED, OfferKind.CHANGED)
        return is_offered and standing is not None and standing.is_supplied and standing.version.pk == offer.version_id

    def told(self, offers: Iterable[Offer]) -> "Survey":
        """The same after these were added."""
        return replace(self, offers={**self.offers, **{offer.article_id: offer for offer in offers}})


def of_the_page(partner: Partner, *, at: datetime, terms: Terms | None = None) -> Survey:
    """What matters for the feed as it is pulled; on other terms than those in force, where they are given."""
    terms = terms or terms_of(partner, at)
    window, lately = _newest(terms, at), standing.touched_lately(WINDOW)
    shown = {version.article_id for version in window}
    offers = _offers(partner, {*shown, *lately}, at)
    # What was published today under an old date is as new to the partner as the rest.
    rest = {*offers, *lately} - shown
    return _survey(partner, [*window, *standing.of_articles(rest, at)], offers, at, terms)


def _newest(terms: Terms, at: datetime) -> list[Version]:
    """The newest now, and the newest of whatever has waited for as long as was agreed. One query for each delay."""
    found = {version.pk: version for version in standing.newest(at, WINDOW)}
    for delay in sorted(terms.supply.delays(at)):
        found |= {version.pk: version for version in standing.newest(at, WINDOW, since_before=at - delay)}
    return list(found.values())


def looked_again(known: Survey, touched: Collection[int], *, at: datetime) -> Survey:
    """What was known, with these articles looked at anew, on the terms that were known. Costs the same however much was known."""
    offers = {offer.article_id: offer for offer in readable(known.partner).filter(article__in=list(touched))}
    fresh = _survey(known.partner, standing.of_articles(touched, at), offers, at, known.terms)
    standing_now = {pk: one for pk, one in known.standing.items() if pk not in touched} | fresh.standing
    offers_now = {pk: one for pk, one in known.offers.items() if pk not in touched} | fresh.offers
    return replace(fresh, standing=_newest_and_offered(standing_now, offers_now), offers=offers_now)


def _newest_and_offered(found: dict[int, Standing], offers: dict[int, Offer]) -> dict[int, Standing]:
    """As many as are looked at in full, so that a process that runs for months knows no more than one that has just begun."""
    if len(found) <= 2 * WINDOW:
        return found
    newest = sorted(found, key=lambda pk: (found[pk].version.visible_from, pk), reverse=True)[:WINDOW]
    return {pk: found[pk] for pk in {*newest, *(offers.keys() & found.keys())}}


def of_articles(partner: Partner, article_ids: Iterable[int], *, at: datetime) -> Survey:
    """What matters of these articles, shown or not."""
    offers = {offer.article_id: offer for offer in readable(partner).filter(article__in=list(article_ids))}
    return _survey(partner, standing.of_articles(offers, at), offers, at)


def _survey(partner: Partner, versions: list[Version], offers: dict[int, Offer], at: datetime, terms: Terms | None = None) -> Survey:
    terms = terms or terms_of(partner, at)
    supply = counted(terms.supply, partner, at)
    return Survey(partner, at, terms, allot(versions, offers, terms, supply, at), offers)


def _offers(partner: Partner, article_ids: set[int], at: datetime) -> dict[int, Offer]:
    """The last word on everything that this poll has to look at. Three queries, each along an index, instead of one that reads all."""
    known = readable(partner)
    found = [
        *known.held().order_by("-number")[: 2 * PAGE],
        *known.removals_since(at - KEPT),
        *known.filter(article__in=article_ids),
    ]
    return {offer.article_id: offer for offer in found}


def readable(partner: Partner) -> OfferQuerySet:
    """The last word on each article, with what a feed says of it."""
    wanted: OfferQuerySet = partner.offers.standing().select_related("article")
    return wanted.only("partner_id", "number", "kind", "at", "fingerprint", "version_id", "agreement_id", "article__public_id")
