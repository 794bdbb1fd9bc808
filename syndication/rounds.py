"""One round for all partners, by hand: what each feed has to say, what is asked, the letters. The worker does the same by and by."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max

from syndication import offers
from syndication.models import OfferKind, Partner, Receipt


@dataclass(frozen=True)
class Told:
    """What was written for one partner: how many offers of each kind, and how many receipts were asked. Or what went wrong."""

    partner: Partner
    offers: Counter[str]
    asked: int = 0
    fault: str = ""

    @property
    def line(self) -> str:
        if self.fault:
            return f"{self.partner.slug}: failed, {self.fault}"
        said = [f"{self.offers[kind]} {kind}" for kind in OfferKind.values if self.offers[kind]]
        asked = [f"{self.asked} to confirm"] if self.asked else []
        return f"{self.partner.slug}: {', '.join([*said, *asked])}"


def of_everybody(at: datetime) -> Iterator[Told]:
    """Each partner that hears of anything, one by one; one whose feed fails does not hold up the others."""
    for partner in offers.heard(at):
        before = partner.offers.aggregate(last=Max("number"))["last"] or 0
        fault = ""
        try:
            offers.bring_up_to_date(partner, at=at)
            offers.review(partner, at=at)
        except Exception as error:
            fault = f"{type(error).__name__}: {error}"
        kinds = partner.offers.filter(number__gt=before).values_list("kind", flat=True)
        yield Told(partner, Counter(kinds), Receipt.objects.filter(partner=partner, offer__number__gt=before).count(), fault)
