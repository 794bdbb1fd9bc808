"""Letters that the newsroom writes: queued with the change they are about, handed over once.

A letter is claimed before it is handed to the mail server. One that was interrupted in between is listed as
"not known" and never sent again: a second copy of a grant or a takedown does more harm than a question.
"""

import contextlib
import hashlib
import logging
import smtplib
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.core.validators import validate_email

from .instants import aware
from .models import MailStatus, OutgoingMail

logger = logging.getLogger(__name__)

#: Longer than any hand-over takes: a claim older than this was left behind by a process that died.
CLAIM_HOLDS = timedelta(minutes=10)
#: How long a letter is offered again to a mail server that says "not now".
TRIES_FOR = timedelta(days=2)
#: Unless the operator sets another: a mail server that hangs must not hold the worker up for ever.
TIMEOUT_SECONDS = 30
AT_ONCE = 100


def queue(to: str, subject: str, text: str, *, key: str, at: datetime) -> OutgoingMail:
    """Write a letter to one person; `send_waiting` hands it over. The same key never makes a second letter.

    Belongs into the transaction of the change it tells about. Raises ValueError for an address that is none
    and for a naive time.
    """
    aware(at)
    try:
        validate_email(to)
    except ValidationError:
        raise ValueError("The letter needs one e-mail address, such as desk@example.org.") from None
    # A subject is one line, whatever a headline in it contains: a second line would be a header of its own.
    one_line = " ".join("".join(char if char.isprintable() else " " for char in subject).split())[:300]
    wanted = {"to": to, "subject": one_line, "text": text, "queued_at": at}
    return OutgoingMail.objects.get_or_create(key=key, defaults=wanted)[0]


def send_waiting(at: datetime) -> int:
    """Hand over what waits, the oldest first, and return how many the mail server took.

    If the mail server cannot be reached, everything keeps waiting.
    """
    list_abandoned_claims(aware(at))
    waiting = list(OutgoingMail.objects.filter(status=MailStatus.WAITING).order_by("queued_at", "pk")[:AT_ONCE])
    if not waiting:
        return 0
    connection: BaseEmailBackend = get_connection(timeout=settings.EMAIL_TIMEOUT or TIMEOUT_SECONDS)
    try:
        connection.open()
    except (OSError, smtplib.SMTPException) as error:
        logger.warning("The mail server cannot be reached (%s): %d letters wait.", type(error).__name__, len(waiting))
        return 0
    taken = _hand_over_all(waiting, connection, at)
    with contextlib.suppress(OSError, smtplib.SMTPException):
        connection.close()
    return taken


def _hand_over_all(waiting: list[OutgoingMail], connection: BaseEmailBackend, at: datetime) -> int:
    """Claim and hand over one by one, up to the first interruption: what has not been touched keeps waiting."""
    taken = 0
    for mail in waiting:
        if not _claim(mail, at):
            continue
        status = _hand_over(mail, connection, at)
        taken += status == MailStatus.SENT
        if status == MailStatus.NOT_KNOWN:
            break
    return taken


def list_abandoned_claims(at: datetime) -> int:
    """Mark letters whose hand-over was cut off long ago as "not known"; nobody can say whether they went out."""
    abandoned = OutgoingMail.objects.filter(status=MailStatus.CLAIMED, claimed_at__lte=at - CLAIM_HOLDS)
    return abandoned.update(status=MailStatus.NOT_KNOWN, settled_at=at)


def _claim(mail: OutgoingMail, at: datetime) -> bool:
    """Take a letter, if nobody took it first. Committed before the hand-over begins."""
    return OutgoingMail.objects.filter(pk=mail.pk, status=MailStatus.WAITING).update(status=MailStatus.CLAIMED, claimed_at=at) == 1


def _hand_over(mail: OutgoingMail, connection: BaseEmailBackend, at: datetime) -> MailStatus:
    try:
        connection.send_messages([_message(mail)])
        status = MailStatus.SENT
    except (smtplib.SMTPResponseException, smtplib.SMTPRecipientsRefused) as error:
        status = MailStatus.WAITING if _is_for_later(error) and at - mail.queued_at < TRIES_FOR else MailStatus.REFUSED
        logger.warning("The mail server did not take letter %s; it is %s.", mail.pk, status.value)
    except Exception:
        logger.exception("Letter %s was interrupted while it was handed over; it is not sent again.", mail.pk)
        status = MailStatus.NOT_KNOWN
    waits = status == MailStatus.WAITING
    OutgoingMail.objects.filter(pk=mail.pk).update(status=status, settled_at=None if waits else at, claimed_at=None if waits else at)
    return status


def _is_for_later(error: smtplib.SMTPException) -> bool:
    """Did the mail server say "not now" (4xx) rather than "no" (5xx)? Either way it did not take the letter."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return all(400 <= code < 500 for code, _ in error.recipients.values())
    return isinstance(error, smtplib.SMTPResponseException) and 400 <= error.smtp_code < 500


def _message(mail: OutgoingMail) -> EmailMessage:
    # The same letter has the same id for ever, so that whoever gets it twice after all can tell.
    fingerprint = hashlib.sha256(mail.key.encode()).hexdigest()[:32]
    headers = {"Message-ID": f"<{fingerprint}@{urlsplit(settings.SITE_URL).hostname}>", "Auto-Submitted": "auto-generated"}
    return EmailMessage(mail.subject, mail.text, settings.DEFAULT_FROM_EMAIL, [mail.to], headers=headers)
