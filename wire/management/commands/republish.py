from pathlib import Path
from typing import Any

from django.utils import timezone

from articles import addresses, people
from articles.refusals import Refused
from house.commands import CommandError, CommandParser, NewsroomCommand
from house.outgoing import FetchRefused
from rights.models.evidence import EvidenceKind
from wire import intake
from wire.formats.found import Unreadable
from wire.loops import ComesBack, Despite, Line


class Command(NewsroomCommand):
    help = "Make a draft from a page of another outlet: a file, an address, or - for standard input."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("what", metavar="FILE|ADDRESS|-")
        parser.add_argument("--by", metavar="USERNAME", help="Who does it; else the first chief.")
        parser.add_argument("--despite", metavar="ID", type=int, nargs="+", default=[], help="Articles as which it was recognised.")
        parser.add_argument("--reason", default="", help="With --despite: why it is taken in all the same. The ledger keeps it.")

    def handle(self, *, what: str, by: str | None, despite: list[int], reason: str, **_: Any) -> None:
        at, person = timezone.now(), people.acting(by)
        if despite and not reason.strip():
            raise CommandError("--despite needs a --reason: say in a sentence why it is taken in.")
        insisted = Despite(frozenset(despite), reason) if despite else None
        try:
            taken = intake.republish(self._material(what, person, at), by=person, at=at, despite=insisted)
        except ComesBack as refusal:
            raise CommandError("\n".join([*map(self._told, refusal.lines), *self._way_out(refusal)])) from refusal
        except (Unreadable, FetchRefused, Refused) as refusal:
            raise CommandError(str(refusal)) from refusal
        said = "Made draft" if taken.is_new else "This page is here already, as draft"
        self.stdout.write(f"{said} {taken.article.pk}: {taken.article.headline}")
        self.stdout.write(addresses.desk_article(taken.article.pk))
        for line in taken.notices:
            self.stderr.write(self._told(line))
        self.stdout.write("1 draft" if taken.is_new else "0 drafts made")

    def _told(self, line: Line) -> str:
        return f"{line} {line.url}".strip()

    def _way_out(self, refusal: ComesBack) -> list[str]:
        """What to do about it, and how to say the reason where one helps."""
        how = f'Then add: --despite {" ".join(map(str, refusal.articles))} --reason "…"'
        return [refusal.ending, how] if refusal.may_be_taken else [refusal.ending]

    def _material(self, what: str, by: Any, at: Any) -> intake.Material:
        if what.casefold().startswith(("http://", "https://")):
            return intake.fetched(what, by=by, at=at)
        if what == "-":
            return intake.Material(self._read(Path("/dev/stdin")))
        return intake.Material(self._read(Path(what)), EvidenceKind.UPLOADED_FILE)

    def _read(self, path: Path) -> bytes:
        try:
            with path.open("rb") as file:
                return file.read(intake.MAX_BYTES + 1)
        except OSError as error:
            raise CommandError(f"{path} can't be read: {error.strerror}. Check the name and try again.") from error
