"""What partners were offered of an article, for its bundle of evidence."""

from collections.abc import Iterator
from typing import Any

from articles.bundle.parts import Part, Row, register
from syndication import took
from syndication.models import Offer


def _offers(article: Any) -> Iterator[Row]:
    for row in Offer.objects.filter(article=article).select_related("partner", "version").order_by("at", "pk"):
        facts = {"partner": row.partner.slug, "number": row.number, "version": row.version.number, "kind": row.kind, "at": row.at,
                 "fingerprint": row.fingerprint}  # fmt: skip
        lines = (("When", row.at), ("Version", row.version.number), ("Number in the partner's feed", row.number))
        yield Row(f"{row.partner}: {row.get_kind_display().lower()}", facts, lines)


def _deliveries(article: Any) -> Iterator[Row]:
    for row in took.deliveries().filter(offer__article=article).order_by("at", "pk"):
        facts = {"partner": row.offer.partner.name, "token": str(row.token), "version": row.offer.version.number, "kind": row.offer.kind,
                 "format": row.format, "at": row.at}  # fmt: skip
        lines = (("When", row.at), ("Version", row.offer.version.number), ("Feed address", row.token), ("Format", took.format_name(row)))
        yield Row(f"{row.offer.partner}: {'told that it is gone' if row.offer.kind == 'withdrawn' else 'taken'}", facts, lines)


def _receipts(article: Any) -> Iterator[Row]:
    for row in took.receipts().filter(offer__article=article).order_by("asked_at", "pk"):
        said = row.confirmed_by or row.get_lapsed_because_display()
        facts = {"partner": row.partner.name, "number": row.offer.number, "kind": row.offer.kind, "asked_at": row.asked_at,
                 "due_at": row.due_at, "confirmed_at": row.confirmed_at, "confirmed_by": row.confirmed_by, "note": row.note,
                 "lapsed_at": row.lapsed_at, "lapsed_because": row.lapsed_because}  # fmt: skip
        lines = (
            ("Asked", row.asked_at),
            ("Due", row.due_at),
            ("Settled", row.confirmed_at or row.lapsed_at or "open"),
            ("By", said or "nobody yet"),
        )
        yield Row(f"{row.partner}: asked to confirm a {'removal' if row.offer.kind == 'withdrawn' else 'correction'}", facts, lines)


register(Part("deliveries", "Taken by partners", "No partner took it.", _deliveries, 101))
register(Part("receipts", "Asked of partners", "No partner was asked to correct or remove it.", _receipts, 102))
register(Part("offers", "Offered to partners", "No partner was offered it.", _offers, 100))
