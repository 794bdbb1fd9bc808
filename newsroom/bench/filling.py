"""Fill the database with copies of the prototypes, a thousand articles in each transaction."""

from collections import defaultdict
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
from newsroom.bench.chain import Chain
from newsroom.bench.copying import Prototype, Tables, columns
from newsroom.demonstration import reading
from rights import ledger, withdrawal_log
from rights.models import LedgerEntry

AT_A_TIME = 1000


def fill(count: int, tell: Callable[[int], None]) -> int:
    """Add so many articles. Returns how many were added."""
    zone = reading.load().house.zone
    with transaction.atomic():
        kinds = [Prototype(article, rows, prototypes.models_of_articles(), zone) for article, rows in prototypes.written(count)]
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
    tables: Tables = defaultdict(list)
    chain = Chain(*ledger.end())
    first = {model: newest + 1 for model, newest in prototypes.newest_ids().items()}
    withdrawn = []
    # Words come from the ids, so that a second filling has others than the first.
    for serial in portion:
        kind = kinds[serial % len(kinds)]
        if kind.article.state in WITHDRAWN:
            withdrawn.append((str(kind.article.state), f"article {first[Article]}"))
        kind.copy(first[Article], 1 + serial // len(kinds), first, tables, chain)
    if withdrawn:
        withdrawal_log.remember_all(withdrawn, at=timezone.now())
    tables[LedgerEntry] = chain.rows
    for model, rows in tables.items():
        _insert(model, rows)
    ledger.note_when_committed(chain.heads)


def _insert(model: type[Model], rows: list[Any]) -> None:
    names = [connection.ops.quote_name(str(column.column)) for column in columns(model)]
    places = ", ".join(["%s"] * len(names))
    table = connection.ops.quote_name(model._meta.db_table)
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({places})", rows)  # noqa: S608 -- names of our own tables


def _set_sequences() -> None:
    """Ids were given here: where the database counts them itself, it goes on from there."""
    models = [model for model in prototypes.models_of_articles() if model is not LedgerEntry]
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), models):
            cursor.execute(statement)
