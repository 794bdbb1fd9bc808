"""What an agreement can't say, because it would supply nothing or say the same as another. Each with its field and remedy."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta

from articles.refusals import Obstacle
from rights.territories import COUNTRIES
from rights.vocabulary import JUDGED, Basis
from syndication.models import Agreement, Partner

#: Ids of sections, tags and authors, by kind.
Chosen = Mapping[str, Iterable[int]]
#: Nothing that rests on these goes to a partner.
NEVER_SUPPLIED = frozenset({*JUDGED, Basis.UNKNOWN})
LONGEST_DELAY = timedelta(days=365)
_SAID = ("part", "channels", "territories", "languages", "bases", "delay_minutes", "quota")


def of(agreement: Agreement, partner: Partner, chosen: Chosen, *, at: datetime) -> list[Obstacle]:
    """All of them, so that they are mended in one go. One query for the partner's other agreements."""
    return [*_dates(agreement), *_countries(agreement, partner), *_extent(agreement), *_twins(agreement, partner, chosen, at)]


def _dates(agreement: Agreement) -> Iterator[Obstacle]:
    if agreement.ends_at and agreement.ends_at <= agreement.starts_at:
        yield Obstacle("reversed", "ends_at", "The agreement must end after it starts.", "Correct one of the two dates.")
    elif agreement.ends_at and agreement.delay_minutes and agreement.delay >= agreement.ends_at - agreement.starts_at:
        message = "The delay is as long as the agreement, or longer: nothing would be supplied before it ends."
        yield Obstacle("delay_outlasts", "delay_minutes", message, "Shorten the delay, or let the agreement end later.")
    elif agreement.delay > LONGEST_DELAY:
        yield Obstacle("delay_too_long", "delay_minutes", "The delay is longer than a year.", "Give it in minutes: a day has 1440.")


def _countries(agreement: Agreement, partner: Partner) -> Iterator[Obstacle]:
    if unknown := [code for code in agreement.territories if code not in COUNTRIES]:
        message = f"{_listed(unknown)} is no country that we know."
        yield Obstacle("unknown_country", "territories", message, "Write the two letters of ISO 3166, for example DE AT.")
    elif agreement.territories and partner.territory and partner.territory not in agreement.territories:
        message = f"The partner is in {partner.territory}, which is not among these countries: it would get nothing."
        yield Obstacle("partner_elsewhere", "territories", message, "Add its country, or correct the country of the partner.")


def _extent(agreement: Agreement) -> Iterator[Obstacle]:
    if agreement.quota == 0:
        yield Obstacle("quota_of_nothing", "quota", "A quota of 0 supplies nothing.", "Give a number, or suspend the agreement.")
    if agreement.bases and NEVER_SUPPLIED.issuperset(agreement.bases):
        message = "Nothing on these bases may be passed on to partners: the agreement would supply nothing."
        yield Obstacle("bases_stay_here", "bases", message, "Choose another basis as well, or none for every basis.")


def _twins(agreement: Agreement, partner: Partner, chosen: Chosen, at: datetime) -> Iterator[Obstacle]:
    wanted = _said(agreement, chosen)
    for other in partner.agreements.exclude(pk=agreement.pk).filter(suspended_at__isnull=True).prefetch_related(*chosen):
        theirs = {kind: [one.pk for one in getattr(other, kind).all()] for kind in chosen}
        if _overlap(agreement, other, at) and _said(other, theirs) == wanted:
            message = f"Another agreement with this partner, from {other.starts_at:%d %b %Y}, says the same."
            yield Obstacle("says_the_same", "starts_at", message, "Change that one, end it, or give this one other dates.")
            return


def _said(agreement: Agreement, chosen: Chosen) -> list[object]:
    lists = [getattr(agreement, name) for name in _SAID]
    return [*(sorted(one) if isinstance(one, list) else one for one in lists), {kind: set(ids) for kind, ids in chosen.items()}]


def _overlap(one: Agreement, other: Agreement, at: datetime) -> bool:
    """Are both in force at some moment from now on?"""
    starts = max(one.starts_at, other.starts_at, at)
    return all(ends is None or starts < ends for ends in (one.ends_at, other.ends_at))


def _listed(codes: Iterable[str]) -> str:
    return ", ".join(f"“{code}”" for code in codes)
