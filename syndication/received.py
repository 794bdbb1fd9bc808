"""Who received a story, on its page at the desk, and who owes us word, on the desk's first page."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.urls import reverse

from articles import desk_asides, desk_cards, roles
from articles.desk_cards import SHOWN, Card, Line
from articles.vocabulary import Act
from syndication import took
from syndication.models import Delivery, OfferKind, Receipt

#: Everything that is waited for.
LIST = "/admin/syndication/partner/receipts/"
#: Lines on the page of one story.
MOST = 60


def who_received(article: Any, user: Any, at: datetime) -> Sequence[Line] | None:
    """What each partner took of it, and what it was asked; None of what nobody took. Two queries."""
    rows = list(took.deliveries().filter(offer__article=article)[:MOST])
    if not rows:
        return None
    asked = took.receipts().filter(offer__article=article).order_by("-asked_at", "-pk")[:MOST]
    may_open = roles.may(user, Act.READ_PARTNERS)
    lines = [*(_asked(row, may_open, at) for row in asked), *(_taken(row, may_open) for row in rows)]
    return sorted(lines, key=lambda line: line.at or at, reverse=True)


def _taken(row: Delivery, may_open: bool) -> Line:
    what = "told that it is gone" if row.offer.kind == OfferKind.WITHDRAWN else f"version {row.offer.version.number}"
    note = f"{what}, {took.format_name(row)}, {row.token}"
    return Line(row.offer.partner.name, _page(row.offer.partner_id, may_open), note=note, at=row.at)


def _asked(row: Receipt, may_open: bool, at: datetime) -> Line:
    mark, said = took.state_of(row, at)
    what = "removal" if row.offer.kind == OfferKind.WITHDRAWN else f"correction of version {row.offer.version.number}"
    return Line(row.partner.name, _page(row.partner_id, may_open), mark, f"asked to confirm a {what}: {said}", row.asked_at)


def _page(partner_id: int, may_open: bool) -> str:
    return reverse("admin:syndication_partner_change", args=[partner_id]) if may_open else ""


def overdue(user: Any, at: datetime) -> Sequence[Line] | None:
    """Nothing to see where nobody is late."""
    if not roles.may(user, Act.READ_PARTNERS):
        return None
    found = took.overdue(at)[:SHOWN]
    return [_late(row) for row in found] or None


def _late(row: Receipt) -> Line:
    what = "Removal" if row.offer.kind == OfferKind.WITHDRAWN else "Correction"
    return Line(row.partner.name, LIST, "overdue", f"{what}: {row.offer.version.headline}", row.due_at)


desk_asides.register(desk_asides.Aside("received", "Who received it", who_received))
desk_cards.register(Card("overdue", "Partners with overdue receipts", "Nobody owes us word.", overdue, LIST, 55))
