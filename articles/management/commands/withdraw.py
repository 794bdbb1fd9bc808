from typing import Any

from django.utils import timezone

from articles import people, withdrawing
from articles.models import Article
from articles.refusals import Refused
from articles.vocabulary import WITHDRAWN, Move
from house.commands import CommandError, CommandParser, NewsroomCommand

HOW = {"unpublish": Move.UNPUBLISH, "kill": Move.KILL, "take_down": Move.TAKE_DOWN}


class Command(NewsroomCommand):
    help = "End the publication of an article: it is gone from every page and feed at the next request."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("path", help="The article's address or its path, such as /2026/11/some-slug/.")
        parser.add_argument("--reason", required=True, help="For the desk; it stays in the record.")
        parser.add_argument("--public-reason", default="", help="For readers, on the page that says it is gone.")
        parser.add_argument("--how", choices=sorted(HOW), default="unpublish", help="Kill and take_down are final.")
        parser.add_argument("--by", metavar="USERNAME", help="Who does it; else the first chief.")

    def handle(self, *, path: str, reason: str, public_reason: str, how: str, by: str | None, **_: Any) -> None:
        article = self._article(path)
        if article.state in WITHDRAWN:
            self.stdout.write(f"{article.path} is {article.get_state_display().lower()} already.")
            self.stdout.write("0 withdrawn")
            return
        try:
            withdrawing.withdraw(article.pk, HOW[how], by=people.acting(by), at=timezone.now(), reason=reason, public_reason=public_reason)
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(f"withdrawn {article.path}")
        self.stdout.write("1 withdrawn")

    def _article(self, path: str) -> Article:
        bare = "/".join(path.strip("/").split("/")[-3:])
        article = Article.objects.filter(path=bare).first()
        if article is None:
            raise CommandError(f"No article was ever public at {path}. Give its address as readers see it.")
        return article
