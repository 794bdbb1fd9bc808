"""Keep what a partner's feed said in step with what the partner may have: offered, changed, withdrawn, offered again.

Rows are only added, in one transaction, with numbers in the order in which they are committed. May run as often as
one likes and at the same time: whoever comes first writes, the next finds nothing to do.
"""

import logging
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from house.models import House
from syndication import receipts, survey, trials
from syndication.building import built
from syndication.models import Offer, OfferKind, Partner
from syndication.survey import Standing, Survey
from syndication.terms import Terms

logger = logging.getLogger(__name__)

#: Articles reviewed at a time by the worker.
STEP = 500
#: What takes an item out of the feed.
REMOVED = frozenset({OfferKind.WITHDRAWN, OfferKind.LAPSED})


@dataclass(frozen=True)
class Change:
    """One row to add. Of one that removes `version_id` is the version that the partner holds."""

    kind: OfferKind
    article_id: int
    version_id: int
    fingerprint: str = ""
    began_at: datetime | None = None

    @property
    def order(self) -> tuple[bool, datetime | None, int]:
        """Removals first, then the oldest, so that the newest has the highest number."""
        return (self.kind not in REMOVED, self.began_at, self.version_id)


def look(partner: Partner, *, at: datetime, terms: Terms | None = None) -> Survey:
    """What the partner may have now, or would on other `terms`, less what could not meet its duties. Writes nothing."""
    return _deliverable(survey.of_the_page(partner, at=at, terms=terms))


def bring_up_to_date(partner: Partner, *, at: datetime, known: Survey | None = None, touched: Collection[int] = ()) -> Survey:
    """Write what changed for this partner since anybody looked, and return the state that holds now.

    Given what was `known` before, only the articles `touched` since are looked at: the rest must stand as it did.
    """

    if known is None:
        seen = survey.of_the_page(partner, at=at)
        if not any(changes(seen)):
            return seen
    with transaction.atomic():
        Partner.objects.select_for_update().get(pk=partner.pk)
        seen = _deliverable(survey.looked_again(known, touched, at=at) if known else survey.of_the_page(partner, at=at))
        return seen.told(_write(seen))


def review(partner: Partner, *, at: datetime) -> int:
    """Look again at everything that the partner was ever offered, however old. Returns how many rows were added."""
    added, last = 0, 0
    while article_ids := list(
        partner.offers.standing().filter(article__gt=last).order_by("article_id").values_list("article_id", flat=True)[:STEP]
    ):
        added, last = added + settle(partner, article_ids, at), article_ids[-1]
    return added


def review_everything(at: datetime) -> None:
    """The worker's long round: all that anybody was ever offered."""
    for partner in heard(at):
        review(partner, at=at)


def heard(at: datetime) -> list[Partner]:
    """Those whose feed says anything."""
    return [partner for partner in Partner.objects.with_memberships() if not partner.has_lapsed(at)]


def settle(partner: Partner, article_ids: list[int], at: datetime) -> int:
    """Write what changed about these articles. Returns how many rows were added."""
    seen = _deliverable(survey.of_articles(partner, article_ids, at=at))
    if not any(changes(seen)):
        return 0
    with transaction.atomic():
        Partner.objects.select_for_update().get(pk=partner.pk)
        return len(_write(_deliverable(survey.of_articles(partner, article_ids, at=at))))


def changes(seen: Survey) -> Iterator[Change]:
    """What the feed has to say that it has not said."""
    for article_id in seen.standing.keys() | seen.offers.keys():
        standing, offer = seen.standing.get(article_id), seen.offers.get(article_id)
        kind = _kind(standing, offer)
        if kind == OfferKind.OFFERED and offer and offer.kind == OfferKind.WITHDRAWN and offer.at > seen.at:
            # Whoever withdrew it looked after us: what we saw was over by then, and revives nothing.
            continue
        if kind in REMOVED and offer:
            yield Change(kind, article_id, offer.version_id)
        elif kind and standing:
            yield Change(kind, article_id, standing.version.pk, standing.fingerprint, standing.version.visible_from)


def _kind(standing: Standing | None, offer: Offer | None) -> OfferKind | None:
    is_held = offer is not None and offer.kind != OfferKind.WITHDRAWN
    if standing is None or not standing.may_be_held:
        return OfferKind.WITHDRAWN if is_held else None
    if not standing.is_supplied:
        return _no_longer_supplied(standing, offer) if offer and is_held else None
    if not is_held or (offer and offer.kind == OfferKind.LAPSED):
        return OfferKind.OFFERED
    return OfferKind.CHANGED if offer and offer.fingerprint != standing.fingerprint else None


def _no_longer_supplied(standing: Standing, offer: Offer) -> OfferKind | None:
    """It may keep what it holds. What was changed since it can't be given, and it must not go on showing the wrong one."""
    if offer.version_id != standing.version.pk:
        return OfferKind.WITHDRAWN
    return None if offer.kind == OfferKind.LAPSED else OfferKind.LAPSED


def _deliverable(seen: Survey) -> Survey:
    """Build what would be offered anew, and leave out what does not meet its duties in the finished text."""
    fresh = {change.version_id for change in changes(seen) if change.kind not in REMOVED}
    if not fresh:
        return seen
    return seen.without(fresh - built(fresh, seen, House.objects.in_force(seen.at)).keys())


def _write(seen: Survey) -> list[Offer]:
    """Add what `seen` has to say. The caller holds the partner's row, so that the order of numbers is the order of commits."""
    found = sorted(changes(seen), key=lambda change: change.order)
    if not found:
        return []
    rows = [_row(change, seen, number) for number, change in enumerate(found, start=trials.last_number(seen.partner) + 1)]
    seen.partner.offers.standing().filter(article__in=[row.article_id for row in rows]).update(superseded=True)
    Offer.objects.bulk_create(rows)
    receipts.ask(seen.partner, rows, at=seen.at)
    logger.info("Partner %s: offers %s to %s added.", seen.partner.pk, rows[0].number, rows[-1].number)
    return rows


def _row(change: Change, seen: Survey, number: int) -> Offer:
    row = Offer(
        partner=seen.partner,
        number=number,
        article_id=change.article_id,
        version_id=change.version_id,
        kind=change.kind,
        fingerprint=change.fingerprint,
        at=seen.at,
    )
    if change.kind in REMOVED:
        # The feed names what is gone by the article's id, which is at hand here.
        row.article, row.agreement_id = seen.offers[change.article_id].article, seen.offers[change.article_id].agreement_id
    else:
        row.agreement_id = seen.standing[change.article_id].agreement_id
    return row
