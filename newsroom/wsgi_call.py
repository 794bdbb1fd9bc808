"""One request handed to Django's WSGI handler, and its answer taken back. Runs in a thread of the pool.

The answer is finished when it leaves here: small pieces joined, the response
closed. Only a large file is left to be read piece by piece while it is sent.
A stream without an end has no place here.
"""

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from tempfile import SpooledTemporaryFile
from typing import IO, Any, Protocol
from urllib.parse import unquote_to_bytes

Headers = list[tuple[bytes, bytes]]
WsgiHandler = Callable[[dict[str, Any], Any], Any]

SENT_AT_ONCE_BYTES = 256 * 1024
IN_MEMORY_BYTES = 4 * 1024 * 1024


class Readable(Protocol):
    def read(self, size: int = -1, /) -> bytes: ...
    def close(self) -> None: ...


@dataclass
class Answer:
    """What goes back. `rest`, if any, is sent after `body`, and closed after that."""

    status: int
    headers: Headers
    body: bytes = b""
    rest: Readable | None = None

    @property
    def may_have_body(self) -> bool:
        return self.status >= 200 and self.status not in (204, 304)

    def close(self) -> None:
        if self.rest is not None:
            self.rest.close()


class FileToSend:
    """Django's way to hand over an open file (`wsgi.file_wrapper`). Closing it closes the response."""

    def __init__(self, file: IO[bytes], block_bytes: int = 0) -> None:
        self.file = file

    def read(self, size: int = -1) -> bytes:
        return self.file.read(size)

    def close(self) -> None:
        self.file.close()


def environ_from(scope: dict[str, Any], body: IO[bytes]) -> dict[str, Any]:
    """Make a WSGI environ. The length is that of the body in hand, whatever the sender said."""
    body_bytes = body.seek(0, 2)
    body.seek(0)
    environ: dict[str, Any] = {
        "REQUEST_METHOD": scope["method"],
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote_to_bytes(scope["raw_path"]).decode("latin-1"),
        "QUERY_STRING": scope["query_string"].decode("latin-1"),
        "SERVER_PROTOCOL": f"HTTP/{scope['http_version']}",
        "SERVER_NAME": (scope["server"] or ("localhost", 0))[0],
        "SERVER_PORT": str((scope["server"] or ("localhost", 0))[1] or ""),
        "REMOTE_ADDR": (scope["client"] or ("",))[0],
        "CONTENT_LENGTH": str(body_bytes),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope["scheme"],
        "wsgi.input": body,
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
        "wsgi.file_wrapper": FileToSend,
    }
    for name, value in scope["headers"]:
        _add_header(environ, name.decode("latin-1"), value.decode("latin-1"))
    return environ


def _add_header(environ: dict[str, Any], name: str, value: str) -> None:
    if name in ("content-length", "transfer-encoding"):
        return
    key = "CONTENT_TYPE" if name == "content-type" else "HTTP_" + name.upper().replace("-", "_")
    if key in environ:
        # HTTP/2 may split cookies; everything else that comes twice is a list.
        value = environ[key] + ("; " if name == "cookie" else ",") + value
    environ[key] = value


def call(handler: WsgiHandler, environ: dict[str, Any]) -> Answer:
    """Run the request to its end and return the finished answer."""
    started: list[tuple[str, list[tuple[str, str]]]] = []
    try:
        response = handler(environ, lambda status, headers, exc_info=None: started.append((status, headers)))
        body, rest = _finish(response)
    finally:
        environ["wsgi.input"].close()
    status, headers = started[-1]
    answer = Answer(int(status[:3]), [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers], body, rest)
    if rest is None and answer.may_have_body and not any(name == b"content-length" for name, _ in answer.headers):
        answer.headers.append((b"content-length", str(len(body)).encode()))
    return answer


def _finish(response: Iterable[bytes]) -> tuple[bytes, Readable | None]:
    """Return the answer's body and, where that is long, a file with what follows it."""
    if isinstance(response, FileToSend):
        return _head_and_rest(response)
    try:
        if not getattr(response, "streaming", False):
            return b"".join(response), None
        whole = SpooledTemporaryFile(max_size=IN_MEMORY_BYTES)  # noqa: SIM115 -- closed when it is sent
        whole.writelines(response)
    finally:
        # This is what tells Django that the request is finished. A plain list, from a bare handler, has none.
        getattr(response, "close", lambda: None)()
    whole.seek(0)
    return _head_and_rest(whole)


def _head_and_rest(file: Readable) -> tuple[bytes, Readable | None]:
    head = file.read(SENT_AT_ONCE_BYTES)
    if len(head) < SENT_AT_ONCE_BYTES:
        file.close()
        return head, None
    return head, file
