"""When two web addresses lead to the same place. Pure.

http and https, the case and the Punycode of the host, a default port, a fragment and the marks of a campaign change
nothing about where a link leads. Everything else does.
"""

import re
from functools import lru_cache
from urllib.parse import quote, unquote, urljoin, urlsplit

_CAMPAIGN = re.compile(r"(?:utm_[a-z]+|fbclid|gclid)=[^&]*&?")
_PORTS = {"http": 80, "https": 443}
_SAFE = "/:@!$&'()*+,;=~-._"
_CC = re.compile(
    r"^web:(?:www\.)?creativecommons\.org(/(?:licenses|publicdomain)/[a-z0-9.+/-]+?)(?:/(?:deed|legalcode)(?:\.[a-z_-]+)?)?/?\??$", re.I
)


def same(first: str, second: str, base: str = "") -> bool:
    """Do both lead to the same place? False where either is no address."""
    # Nothing, joined to where we are, would lead here.
    place = placed(first, base) if first.strip() and second.strip() else ""
    return bool(place) and place == placed(second, base)


@lru_cache(maxsize=2048)
def placed(address: str, base: str = "") -> str:
    """One spelling of the address, "" where it can't be read as one."""
    try:
        parts = urlsplit(urljoin(base, address.strip()))
        port = "" if parts.port in (None, _PORTS.get(parts.scheme)) else f":{parts.port}"
        host = _host(parts.hostname or "")
    except ValueError:
        return ""
    if parts.scheme not in _PORTS or not host:
        return address.strip() if parts.scheme in ("mailto", "data") else ""
    query = _CAMPAIGN.sub("", parts.query).rstrip("&")
    place = f"web:{host}{port}{quote(unquote(parts.path or '/'), safe=_SAFE)}?{quote(unquote(query), safe=_SAFE + '?')}"
    licence = _CC.match(place)
    # A licence's deed and its legal code, in any language, are the licence.
    return f"cc:{licence[1].rstrip('/').lower()}" if licence else place


def _host(host: str) -> str:
    try:
        return host.encode("idna").decode().lower()
    except UnicodeError:
        return host.lower()
