from typing import Any

from house.commands import CommandError, CommandParser, NewsroomCommand
from rights import ledger, ledger_check, ledger_heads
from rights.models import LedgerEntry


class Command(NewsroomCommand):
    help = f"Check the ledger's hash chain, also against the hashes kept outside the database in {ledger_heads.NAME}, and print its head."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--head", default="", metavar="HASH", help="A head noted earlier: the chain must still contain it.")
        parser.add_argument(
            "--keep-head", action="store_true", help=f"Begin {ledger_heads.NAME} where there is none: note the head as it is now."
        )

    def handle(self, *, head: str, keep_head: bool, **_: Any) -> None:
        if keep_head:
            self._begin()
        found = ledger_check.check(head=head.strip().lower())
        for line in [*found.notices, *found.faults]:
            self.stdout.write(line)
        self.stdout.write(f"head {found.head}")
        self.stdout.write(f"{found.entries} entries, {found.noted} noted outside, {len(found.faults)} faults")
        if found.faults:
            raise CommandError("The ledger was altered, or what vouches for it is not what it was.")

    def _begin(self) -> None:
        if ledger_heads.path().exists():
            raise CommandError(f"{ledger_heads.path()} is there already. Move it away first if you mean to begin a new one.")
        newest = LedgerEntry.objects.order_by("-number").values_list("number", flat=True).first()
        ledger_heads.note([(newest, ledger.head())] if newest else [])
        self.stdout.write(f"{ledger_heads.path()} begun.")
