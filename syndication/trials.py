"""The test item of a partner's feed: no story, but sent, corrected and withdrawn as one, so that a technician can try it.

No article, version or right stands behind it: it is in no other feed, on no page and in no count. Its number stands
among those of the offers and is taken under the same lock, so that marks of `?since=` pass it by as they do a story.
"""

import uuid
from datetime import datetime, timedelta
from html import escape
from typing import Any

from django.db import transaction
from django.db.models import Max

from articles import addresses
from articles.refusals import MoveRefused, Obstacle
from house.models import House
from syndication import items
from syndication.items import Item
from syndication.models import KEPT, Partner, TrialItem, TrialState

#: One that nobody withdraws is withdrawn after this.
LIVES = timedelta(hours=24)
STANDS = Obstacle("trial_stands", "", "A test item is in your feed already.", "Correct or withdraw it, then send another.")
NONE_STANDS = Obstacle("trial_missing", "", "There is no test item in your feed.", "Send one first.")
STOPPED = Obstacle("partner_stopped", "", "Your feed gets nothing new at present.", "Ask us why, and when it goes on.")


def send(partner_id: int, *, at: datetime) -> TrialItem:
    """Put a new test item into the partner's feed. The notice that the one before is gone ends with it."""
    with transaction.atomic():
        partner = Partner.objects.select_for_update().get(pk=partner_id)
        if partner.is_stopped:
            raise MoveRefused(STOPPED)
        row = _row(partner)
        if row and _is_live(row, partner, at):
            raise MoveRefused(STANDS)
        fresh = {"public_id": uuid.uuid4(), "state": TrialState.SENT, "sent_at": at, "changed_at": at, "number": last_number(partner) + 1}
        return TrialItem.objects.update_or_create(partner=partner, defaults=fresh)[0]


def correct(partner_id: int, *, at: datetime) -> TrialItem:
    """Change its text, as a correction does. May be done again."""
    return _change(partner_id, TrialState.CORRECTED, at)


def withdraw(partner_id: int, *, at: datetime) -> TrialItem:
    """Leave nothing of it but that it is gone."""
    return _change(partner_id, TrialState.WITHDRAWN, at)


def last_number(partner: Partner) -> int:
    """The highest number of anything that the partner's feed said. The caller holds the partner's row."""
    row = _row(partner)
    return max(partner.offers.aggregate(last=Max("number"))["last"] or 0, row.number if row else 0)


def of(partner: Partner, *, at: datetime) -> TrialItem | None:
    """What the partner's feed says of a test item now; None for nothing. One query; one whose day is over is withdrawn first."""
    row = _row(partner)
    if row and row.state != TrialState.WITHDRAWN and not _is_live(row, partner, at):
        row = _end(partner, at)
    return None if row is None or _is_forgotten(row, at) else row


def turn(row: TrialItem | None) -> datetime | None:
    """When time alone changes what is said of it."""
    if row is None:
        return None
    return row.changed_at + KEPT if row.state == TrialState.WITHDRAWN else row.sent_at + LIVES


def words(row: TrialItem | None) -> list[Any]:
    """What a document that holds it depends on."""
    return [str(row.public_id), row.number, row.state] if row else []


def item(row: TrialItem, house: House | None) -> Item:
    """As the partner receives it, in whatever format."""
    urn, name = row.public_id.urn, house.name if house else "Newsroom"
    if row.state == TrialState.WITHDRAWN:
        return items.withdrawn(urn, row.changed_at)
    is_corrected = row.state == TrialState.CORRECTED
    return Item(
        urn=urn,
        title="Test item, corrected: please don't publish" if is_corrected else "Test item: please don't publish",
        published=row.sent_at,
        url=addresses.absolute(addresses.PARTNERS),
        summary=f"A test from {name}. It is no story.",
        html=_text(name, is_corrected=is_corrected),
        updated=row.changed_at,
        rights="A test: not for publication.",
        categories=("Test",),
        language="en",
        about=addresses.absolute(addresses.FEEDS),
    )


def _text(name: str, *, is_corrected: bool) -> str:
    told = (
        "<p><strong>Correction:</strong> an earlier version of this test item said two and two make five. They make four.</p>"
        if is_corrected
        else "<p>Two and two make five: a mistake made on purpose, for you to see it corrected.</p>"
    )
    page = addresses.absolute(addresses.PARTNERS)
    return (
        f"<p>This is a test from {escape(name)}. It is no story: please don't publish it.</p>{told}"
        f'<p>Correct or withdraw it on your own page: <a href="{page}">{page}</a>. By itself it is withdrawn after 24 hours.</p>'
    )


def _change(partner_id: int, state: TrialState, at: datetime) -> TrialItem:
    with transaction.atomic():
        partner = Partner.objects.select_for_update().get(pk=partner_id)
        row = _row(partner)
        if row is None or row.state == TrialState.WITHDRAWN:
            raise MoveRefused(NONE_STANDS)
        row.state, row.changed_at, row.number = state, at, last_number(partner) + 1
        row.save(update_fields=["state", "changed_at", "number"])
        return row


def _end(partner: Partner, at: datetime) -> TrialItem | None:
    try:
        return withdraw(partner.pk, at=at)
    except MoveRefused:
        return _row(partner)  # somebody else was first


def _row(partner: Partner) -> TrialItem | None:
    return TrialItem.objects.filter(partner=partner).first()


def _is_live(row: TrialItem, partner: Partner, at: datetime) -> bool:
    return row.state != TrialState.WITHDRAWN and at < row.sent_at + LIVES and not partner.is_stopped


def _is_forgotten(row: TrialItem, at: datetime) -> bool:
    return row.state == TrialState.WITHDRAWN and row.changed_at + KEPT <= at
