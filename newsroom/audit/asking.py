"""Asks our own addresses in this process, through the whole chain of middleware, as the public and as a partner would."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from secrets import token_urlsafe

from django.conf import settings
from django.db import transaction
from django.test import Client

from articles import addresses
from syndication import access, memory
from syndication.models import FeedToken, Partner


@dataclass(frozen=True)
class Answer:
    status: int
    text: str
    robots: str = ""


class Asker:
    """A stranger without a session. Nothing that is asked is logged: an audit asks for everything."""

    def __init__(self) -> None:
        self.asked = 0
        self._client = Client(raise_request_exception=False, SERVER_NAME=settings.HOST)

    def get(self, path: str) -> Answer:
        self.asked += 1
        with _quiet():
            response = self._client.get(path, secure=settings.IS_HTTPS)
            content = b"".join(response) if response.streaming else response.content
        return Answer(response.status_code, content.decode("utf-8", "replace"), response.headers.get("X-Robots-Tag", ""))

    def feed_of(self, partner: Partner, at: datetime) -> Answer:
        """The feed as this partner would pull it now, by a token that nobody ever has: all of it is undone again."""
        with transaction.atomic():
            token = token_urlsafe()
            hashed = access.hash_of(token)
            FeedToken.objects.create(partner=partner, name="audit", token_hash=hashed, last_characters=token[-4:], created_at=at)
            answer = self.get(addresses.partner_feed(token))
            transaction.set_rollback(True)
        # Offers that are undone must not be remembered as said.
        memory.forget_all()
        return answer


@contextmanager
def _quiet() -> Iterator[None]:
    """What is undone again or asked for by nobody is not told either. Errors are."""
    was = logging.root.manager.disable
    logging.disable(logging.WARNING)
    try:
        yield
    finally:
        logging.disable(was)
