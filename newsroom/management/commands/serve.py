"""The server, in the process that prepared it: Python and Django start once, not once for each step.

Other programs may start it as they like: `gunicorn -k asgi newsroom.asgi:application` serves the same.
"""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connections
from gunicorn.app.base import BaseApplication
from gunicorn.util import import_app


class Command(BaseCommand):
    help = "Prepare, then serve until told to end (INT or TERM)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--bind", default=f"127.0.0.1:{settings.PORT}")
        parser.add_argument("--workers", type=int, default=2)
        parser.add_argument("--prepared", action="store_true", help="Nothing is to be prepared: `prepare` was run already.")

    def handle(self, *, bind: str, workers: int, prepared: bool, **options: object) -> None:
        if not prepared:
            call_command("prepare", stdout=self.stdout, stderr=self.stderr)
        # A connection must not be shared with the processes that are about to be forked.
        connections.close_all()
        Server({"bind": bind, "workers": workers}).run()


class Server(BaseApplication):
    SETTINGS = {
        "worker_class": "asgi",
        "asgi_loop": "uvloop",
        "asgi_lifespan": "on",
        # On by default since gunicorn 25: noise where HOME can't be written, a collision where two newsrooms share one.
        "control_socket_disable": True,
        # An idle kept-alive connection counts as busy, so every ordinary stop lasts as long as this.
        "graceful_timeout": 2,
        "keepalive": 5,
        "loglevel": "warning",
    }

    def __init__(self, chosen: dict[str, Any]) -> None:
        self.chosen = chosen
        super().__init__()

    def load_config(self) -> None:
        for name, value in {**self.SETTINGS, **self.chosen}.items():
            self.cfg.set(name, value)

    def load(self) -> object:
        # Not before `prepare` is through: the static files that it collects are listed once, when the application is made.
        return import_app("newsroom.asgi:application")
