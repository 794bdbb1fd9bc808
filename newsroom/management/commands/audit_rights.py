import json
from typing import Any

from django.utils import timezone

from house.commands import CommandError, CommandParser, NewsroomCommand
from newsroom.audit.running import Audit, Result


class Command(NewsroomCommand):
    help = "Check every live work at every exit: what is recorded, what is decided, and what finished pages and feeds show."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--full", action="store_true", help="Look at every finished page, not only where something changed.")
        parser.add_argument("--json", action="store_true", dest="as_json", help="Print one JSON object and nothing else.")

    def handle(self, *, full: bool, as_json: bool, **_: Any) -> None:
        result = Audit(timezone.now(), full=full).run(self._tell)
        lines = self.stderr if as_json else self.stdout
        for fault in result.faults:
            lines.write(str(fault), style_func=str)
        if as_json:
            self.stdout.write(json.dumps(result.as_dict(), ensure_ascii=False, indent=2))
        lines.write(_figure(result), style_func=str)
        if result.faults:
            raise CommandError("Something does not hold. Each line above says what to do.")

    def _tell(self, done: int) -> None:
        if self.stderr.isatty():
            self.stderr.write(f"{done} articles", style_func=str, ending="\r")


def _figure(result: Result) -> str:
    exits = len(result.counts.by_exit)
    return (
        f"{result.articles} articles, {result.works} works, {exits} exits, {result.counts.decisions} decisions, "
        f"{result.asked} answers read, {len(result.faults)} faults, {result.seconds:.1f} s"
    )
