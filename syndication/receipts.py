"""Ask those who took a story whether they corrected or removed it, too. Exactly those: who never took it hears nothing.

A receipt and its letters are written with the offer that tells of the change. Of one article a partner is asked once at
a time: a later change takes the place of what is open, and keeps its day. A link in a letter opens a page; only what is
sent from that page confirms.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Q

from articles import became, roles
from articles.became import Called, Corrected
from articles.refusals import FormRefused, Obstacle
from articles.vocabulary import Act
from house import links
from syndication import receipt_letters
from syndication.models import Delivery, Lapse, Offer, OfferKind, Partner, Receipt

PURPOSE = "receipt"
#: What is read of earlier receipts: no text of a version.
EARLIER = ("due_at", "confirmed_at", "lapsed_at", "offer__number", "offer__kind", "offer__article_id", "offer__version__number")
#: A letter may lie for a while; what it asks may be overtaken meanwhile, which its page says.
LINK_HOLDS = timedelta(days=90)
Corrections = dict[int, list[Corrected]]
GIVES = (OfferKind.OFFERED, OfferKind.CHANGED)
ENDED, NOT_TO_YOU = "We ended its publication.", "We may no longer supply it to you."
NO_NOTE = Obstacle("no_note", "note", "Nobody can tell later how we know.", "Say who told us, and how.")
NO_NAME = Obstacle("no_name", "name", "Your name is missing.", "Give the name of who saw to it.")
CLOSED = Obstacle("receipt_closed", "", "This is settled already.", "There is nothing to do for you.")
CHANGED = Obstacle("receipt_changed", "", "Since you opened this page the story changed again.", "Read what is asked now, then confirm it.")


@dataclass(frozen=True)
class Asked:
    """What a partner is asked about one story: to show it with what was `corrected`, or to remove it for a `reason`."""

    receipt: Receipt
    story: Called
    corrected: Sequence[Corrected] = ()
    reason: str = ""

    @property
    def is_removal(self) -> bool:
        return self.receipt.offer.kind == OfferKind.WITHDRAWN


@dataclass(frozen=True)
class Held:
    """What a partner has of an article: the oldest version that one of its tokens took last. `number` is the newest such offer's."""

    version: int
    number: int


def ask(partner: Partner, rows: Sequence[Offer], *, at: datetime) -> list[Receipt]:
    """Ask about those of these offers, just written, that correct or remove what the partner took. The caller holds the partner's row."""
    held = _held(partner, [row.article_id for row in rows])
    earlier = _earlier(partner, [row.article_id for row in rows])
    corrections = became.corrections(held) if held else {}
    open_ones = {one.offer.article_id: one for one in earlier if one.is_open}
    _lapse_what_is_offered_again(rows, open_ones, at)
    numbers = {pk: one.number for pk, one in became.called(row.version_id for row in rows if row.article_id in corrections).items()}
    told = {row.article_id: [one for one in earlier if one.offer.article_id == row.article_id] for row in rows if row.article_id in held}
    wanted = [row for row in rows if row.article_id in held and not _said_it_is_gone(held[row.article_id], told[row.article_id])]
    wanted = [row for row in wanted if _is_asked(row, held[row.article_id], told[row.article_id], corrections, numbers)]
    made = [_made(row, open_ones.get(row.article_id), at) for row in wanted]
    if made:
        _overtake([open_ones[one.offer.article_id] for one in made if one.offer.article_id in open_ones], Lapse.OVERTAKEN, at)
        Receipt.objects.bulk_create(made)
        receipt_letters.write(partner, asked_about(made, at=at), _token, at=at)
    return made


def _held(partner: Partner, article_ids: Iterable[int]) -> dict[int, Held]:
    """What each token took last, and of those that are stories the oldest. One query, and one for what was confirmed to be gone."""
    taken = Delivery.objects.filter(offer__partner=partner, offer__article__in=list(article_ids)).order_by("offer__number")
    last = {
        (article, token): (kind, version, number)
        for article, token, kind, version, number in taken.values_list(
            "offer__article", "token", "offer__kind", "offer__version__number", "offer__number"
        )
    }
    found: dict[int, Held] = {}
    for (article, _token), (kind, version, number) in last.items():
        if kind in GIVES:
            other = found.get(article, Held(version, number))
            found[article] = Held(min(version, other.version), max(number, other.number))
    return found


def _earlier(partner: Partner, article_ids: Iterable[int]) -> list[Receipt]:
    found = Receipt.objects.filter(partner=partner, offer__article__in=list(article_ids))
    return list(found.select_related("offer", "offer__version").order_by("pk").only(*EARLIER))


def _said_it_is_gone(held: Held, earlier: Sequence[Receipt]) -> bool:
    """And took nothing since."""
    removals = [one for one in earlier if one.offer.kind == OfferKind.WITHDRAWN and one.confirmed_at]
    return any(one.offer.number > held.number for one in removals)


