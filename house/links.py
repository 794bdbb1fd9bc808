"""Secret links: a signed address part that says for what, carries a little, and ends.

A link for one purpose opens nothing else. It is not a record: what it allows is looked up when it is used,
so that it can be withdrawn, and a mailed link opens a page on which only a POST acts.
"""

from datetime import datetime, timedelta
from typing import Any

from django.core.signing import BadSignature, Signer

from .instants import aware

MAX_CHARS = 2000


class LinkForged(Exception):
    """The link is not one of ours, is for something else, or was cut off when it was copied."""

    message = "This link is not complete: open it again from the mail, or copy the whole of it."


class LinkExpired(Exception):
    """The link was ours, and its time is over."""

    message = "This link has ended: ask the newsroom for a new one."


def make(purpose: str, payload: Any, *, at: datetime, lifetime: timedelta) -> str:
    """A token for one purpose, good until `at + lifetime`, safe in an address. The payload is JSON, and readable by its bearer."""
    ends = int((aware(at) + lifetime).timestamp())
    token = _signer(purpose).sign_object({"ends": ends, "payload": payload})
    if len(token) > MAX_CHARS:
        raise ValueError("A link carries an id or two, not a document.")
    return token


def read(purpose: str, token: str, *, at: datetime) -> Any:
    """The payload of a token made for this purpose. Raises LinkForged, or LinkExpired from its end on."""
    now = aware(at).timestamp()
    if len(token) > MAX_CHARS or not token.isascii():
        raise LinkForged
    try:
        held = _signer(purpose).unsign_object(token)
    except BadSignature:
        raise LinkForged from None
    if now >= held["ends"]:
        raise LinkExpired
    return held["payload"]


def _signer(purpose: str) -> Signer:
    return Signer(salt=f"newsroom.link:{purpose}")
