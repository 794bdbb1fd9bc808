"""The mailed link by which a partner's contact signs in: good for half an hour, once, and only while the contact is there.

Whether an address is known shows in nothing that a stranger can see: the question is queued in either case and looked
up by the worker.
"""

import secrets
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any
from uuid import uuid4

from django.core.cache import cache
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from articles import addresses
from house import links, mail, work
from house.models import House
from syndication.models import PartnerContact, PartnerState

PURPOSE = "partner sign-in"
LIFETIME = timedelta(minutes=30)


def ask(address: str, *, at: datetime) -> None:
    """Queue the question who this is; the worker answers it by mail, or not at all."""
    work.enqueue(write_letter, address, str(uuid4()), at.isoformat())


@work.task
def write_letter(address: str, key: str, asked_at: str) -> int:
    """Queue one letter to who is a present contact, with a link for each of their partners. Returns how many links it holds."""
    at, contacts = parse_datetime(asked_at) or timezone.now(), list(welcome(address))
    if contacts:
        mail.queue(contacts[0].email, "Your link to the partners' page", _letter(contacts, at), key=f"partner-sign-in-{key}", at=at)
    return len(contacts)


def welcome(address: str) -> QuerySet[PartnerContact]:
    """Who at this address may sign in: present contacts of partners that have not ended."""
    return present().filter(email__iexact=address.strip()).order_by("partner__name")


def present() -> QuerySet[PartnerContact]:
    return PartnerContact.objects.present().exclude(partner__state=PartnerState.ENDED).select_related("partner")


def invite(contact: PartnerContact, *, at: datetime) -> str:
    """A link's token. It is good while the cache remembers it, so one that was used or forgotten opens nothing."""
    nonce = secrets.token_urlsafe(16)
    cache.set(_key(nonce), contact.pk, timeout=int(LIFETIME.total_seconds()))
    return links.make(PURPOSE, [contact.pk, nonce], at=at, lifetime=LIFETIME)


def invited(token: str, *, at: datetime) -> PartnerContact | None:
    """Whom this link would sign in; None for a link that is forged, over or used, and for a contact who has left. Changes nothing."""
    found = _read(token, at)
    return present().filter(pk=found[0]).first() if found and cache.get(_key(found[1])) == found[0] else None


def accept(token: str, *, at: datetime) -> PartnerContact | None:
    """Use the link up and say who signs in. Of two who press at the same time one is let in."""
    contact, found = invited(token, at=at), _read(token, at)
    return contact if contact and found and cache.delete(_key(found[1])) else None


def _read(token: str, at: datetime) -> Any:
    try:
        return links.read(PURPOSE, token, at=at)
    except (links.LinkForged, links.LinkExpired):
        return None


def _key(nonce: str) -> str:
    return f"partner-sign-in:{sha256(nonce.encode()).hexdigest()}"


def _letter(contacts: list[PartnerContact], at: datetime) -> str:
    house = House.objects.in_force(at)
    name = house.name if house else "The newsroom"
    lines = [f"{one.partner.name}:\n{addresses.absolute(addresses.partner_sign_in(invite(one, at=at)))}" for one in contacts]
    return "\n\n".join(
        [
            f"Hello {contacts[0].name},",
            f"here is the way to your own page at {name}. It is good for 30 minutes and once.",
            *lines,
            "If you did not ask for it, do nothing: nobody gets in without this letter.",
            f"{name}\n{house.contact_desk}" if house else name,
        ]
    )
