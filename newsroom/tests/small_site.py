"""A site small enough to see what the bridge does: Django with one view and nothing else. Started by test_asgi.py."""

import os
import threading
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import django
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.urls import path

from newsroom.bridge import Bridge
from newsroom.request_body import BodyLimits
from newsroom.wsgi_call import Answer

LONG = 3 * 1024 * 1024
seen: Counter[str] = Counter()
lock = threading.Lock()


def count(name: str) -> None:
    with lock:
        seen[name] += 1


def view(request: HttpRequest, rest: str) -> HttpResponseBase:
    name, _, argument = rest.partition("/")
    return globals()["show_" + name.replace("-", "_")](request, argument)


def show_echo(request: HttpRequest, argument: str) -> HttpResponse:
    meta = request.META
    lines = [request.method, request.path, meta["QUERY_STRING"], meta.get("HTTP_X_WORD"), meta.get("HTTP_COOKIE"), meta["REMOTE_ADDR"]]
    return HttpResponse("\n".join(map(str, [*lines, len(request.body)])))


def show_body(request: HttpRequest, argument: str) -> HttpResponse:
    count("body")
    return HttpResponse(request.body)


def show_number(request: HttpRequest, argument: str) -> HttpResponse:
    return HttpResponse(argument)


def show_pieces(request: HttpRequest, argument: str) -> HttpResponse:
    return HttpResponse(["piece"] * 1000)


def show_status(request: HttpRequest, argument: str) -> HttpResponse:
    return HttpResponse("not to be seen", status=int(argument))


def show_sleep(request: HttpRequest, argument: str) -> HttpResponse:
    time.sleep(float(argument))
    return HttpResponse("awake")


def show_error(request: HttpRequest, argument: str) -> HttpResponse:
    raise RuntimeError("meant")


def show_stream(request: HttpRequest, argument: str) -> StreamingHttpResponse:
    def pieces() -> Iterator[bytes]:
        for _ in range(LONG // 1024):
            yield b"x" * 1024

    return counted_closing(StreamingHttpResponse(pieces()), "stream")


def show_broken_stream(request: HttpRequest, argument: str) -> StreamingHttpResponse:
    def pieces() -> Iterator[bytes]:
        yield b"so far "
        raise RuntimeError("meant")

    return StreamingHttpResponse(pieces())


def show_file(request: HttpRequest, argument: str) -> FileResponse:
    file = Path(os.environ["SMALL_SITE"], "long")
    if not file.exists():
        file.write_bytes(b"x" * LONG)
    return counted_closing(FileResponse(file.open("rb")), "file")


def show_count(request: HttpRequest, argument: str) -> HttpResponse:
    return HttpResponse(str(seen[argument]))


def counted_closing(response: StreamingHttpResponse, name: str) -> StreamingHttpResponse:
    close = response.close
    response.close = lambda: (count(name), close())  # type: ignore[method-assign]
    return response


def ready(scope: dict) -> Answer | None:
    return Answer(200, [(b"content-length", b"5")], b"ready") if scope["path"] == "/ready" else None


settings.configure(
    ALLOWED_HOSTS=["*"],
    ROOT_URLCONF=__name__,
    SECRET_KEY="of no worth",
    MIDDLEWARE=["django.middleware.common.CommonMiddleware"],
    DATA_UPLOAD_MAX_MEMORY_SIZE=2 * 1024 * 1024,
    LOGGING_CONFIG=None,
)
django.setup()
urlpatterns = [path("<path:rest>", view)]
limits = BodyLimits(max_bytes=1024 * 1024, idle_seconds=2, whole_seconds=20)
application = Bridge(WSGIHandler(), threads=2, limits=limits, waiting_most=4, ready=ready)
