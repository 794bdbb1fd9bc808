"""The feed of one partner: what it may have now, and what it is told to remove."""

import hashlib
import json
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from articles import standing
from articles.vocabulary import Told
from house import changes
from house.models import House
from rights.decision import POLICY_VERSION
from syndication import memory, offers, survey, trials
from syndication.models import KEPT, FeedState, Offer, OfferKind, Partner, TrialItem
from syndication.survey import Survey


@dataclass(frozen=True)
class Feed:
    """What the feed says now. `offered` are the newest offers that stand, newest first; `removed` what is told to be gone,
    `trial` a test item that the partner asked for.

    `signature` is another one whenever anything in the feed is; `changed_at` when we found it so. Everything was looked at
    `at`; all of it is true up to the change `number` and before `until`.
    """

    partner: Partner
    seen: Survey
    house: House | None
    offered: tuple[Offer, ...]
    removed: tuple[Offer, ...]
    trial: TrialItem | None
    signature: str
    changed_at: datetime
    at: datetime
    number: int
    until: datetime
    #: The newest change of what stands on many pages at once, such as a section's name: no version says it.
    around: int = 0


def open_feed(partner: Partner, *, at: datetime) -> Feed | None:
    """The partner's feed at this moment; None for one that was stopped more than thirty days ago. One query where nothing changed."""
    if partner.has_lapsed(at):
        return None
    recalled = memory.recall(partner.pk, at)
    known = recalled.feed
    if known and not recalled.touched:
        return memory.remember(replace(known, number=recalled.number))
    seen = offers.bring_up_to_date(partner, at=at, known=known.seen if known else None, touched=recalled.touched)
    house = known.house if known else House.objects.in_force(at)
    feed = _feed(seen, house, known, number=recalled.number, at=at)
    if known and len(feed.offered) < survey.PAGE <= len(known.offered):
        # So much was taken out that what follows lies further back than anything that was looked at.
        feed = _feed(offers.bring_up_to_date(partner, at=at), house, None, number=recalled.number, at=at)
    return memory.remember(feed)


def keep_up(at: datetime) -> None:
    """The worker's short round: each partner's feed as if it were pulled, so that none misses what came and went between two polls."""
    for partner in offers.heard(at):
        open_feed(partner, at=at)


def _feed(seen: Survey, house: House | None, known: Feed | None, *, number: int, at: datetime) -> Feed:
    last_word = sorted(seen.offers.values(), key=lambda offer: -offer.number)
    offered = tuple(offer for offer in last_word if seen.is_in_the_feed(offer))[: survey.PAGE]
    removed = tuple(offer for offer in last_word if offer.kind == OfferKind.WITHDRAWN and offer.at > at - KEPT)
    # Another test item turns everything that is remembered of this partner.
    trial = known.trial if known else trials.of(seen.partner, at=at)
    around = known.around if known else changes.last_of(Told.EVERYWHERE)
    words = signature(seen.partner, house, offered, removed, trial, around)
    is_as_before = known is not None and known.signature == words
    looked_at = known.at if known else at
    return Feed(
        partner=seen.partner,
        seen=seen,
        house=house,
        offered=offered,
        removed=removed,
        trial=trial,
        signature=words,
        changed_at=known.changed_at if known and is_as_before else _changed_at(seen.partner, words, at),
        at=looked_at,
        number=number,
        around=around,
        until=min(turn(seen, removed, at, trial) or looked_at + memory.LONGEST, looked_at + memory.LONGEST),
    )


def turn(seen: Survey, removed: tuple[Offer, ...], at: datetime, trial: TrialItem | None = None) -> datetime | None:
    """When time alone may next change what is said of these."""
    turns = [
        *(one.decision.next_change_at for one in seen.standing.values()),
        *(one.version.superseded_from for one in seen.standing.values()),
        *(offer.at + KEPT for offer in removed),
        standing.next_turn(at),
        trials.turn(trial),
        seen.terms.next_turn_at(at, (one.version for one in seen.standing.values())),
    ]
    return min((turn for turn in turns if turn is not None), default=None)


def signature(
    partner: Partner, house: House | None, offered: tuple[Offer, ...], removed: tuple[Offer, ...], trial: TrialItem | None, around: int
) -> str:
    """A hash over all that an answer depends on, so that no validator outlives a decision."""
    words = [
        POLICY_VERSION,
        settings.SITE_URL,
        [partner.pk, partner.name],
        house.pk if house else None,
        [[offer.number, offer.fingerprint] for offer in offered],
        [offer.number for offer in removed],
        trials.words(trial),
        around,
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
        noted = state or FeedState(partner=partner)
        noted.signature, noted.changed_at = signature, moment
        noted.save()
    return moment
