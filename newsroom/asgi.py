"""The server's entry: `gunicorn -k asgi newsroom.asgi:application`."""

import os

from newsroom.bridge import Bridge
from newsroom.wsgi import application as django

application = Bridge(django, threads=int(os.environ.get("REQUEST_THREADS", "8")))
