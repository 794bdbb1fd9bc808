"""All that must be done before the server starts, in one process: starting Python five times costs seconds."""

import gc
import os
from contextlib import nullcontext

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connection

from newsroom.demonstration import reading
from newsroom.demonstration.filling import studio
from newsroom.static_files import collect


class Command(BaseCommand):
    help = "Migrate, make the cache table, collect static files, and fill the demonstration unless DEMO=0. Can be run again."

    def handle(self, **options: object) -> None:
        is_wanted = os.environ.get("DEMO") != "0"
        # On the other cores, while this one migrates: drawing is most of the demonstration.
        with studio.at_work(reading.load().pictures_in_order()) if is_wanted and is_new() else nullcontext() as drawn:
            # Migrating renders models by the thousand: searching them for rubbish takes a seventh of it and finds little.
            gc.disable()
            call_command("migrate", interactive=False, verbosity=0)
            gc.enable()
            self.stdout.write("The database is up to date.")
            call_command("createcachetable", verbosity=0)
            self.stdout.write("Static files collected." if collect() else "Static files are unchanged.")
            if is_wanted:
                call_command("demo", drawn=drawn, stdout=self.stdout, stderr=self.stderr)


def is_new() -> bool:
    """Nothing was ever migrated here."""
    return not connection.introspection.table_names()
