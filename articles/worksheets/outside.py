"""A second reader from outside, asked by mail: a signed link for one text, good once and until a day. Opening it changes nothing."""

import unicodedata
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.crypto import salted_hmac

from articles import addresses, revisions, roles
from articles.models import FairUseWorksheet, SecondReading
from articles.refusals import FormRefused, MoveRefused, Obstacle
from articles.sheet_words import Outcome
from articles.vocabulary import Act
from articles.worksheets import thresholds
from articles.worksheets.reading import OUTDATED, OWN, Reading, close, lock, still_open
from house import links, mail
from house.models import House
from rights import ledger

PURPOSE = "second reading"
ROLE = "outside_reader"
USED = Obstacle("link_used", "", "This link has been used.", "Ask the newsroom for a new one if something is still to be said.")
NO_LONGER = Obstacle("reading_closed", "", "The newsroom does not need this reading any more.", "There is nothing to do for you.")
EDITED = Obstacle(
    "stale", "", "The text was edited after you were asked to read it, so nothing was recorded.", "The newsroom can send you a new link."
)


def ask(worksheet_id: int, *, name: str, address: str, by: Any, at: datetime) -> SecondReading:
    """Name a reader and queue the letter with their link. A reading that is still open is closed first: one link at a time."""
    role = roles.check(by, Act.NAME_SECOND_READER)
    with transaction.atomic():
        row, article = lock(worksheet_id)
        still_open(row, article)
        _refuse(row, name, address)
        SecondReading.objects.filter(worksheet=row, closed_at__isnull=True).update(closed_at=at)
        reading = SecondReading.objects.create(
            worksheet=row,
            name=name.strip(),
            address=address.strip(),
            reader_mark=mark_of(address),
            content_hash=revisions.content_hash(article),
            asked_by=by,
            asked_at=at,
            ends_at=at + timedelta(days=thresholds.in_force(at).link_days),
        )
        ledger.append(row.work, "second_reader_asked", by=by, role=role, at=at, worksheet=row.pk, reader_mark=reading.reader_mark)
        mail.queue(reading.address, "Please read a fair-use worksheet", _letter(reading, at), key=f"second-reading-{reading.pk}", at=at)
    return reading


def withdraw(reading_id: int, *, by: Any, at: datetime) -> None:
    """Their link opens nothing from now on."""
    roles.check(by, Act.NAME_SECOND_READER)
    SecondReading.objects.filter(pk=reading_id, closed_at__isnull=True).update(closed_at=at)


def token_of(reading: SecondReading, *, at: datetime) -> str:
    return links.make(PURPOSE, reading.pk, at=at, lifetime=reading.ends_at - at)


def opened(token: str, *, at: datetime) -> SecondReading:
    """Whose link this is. Raises LinkForged, LinkExpired, or FormRefused once it was used or is not needed. Changes nothing."""
    number = links.read(PURPOSE, token, at=at)
    found = SecondReading.objects.select_related("worksheet__article__work__source", "worksheet__kept_copy", "worksheet__written_by")
    reading = found.filter(pk=number).first()
    if reading is None:
        raise links.LinkForged
    if reading.outcome:
        raise FormRefused(USED)
    if reading.closed_at:
        raise FormRefused(NO_LONGER)
    return reading


def answer(token: str, said: Reading, *, at: datetime) -> FairUseWorksheet:
    """Record the outside reader's yes, no, or back. Refused once the text is another than the one they were asked to read."""
    with transaction.atomic():
        row, article = lock(opened(token, at=at).worksheet_id)
        reading = opened(token, at=at)
        if is_author(row, reading.name, reading.address):
            raise MoveRefused(OWN)
        if reading.content_hash != revisions.content_hash(article):
            raise FormRefused(EDITED)
        reading.outcome, reading.reason, reading.answers, reading.closed_at = said.outcome, said.conclusion, said.answers, at
        reading.save(update_fields=["outcome", "reason", "answers", "closed_at"])
        if said.outcome == Outcome.APPROVED:
            row.approved_reading = reading
        close(row, article, said, by=None, role=ROLE, at=at, second_reading=reading.pk, reader_mark=reading.reader_mark)
    return row


def is_edited(reading: SecondReading) -> bool:
    """Is the text another than the one that this reader was asked to read?"""
    return reading.content_hash != revisions.content_hash(reading.worksheet.article)


def is_author(row: FairUseWorksheet, name: str, address: str) -> bool:
    """Is this the writer of the sheet under an address or a name of their own? Case, form and a "+tag" make no other person."""
    writer = row.written_by
    names = {_plain(writer.get_username()), _plain(writer.get_full_name())} - {""}
    return (bool(writer.email) and _mailbox(address) == _mailbox(writer.email)) or _plain(name) in names


def mark_of(address: str) -> str:
    """What the ledger holds instead of a person: another for each address, and nobody can read it back."""
    return salted_hmac("articles.second_reader", _mailbox(address), algorithm="sha256").hexdigest()


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _mailbox(address: str) -> str:
    local, _, domain = _plain(address).rpartition("@")
    return f"{local.partition('+')[0]}@{domain}"


def _refuse(row: FairUseWorksheet, name: str, address: str) -> None:
    found = []
    if not name.strip():
        found.append(Obstacle("no_name", "name", "The second reader has no name.", "Type it: it stands on the worksheet."))
    try:
        validate_email(address.strip())
    except ValidationError:
        found.append(Obstacle("no_address", "address", "This is no e-mail address.", "Type one, such as reader@example.org."))
    if found:
        raise FormRefused(*found)
    if is_author(row, name, address):
        raise FormRefused(Obstacle("own_worksheet", "address", OWN.message, "Name another person."))


def _letter(reading: SecondReading, at: datetime) -> str:
    house = House.objects.in_force(at)
    address = f"{settings.SITE_URL}{addresses.second_reading(token_of(reading, at=at))}"
    lines = [
        f"Dear {reading.name},",
        f"{house.name if house else 'Our newsroom'} would like to use another's work in “{reading.worksheet.article.headline}” and has "
        "written down why it finds that fair. Before we do, somebody who did not write it reads it. We ask you to be that person.",
        "The page shows our text beside the original, what the two share, and some questions. It takes about ten minutes. You say yes, no, "
        "or that something is missing:",
        address,
        f"The link is for you alone. It is good once, until {reading.ends_at:%d %B %Y}. Opening it changes nothing.",
        "Your name and address are kept with the worksheet.",
        f"{house.name}, {house.contact_desk}" if house else "",
    ]
    return "\n\n".join(line for line in lines if line) + "\n"


__all__ = ["EDITED", "OUTDATED", "answer", "ask", "is_author", "is_edited", "mark_of", "opened", "token_of", "withdraw"]
