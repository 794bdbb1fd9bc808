import json
from typing import Any

from django.utils import timezone

from house.commands import CommandParser, NewsroomCommand
from rights import exits


class Command(NewsroomCommand):
    help = "List every exit: its name, the use that it asks for, who receives, and the test that proves that it asks."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", dest="as_json", help="Print one JSON list and nothing else.")

    def handle(self, *, as_json: bool, **_: Any) -> None:
        at = timezone.now()
        rows = [
            {"exit": door.name, "use": str(door.use), "recipients": [receiver.label for receiver in door.receivers(at)], "test": door.test}
            for door in exits.every()
        ]
        if as_json:
            self.stdout.write(json.dumps(rows, indent=2, ensure_ascii=False))
            self.stderr.write(f"{len(rows)} exits")
            return
        for row in rows:
            self.stdout.write(f"{row['exit']:<14} {row['use']:<16} {', '.join(row['recipients']) or 'nobody now':<50} {row['test']}")
        self.stdout.write(f"{len(rows)} exits")
