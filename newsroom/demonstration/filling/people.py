"""The House, accounts for each role, sections, authors and sources of the demonstration."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import PBKDF2PasswordHasher
from django.contrib.auth.models import Group

from articles.models import Author, Section
from articles.vocabulary import Role
from house.profile import record_profile
from newsroom.demonstration import notes
from rights.models import Source, SourceContact
from rights.models.sources import ContactKind

#: Holds every role, as in a newsroom of one: for trying the whole way without logging in twice.
DESK_OF_ONE = "desk"
NOTICE_FIELDS = {
    "author_responsibility": "author_responsibility_notice",
    "cross_posting": "cross_posting_notice",
    "commercial_contact": "commercial_contact_notice",
    "fair_use": "fair_use_notice",
    "media_inquiries": "press_notice",
}


@dataclass(frozen=True)
class Account:
    role: str
    username: str
    password: str
    user: Any


def open_house(newsroom: notes.Newsroom, *, at: datetime) -> None:
    """Record who we are, from before the first story on."""
    house = newsroom.house
    texts: dict[str, Any] = {
        NOTICE_FIELDS[notice.key]: _filled(notice.text["en"], house) for notice in newsroom.notices if notice.key in NOTICE_FIELDS
    }
    record_profile(
        by=None,
        at=at,
        name=house.name,
        holder=house.holder,
        legal_form=house.legal_form,
        classes=list(house.classes),
        territory=house.territory,
        time_zone=house.zone,
        languages=list(house.languages),
        default_language=house.languages[0],
        carries_advertising=house.carries_advertising,
        takes_donations=house.takes_donations,
        sells_subscriptions=house.sells_subscriptions,
        has_paywall=house.has_paywall,
        commercial_signals=list(house.counts_as_commercial),
        commercial_reason=house.commercial_reading,
        community_reason=house.community_reading,
        contact_permissions=house.permissions_contact,
        contact_press=house.press_contact,
        contact_desk=house.editor_contact,
        **texts,
    )


def _filled(text: str, house: notes.HouseNote) -> str:
    values = {"house": house.name, "name": house.name, "holder": house.holder, "contact": house.permissions_contact}
    for key, value in {**vars(house), **values}.items():
        text = text.replace("{" + key + "}", str(value))
    return text


def accounts() -> dict[str, Account]:
    """One account for each role and one that holds them all, with random passwords."""
    made = {str(role): _account(str(role), [role]) for role in Role}
    made[DESK_OF_ONE] = _account(DESK_OF_ONE, list(Role))
    return made


def _account(username: str, roles: list[Role]) -> Account:
    password = secrets.token_urlsafe(12)
    user = get_user_model().objects.create(username=username, password=_quickly_hashed(password), is_staff=True)
    user.groups.set(Group.objects.filter(name__in=roles))
    return Account(username, username, password, user)


def _quickly_hashed(password: str) -> str:
    # A slow hash guards what can be guessed, and costs the first start a second for each account. These are 96 random bits.
    # Django hashes them anew, slowly, at the first log-in.
    hasher = PBKDF2PasswordHasher()
    return hasher.encode(password, hasher.salt(), iterations=1_000)


def sections(newsroom: notes.Newsroom) -> dict[str, Section]:
    return {
        note.slug: Section.objects.create(name=note.name, slug=note.slug, position=place) for place, note in enumerate(newsroom.sections)
    }


def authors(newsroom: notes.Newsroom) -> dict[str, Author]:
    return {
        note.slug: Author.objects.create(kind=note.kind, name=note.name, slug=note.slug, biography=note.biography)
        for note in newsroom.people
    }


def sources(newsroom: notes.Newsroom) -> dict[str, Source]:
    return {note.slug: _source(note) for note in newsroom.sources}


def _source(note: notes.Source) -> Source:
    source = Source.objects.create(
        name=note.name,
        slug=note.slug,
        home_url=note.home_url,
        copyright_holder=note.copyright_holder,
        default_basis=note.default_basis,
        note=note.description,
    )
    for kind, address in ((ContactKind.PERMISSIONS, note.permissions_contact), (ContactKind.PRESS, note.press_contact)):
        if address:
            SourceContact.objects.create(source=source, kind=kind, address=address)
    return source