def _is_asked(row: Offer, held: Held, earlier: Sequence[Receipt], corrections: Corrections, numbers: dict[int, int]) -> bool:
    """Does it remove the story, or correct what the partner has and was not asked about yet?"""
    if row.kind not in GIVES or row.article_id not in corrections:
        return row.kind == OfferKind.WITHDRAWN
    asked = max([held.version, *(one.offer.version.number for one in earlier if one.offer.kind in GIVES)])
    return any(asked < one.number <= numbers[row.version_id] for one in corrections[row.article_id])


def _made(row: Offer, instead_of: Receipt | None, at: datetime) -> Receipt:
    hours = settings.RECEIPT_HOURS_REMOVAL if row.kind == OfferKind.WITHDRAWN else settings.RECEIPT_HOURS_CORRECTION
    due = at + timedelta(hours=hours)
    return Receipt(partner_id=row.partner_id, offer=row, asked_at=at, due_at=min(due, instead_of.due_at) if instead_of else due)


def _lapse_what_is_offered_again(rows: Sequence[Offer], open_ones: dict[int, Receipt], at: datetime) -> None:
    again = [row.article_id for row in rows if row.kind == OfferKind.OFFERED]
    closed = [pk for pk in again if pk in open_ones and open_ones[pk].offer.kind == OfferKind.WITHDRAWN]
    _overtake([open_ones.pop(pk) for pk in closed], Lapse.OFFERED_AGAIN, at)


def _overtake(receipts: Sequence[Receipt], because: Lapse, at: datetime) -> None:
    if receipts:
        Receipt.objects.filter(pk__in=[one.pk for one in receipts]).update(lapsed_at=at, lapsed_because=because)


def asked_about(receipts: Sequence[Receipt], *, at: datetime) -> list[Asked]:
    """What these ask, in the words for those outside. Three queries."""
    offers = {one.offer.version_id: one.offer.article_id for one in receipts}
    stories, notes, reasons = became.called(offers), became.corrections(offers.values()), became.public_reasons(offers.values(), at)
    return [_asked(one, stories[one.offer.version_id], notes, reasons) for one in receipts]


def _asked(receipt: Receipt, story: Called, notes: Corrections, reasons: dict[int, str]) -> Asked:
    article = receipt.offer.article_id
    if receipt.offer.kind == OfferKind.WITHDRAWN:
        return Asked(receipt, story, reason=reasons.get(article, NOT_TO_YOU) or ENDED)
    return Asked(receipt, story, [one for one in notes.get(article, ()) if one.number <= story.number])


# What a link opens -----------------------------------------------------


def _token(receipt: Receipt, address: str, at: datetime) -> str:
    return links.make(PURPOSE, [receipt.pk, address], at=at, lifetime=LINK_HOLDS)


def opened(token: str, *, at: datetime) -> tuple[Receipt, str]:
    """What a mailed link asks now, and whom it was mailed to. For what was overtaken: what took its place. Raises as `links.read`."""
    pk, address = links.read(PURPOSE, token, at=at)
    receipt = Receipt.objects.select_related("offer", "partner").filter(pk=pk).first()
    if receipt is None:
        # From another database than this one.
        raise links.LinkForged
    return _newest_of(receipt), address


def _newest_of(receipt: Receipt) -> Receipt:
    if receipt.lapsed_because != Lapse.OVERTAKEN:
        return receipt
    same = Q(partner=receipt.partner_id, offer__article=receipt.offer.article_id)
    return Receipt.objects.select_related("offer", "partner").filter(same).order_by("-offer__number")[0]


def confirm(receipt_id: int, *, name: str, address: str, note: str, at: datetime) -> Receipt:
    """The partner says that it is done. Raises FormRefused if it is settled or was overtaken, or nobody is named."""
    if not name.strip():
        raise FormRefused(NO_NAME)
    return _settle(receipt_id, f"{name.strip()} <{address}>" if address else name.strip(), note, at)


def take_word(receipt_id: int, *, by: Any, note: str, at: datetime) -> Receipt:
    """Somebody at the partner's told us: a note says who and how."""
    roles.check(by, Act.RECORD_RECEIPT)
    if not note.strip():
        raise FormRefused(NO_NOTE)
    return _settle(receipt_id, f"told to {by.get_full_name() or by.get_username()}", note, at)


def _settle(receipt_id: int, by: str, note: str, at: datetime) -> Receipt:
    with transaction.atomic():
        partner_id = Receipt.objects.values_list("partner_id", flat=True).get(pk=receipt_id)
        # The same lock as whoever writes offers takes: what is asked can't change under a yes.
        Partner.objects.select_for_update().get(pk=partner_id)
        receipt = Receipt.objects.select_related("offer", "partner").get(pk=receipt_id)
        if not receipt.is_open:
            raise FormRefused(CHANGED if receipt.lapsed_because == Lapse.OVERTAKEN else CLOSED)
        receipt.confirmed_at, receipt.confirmed_by, receipt.note = at, by[:254], note.strip()
        receipt.save(update_fields=["confirmed_at", "confirmed_by", "note"])
    return receipt
