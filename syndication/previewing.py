"""What would the partner get if this agreement were in force, and why not the rest? Judged before it is saved; writes nothing."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from house.models import House
from house.profile import zone_of
from syndication import withheld
from syndication.contradictions import Chosen
from syndication.models import Agreement, Partner
from syndication.supply import agreed_of, is_for_the_web
from syndication.terms import Terms, terms_of
from syndication.withheld import Overview, Supplied, Withheld


@dataclass(frozen=True)
class Preview:
    """`gains`, `loses` and `changes` (another extent) beside what the partner has now. `notes` say what was assumed."""

    gains: tuple[Supplied, ...]
    loses: tuple[Supplied, ...]
    changes: tuple[Supplied, ...]
    unchanged: tuple[Supplied, ...]
    withheld: tuple[Withheld, ...]
    obstacle: str
    notes: tuple[str, ...] = ()


def of(agreement: Agreement, chosen: Chosen, partner: Partner, *, at: datetime) -> Preview:
    """The typed agreement beside or instead of the recorded one. One that begins later is judged as if it began now."""
    now = withheld.of(partner, at=at)
    then = withheld.of(partner, at=at, terms=_terms(agreement, chosen, partner, at))
    return _compared(now, then, tuple(_notes(agreement, at)))


def _terms(agreement: Agreement, chosen: Chosen, partner: Partner, at: datetime) -> Terms:
    terms = terms_of(partner, at)
    agreed = agreed_of(agreement, partner, **chosen)
    supply = terms.supply.with_(replace(agreed, starts_at=min(agreed.starts_at, at)))
    if not is_for_the_web(agreement):
        supply = terms.supply.without(agreed.id)
    return replace(terms, supply=replace(supply, zone=zone_of(House.objects.in_force(at))))


def _compared(now: Overview, then: Overview, notes: tuple[str, ...]) -> Preview:
    had, has = {one.url: one for one in now.gets}, {one.url: one for one in then.gets}
    both = [one for one in then.gets if one.url in had]
    return Preview(
        gains=tuple(one for one in then.gets if one.url not in had),
        loses=tuple(one for one in now.gets if one.url not in has),
        changes=tuple(one for one in both if had[one.url].part != one.part),
        unchanged=tuple(one for one in both if had[one.url].part == one.part),
        withheld=then.withheld,
        obstacle=then.obstacle,
        notes=notes,
    )


def _notes(agreement: Agreement, at: datetime) -> Iterable[str]:
    if agreement.starts_at > at:
        yield "It begins later. This is what it would supply if it began now."
    if agreement.ends_at and agreement.ends_at <= at:
        yield "It has ended already, so it supplies nothing."
    if agreement.suspended_at:
        yield "It is suspended, so it supplies nothing until it is resumed."
    if not is_for_the_web(agreement):
        yield "It does not name the web. Feeds go there, so nothing goes out by feed under it."
    if agreement.quota:
        yield f"Of new stories it supplies {agreement.quota} a month; the newest come first."
