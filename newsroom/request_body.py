"""Taking in a request's body on the event loop, where a slow sender costs nobody else anything.

Nothing here knows Django: a body comes whole or not at all.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from tempfile import SpooledTemporaryFile
from typing import IO, Any

Receive = Callable[[], Awaitable[dict[str, Any]]]

KEPT_IN_MEMORY_BYTES = 256 * 1024


class TooLarge(Exception):
    """The body is, or says that it will be, larger than we take."""


class TooSlow(Exception):
    """The body did not come in time."""


class SenderGone(Exception):
    """The connection ended before the body did. Nobody waits for an answer."""


@dataclass(frozen=True)
class BodyLimits:
    max_bytes: int = 20 * 1024 * 1024
    idle_seconds: float = 15  # between two pieces
    whole_seconds: float = 300  # a phone in the field with a picture of 15 MB


async def read_body(receive: Receive, declared_bytes: int, limits: BodyLimits) -> IO[bytes]:
    """Return the whole body, at its start. `declared_bytes` is what Content-Length says, 0 if nothing.

    Raises TooLarge, TooSlow or SenderGone.
    """
    if declared_bytes > limits.max_bytes:
        raise TooLarge
    body: IO[bytes] = SpooledTemporaryFile(max_size=KEPT_IN_MEMORY_BYTES)  # noqa: SIM115 -- the request closes it
    try:
        async with asyncio.timeout(limits.whole_seconds):
            await _fill(body, receive, limits)
    except BaseException as error:
        body.close()
        if isinstance(error, TimeoutError):
            raise TooSlow from error
        raise
    body.seek(0)
    return body


async def _fill(body: IO[bytes], receive: Receive, limits: BodyLimits) -> None:
    taken, more = 0, True
    while more:
        async with asyncio.timeout(limits.idle_seconds):
            message = await receive()
        if message["type"] == "http.disconnect":
            raise SenderGone
        taken += len(message["body"])
        if taken > limits.max_bytes:
            raise TooLarge
        body.write(message["body"])
        more = message.get("more_body", False)


async def discard(receive: Receive, seconds: float = 3) -> None:
    """Read on for a moment after a refusal: closed with bytes unread, the sender may lose our answer too."""
    try:
        async with asyncio.timeout(seconds):
            while (message := await receive())["type"] == "http.request" and message.get("more_body", False):
                pass
    except TimeoutError:
        pass
