"""Who is at the door of a partner's feed: tokens, made once, kept only as a hash, revoked at once.

A token is shown to one person at the moment it is made and can't be read again by anybody. It decides
nothing about articles: that a token fits only says which partner asks.
"""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from articles import roles
from articles.vocabulary import Act
from syndication.models import FeedToken, Partner

TOKEN_BYTES = 32
#: When a token was last used is written down at most so often: a poll shall not cost a write.
NOTED_EVERY = timedelta(minutes=10)


@dataclass(frozen=True)
class Asker:
    """Who asks, and by which token. What it is given holds at most `until`: then the token expires."""

    partner: Partner
    token: FeedToken

    @property
    def until(self) -> datetime | None:
        return self.token.expires_at


def issue_token(partner_id: int, *, by: Any, at: datetime, name: str = "main", expires_at: datetime | None = None) -> tuple[FeedToken, str]:
    """A new token, for who keeps partners. Returns its row and the token itself, which is kept nowhere."""
    roles.check(by, Act.KEEP_PARTNERS)
    return make_token(partner_id, at=at, name=name, expires_at=expires_at)


def make_token(partner_id: int, *, at: datetime, name: str = "main", expires_at: datetime | None = None) -> tuple[FeedToken, str]:
    """Make a token of 256 bits, for whom was asked already. Raises ValidationError for a name that is too long."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    row = FeedToken(
        partner_id=partner_id,
        name=name.strip() or "main",
        token_hash=hash_of(token),
        last_characters=token[-4:],
        created_at=at,
        expires_at=expires_at,
    )
    row.full_clean()
    row.save()
    return row, token


def revoke_token(token_id: int, *, by: Any, at: datetime) -> FeedToken:
    """End a token from the next request on. Revoking twice keeps the first moment."""
    roles.check(by, Act.KEEP_PARTNERS)
    with transaction.atomic():
        row = FeedToken.objects.select_for_update().get(pk=token_id)
        if row.revoked_at is None:
            row.revoked_at = at
            row.save(update_fields=["revoked_at"])
    return row


def asker_for(token: str, at: datetime, *, slug: str | None = None) -> Asker | None:
    """Who asks with this token; None if it is unknown, revoked or expired, or of another partner than `slug`.

    One query, whatever the answer.
    """
    row = FeedToken.objects.select_related("partner").filter(token_hash=hash_of(token)).first()
    if row is None or not row.is_good(at) or slug not in (None, row.partner.slug):
        return None
    _note_use(row, at)
    return Asker(row.partner, row)


def _note_use(row: FeedToken, at: datetime) -> None:
    if row.last_used_at is None or row.last_used_at + NOTED_EVERY <= at:
        FeedToken.objects.filter(pk=row.pk).update(last_used_at=at)


def hash_of(token: str) -> str:
    # Found by the hash, so how long the search takes says nothing about the token. A random token needs no slow hash.
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()
