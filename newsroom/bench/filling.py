"""Fill the database with copies of the prototypes, a thousand articles in each transaction."""

from collections.abc import Callable
from itertools import islice
from typing import Any

from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.models import Model
from django.utils import timezone

from articles.models import Article
from articles.vocabulary import WITHDRAWN
from newsroom.bench import prototypes
from newsroom.bench.copying import Prototype
from newsroom.demonstration import reading
from rights import ledger, withdrawal_log
from rights.models import LedgerEntry

AT_A_TIME = 1000


def fill(count: int, tell: Callable[[int], None]) -> int:
    """Add so many articles. Returns how many were added."""
    zone = reading.load().house.zone
    with transaction.atomic():
        kinds = [Prototype(article, rows, zone) for article, rows in prototypes.written(count)]
    done, serials = len(kinds), iter(range(count - len(kinds)))
    tell(done)
    while portion := list(islice(serials, AT_A_TIME)):
        with transaction.atomic():
            _add(portion, kinds)
        done += len(portion)
        tell(done)
    _set_sequences()
    return done


def _add(portion: list[int], kinds: list[Prototype]) -> None:
    tables: dict[type[Model], list[list[Any]]] = {}
    facts: list[ledger.Fact] = []
    first = {model: newest + 1 for model, newest in prototypes.newest_ids().items()}
    # Words come from the ids, so that a second filling has others than the first.
    for serial in portion:
        kind = kinds[serial % len(kinds)]
        copy = kind.begin(first[Article], 1 + serial // len(kinds), first)
        for model in kind.tables:
            rows = kind.table(model, copy)
            tables.setdefault(model, []).extend(rows)
            first[model] += len(rows)
        facts += kind.facts(copy)
        if kind.article.state in WITHDRAWN:
            withdrawal_log.remember(kind.article.state, f"article {copy.first[Article]}", at=timezone.now())
    for model, rows in tables.items():
        _insert(model, rows)
    ledger.append_all(facts)


def _insert(model: type[Model], rows: list[list[Any]]) -> None:
    names = ", ".join(connection.ops.quote_name(str(column.column)) for column in model._meta.concrete_fields)
    places = ", ".join(["%s"] * len(model._meta.concrete_fields))
    table = connection.ops.quote_name(model._meta.db_table)
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {table} ({names}) VALUES ({places})", rows)  # noqa: S608 -- names of our own tables


def _set_sequences() -> None:
    """Ids were given here: where the database counts them itself, it goes on from there."""
    models = [model for model in prototypes.models_of_articles() if model is not LedgerEntry]
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), models):
            cursor.execute(statement)
