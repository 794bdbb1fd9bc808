"""The one door through which the newsroom asks anything of another machine.

Every address is judged after it is resolved, and the judged address itself is dialled, again at each redirect.
Bytes, header bytes, hops and seconds are bounded. Nothing else in this code base may open a connection;
`house/tests/test_one_door.py` holds that. A test puts its own resolver and dialler *below* the judge.
"""

import contextlib
import gzip
import http.client
import io
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urljoin

from django.conf import settings

from house.charsets import decode
from house.judging import WEB_PORTS, FetchRefused, Refusal, Target, read_target, why_not

__all__ = ["DEFAULT", "FetchRefused", "Fetched", "Gateway", "Refusal", "fetch"]

MAX_BYTES = 5 * 1024 * 1024
TIMEOUT_SECONDS = 20.0
MAX_HEADER_BYTES = 64 * 1024
MAX_HOPS = 5
_REDIRECTS = {301, 302, 303, 307, 308}
#: What a caller's header may say to another site than the one it was meant for.
_HARMLESS = {"accept", "accept-language"}
_OURS = {"host", "connection", "user-agent", "accept-encoding", "content-length", "transfer-encoding"}

Resolver = Callable[[str, int], Iterable[str]]
Dialler = Callable[[str, int, float], socket.socket]


def resolve(host: str, port: int) -> list[str]:
    """Every numeric address of a name, in the system's order. Raises OSError if there is none."""
    answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(answer[4][0]) for answer in answers))


def dial(address: str, port: int, timeout_seconds: float) -> socket.socket:
    """Connect to a numeric address, and to nothing that a name might have become since."""
    return socket.create_connection((address, port), timeout_seconds)


@dataclass(frozen=True)
class Gateway:
    """What lies below the judge: how names become addresses, and how a judged address is connected to."""

    resolver: Resolver = resolve
    dialler: Dialler = dial


DEFAULT = Gateway()


@dataclass(frozen=True)
class Fetched:
    """An answer, whatever its status. `headers` have lower-case names; `hops` are the addresses asked, in order."""

    url: str
    final_url: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    fetched_at: datetime
    hops: tuple[str, ...] = field(default=())

    @property
    def is_ok(self) -> bool:
        return 200 <= self.status < 300

    @property
    def content_type(self) -> str:
        """The type without its parameters, in lower case; empty if the answer names none."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def text(self) -> str:
        return decode(self.body, self.headers.get("content-type", ""))


def fetch(
    url: str,
    *,
    max_bytes: int = MAX_BYTES,
    timeout_seconds: float = TIMEOUT_SECONDS,
    headers: Mapping[str, str] | None = None,
    gateway: Gateway = DEFAULT,
) -> Fetched:
    """GET one address. Raises FetchRefused with a sentence for an editor; never returns part of a body.

    `max_bytes` bounds the body as it is after decompression, `timeout_seconds` the whole, redirects included.
    `headers` go to the site they were meant for; after a redirect elsewhere only what is harmless is repeated.
    """
    deadline = _Deadline(timeout_seconds)
    asked = _sendable(headers or {})
    target = read_target(url, ports=_ports())
    first, hops = target.origin, [target.url]
    status, received, body = _ask(target, asked, max_bytes, deadline, gateway)
    while status in _REDIRECTS and "location" in received:
        if len(hops) > MAX_HOPS:
            raise FetchRefused(
                Refusal.TOO_MANY_REDIRECTS, "The page sends us on and on without arriving: give the address that it ends at."
            )
        with _said_of_a_redirect():
            target = read_target(_next_address(target, received["location"]), ports=_ports())
            hops.append(target.url)
            sent = asked if target.origin == first else {name: value for name, value in asked.items() if name.lower() in _HARMLESS}
            status, received, body = _ask(target, sent, max_bytes, deadline, gateway)
    return Fetched(url, target.url, status, received, body, datetime.now(UTC), tuple(hops))


def _next_address(target: Target, location: str) -> str:
    # Headers arrive as Latin-1, but what sites put there is UTF-8.
    written = location.encode("latin-1", "replace").decode("utf-8", "replace").strip()
    try:
        return urljoin(target.url, written)
    except ValueError:
        raise FetchRefused(
            Refusal.BAD_ADDRESS, "The page sends us on to an address that cannot be read: give the one that it ends at."
        ) from None


@contextlib.contextmanager
def _said_of_a_redirect() -> Iterator[None]:
    try:
        yield
    except FetchRefused as refused:
        if refused.code != Refusal.PRIVATE_ADDRESS:
            raise
        raise FetchRefused(Refusal.REDIRECT_TO_PRIVATE, f"The page sends us on to another address. {refused.message}") from None


def _ports() -> frozenset[int]:
    """Web ports, and those that the operator added for partners on odd ones."""
    return WEB_PORTS | frozenset(getattr(settings, "OUTGOING_PORTS", ()))


def _sendable(headers: Mapping[str, str]) -> dict[str, str]:
    """A caller's headers, checked: ours are ours, and a value can't smuggle in another line."""
    for name, value in headers.items():
        if name.lower() in _OURS or not name.replace("-", "").isalnum() or not (name + value).isascii() or not value.isprintable():
            raise ValueError(f"The header {name!r} can't be set here.")
    return dict(headers)


def user_agent() -> str:
    return f"Newsroom/0.1 (+{settings.SITE_URL}; {settings.DEFAULT_FROM_EMAIL})"


class _Deadline:
    """One clock for a whole fetch, so that a body fed drop by drop ends too."""

    def __init__(self, seconds: float) -> None:
        self._ends = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds left, more than none. Raises FetchRefused when the time is over."""
        left = self._ends - time.monotonic()
        if left <= 0:
            raise FetchRefused(Refusal.TOO_SLOW, "The site took too long to answer: try again later, or paste the page's text instead.")
        return left


