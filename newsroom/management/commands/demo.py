from contextlib import nullcontext
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from articles.models import Article
from house.commands import NewsroomCommand
from house.models import House
from newsroom.demonstration import notes, reading
from newsroom.demonstration.filling import card, partners, people, pictures, stories, studio

OPENED_DAYS_AGO = 90


class Command(NewsroomCommand):
    help = "Fill an empty database with the demonstration newsroom and write demo.json. On a filled one only the file is made fresh."

    #: Pictures that `prepare` has begun to draw already.
    stealth_options = ("drawn",)

    def handle(self, *, drawn: dict[str, Any] | None = None, **_: Any) -> None:
        if House.objects.exists() or Article.objects.exists():
            self.stdout.write("This newsroom has content already: nothing was added.")
            if card.refresh():
                self.stdout.write(f"{card.path().name} is fresh.")
            self.stdout.write("0 articles added")
            return
        newsroom = reading.load()
        with studio.at_work(newsroom.pictures_in_order()) if drawn is None else nullcontext(drawn) as pictures_drawn, transaction.atomic():
            count = self._fill(newsroom, pictures_drawn)
        self.stdout.write(f"{count} articles added")

    def _fill(self, newsroom: notes.Newsroom, drawn: dict[str, Any]) -> int:
        now = timezone.now()
        opened = now - timedelta(days=OPENED_DAYS_AGO)
        people.open_house(newsroom, at=opened)
        accounts = people.accounts()
        sources = people.sources(newsroom)
        desk = accounts["rights_desk"].user
        hung = pictures.Pictures(newsroom, drawn, sources, by=desk, at=opened)
        shelf = stories.Shelf(
            accounts=accounts,
            sections=people.sections(newsroom),
            authors=people.authors(newsroom),
            sources=sources,
            source_notes={note.slug: note for note in newsroom.sources},
            pictures=hung,
            tags={tag.slug: tag.name for tag in newsroom.tags},
            zone=newsroom.house.zone,
            now=now,
        )
        told = {story.slug: stories.tell(story, shelf) for story in newsroom.in_order()}
        hung.hang_rest()
        for story in newsroom.stories:
            if story.translation_of:
                Article.objects.filter(pk=told[story.slug].pk).update(translation_of=told[story.translation_of])
        tokens = partners.sign(newsroom, by=accounts["partner_manager"].user, at=now)
        card.write(accounts, tokens)
        for article in told.values():
            self.stdout.write(f"{article.state:<12} {article.work.basis:<20} {article.headline}")
        return len(told)
