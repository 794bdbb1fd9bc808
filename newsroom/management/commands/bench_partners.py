from typing import Any

from django.contrib.auth import get_user_model
from django.utils import timezone

from articles.vocabulary import Role
from house.commands import CommandError, CommandParser, NewsroomCommand
from newsroom.bench.partners import make
from newsroom.demonstration.filling import card

REAL = "This newsroom is no demonstration: made-up partners would stand among yours. Set NEWSROOM_DATA to a new folder."


class Command(NewsroomCommand):
    help = "Add so many partners to the demonstration newsroom and print the path of each one's feed, to measure on."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--partners", type=int, required=True, metavar="N", help="How many to add.")

    def handle(self, *, partners: int, **_: Any) -> None:
        if partners < 1:
            raise CommandError("--partners must be at least 1.")
        manager = get_user_model().objects.filter(groups__name=Role.PARTNER_MANAGER).first()
        if not card.path().exists() or manager is None:
            raise CommandError(REAL)
        for path in make(partners, by=manager, at=timezone.now()):
            self.stdout.write(path)
        self.stderr.write(f"{partners} partners added.", style_func=str)
