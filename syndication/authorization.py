"""What an Authorization header says. Basic: the partner's short name as user, the token as password. Bearer: the token.

Pure: it judges nobody and knows no rows.
"""

import base64
import binascii
from dataclasses import dataclass

#: No credentials of ours are longer. What is longer is not decoded.
LONGEST = 400


@dataclass(frozen=True)
class Shown:
    """A token, and whose it is said to be; None where nobody said. An empty token is good for nothing."""

    token: str
    slug: str | None = None


NOTHING = Shown("")


def in_header(authorization: str) -> Shown:
    """What an Authorization header says. Malformed, of another scheme or absurdly long is as good as nothing."""
    scheme, _, rest = authorization.strip().partition(" ")
    if len(rest) > LONGEST:
        return NOTHING
    if scheme.lower() == "bearer":
        return Shown(rest.strip())
    return _basic(rest.strip()) if scheme.lower() == "basic" else NOTHING


def _basic(encoded: str) -> Shown:
    try:
        slug, colon, token = base64.b64decode(encoded, validate=True).decode().partition(":")
    except (binascii.Error, ValueError):
        return NOTHING
    return Shown(token, slug) if colon else NOTHING
