from typing import Any

from house.commands import CommandError, CommandParser, NewsroomCommand
from rights import ledger
from rights.models import LedgerEntry


class Command(NewsroomCommand):
    help = "Check the hash chain of the ledger and print its head, to be kept outside the database."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--head", default="", metavar="HASH", help="A head noted earlier: the chain must still contain it.")

    def handle(self, *, head: str, **_: Any) -> None:
        found = list(ledger.faults(head=head))
        for fault in found:
            self.stdout.write(fault)
        self.stdout.write(f"head {ledger.head()}")
        self.stdout.write(f"{LedgerEntry.objects.count()} entries, {len(found)} faults")
        if found:
            raise CommandError("The ledger was altered.")
