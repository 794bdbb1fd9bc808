"""Partners to measure with: community sites that may have everything, each with a feed address."""

import secrets
from datetime import datetime, timedelta
from typing import Any

from articles import addresses
from house.vocabulary import PartyClass
from rights.vocabulary import Part
from syndication import access, partnership
from syndication.models import Agreement, Partner

EVIDENCE = "Made to be measured with."


def make(number: int, *, by: Any, at: datetime) -> list[str]:
    """So many more partners. Returns the path of each one's feed, which is known to nobody else and kept nowhere."""
    return [_make(by, at) for _ in range(number)]


def _make(by: Any, at: datetime) -> str:
    name = f"Bench site {secrets.token_hex(4)}"
    row = Partner.objects.create(name=name, slug=name.lower().replace(" ", "-"), pays_us=False, carries_advertising=False)
    partnership.join_class(row.pk, PartyClass.COMMUNITY_SITE, evidence_note=EVIDENCE, by=by, at=at)
    Agreement.objects.create(partner=row, part=Part.FULL, starts_at=at - timedelta(days=1))
    return addresses.partner_feed(access.issue_token(row.pk, by=by, at=at, name="bench")[1])
