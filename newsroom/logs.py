"""Log lines: one JSON object each, carrying the request they belong to.

Ids only, never the text of articles or readers' addresses: that is for the
caller of `logger.info` to keep, no formatter can.
"""

import json
import logging
import uuid
from collections.abc import Callable
from contextvars import ContextVar
from datetime import UTC, datetime

from django.http import HttpRequest, HttpResponseBase

from syndication.masking import masked

request_id: ContextVar[str] = ContextVar("request_id", default="")

# What every LogRecord has; the rest came in by `extra=` and belongs in the line.
STANDARD = set(logging.makeLogRecord({}).__dict__) | {"message", "request", "server_time", "taskName"}


class JsonLines(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "says": record.getMessage(),
        }
        if request_id.get():
            line["request"] = request_id.get()
        line |= {name: value for name, value in record.__dict__.items() if name not in STANDARD}
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)
        # Tracebacks and extras quote requests, too.
        return masked(json.dumps(line, default=str, ensure_ascii=False))


class RequestIdMiddleware:
    """Name each request, in its log lines and in its answer, so that one can be found from the other."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        token = request_id.set(uuid.uuid4().hex[:12])
        try:
            response = self.get_response(request)
            response["X-Request-ID"] = request_id.get()
            return response
        finally:
            request_id.reset(token)
