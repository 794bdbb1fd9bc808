"""What partners were offered of an article, for its bundle of evidence."""

from collections.abc import Iterator
from typing import Any

from articles.bundle.parts import Part, Row, register
from syndication.models import Offer


def _offers(article: Any) -> Iterator[Row]:
    for row in Offer.objects.filter(article=article).select_related("partner", "version").order_by("at", "pk"):
        facts = {"partner": row.partner.slug, "number": row.number, "version": row.version.number, "kind": row.kind, "at": row.at,
                 "fingerprint": row.fingerprint}  # fmt: skip
        lines = (("When", row.at), ("Version", row.version.number), ("Number in the partner's feed", row.number))
        yield Row(f"{row.partner}: {row.get_kind_display().lower()}", facts, lines)


register(Part("offers", "Offered to partners", "No partner was offered it.", _offers, 100))
