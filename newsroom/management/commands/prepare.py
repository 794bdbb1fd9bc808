"""All that must be done before the server starts, in one process: starting Python five times costs seconds."""

import os

from django.core.management import call_command, get_commands
from django.core.management.base import BaseCommand

from newsroom.static_files import collect


class Command(BaseCommand):
    help = "Migrate, make the cache table, collect static files, and fill the demonstration unless DEMO=0. Can be run again."

    def handle(self, **options: object) -> None:
        call_command("migrate", interactive=False, verbosity=0)
        self.stdout.write("The database is up to date.")
        call_command("createcachetable", verbosity=0)
        self.stdout.write("Static files collected." if collect() else "Static files are unchanged.")
        if os.environ.get("DEMO") != "0" and "demo" in get_commands():
            call_command("demo", stdout=self.stdout, stderr=self.stderr)
