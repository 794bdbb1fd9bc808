"""A real server on the loopback address for each behaviour that a site may show, and a gateway that leads to it.

The gateway stands below the judge: names resolve to a public address, and dialling that address reaches the server.
"""

import socket
import ssl
import threading
from collections.abc import Callable, Iterable
from contextlib import contextmanager

from house.outgoing import Gateway

PUBLIC = "93.184.215.14"
Behaviour = Callable[[socket.socket, bytes], None]


def answer(status="200 OK", body=b"", **headers) -> bytes:
    """A whole answer in bytes; header names are written with underscores."""
    named = {"content_length": str(len(body)), **headers}
    lines = [f"HTTP/1.1 {status}", *(f"{name.replace('_', '-')}: {value}" for name, value in named.items() if value is not None)]
    return "\r\n".join([*lines, "", ""]).encode() + body


class Server:
    """Counts the connections it got and keeps the requests it read."""

    def __init__(self, behaviour: Behaviour, *, certificate: str | None = None) -> None:
        self.behaviour = behaviour
        self.certificate = certificate
        self.requests: list[bytes] = []
        self.over = threading.Event()
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while not self.over.is_set():
            try:
                connected, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self._answer, args=(connected,), daemon=True).start()

    def _answer(self, connected: socket.socket) -> None:
        try:
            if self.certificate:
                context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
                context.load_cert_chain(self.certificate)
                connected = context.wrap_socket(connected, server_side=True)
            request = b""
            # A plain server that is greeted in TLS does not wait for the end of a request either.
            while b"\r\n\r\n" not in request and not request.startswith(b"\x16") and (piece := connected.recv(65536)):
                request += piece
            self.requests.append(request)
            self.behaviour(connected, request)
        except OSError:
            pass  # the client hung up, as it may
        finally:
            connected.close()


@contextmanager
def serving(behaviour: Behaviour | bytes, *, certificate: str | None = None):
    """A server that behaves so, or gives this one answer to everything."""
    server = Server(behaviour if callable(behaviour) else lambda connected, _: connected.sendall(behaviour), certificate=certificate)
    try:
        yield server
    finally:
        server.over.set()
        # Closing alone would still let one more connection in, since a thread waits in accept().
        server.listener.shutdown(socket.SHUT_RDWR)
        server.listener.close()


def gateway_to(server: Server, *, names: dict[str, Iterable[str]] | None = None) -> Gateway:
    """Every name has one public address unless `names` says otherwise; every judged address leads to the server."""
    return Gateway(
        resolver=lambda host, port: list((names or {}).get(host, [PUBLIC])),
        dialler=lambda address, port, timeout_seconds: socket.create_connection(("127.0.0.1", server.port), timeout_seconds),
    )
