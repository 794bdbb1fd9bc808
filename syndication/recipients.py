"""From a partner's row to the recipient that the rights decision knows. Records are read, never guessed.

Needs no models: it takes rows, so that the registry of exits can be filled before they are loaded.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from house.vocabulary import PartyClass
from rights.exits import Receiver
from rights.facts import Context, Recipient
from rights.vocabulary import Channel, RecipientKind

if TYPE_CHECKING:
    from syndication.models import Partner

#: Who is in one of these sells what it publishes.
COMMERCIAL_CLASSES = frozenset({PartyClass.COMMERCIAL_SITE, PartyClass.PRINT_PUBLISHER, PartyClass.BROADCASTER})


def recipient_of(partner: Partner, at: datetime) -> Recipient:
    """The partner with the classes that are recorded and in force at `at`. One query, none if the memberships are prefetched."""
    classes = frozenset(
        PartyClass(row.party_class)
        for row in partner.memberships.all()
        if row.recorded_at <= at and (row.ended_at is None or at < row.ended_at)
    )
    return Recipient(
        kind=RecipientKind.PARTNER,
        key=partner.slug,
        classes=classes,
        is_commercial=partner.is_commercial or not classes.isdisjoint(COMMERCIAL_CLASSES),
        is_suspended=partner.is_stopped,
    )


def context_of(partner: Partner) -> Context:
    """Feeds go to the web. A partner without a recorded country is worldwide."""
    return Context(channel=Channel.WEB, territory=partner.territory)


def receiver_of(partner: Partner, at: datetime) -> Receiver:
    return Receiver(partner.name, recipient_of(partner, at), context_of(partner))


def typical() -> list[Receiver]:
    """Two that nobody has signed up as, so that a newsroom without partners sees what it could supply."""
    return [
        Receiver(label, Recipient(RecipientKind.PARTNER, classes=frozenset({party_class}), is_commercial=party_class in COMMERCIAL_CLASSES))
        for label, party_class in (("Any community site", PartyClass.COMMUNITY_SITE), ("Any commercial site", PartyClass.COMMERCIAL_SITE))
    ]
