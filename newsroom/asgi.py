"""The server's entry: `gunicorn -k asgi newsroom.asgi:application`."""

import os
from typing import Any

from house import ready
from newsroom.bridge import Bridge
from newsroom.wsgi import application as django
from newsroom.wsgi_call import Answer

read = ready.reader()


def unchanged(scope: dict[str, Any]) -> Answer | None:
    """Say that nothing has changed, where that is certain."""
    headers = read(scope)
    return Answer(304, headers) if headers else None


application = Bridge(django, threads=int(os.environ.get("REQUEST_THREADS", "8")), ready=unchanged)
