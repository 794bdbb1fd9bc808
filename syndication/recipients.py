"""From a partner's row to the recipient that the rights decision knows. Records are read, never guessed."""

from collections.abc import Iterable
from datetime import datetime

from house.vocabulary import PartyClass
from rights.exits import Receiver
from rights.facts import Context, Recipient
from rights.vocabulary import COMMERCIAL_CLASSES, Channel, RecipientKind
from syndication.models import ClassMembership, Partner


def recipient_of(partner: Partner, at: datetime, memberships: Iterable[ClassMembership] | None = None) -> Recipient:
    """The partner with the classes that are recorded and in force at `at`. One query, none if the memberships are given or prefetched."""
    classes = frozenset(
        PartyClass(row.party_class)
        for row in (partner.memberships.all() if memberships is None else memberships)
        if row.recorded_at <= at and (row.ended_at is None or at < row.ended_at)
    )
    return Recipient(
        kind=RecipientKind.PARTNER,
        key=partner.slug,
        classes=classes,
        is_commercial=partner.is_commercial or not classes.isdisjoint(COMMERCIAL_CLASSES),
        is_suspended=partner.is_stopped,
        pays=partner.pays_us,
        carries_advertising=partner.carries_advertising,
    )


def context_of(partner: Partner) -> Context:
    """Feeds go to the web. A partner without a recorded country is worldwide."""
    return Context(channel=Channel.WEB, territory=partner.territory)


def receivers(at: datetime) -> list[Receiver]:
    """Each active partner, for the desk's matrix; where there is none, two that one might have. Two queries."""
    partners = Partner.objects.active().with_memberships()
    return [Receiver(row.name, recipient_of(row, at), context_of(row)) for row in partners] or TYPICAL


#: Two that nobody has signed up as, so that a newsroom without partners sees what it could supply.
TYPICAL = [
    Receiver("Any community site", Recipient(RecipientKind.PARTNER, classes=frozenset({PartyClass.COMMUNITY_SITE}))),
    Receiver("Any commercial site", Recipient(RecipientKind.PARTNER, classes=frozenset({PartyClass.COMMERCIAL_SITE}), is_commercial=True)),
]
