"""Partners for tests, made by the same acts as at the desk wherever there is one."""

from datetime import datetime, timedelta
from itertools import count
from typing import Any

import fastfeedparser
import feedparser
from lxml import etree

from articles import addresses
from articles.tests.builders import NOON
from house.vocabulary import PartyClass
from rights.vocabulary import Part
from syndication import access, partnership
from syndication.models import Agreement, Partner

LONG_AGO = NOON - timedelta(days=100)
_numbers = count(1)


def partner(by: Any, party_class: PartyClass | None = PartyClass.COMMUNITY_SITE, *, name: str = "", **fields: Any) -> Partner:
    """An active partner of one class with an agreement for everything."""
    number = next(_numbers)
    row = Partner.objects.create(name=name or f"Partner {number}", slug=f"partner-{number}", **fields)
    if party_class:
        partnership.join_class(row.pk, party_class, evidence_note="Their statutes of 2019.", by=by, at=LONG_AGO)
    agreement(row)
    return row


def agreement(
    row: Partner, *sections: Any, part: Part = Part.FULL, starts_at: datetime = LONG_AGO, ends_at: datetime | None = None, **fields: Any
) -> Agreement:
    made = Agreement.objects.create(partner=row, part=part, starts_at=starts_at, ends_at=ends_at, **fields)
    made.sections.set(sections)
    return made


def community_partner(by: Any, **fields: Any) -> Partner:
    return partner(by, PartyClass.COMMUNITY_SITE, **fields)


def commercial_partner(by: Any, **fields: Any) -> Partner:
    return partner(by, PartyClass.COMMERCIAL_SITE, **fields)


def feed_path(row: Partner, by: Any, *, at: datetime = LONG_AGO) -> str:
    """The address of a new token's feed."""
    return addresses.partner_feed(access.issue_token(row.pk, by=by, at=at)[1])


def partner_for(token: str, at: datetime) -> Partner | None:
    """Whose token it is; None where nobody may ask with it."""
    asker = access.asker_for(token, at)
    return asker.partner if asker else None


def entries(content: bytes) -> list[Any]:
    """What a partner's reader makes of a feed."""
    parsed = feedparser.parse(content)
    assert not parsed.bozo, parsed.bozo_exception
    return list(parsed.entries)


def other_entries(content: bytes) -> list[Any]:
    """What another reader of feeds makes of it, by rules of its own. It keeps the first author alone, and no rights."""
    return list(fastfeedparser.parse(content).entries)


def second_reader(content: bytes) -> list[dict[str, list[str]]]:
    """The same by one that knows XML and nothing of feeds: for each item its elements' texts, or addresses, by qualified name."""
    found = []
    for item in etree.fromstring(content).iter("item"):
        texts: dict[str, list[str]] = {}
        for element in item:
            name = etree.QName(element).localname
            key = f"{name}:{element.get('rel')}" if element.get("rel") else name
            texts.setdefault(key, []).append(element.get("href") or element.text or "")
        found.append(texts)
    return found
