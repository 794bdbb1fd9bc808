"""What the agreements with a partner let it pull, and how much of it. Rights still decide each item.

Within one kind of selection (sections, tags, …) any is enough; several kinds narrow one another; an empty one leaves
nothing out. Of several agreements the most generous counts. Pure but for `supply_of` and `counted`.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Count, Exists, OuterRef, Prefetch

from articles import standing
from articles.standing import Version
from house.models import House
from house.profile import zone_of
from rights.facts import ANYWHERE, Context
from rights.vocabulary import Channel, Part
from syndication.models import Agreement, Offer, OfferKind, Partner
from syndication.recipients import context_of

#: From least to most.
EXTENT = {Part.HEADLINE: 0, Part.EXCERPT: 1, Part.FULL: 2}
#: Kinds of selection that are rows of their own.
CHOSEN = ("sections", "tags", "authors")
UNLIMITED = ZoneInfo("UTC")


@dataclass(frozen=True)
class Agreed:
    """One agreement as it is judged. `context` is where the partner may publish it; None: the partner is in none of its countries."""

    id: int
    part: Part
    starts_at: datetime
    ends_at: datetime | None = None
    is_suspended: bool = False
    sections: frozenset[int] = frozenset()
    tags: frozenset[int] = frozenset()
    authors: frozenset[int] = frozenset()
    languages: frozenset[str] = frozenset()
    bases: frozenset[str] = frozenset()
    delay: timedelta = timedelta()
    quota: int | None = None
    context: Context | None = ANYWHERE

    def is_in_force(self, at: datetime) -> bool:
        return not self.is_suspended and self.starts_at <= at and (self.ends_at is None or at < self.ends_at)

    @property
    def reads_names(self) -> bool:
        return bool(self.tags or self.authors)

    def covers(self, version: Version) -> bool:
        """Is it among what was selected? Needs `standing.load_names` where tags or authors are."""
        return (
            (not self.sections or version.section_id in self.sections)
            and (not self.languages or any(_is_spoken(one, version.language) for one in self.languages))
            and (not self.bases or standing.basis_of(version) in self.bases)
            and (not self.tags or any(one.pk in self.tags for one in version.tags.all()))
            and (not self.authors or any(one.pk in self.authors for one in version.authors.all()))
        )

    @property
    def generosity(self) -> tuple[int, bool, datetime, int]:
        """In this order agreements are preferred: the most, then one without a quota, then the oldest."""
        return (-EXTENT[self.part], self.quota is not None, self.starts_at, self.id)


def _is_spoken(agreed: str, language: str) -> bool:
    """“en” stands for every English, “en-gb” for that one."""
    return f"{language.lower()}-".startswith(f"{agreed.lower()}-")


@dataclass(frozen=True)
class Supply:
    """All agreements for the web, the preferred first, and how many new stories each supplied in this month. Nothing is in force for a
    partner that is suspended or ended; what it holds is still judged where it was allowed to publish it.
    """

    agreements: tuple[Agreed, ...] = ()
    base: Context = ANYWHERE
    is_stopped: bool = False
    zone: ZoneInfo = UNLIMITED
    used: Mapping[int, int] = field(default_factory=dict)

    def in_force(self, at: datetime) -> list[Agreed]:
        return [] if self.is_stopped else [one for one in self.agreements if one.is_in_force(at)]

    def open(self, at: datetime) -> list[Agreed]:
        """Those in force under which the partner may publish anything where it is."""
        return [one for one in self.in_force(at) if one.context is not None]

    @property
    def reads_names(self) -> bool:
        return any(one.reads_names for one in self.agreements)

    def by_id(self, agreement_id: int | None) -> Agreed | None:
        return next((one for one in self.agreements if one.id == agreement_id), None)

    def part_for(self, version: Version, at: datetime) -> Part | None:
        """How much of a version is supplied at `at`, quotas apart."""
        return next((one.part for one in self.open(at) if one.covers(version) and opens_at(one, version) <= at), None)

    def left(self, at: datetime) -> dict[int, int]:
        """How many new stories each agreement with a quota may still supply in this month."""
        return {one.id: max(0, one.quota - self.used.get(one.id, 0)) for one in self.in_force(at) if one.quota is not None}

    def delays(self, at: datetime) -> set[timedelta]:
        return {one.delay for one in self.open(at) if one.delay}

    def turns(self, versions: Iterable[Version]) -> Iterator[datetime]:
        """The instants at which an agreement begins or ends, or at which one of these versions has waited long enough."""
        for one in self.agreements:
            yield from (moment for moment in (one.starts_at, one.ends_at) if moment)
        waiting = [one for one in self.agreements if one.delay and not one.is_suspended]
        yield from (opens_at(one, version) for version in (versions if waiting else ()) for one in waiting)

    def month_turn(self, at: datetime) -> datetime | None:
        """When quotas begin anew; None where there is none."""
        return month_of(at, self.zone)[1] if any(one.quota is not None for one in self.agreements) else None

    def with_(self, agreed: Agreed) -> "Supply":
        """As it would be with this agreement instead of the one of its number, or beside the others."""
        return replace(self, agreements=_in_order([*self.without(agreed.id).agreements, agreed]))

    def without(self, agreement_id: int) -> "Supply":
        return replace(self, agreements=tuple(one for one in self.agreements if one.id != agreement_id))


NOTHING = Supply()


def opens_at(agreed: Agreed, version: Version) -> datetime:
    """When a story is no longer held back by the agreed delay, which runs from its first publication."""
    return standing.began_at(version) + agreed.delay


def month_of(at: datetime, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """The first instant of the calendar month, there, and of the next."""
    first = at.astimezone(zone).replace(day=1, hour=0, minute=0, second=0, microsecond=0, fold=0)
    following = (first + timedelta(days=32)).replace(day=1)
    return first.astimezone(UTC), following.astimezone(UTC)


def supply_of(partner: Partner, at: datetime) -> Supply:
    """All agreements with a partner, taken together; what quotas supplied is counted apart. A fixed number of queries."""
    rows = partner.agreements.prefetch_related(*(_numbers(kind) for kind in CHOSEN))
    found = [agreed_of(row, partner, **_chosen(row)) for row in rows if is_for_the_web(row)]
    has_quota = any(one.quota is not None for one in found)
    zone = zone_of(House.objects.in_force(at)) if has_quota else UNLIMITED
    return Supply(_in_order(found), context_of(partner), partner.is_stopped, zone)


def counted(supply: Supply, partner: Partner, at: datetime) -> Supply:
    """The same, with what its quotas have supplied by now. One query, none without a quota.

    A story counts once, in the month in which it was first offered: what was corrected, or comes back, is not new.
    """
    limited = [one.id for one in supply.agreements if one.quota is not None]
    if not limited:
        return supply
    earlier = Offer.objects.filter(partner=partner, article=OuterRef("article"), number__lt=OuterRef("number"))
    month = month_of(at, supply.zone)[0]
    new = Offer.objects.filter(agreement__in=limited, kind=OfferKind.OFFERED, at__gte=month).exclude(Exists(earlier))
    rows = new.order_by().values("agreement").annotate(count=Count("pk")).values_list("agreement", "count")
    return replace(supply, used=dict(rows))


def agreed_of(row: Agreement, partner: Partner, **chosen: Iterable[int]) -> Agreed:
    """A row, saved or not, as it is judged. `chosen` are ids by kind: a row that is not saved has none of its own."""
    return Agreed(
        id=row.pk or 0,
        part=Part(row.part),
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        is_suspended=row.suspended_at is not None,
        languages=frozenset(row.languages),
        bases=frozenset(row.bases),
        delay=row.delay,
        quota=row.quota,
        context=_where(row, partner),
        **{kind: frozenset(ids) for kind, ids in chosen.items()},
    )


def is_for_the_web(row: Agreement) -> bool:
    return not row.channels or Channel.WEB in row.channels


def _numbers(kind: str) -> Prefetch[Any]:
    """What was chosen of this kind, without the rest of the rows."""
    return Prefetch(kind, Agreement._meta.get_field(kind).related_model.objects.order_by().only("pk"))  # type: ignore[union-attr]


def _chosen(row: Any) -> dict[str, list[int]]:
    return {kind: [one.pk for one in getattr(row, kind).all()] for kind in CHOSEN}


def _where(row: Agreement, partner: Partner) -> Context | None:
    """Where the partner may publish it: rights must allow every country of the agreement. Without any, where the partner is."""
    if not row.territories:
        return context_of(partner)
    if partner.territory and partner.territory not in row.territories:
        return None
    first, *others = sorted(row.territories)
    return replace(context_of(partner), territory=first, also_in=frozenset(others))


def _in_order(agreements: Iterable[Agreed]) -> tuple[Agreed, ...]:
    return tuple(sorted(agreements, key=lambda one: one.generosity))
