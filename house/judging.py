"""May we connect there? The judge of every address that a person or a feed gives us.

Pure: reads an address into a `Target` and judges numeric addresses. It resolves nothing and connects to
nothing; `house.outgoing` resolves, asks here about every answer, and dials only what was judged.
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from ipaddress import AddressValueError, IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from urllib.parse import SplitResult, quote, urlsplit

WEB_PORTS = frozenset({80, 443})
MAX_ADDRESS_CHARS = 4096


class Refusal(StrEnum):
    """Why an address was not fetched."""

    NOT_HTTP = "not_http"
    BAD_ADDRESS = "bad_address"
    CREDENTIALS = "credentials"
    PORT = "port"
    PRIVATE_ADDRESS = "private_address"
    REDIRECT_TO_PRIVATE = "redirect_to_private"
    TOO_MANY_REDIRECTS = "too_many_redirects"
    NO_SUCH_HOST = "no_such_host"
    NO_CONNECTION = "no_connection"
    TLS = "tls"
    TOO_LARGE = "too_large"
    TOO_SLOW = "too_slow"
    BROKEN_ANSWER = "broken_answer"


class FetchRefused(Exception):
    """An address was not fetched. `message` is a whole sentence for an editor; `code` is stable."""

    def __init__(self, code: Refusal, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


@dataclass(frozen=True)
class Target:
    """One judged place to ask: `host` is ASCII, in lower case, without brackets; `path` begins with a slash."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def is_numeric(self) -> bool:
        """Is the host an address already, with nothing to resolve?"""
        return ":" in self.host or _NUMBER.fullmatch(self.host.rpartition(".")[2]) is not None

    @property
    def authority(self) -> str:
        """What belongs into the Host header: the port only where it is not the scheme's own."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _DEFAULT_PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> tuple[str, str, int]:
        return (self.scheme, self.host, self.port)

    @property
    def url(self) -> str:
        return f"{self.scheme}://{self.authority}{self.path}"


_DEFAULT_PORTS = {"http": 80, "https": 443}

# The IANA special-purpose registries, written out: Python 3.11's `is_global` calls several of these global.
# https://www.iana.org/assignments/iana-ipv4-special-registry/ and …/iana-ipv6-special-registry/
_IPV4_REFUSED = tuple(
    (IPv4Network(network), why)
    for network, why in (
        ("0.0.0.0/8", "an unspecified address"),
        ("10.0.0.0/8", "a private address"),
        ("100.64.0.0/10", "an address shared inside a provider's network"),
        ("127.0.0.0/8", "a loopback address"),
        ("169.254.0.0/16", "a link-local address"),
        ("172.16.0.0/12", "a private address"),
        ("192.0.0.0/24", "an address reserved for protocols"),
        ("192.0.2.0/24", "an address reserved for documentation"),
        ("192.88.99.0/24", "an address reserved for a retired tunnel"),
        ("192.168.0.0/16", "a private address"),
        ("198.18.0.0/15", "an address reserved for measuring networks"),
        ("198.51.100.0/24", "an address reserved for documentation"),
        ("203.0.113.0/24", "an address reserved for documentation"),
        ("224.0.0.0/4", "a multicast address"),
        ("240.0.0.0/4", "a reserved address"),
    )
)
_IPV6_REFUSED = tuple(
    (IPv6Network(network), why)
    for network, why in (
        ("::/128", "an unspecified address"),
        ("::1/128", "a loopback address"),
        ("64:ff9b:1::/48", "an address of a local translation network"),
        ("fc00::/7", "a private address"),
        ("fe80::/10", "a link-local address"),
        ("fec0::/10", "a private address"),
        ("ff00::/8", "a multicast address"),
        ("2001::/23", "an address reserved for protocols"),
        ("2001:db8::/32", "an address reserved for documentation"),
        ("3fff::/20", "an address reserved for documentation"),
    )
)
_IPV6_GLOBAL = IPv6Network("2000::/3")
_NAT64 = IPv6Network("64:ff9b::/96")
_IPV4_COMPATIBLE = IPv6Network("::/96")
_ISATAP = {0x00005EFE, 0x02005EFE}


def why_not(address: str) -> str | None:
    """Say why this numeric address may not be connected to; None means that it is public.

    An IPv6 address that carries an IPv4 one is judged by what it carries. Raises ValueError if it is not numeric.
    """
    found = ip_address(address)
    if isinstance(found, IPv4Address):
        return _first_match(found)
    if found.scope_id:
        return "an address of one network card"
    for inner in carried_ipv4(found):
        if why := _first_match(inner):
            return f"{why} inside an IPv6 address"
    if found in _NAT64 or found.ipv4_mapped:
        return None
    if why := _first_match(found):
        return why
    return None if found in _IPV6_GLOBAL else "a reserved address"


def carried_ipv4(address: IPv6Address) -> list[IPv4Address]:
    """Every IPv4 address inside an IPv6 one: mapped, compatible, NAT64, 6to4, Teredo, ISATAP."""
    number = int(address)
    last = IPv4Address(number & 0xFFFFFFFF)
    if address.ipv4_mapped:
        return [address.ipv4_mapped]
    if address in _NAT64 or (address in _IPV4_COMPATIBLE and number > 1):
        return [last]
    if address.sixtofour:
        return [address.sixtofour]
    if address.teredo:
        return list(address.teredo)
    return [last] if (number >> 32) & 0xFFFFFFFF in _ISATAP else []


def _first_match(address: IPv4Address | IPv6Address) -> str | None:
    table = _IPV4_REFUSED if isinstance(address, IPv4Address) else _IPV6_REFUSED
    return next((why for network, why in table if address in network), None)


def read_target(address: str, *, ports: frozenset[int] = WEB_PORTS) -> Target:
    """Read an address as typed or redirected to. Raises FetchRefused where it is not a plain web address."""
    parts = _split(address.strip())
    if parts.scheme not in _DEFAULT_PORTS:
        raise FetchRefused(Refusal.NOT_HTTP, "Only web addresses can be fetched: give one that begins with https:// or http://.")
    if "@" in parts.netloc:
        raise FetchRefused(Refusal.CREDENTIALS, "The address contains a user name or password: give it without the part before the @.")
    port = _port(parts)
    if port not in ports:
        raise FetchRefused(
            Refusal.PORT, f"The address names port {port}, which we do not call: give the page's ordinary address without a port."
        )
    host = _host(parts.netloc)
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._") + (f"?{quote(parts.query, safe=_QUERY_SAFE)}" if parts.query else "")
    return Target(parts.scheme, host, port, path)


_QUERY_SAFE = "/?%:@!$&'()*+,;=~-._[]|^`{}"
# What browsers forgive differs from what libraries forgive, and such gaps are how a judge is deceived: refuse them all.
_FORBIDDEN = re.compile(r"[\x00-\x20\x7f-\xa0\\\ud800-\udfff\u2028\u2029]")


def _split(address: str) -> SplitResult:
    if not address or len(address) > MAX_ADDRESS_CHARS or _FORBIDDEN.search(address):
        raise _bad("The address is empty, too long or contains spaces or control characters: copy it again from the browser.")
    try:
        parts = urlsplit(address)
    except ValueError:
        raise _bad("The address cannot be read: copy it again from the browser.") from None
    if parts.scheme in _DEFAULT_PORTS and not parts.netloc:
        raise _bad("The address names no site: give it whole, such as https://news.example.org/story.")
    return parts


def _port(parts: SplitResult) -> int:
    try:
        return _DEFAULT_PORTS[parts.scheme] if parts.port is None else parts.port
    except ValueError:
        raise _bad("The address has a port that is not a number: give it without the part after the colon.") from None


def _host(netloc: str) -> str:
    if "[" in netloc or "]" in netloc:
        literal = _BRACKETED.fullmatch(netloc)
        return _ipv6_literal(literal[1] if literal else "")
    host = _to_ascii(netloc.partition(":")[0]).removesuffix(".")
    if not host or len(host) > 253 or not all(_LABEL.fullmatch(label) for label in host.split(".")):
        raise _bad("The address names no site that can exist: check the part between // and the next slash.")
    if _NUMBER.fullmatch(host.rpartition(".")[2]):
        return _ipv4_literal(host)
    return host


_BRACKETED = re.compile(r"\[([^\[\]]*)\](?::\d*)?")
_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")
# A last label that is a number makes the system's resolver read the whole as an IPv4 address, also octal, hex and short.
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")


def _ipv6_literal(text: str) -> str:
    try:
        found = IPv6Address(text)
    except AddressValueError:
        raise _bad("The address has a numeric host that cannot be read: give the site's name instead.") from None
    if found.scope_id:
        raise FetchRefused(Refusal.PRIVATE_ADDRESS, "The address leads into our own network, where we fetch nothing: give a public page.")
    return str(found)


def _ipv4_literal(host: str) -> str:
    try:
        return str(IPv4Address(host))
    except AddressValueError:
        raise _bad("The address writes its host as a bare number: give the site's name instead.") from None


def _to_ascii(host: str) -> str:
    """Bring a host to its ASCII form. A name that changes under normalising is a disguise, and is refused."""
    lowered = host.lower()
    if lowered.isascii():
        return lowered
    if unicodedata.normalize("NFKC", lowered) != lowered:
        raise _bad("The site's name is written in look-alike characters: type it in plain letters.")
    if any(unicodedata.category(char)[0] not in "LMN" and char not in "-." for char in lowered):
        raise _bad("The site's name contains characters that no name may have: copy it again from the browser.")
    return ".".join(label if label.isascii() else f"xn--{label.encode('punycode').decode('ascii')}" for label in lowered.split("."))


def _bad(message: str) -> FetchRefused:
    return FetchRefused(Refusal.BAD_ADDRESS, message)
