from time import monotonic
from typing import Any

from django.core.management import call_command

from articles.models import Article
from house.commands import CommandError, CommandParser, NewsroomCommand
from house.models import House
from newsroom.bench.filling import fill
from newsroom.demonstration.filling import card

REAL = "This newsroom is no demonstration: bench_fill would put made-up articles among yours. Set NEWSROOM_DATA to a new folder."


class Command(NewsroomCommand):
    help = "Add so many made-up articles of every kind to the demonstration newsroom, to measure on. Makes it first where there is nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--articles", type=int, required=True, metavar="N", help="How many to add.")

    def handle(self, *, articles: int, **_: Any) -> None:
        if articles < 1:
            raise CommandError("--articles must be at least 1.")
        if not House.objects.exists() and not Article.objects.exists():
            call_command("demo", stdout=self.stdout, stderr=self.stderr)
        if not card.path().exists():
            raise CommandError(REAL)
        began = monotonic()
        self.total = articles
        added = fill(articles, self._tell)
        seconds = monotonic() - began
        self.stdout.write(f"{added} articles added in {seconds:.1f} s, {Article.objects.count()} in all")

    def _tell(self, done: int) -> None:
        if self.stderr.isatty():
            self.stderr.write(f"{done} of {self.total} articles", ending="\r" if done < self.total else "\n", style_func=str)
