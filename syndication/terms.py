"""On what terms one partner is supplied at one moment: who it is for the rights decision, what its agreements give, who we are."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from articles.standing import Version
from rights import facts, records
from rights.facts import Recipient
from syndication.models import KEPT, ClassMembership, Partner
from syndication.recipients import recipient_of
from syndication.supply import Supply, supply_of


@dataclass(frozen=True)
class Terms:
    """`recipient` is the partner as rights know it, as if it were not suspended: a suspension stops what we supply, and
    what the partner holds already is judged by the rights alone. `turns` are the instants at which something here ends or begins.
    """

    recipient: Recipient
    supply: Supply
    house: facts.House
    turns: tuple[datetime, ...] = ()

    def next_turn_at(self, at: datetime, versions: Iterable[Version]) -> datetime | None:
        """When time alone next changes these terms, or what they supply of these versions."""
        turns = [*self.turns, *self.supply.turns(versions), self.supply.month_turn(at)]
        return min((turn for turn in turns if turn and turn > at), default=None)


def terms_of(partner: Partner, at: datetime) -> Terms:
    house, memberships = records.house_facts(at), list(partner.memberships.all())
    return Terms(
        recipient=replace(recipient_of(partner, at, memberships), is_suspended=False),
        supply=supply_of(partner, at),
        house=house,
        turns=tuple(turn for turn in _turns(partner, memberships, house) if turn),
    )


def _turns(partner: Partner, memberships: Iterable[ClassMembership], house: facts.House) -> Iterable[datetime | None]:
    yield partner.state_changed_at + KEPT if partner.state_changed_at else None
    for membership in memberships:
        yield from (membership.recorded_at, membership.ended_at)
    for begins_at, _house in house.coming:
        yield begins_at
