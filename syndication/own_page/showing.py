"""All that a partner's own page says, loaded in a fixed number of queries and ready for the template, which decides nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Count, Sum

from articles import addresses
from house.models import House
from house.profile import zone_of
from syndication import feeds, receipts, trials
from syndication.feeds import Feed
from syndication.formats import FORMATS
from syndication.models import FeedToken, Offer, OfferKind, Partner, PartnerContact, Receipt, TrialItem, TrialState, Usage
from syndication.own_page import agreed, kept_back, tokens
from syndication.own_page.agreed import AgreementShown
from syndication.own_page.kept_back import KeptBack
from syndication.receipts import Asked
from syndication.supply import counted, supply_of

#: How far back the list of what came goes, and how long it gets.
LATELY, MOST_ITEMS, MOST_MONTHS = timedelta(days=7), 30, 12
STATES = {OfferKind.OFFERED: "new", OfferKind.CHANGED: "changed", OfferKind.WITHDRAWN: "withdrawn"}


@dataclass(frozen=True)
class ItemShown:
    """What the feed said of one story last. Of what is gone only its id is named."""

    title: str
    url: str
    urn: str
    state: str
    at: datetime
    language: str = ""


@dataclass(frozen=True)
class MonthShown:
    month: datetime
    stories: int
    answers: int
    versions: int


@dataclass(frozen=True)
class AddressShown:
    """A token by its name and its end; `is_live` until it was ended or has expired."""

    token: FeedToken
    is_live: bool


@dataclass(frozen=True)
class OwnPage:
    """`notice` stands before everything, "" where all is well. `formats` are names and addresses that ask for credentials.

    `to_confirm` is what we wait to hear: that a story was corrected or removed there, too; `hours` how long each of the two may take.
    """

    contact: PartnerContact
    partner: Partner
    house: House | None
    notice: str
    to_confirm: tuple[Asked, ...]
    hours: tuple[float, float]
    addresses: tuple[AddressShown, ...]
    may_make: bool
    formats: tuple[tuple[str, str], ...]
    agreements: tuple[AgreementShown, ...]
    kept_back: tuple[KeptBack, ...]
    items: tuple[ItemShown, ...]
    months: tuple[MonthShown, ...]
    trial: TrialItem | None
    can_send: bool

    @property
    def kept_back_count(self) -> int:
        return sum(one.count for one in self.kept_back)

    @property
    def live(self) -> list[FeedToken]:
        return [one.token for one in self.addresses if one.is_live]


def page(contact: PartnerContact, *, at: datetime) -> OwnPage:
    """What this contact's partner may see of itself now. Looks at the feed as a pull does."""
    partner = contact.partner
    feed, house = feeds.open_feed(partner, at=at), House.objects.in_force(at)
    zone, known = zone_of(house), tuple(AddressShown(row, row.is_good(at)) for row in partner.tokens.all())
    live, trial = sum(one.is_live for one in known), feed.trial if feed else None
    return OwnPage(
        contact=contact,
        partner=partner,
        house=house,
        notice=_notice(partner, feed),
        to_confirm=_to_confirm(partner, at),
        hours=(settings.RECEIPT_HOURS_CORRECTION, settings.RECEIPT_HOURS_REMOVAL),
        addresses=known,
        may_make=live < tokens.MOST and not partner.is_stopped,
        formats=tuple((one.name, addresses.absolute(addresses.partner_feed(extension=one.extension))) for one in FORMATS.values()),
        agreements=agreed.shown(partner, _used(partner, at), zone, at),
        kept_back=kept_back.by_reason(feed.seen, partner, house) if feed else (),
        items=tuple(listed(feed, since=at - LATELY)) if feed else (),
        months=tuple(_months(partner, zone)),
        trial=trial,
        can_send=not partner.is_stopped and (trial is None or trial.state == TrialState.WITHDRAWN),
    )


def listed(feed: Feed, *, since: datetime | None = None, most: int = MOST_ITEMS) -> Iterator[ItemShown]:
    """The newest of what the feed says, the last said first. Rights are asked for each headline; none is given of what is gone."""
    told = sorted((*feed.offered, *feed.removed), key=lambda offer: -offer.number)
    recent = [offer for offer in told if since is None or offer.at > since][:most]
    shown = {one.version_id: one for one in feed.seen.shown(_given(recent))}
    if feed.trial and (since is None or feed.trial.changed_at > since):
        yield _trial(feed.trial, feed.house)
    for offer in recent:
        if offer.kind == OfferKind.WITHDRAWN:
            yield ItemShown("", "", offer.article.urn, STATES[OfferKind.WITHDRAWN], offer.at)
        elif one := shown.get(offer.version_id):
            yield ItemShown(one.headline, addresses.absolute(one.url), one.urn, STATES[OfferKind(offer.kind)], offer.at, one.language)


def _given(recent: list[Offer]) -> list[int]:
    return [offer.version_id for offer in recent if offer.kind != OfferKind.WITHDRAWN]


def _trial(row: TrialItem, house: House | None) -> ItemShown:
    item, is_gone = trials.item(row, house), row.state == TrialState.WITHDRAWN
    return ItemShown("" if is_gone else item.title, "", item.urn, f"test, {row.get_state_display().lower()}", row.changed_at)


def _notice(partner: Partner, feed: Feed | None) -> str:
    if feed is None:
        return "Your feed has ended: nothing is told at its addresses any more."
    if partner.is_stopped:
        return "Deliveries to you are suspended. Your feed tells removals of what you hold, for thirty days, and nothing new."
    return ""


def _to_confirm(partner: Partner, at: datetime) -> tuple[Asked, ...]:
    waiting = list(Receipt.objects.open().filter(partner=partner).select_related("offer"))
    return tuple(receipts.asked_about(waiting, at=at)) if waiting else ()


def _used(partner: Partner, at: datetime) -> dict[int, int]:
    return dict(counted(supply_of(partner, at), partner, at).used)


def _months(partner: Partner, zone: ZoneInfo) -> Iterator[MonthShown]:
    sums = Usage.objects.filter(partner=partner).order_by().values("month")
    rows = sums.annotate(stories=Count("article", distinct=True), answers=Sum("raw"), versions=Sum("filtered")).order_by("-month")
    for row in rows[:MOST_MONTHS]:
        yield MonthShown(datetime(row["month"].year, row["month"].month, 1, tzinfo=zone), row["stories"], row["answers"], row["versions"])
