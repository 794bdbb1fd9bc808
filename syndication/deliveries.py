"""Write down what a partner takes, before it leaves: who took which offer first, in which format, and how often each story went.

Nothing leaves that could not be written down, and nothing that was overtaken while it was written. It decides nothing
about articles: what stands in an answer was decided before.
"""

import logging
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import wraps
from typing import Any

from django.db import Error, transaction
from django.http import HttpResponse
from django.utils import timezone

from articles import standing
from house.models import House
from house.profile import zone_of
from rights.vocabulary import Basis
from syndication import documents, memory
from syndication.access import Asker
from syndication.feeds import Feed
from syndication.formats import Format
from syndication.models import Delivery, FeedToken, Offer, OfferKind, Usage
from syndication.paging import Page
from syndication.survey import Survey

logger = logging.getLogger(__name__)

#: How often an answer is begun anew because something changed meanwhile.
LOOKS = 5
#: What gives a story, and what says that one is gone.
GIVES = (OfferKind.OFFERED, OfferKind.CHANGED)


class Overtaken(Exception):
    """While the answer was written, something changed that concerns what stands in it. Look again."""


class NotRecorded(Exception):
    """The database did not take the record, so the answer does not leave."""


@dataclass(frozen=True)
class Taken:
    """What one answer holds, in which format. `seen` knows on which basis each story is used."""

    feed: Feed
    seen: Survey
    offers: Collection[Offer]
    format: str


def recorded(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A view that hands over: begun anew, who asks included, where it was overtaken; 503 where nothing could be written down."""

    @wraps(view)
    def inner(*args: Any, **options: Any) -> HttpResponse:
        for _look in range(LOOKS):
            try:
                return view(*args, **options)
            except Overtaken:
                continue
            except NotRecorded:
                logger.exception("An answer to a partner stayed in: the database did not take the record of it.")
                break
        return _later()

    return inner


def _later() -> HttpResponse:
    words = "We could not write down what you would have been given, so nothing was. Try again in a moment.\n"
    headers = {"Retry-After": "5", "Cache-Control": "private, no-store", "Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex"}
    return HttpResponse(words, status=503, content_type="text/plain; charset=utf-8", headers=headers)


def hand_over(make: Callable[[], bytes], asker: Asker, feed: Feed, found: Feed | Page, form: Format) -> bytes:
    """The finished document, once it is written down who gets what stands in it. Raises Overtaken and NotRecorded."""
    content = make()
    offers = [*documents.leaving(found.offered, found.seen, feed.house, form), *found.removed]
    record(asker, Taken(feed, found.seen, offers, form.extension), at=timezone.now())
    return content


def record(asker: Asker, taken: Taken, *, at: datetime) -> None:
    """Write one row for each offer that this token has not had, and count. Committed on return, except where somebody rehearses."""
    if not taken.offers:
        return
    try:
        # A withdrawal is written either before, and found here, or after, and then it finds who took the story.
        # Not durable: an audit pulls each feed in a transaction of its own, which it undoes.
        with transaction.atomic():
            token = FeedToken.objects.select_related("partner").select_for_update(of=["partner"]).get(pk=asker.token.pk)
            articles = {offer.article_id for offer in taken.offers}
            if not _still_asks(asker, token, at) or memory.is_overtaken(taken.feed, articles, at):
                raise Overtaken
            _write(token, taken, at)
    except Error as error:
        raise NotRecorded from error


def _still_asks(asker: Asker, token: FeedToken, at: datetime) -> bool:
    """The token is still good, and its partner as it was when the answer was begun."""
    return token.is_good(at) and token.partner.state == asker.partner.state


def _write(token: FeedToken, taken: Taken, at: datetime) -> None:
    earlier = list(_of_articles(token.partner_id, [offer.article_id for offer in taken.offers]))
    had = {row.offer_id for row in earlier if row.token_id == token.pk}
    fresh = [Delivery(token=token, offer=offer, format=taken.format, at=at) for offer in taken.offers if offer.pk not in had]
    if fresh:
        Delivery.objects.bulk_create(fresh, ignore_conflicts=True)
    known = {row.offer.version_id for row in earlier if row.offer.kind in GIVES}
    _count(token.partner_id, taken, known, month_of(at, taken.feed.house))


def _of_articles(partner_id: int, article_ids: Iterable[int]) -> Iterable[Delivery]:
    found = Delivery.objects.filter(offer__partner=partner_id, offer__article__in=list(article_ids)).select_related("offer").order_by()
    return found.only("token_id", "offer_id", "offer__version_id", "offer__kind")


def _count(partner_id: int, taken: Taken, known: Collection[int], month: date) -> None:
    """One more answer for each story in it; one more version where the partner never had it by any token."""
    given = [offer for offer in taken.offers if offer.kind in GIVES]
    if not given:
        return
    kept = Usage.objects.filter(partner=partner_id, month=month, article__in=[offer.article_id for offer in given])
    rows = {(row.article_id, row.basis): row for row in kept}
    counted = []
    for offer in given:
        basis = _basis(offer, taken.seen)
        row = rows.get((offer.article_id, basis)) or Usage(partner_id=partner_id, article_id=offer.article_id, basis=basis, month=month)
        row.raw, row.filtered = row.raw + 1, row.filtered + (offer.version_id not in known)
        # As one statement for all: those that stand already are found by what makes them one.
        row.pk = None
        counted.append(row)
    keys = ["partner", "article", "basis", "month"]
    Usage.objects.bulk_create(counted, update_conflicts=True, update_fields=["raw", "filtered"], unique_fields=keys)


def _basis(offer: Offer, seen: Survey) -> Basis:
    return standing.basis_of(seen.standing[offer.article_id].version)


def month_of(at: datetime, house: House | None) -> date:
    """The first day of the month in the house's zone."""
    return at.astimezone(zone_of(house)).date().replace(day=1)
