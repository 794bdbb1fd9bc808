"""An answer made smaller, if whoever asks can take it so."""

import gzip
import re

import brotli

#: Shorter answers fit into one packet as they are.
WORTH_BYTES = 1_000
#: Feeds are compressed once and sent a few times: a middle way.
GZIP_LEVEL, BROTLI_QUALITY = 5, 4

#: By preference.
CODINGS = ("br", "gzip")

_WEIGHT = re.compile(r"q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)", re.IGNORECASE)


def accepted(header: str) -> str:
    """The coding to use for an `Accept-Encoding` header; "" for none."""
    weights = _weights(header)
    found = [(weights.get(coding, weights.get("*", 0.0)), coding) for coding in CODINGS]
    best = max(found, key=lambda pair: pair[0])
    return best[1] if best[0] > 0 else ""


def encode(body: bytes, coding: str) -> bytes:
    """The same bytes for the same body, always: a validator may stand for them."""
    if coding == "br":
        return bytes(brotli.compress(body, quality=BROTLI_QUALITY))
    if coding == "gzip":
        return gzip.compress(body, GZIP_LEVEL, mtime=0)
    return body


def _weights(header: str) -> dict[str, float]:
    found = {}
    for part in header.split(","):
        coding, *parameters = part.split(";")
        weight = next((match for parameter in parameters if (match := _WEIGHT.fullmatch(parameter.strip()))), None)
        found[coding.strip().lower()] = float(weight[1]) if weight else 1.0
    return found
