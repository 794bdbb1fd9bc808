"""What in an article's rows changes from copy to copy, and the place of each such value in the copy's list."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

from django.db import connection
from django.db.models import Model

from articles import addresses
from articles.models import Article
from articles.vocabulary import State
from newsroom.bench.recipe import Recipe, Values
from newsroom.bench.words import TOKENS, mark, mark_of_number

Rows = dict[type[Model], list[Any]]
#: Copies of what waits for its time wait for the same; all others lie further back, round by round.
STEP = timedelta(hours=8, minutes=7)
#: What lies behind the words: how far the copy's times move, what the chain fills in, and the first id of each model.
SHIFT, NUMBER, NUMBER_TOLD, PREVIOUS, HASH, FIRST = range(len(TOKENS), len(TOKENS) + 6)
ISO_CHARS = len("2026-11-20T12:00:00+00:00")


class Plan:
    """The values of one article's copies. `hashes` are the places of what becomes of each hash, `grants` those of what each grant says."""

    def __init__(self, article: Article, rows: Rows, models: Sequence[type[Model]], zone: str) -> None:
        self.article, self._zone = article, ZoneInfo(zone)
        self._is_waiting = article.state == State.SCHEDULED
        self._first = {model: FIRST + place for place, model in enumerate(models)}
        self._offsets = {model: {row.pk: offset for offset, row in enumerate(found)} for model, found in rows.items()}
        self.recipe = Recipe(given=FIRST + len(models))
        self.hashes: dict[str, int] = {}
        self.grants: dict[int, int] = {}
        self.slug = self.recipe.made("slug", lambda values: f"{article.slug}-{values[self._first[Article]]}")
        self.path = self._path(article.first_published_at)

    def values(self, words: Sequence[str], round_number: int, first: dict[type[Model], int]) -> Values:
        """Those of one copy. `first` are the ids of its first rows, in the order of the models."""
        shift = timedelta() if self._is_waiting else -STEP * round_number
        return self.recipe.values([*words, shift, None, None, None, None, *first.values()])

    def _path(self, published_at: datetime | None) -> int:
        if not published_at:
            return self.recipe.constant(None)
        return self.recipe.made(
            "path", lambda values: addresses.article_path((published_at + values[SHIFT]).astimezone(self._zone), values[self.slug])
        )

    # Ids ------------------------------------------------------------------

    def is_own(self, model: Any, pk: Any) -> bool:
        return pk in self._offsets.get(model, ())

    def key(self, model: Any, pk: Any) -> int:
        """The id of the copy of this row; of a row that is not the article's own, the same id."""
        return self.key_at(model, self._offsets[model][pk]) if self.is_own(model, pk) else self.recipe.constant(pk)

    def key_at(self, model: type[Model], offset: int) -> int:
        first = self._first[model]
        return self.recipe.made((model, offset), lambda values: values[first] + offset)

    def key_text(self, model: Any, pk: Any) -> int:
        key = self.key(model, pk)
        return self.recipe.made(("as text", key), lambda values: str(values[key]))

    def key_told(self, model: Any, pk: Any) -> Any:
        """In JSON: the id, or its mark."""
        return mark_of_number(self.key_text(model, pk)) if self.is_own(model, pk) else pk

    # Times ----------------------------------------------------------------

    def moment(self, value: datetime | None) -> int:
        """As the database takes it."""
        adapt = connection.ops.adapt_datetimefield_value
        if value is None or self._is_waiting:
            return self.recipe.constant(adapt(value) if value else None)
        return self.recipe.made(("moment", value), lambda values: adapt(value + values[SHIFT]))

    def moment_told(self, value: datetime) -> str:
        """In JSON, in UTC: its mark."""
        return mark(self.recipe.made(("told", value), lambda values: (value + values[SHIFT]).astimezone(UTC).isoformat()))

    def told(self, value: Any) -> Any:
        """A value in JSON: where it is an instant, its mark. Words keep their tokens."""
        if not isinstance(value, str) or not _is_instant(value):
            return value
        moment = datetime.fromisoformat(value)
        return mark(self.recipe.made(("told", value), lambda values: (moment + values[SHIFT]).isoformat()))

    # The rest -------------------------------------------------------------

    def public_id(self) -> int:
        is_native = connection.features.has_native_uuid_field
        return self.recipe.made("public id", (lambda values: uuid4()) if is_native else (lambda values: uuid4().hex))

    def hash(self, value: str) -> int:
        return self.hashes[value] if value in self.hashes else self.recipe.constant(value)


def _is_instant(value: str) -> bool:
    return len(value) >= ISO_CHARS and value[4] == value[7] == "-" and value[10] == "T"
