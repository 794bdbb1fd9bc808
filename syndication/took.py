"""What partners took and what they still have to confirm, as the desk reads it. Reads only, and no text of a story."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from house.models import MailStatus, OutgoingMail
from syndication.formats import FORMATS
from syndication.models import Delivery, OfferKind, Partner, Receipt

READ = ("at", "format", "token__name", "token__last_characters", "offer__kind", "offer__article_id", "offer__version__headline",
        "offer__version__number", "offer__partner__name")  # fmt: skip
READ_RECEIPTS = ("asked_at", "due_at", "confirmed_at", "confirmed_by", "note", "lapsed_at", "lapsed_because", "offer__kind",
                 "offer__number", "offer__article_id", "offer__version__headline", "offer__version__number", "partner__name")  # fmt: skip
#: What happened to a letter that nobody read.
NOT_READ = (MailStatus.REFUSED, MailStatus.NOT_KNOWN)


@dataclass(frozen=True)
class Waiting:
    """One open receipt. `unread` are addresses whose letter was refused, or nobody knows."""

    receipt: Receipt
    is_overdue: bool
    unread: Sequence[str]

    @property
    def what(self) -> str:
        return "Removal" if self.receipt.offer.kind == OfferKind.WITHDRAWN else "Correction"


def deliveries() -> QuerySet[Delivery]:
    """Newest first, with what a line says of each."""
    return Delivery.objects.select_related("token", "offer__version", "offer__partner").only(*READ).order_by("-at", "-pk")


def by(partner: Partner) -> QuerySet[Delivery]:
    return deliveries().filter(offer__partner=partner)


def receipts(found: QuerySet[Receipt] | None = None) -> QuerySet[Receipt]:
    """These, or all, what is due first on top, with what a line says of each."""
    rows = Receipt.objects.all() if found is None else found
    return rows.select_related("partner", "offer__version").only(*READ_RECEIPTS).order_by("due_at", "pk")


def still_open() -> QuerySet[Receipt]:
    return receipts(Receipt.objects.open())


def overdue(at: datetime) -> QuerySet[Receipt]:
    return receipts(Receipt.objects.overdue(at))


def waiting(rows: Iterable[Receipt], at: datetime) -> list[Waiting]:
    """These open receipts with what is to be said of each. One query for their letters."""
    found = list(rows)
    unread = _unread(found)
    return [Waiting(row, row.is_overdue(at), unread.get((row.partner_id, row.asked_at), [])) for row in found]


def _unread(rows: Sequence[Receipt]) -> dict[tuple[int, datetime], list[str]]:
    """A letter is queued at the instant at which its receipts are asked; its key names the partner."""
    if not rows:
        return {}
    letters = OutgoingMail.objects.filter(key__startswith="receipt:", status__in=NOT_READ, queued_at__in=[row.asked_at for row in rows])
    found: dict[tuple[int, datetime], list[str]] = {}
    for key, to, queued_at in letters.values_list("key", "to", "queued_at"):
        found.setdefault((int(key.split(":")[1]), queued_at), []).append(to)
    return found


def format_name(row: Delivery) -> str:
    form = FORMATS.get(row.format)
    return form.name if form else row.format


def state_of(row: Receipt, at: datetime) -> tuple[str, str]:
    """In a word, and in a sentence."""
    if row.confirmed_at:
        return "yes", f"confirmed by {row.confirmed_by}"
    if row.lapsed_at:
        return "draft", row.get_lapsed_because_display().lower()
    return ("no", "overdue") if row.is_overdue(at) else ("waiting", "waiting for their word")