class _Incoming(io.RawIOBase):
    """The bytes that come, with the deadline before every read and a bound on them all."""

    def __init__(self, connected: socket.socket, deadline: _Deadline) -> None:
        self._socket = connected
        self._deadline = deadline
        self.allowance = MAX_HEADER_BYTES

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        self._socket.settimeout(self._deadline.left())
        count = self._socket.recv_into(buffer)
        self.allowance -= count
        if self.allowance < 0:
            raise _too_large()
        return count


class _Wire:
    """A connected socket, as much of one as http.client uses. It stays open until `hang_up`."""

    def __init__(self, connected: socket.socket, deadline: _Deadline) -> None:
        self._socket = connected
        self._deadline = deadline
        self.incoming = _Incoming(connected, deadline)

    def sendall(self, data: bytes) -> None:
        self._socket.settimeout(self._deadline.left())
        self._socket.sendall(data)

    def makefile(self, *_: Any, **__: Any) -> io.BufferedReader:
        return io.BufferedReader(self.incoming)

    def close(self) -> None:
        """http.client lets go of the socket before the body is read; a real one stays open then as well."""

    def hang_up(self) -> None:
        self._socket.close()


def _ask(
    target: Target, headers: Mapping[str, str], max_bytes: int, deadline: _Deadline, gateway: Gateway
) -> tuple[int, dict[str, str], bytes]:
    """One request and its answer. A redirect's body is not read."""
    try:
        wire = _Wire(_connect(target, deadline, gateway), deadline)
        try:
            return _exchange(wire, target, headers, max_bytes)
        finally:
            wire.hang_up()
    except TimeoutError:
        deadline.left()
        raise FetchRefused(Refusal.TOO_SLOW, "The site stopped answering: try again later, or paste the page's text instead.") from None
    except ssl.SSLError as error:
        raise _tls(target, error) from error
    except (http.client.HTTPException, OSError, EOFError, zlib.error, ValueError) as error:
        raise FetchRefused(
            Refusal.BROKEN_ANSWER,
            f"The site {target.host} gave an answer that cannot be read: try again later, or paste the page's text instead.",
        ) from error


