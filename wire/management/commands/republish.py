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


class Command(NewsroomCommand):
    help = "Make a draft from a page of another outlet: a file, an address, or - for standard input."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("what", metavar="FILE|ADDRESS|-")
        parser.add_argument("--by", metavar="USERNAME", help="Who does it; else the first chief.")

    def handle(self, *, what: str, by: str | None, **_: Any) -> None:
        at = timezone.now()
        try:
            taken = intake.republish(self._material(what, at), by=people.acting(by), at=at)
        except (Unreadable, FetchRefused, Refused) as refusal:
            raise CommandError(str(refusal)) from refusal
        said = "Made draft" if taken.is_new else "This page is here already, as draft"
        self.stdout.write(f"{said} {taken.article.pk}: {taken.article.headline}")
        self.stdout.write(addresses.desk_article(taken.article.pk))
        self.stdout.write("1 draft" if taken.is_new else "0 drafts made")

    def _material(self, what: str, at: Any) -> intake.Material:
        if what.casefold().startswith(("http://", "https://")):
            return intake.fetched(what, at=at)
        if what == "-":
            return intake.Material(self._read(Path("/dev/stdin")))
        return intake.Material(self._read(Path(what)), EvidenceKind.UPLOADED_FILE)

    def _read(self, path: Path) -> bytes:
        try:
            with path.open("rb") as file:
                return file.read(intake.MAX_BYTES + 1)
        except OSError as error:
            raise CommandError(f"{path} can't be read: {error.strerror}. Check the name and try again.") from error
