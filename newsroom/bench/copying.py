"""Copies of an article's rows: other ids, words and times, and every hash that rests on them made anew.

A row is taken apart once, into what stays and what changes; a copy puts it together and goes to the database as it is,
past the models, whose work was done when the prototype was written.
"""

import json
from collections.abc import Callable, Sequence
from typing import Any

from django.db import connection
from django.db.models import DateTimeField, Field, ForeignKey, JSONField, Model
from taggit.models import TaggedItem

from articles.models import Article, Clearance, FairUseWorksheet, PublishedVersion, Revision
from newsroom.bench import hashes
from newsroom.bench.chain import Chain
from newsroom.bench.plan import HASH, NUMBER, PREVIOUS, Plan, Rows
from newsroom.bench.recipe import Pick, picking
from newsroom.bench.words import words_for
from rights.models import Evidence, Grant, LedgerEntry, TermProposal

#: Rows as the database takes them, by model.
Tables = dict[type[Model], list[Any]]


class Prototype:
    """One article's rows, taken apart."""

    def __init__(self, article: Article, rows: Rows, models: Sequence[type[Model]], zone: str) -> None:
        entries = rows.pop(LedgerEntry)
        rows[TermProposal] = [row for row in rows[TermProposal] if row.work_id is not None]
        rows[Revision] = _of_consequence(rows)
        self.article = article
        self._plan = Plan(article, rows, models, zone)
        for model, take in ((Evidence, hashes.of_evidence), (Revision, hashes.of_revision), (Grant, hashes.of_grant)):
            for row in rows[model]:
                take(self._plan, row)
        self._tables = [(model, [self._row(model, row) for row in found]) for model, found in rows.items() if found]
        self._links = [(hashes.entry_of(self._plan, row), self._row(LedgerEntry, row)) for row in entries]

    def copy(
        self, serial: int, round_number: int, first: dict[type[Model], int], tables: dict[type[Model], list[Any]], chain: Chain
    ) -> None:
        """Add a copy's rows to `tables` and its entries to `chain`; `first` goes on behind its ids."""
        values = self._plan.values(words_for(serial), round_number, first)
        for model, rows in self._tables:
            tables[model] += [row(values) for row in rows]
            first[model] += len(rows)
        chain.follow(self._links, values)

    # Taking apart ---------------------------------------------------------

    def _row(self, model: type[Model], row: Any) -> Pick:
        return picking([self._place(model, column, row) for column in columns(model)])

    def _place(self, model: type[Model], column: Field, row: Any) -> int:
        """Where in a copy's values this column's is."""
        plan, value = self._plan, getattr(row, column.attname)
        if special := SPECIAL.get((model, column.name)):
            return special(plan, row)
        if column.primary_key:
            return plan.key(model, value)
        if isinstance(column, ForeignKey):
            return plan.key(column.related_model, value)
        if isinstance(column, DateTimeField):
            return plan.moment(value)
        if isinstance(column, JSONField) and value is not None:
            return plan.recipe.text(json.dumps(value))
        return plan.recipe.text(value) if isinstance(value, str) else plan.recipe.constant(column.get_db_prep_save(value, connection))


def columns(model: type[Model]) -> list[Field]:
    """Those that a copied row fills. The ledger's entries are counted by the database, as when they are appended."""
    return [column for column in model._meta.concrete_fields if model is not LedgerEntry or not column.primary_key]


def _of_consequence(rows: Rows) -> list[Revision]:
    """The newest revision and those that were cleared or judged: what was saved in between proves nothing."""
    named = {
        row.revision_id for model in (Clearance, PublishedVersion, FairUseWorksheet) for row in rows[model] if hasattr(row, "revision_id")
    }
    newest = max(row.pk for row in rows[Revision])
    return [row for row in rows[Revision] if row.pk in named or row.pk == newest]


def _frozen(plan: Plan, row: PublishedVersion) -> int:
    """The wording that a version keeps; the original's date moves with the rest."""
    spelled, original = json.dumps(row.frozen), row.frozen.get("original") or {}
    if published_at := original.get("published_at"):
        spelled = spelled.replace(published_at, plan.told(published_at))
    return plan.recipe.text(spelled)


def _worksheet_ref(plan: Plan, row: Grant) -> int:
    return plan.key_text(FairUseWorksheet, int(row.worksheet_ref)) if row.worksheet_ref else plan.recipe.constant("")


#: How a column is copied that is copied as no other: the place of its value.
SPECIAL: dict[tuple[type[Model], str], Callable[[Plan, Any], int]] = {
    (Article, "public_id"): lambda plan, row: plan.public_id(),
    (Article, "slug"): lambda plan, row: plan.slug,
    (Article, "path"): lambda plan, row: plan.path if row.path else plan.recipe.constant(None),
    (PublishedVersion, "path"): lambda plan, row: plan.path,
    (PublishedVersion, "frozen"): _frozen,
    (Revision, "snapshot"): hashes.snapshot_of,
    (Revision, "content_hash"): lambda plan, row: plan.hash(row.content_hash),
    (Clearance, "content_hash"): lambda plan, row: plan.hash(row.content_hash),
    (FairUseWorksheet, "content_hash"): lambda plan, row: plan.hash(row.content_hash),
    (Evidence, "content"): hashes.content_of,
    (Evidence, "sha256"): lambda plan, row: plan.hash(row.sha256),
    (Grant, "worksheet_ref"): _worksheet_ref,
    (TaggedItem, "object_id"): lambda plan, row: plan.key(Article, row.object_id),
    (LedgerEntry, "number"): lambda plan, row: NUMBER,
    (LedgerEntry, "details"): hashes.details_of,
    (LedgerEntry, "previous_hash"): lambda plan, row: PREVIOUS,
    (LedgerEntry, "hash"): lambda plan, row: HASH,
}