def _exchange(wire: _Wire, target: Target, headers: Mapping[str, str], max_bytes: int) -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection(target.host, target.port)
    connection.sock = wire  # what http.client uses of a socket: sendall, makefile, close
    connection.putrequest("GET", target.path, skip_host=True, skip_accept_encoding=True)
    standing = {"Host": target.authority, "User-Agent": user_agent(), "Accept-Encoding": "gzip", "Connection": "close"}
    for name, value in {**standing, **headers}.items():
        connection.putheader(name, value)
    connection.endheaders()
    answer = connection.getresponse()
    received: dict[str, str] = {}
    for name, value in answer.getheaders():
        received[name.lower()] = f"{received[name.lower()]}, {value}" if name.lower() in received else value
    if answer.status in _REDIRECTS and "location" in received:
        return answer.status, received, b""
    # Chunked bodies may wrap each byte in several more; a body that is mostly wrapping is an attack.
    wire.incoming.allowance = 8 * max_bytes + MAX_HEADER_BYTES
    return answer.status, received, _read_body(answer, received.get("content-encoding", ""), max_bytes)


def _read_body(answer: http.client.HTTPResponse, encoding: str, max_bytes: int) -> bytes:
    """The body after decompression, or a refusal; never more than `max_bytes` in memory, whatever the sender claims."""
    source: Any = answer
    match encoding.strip().lower():
        case "" | "identity":
            if answer.length is not None and answer.length > max_bytes:
                raise _too_large()
        case "gzip" | "x-gzip":
            source = gzip.GzipFile(fileobj=answer)
        case _:
            raise FetchRefused(
                Refusal.BROKEN_ANSWER, "The site packs its answer in a way that we did not ask for: paste the page's text instead."
            )
    pieces, size = [], 0
    while piece := source.read(min(64 * 1024, max_bytes + 1 - size)):
        pieces.append(piece)
        size += len(piece)
        if size > max_bytes:
            raise _too_large()
    if answer.length:  # http.client notices a body that broke off only when it is read in one go
        raise EOFError("the body broke off")
    return b"".join(pieces)


def _connect(target: Target, deadline: _Deadline, gateway: Gateway) -> socket.socket:
    addresses = _judged_addresses(target, deadline, gateway)
    connected = _dial_one_of(addresses, target, deadline, gateway)
    if target.scheme == "http":
        return connected
    try:
        connected.settimeout(deadline.left())
        return ssl.create_default_context().wrap_socket(connected, server_hostname=target.host)
    except BaseException:
        connected.close()
        raise


def _dial_one_of(addresses: list[str], target: Target, deadline: _Deadline, gateway: Gateway) -> socket.socket:
    for number, address in enumerate(addresses):
        with contextlib.suppress(OSError):
            # A dead first address must leave time for the next.
            return gateway.dialler(address, target.port, deadline.left() / (len(addresses) - number))
    raise FetchRefused(Refusal.NO_CONNECTION, f"The site {target.host} does not answer: check the address, or try again later.")


def _judged_addresses(target: Target, deadline: _Deadline, gateway: Gateway) -> list[str]:
    """Every answer of the resolver, all of them public. One that is not refuses the whole name."""
    addresses = [target.host] if target.is_numeric else _resolve_in_time(target, deadline, gateway)
    for address in addresses:
        if why := why_not(address):
            raise FetchRefused(
                Refusal.PRIVATE_ADDRESS,
                f"The site {target.host} stands at {why}, where we fetch nothing: give a page that the public can open, or paste its text.",
            )
    return addresses


def _resolve_in_time(target: Target, deadline: _Deadline, gateway: Gateway) -> list[str]:
    """Resolve in a thread of its own: the system's resolver knows no time limit."""
    found: list[str] = []

    def look_up() -> None:
        # Nothing found stays an empty list, and that is the answer.
        with contextlib.suppress(OSError, UnicodeError):
            found.extend(gateway.resolver(target.host, target.port))

    thread = threading.Thread(target=look_up, daemon=True)
    thread.start()
    thread.join(deadline.left())
    deadline.left()
    if not found:
        raise FetchRefused(Refusal.NO_SUCH_HOST, f"We find no site {target.host}: check the spelling of the address, or try again later.")
    return list(found)


def _too_large() -> FetchRefused:
    return FetchRefused(Refusal.TOO_LARGE, "The page is too large for us to take: paste the article's text instead.")


def _tls(target: Target, error: ssl.SSLError) -> FetchRefused:
    reason = getattr(error, "verify_message", "") or "no secure connection came about"
    return FetchRefused(
        Refusal.TLS,
        f"The site {target.host} could not prove that it is itself ({reason}): open it in a browser, and paste the page's text.",
    )
