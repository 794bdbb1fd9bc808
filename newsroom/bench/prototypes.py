"""One article of each kind, written by the acts from the demonstration's stories, with words in it that each copy changes."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import connection
from django.db.models import Model
from django.utils import timezone

from articles import clearing
from articles.models import Article, Author, MediaAsset, Section
from articles.vocabulary import LegalBasis, Role, State
from newsroom.bench.words import TOKENS, sentence
from newsroom.demonstration import notes, reading
from newsroom.demonstration.filling.people import Account
from newsroom.demonstration.filling.stories import Shelf, tell
from rights.models import Source
from rights.vocabulary import Basis

#: Whose rows belong to one article. The rest of these apps' rows are the newsroom's.
APPS = ("articles", "rights", "taggit")
SHARED = frozenset({
    "Author", "Section", "Tag", "Source", "SourceContact", "SourceTerms", "Licence", "ContributorAgreement", "MediaAsset", "Rendition",
    "SheetThresholds", "Fingerprint",
})  # fmt: skip
SLUG_CHARS = 60
#: What a story may rest on with the same record.
LIKE = {
    Basis.WRITTEN_PERMISSION: (Basis.CONTRACT, Basis.AGENCY),
    Basis.CC: (Basis.PUBLIC_DOMAIN, Basis.PRESS_RELEASE),
    Basis.FAIR_USE: (Basis.FAIR_DEALING, Basis.QUOTATION),
}


def shelf() -> Shelf:
    """The demonstration's people, sections, sources and pictures as they are in the database."""
    newsroom = reading.load()
    users = get_user_model().objects
    return Shelf(
        accounts={str(role): Account(str(role), str(role), "", users.get(username=str(role))) for role in Role},
        sections={row.slug: row for row in Section.objects.all()},
        authors={row.slug: row for row in Author.objects.all()},
        sources={row.slug: row for row in Source.objects.all()},
        source_notes={note.slug: note for note in newsroom.sources},
        pictures={note.name: MediaAsset.objects.get(title=note.title) for note in newsroom.pictures},
        tags={tag.slug: tag.name for tag in newsroom.tags},
        zone=newsroom.house.zone,
        now=timezone.now(),
    )


def written(at_most: int) -> Iterator[tuple[Article, dict[type[Model], list[Any]]]]:
    """Each prototype with the rows that belong to it, by model. One that stands on its source's terms is held."""
    on, held = shelf(), False
    last = newest_ids()
    for story in _stories()[:at_most]:
        article = tell(_marked(story), on)
        if not held and (article.state, article.work.basis) == (State.PUBLISHED, Basis.SOURCE_TERMS):
            clearing.place_hold(article.pk, by=on.user(Role.RIGHTS_DESK), at=on.now, reason="A letter came: we look into it.")
            held = True
        before, last = last, newest_ids()
        yield article, {model: _since(model, before[model]) if last[model] > before[model] else [] for model in last}


def _since(model: type[Model], pk: int) -> list[Any]:
    return list(model._default_manager.filter(pk__gt=pk).order_by("pk"))


def _stories() -> list[notes.Story]:
    """The demonstration's, and for each basis that it has not a story that could rest on it."""
    told = list(reading.load().stories)
    for basis, others in LIKE.items():
        story = next(one for one in told if one.basis == basis and one.state == State.PUBLISHED)
        told += [_on(other, story) for other in others]
    return told


def _on(basis: Basis, story: notes.Story) -> notes.Story:
    judged = story.fair_use and replace(story.fair_use, legal_basis=LegalBasis(str(basis)))
    once_more = f"told once more, as {basis.replace('_', ' ')}"
    slug = f"{story.slug[: SLUG_CHARS - len(basis)]}-{basis.replace('_', '-')}"
    body = f"{story.body}<p>{once_more.capitalize()}.</p>"
    return replace(story, slug=slug, headline=f"{story.headline}, {once_more}", body=body, basis=basis, fair_use=judged)


@cache
def models_of_articles() -> tuple[type[Model], ...]:
    found = (model for app in APPS for model in apps.get_app_config(app).get_models(include_auto_created=True))
    return tuple(model for model in found if model.__name__ not in SHARED)


def newest_ids() -> dict[type[Model], int]:
    """The highest id of each of these models. One query."""
    tables = (connection.ops.quote_name(model._meta.db_table) for model in models_of_articles())
    asked = ", ".join(f"(SELECT max(id) FROM {table})" for table in tables)  # noqa: S608 -- names of our own tables
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {asked}")
        return dict(zip(models_of_articles(), (pk or 0 for pk in cursor.fetchone()), strict=True))


def _marked(story: notes.Story) -> notes.Story:
    """The story with a token wherever a copy is to differ."""
    first, second = TOKENS[:2]
    source = story.source and replace(
        story.source,
        original_title=f"{story.source.original_title} ({first})",
        original_url=f"{story.source.original_url.rstrip('/')}-{first}",
        kept_copy=f"{story.source.kept_copy}\n\n{first} {second}." if story.source.kept_copy else "",
    )
    return replace(
        story,
        slug=f"{story.slug[: SLUG_CHARS + 1]}-bench",
        headline=f"{story.headline} ({first} {second})",
        dek=f"{story.dek} ({second})",
        body=story.body.replace("</p>", f"{sentence()}</p>"),
        source=source,
    )
