"""Tokens that a partner makes and ends by itself. Each is named, shown once, and good for this partner's feed alone."""

import logging
from datetime import datetime

from django.db import transaction

from articles.refusals import FormRefused, MoveRefused, Obstacle
from syndication import access, trials
from syndication.models import FeedToken, Partner, PartnerContact

logger = logging.getLogger(__name__)

MOST = 10
LONGEST_NAME = 80
NO_NAME = Obstacle("token_name", "name", "The new address needs a name.", "Say in a word or two what it is for, such as “website”.")
LONG_NAME = Obstacle("token_name", "name", "That name is too long.", f"Use at most {LONGEST_NAME} characters.")
ENOUGH = Obstacle("tokens_enough", "name", f"You have {MOST} addresses in use.", "End one that you no longer need, then make another.")


def make(contact: PartnerContact, name: str, *, at: datetime) -> tuple[FeedToken, str]:
    """A new token for the contact's partner, and itself, which is kept nowhere. Raises Refused."""
    name = " ".join("".join(char if char.isprintable() else " " for char in name).split())
    if not name or len(name) > LONGEST_NAME:
        raise FormRefused(LONG_NAME if name else NO_NAME)
    with transaction.atomic():
        partner = Partner.objects.select_for_update().get(pk=contact.partner_id)
        if partner.is_stopped:
            raise MoveRefused(trials.STOPPED)
        if sum(row.is_good(at) for row in partner.tokens.all()) >= MOST:
            raise FormRefused(ENOUGH)
        row, token = access.make_token(partner.pk, at=at, name=name)
    logger.info("Contact %s of partner %s made token %s.", contact.pk, partner.pk, row.pk)
    return row, token


def end(contact: PartnerContact, token_id: int, *, at: datetime) -> FeedToken | None:
    """End one of the partner's own tokens from the next request on; None if it has no such token."""
    with transaction.atomic():
        row = FeedToken.objects.select_for_update().filter(pk=token_id, partner=contact.partner_id).first()
        if row and row.revoked_at is None:
            row.revoked_at = at
            row.save(update_fields=["revoked_at"])
            logger.info("Contact %s of partner %s ended token %s.", contact.pk, contact.partner_id, row.pk)
    return row
