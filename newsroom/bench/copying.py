"""Copies of an article's rows: other ids, words and times, and every hash that rests on them made anew.

A row is taken apart once, into what stays and what changes; a copy puts it together and goes to the database as it is,
past the models, whose work was done when the prototype was written.
"""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import lru_cache, partial
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

from django.db import connection
from django.db.models import DateTimeField, Field, ForeignKey, JSONField, Model
from taggit.models import TaggedItem

from articles import addresses, revisions
from articles.models import Article, Clearance, FairUseWorksheet, PublishedVersion, Revision
from articles.vocabulary import State
from newsroom.bench.words import Text, words_for
from rights import grant_terms, ledger
from rights.models import Evidence, Grant, LedgerEntry, TermProposal, Work

Rows = dict[type[Model], list[Any]]
#: Copies of what waits for its time wait for the same; all others lie further back, round by round.
STEP = timedelta(hours=8, minutes=7)
#: What a ledger entry says by id → the rows that it names.
NAMED = {"version": "PublishedVersion", "revision": "Revision", "worksheet": "FairUseWorksheet", "hold": "Hold"}


@dataclass
class Copy:
    """One copy in the making. `first` is the id of its first row of each model; `hashes` what became of each hash."""

    words: tuple[str, ...]
    shift: timedelta
    first: dict[type[Model], int]
    hashes: dict[str, str] = field(default_factory=dict)
    snapshots: list[str] = field(default_factory=list)
    moments: dict[datetime, Any] = field(default_factory=dict)
    path: str | None = None
    slug: str = ""


Maker = Callable[[Copy], Any]


class Prototype:
    """One article's rows, taken apart."""

    def __init__(self, article: Article, rows: Rows, zone: str) -> None:
        self.article, self.zone = article, ZoneInfo(zone)
        self.entries = rows.pop(LedgerEntry)
        rows[TermProposal] = [row for row in rows[TermProposal] if row.work_id is not None]
        rows[Revision] = _of_consequence(rows)
        self.rows = {model: found for model, found in rows.items() if found}
        self.places = {model: {row.pk: place for place, row in enumerate(found)} for model, found in self.rows.items()}
        self.is_waiting = article.state == State.SCHEDULED
        self.tables = {
            model: [self._taken_apart(model, row, place) for place, row in enumerate(found)] for model, found in self.rows.items()
        }
        self.revisions = [(Text(row.headline), Text(row.dek), Text(row.body), row) for row in self.rows[Revision]]
        self.evidence = [(Text(bytes(row.content).decode()), row.sha256) for row in self.rows.get(Evidence, [])]
        self.terms = {row.pk: _terms(row) for row in self.rows.get(Grant, [])}

    def begin(self, serial: int, round_number: int, first: dict[type[Model], int]) -> Copy:
        """What all rows of a copy have in common."""
        copy = Copy(words_for(serial), timedelta() if self.is_waiting else -STEP * round_number, dict(first))
        copy.slug = f"{self.article.slug}-{first[Article]}"
        if self.article.first_published_at:
            copy.path = addresses.article_path((self.article.first_published_at + copy.shift).astimezone(self.zone), copy.slug)
        for text, old in self.evidence:
            copy.hashes[old] = hashlib.sha256(text.with_words(copy.words).encode()).hexdigest()
        for headline, dek, body, row in self.revisions:
            kept = self._snapshot(row.snapshot, copy)
            said = [text.with_words(copy.words) for text in (headline, dek, body)]
            copy.hashes[row.content_hash] = revisions.hash_of(said[0], said[1], said[2], kept)
            copy.snapshots.append(json.dumps(kept))
        return copy

    def table(self, model: type[Model], copy: Copy) -> list[list[Any]]:
        """The rows of one model as the database takes them."""
        out = []
        for constant, makers in self.tables[model]:
            values = constant.copy()
            for place, make in makers:
                values[place] = make(copy)
            out.append(values)
        return out

    def facts(self, copy: Copy) -> list[ledger.Fact]:
        """What the ledger tells of the copy."""
        work = copy.first[Work]
        return [
            ledger.Fact(work, row.act, row.actor, row.role, row.at + copy.shift, self._details(row.details, copy)) for row in self.entries
        ]

    # Taking apart ---------------------------------------------------------

    def _taken_apart(self, model: type[Model], row: Any, place: int) -> tuple[list[Any], list[tuple[int, Maker]]]:
        constant, makers = [], []
        for at, column in enumerate(model._meta.concrete_fields):
            value = getattr(row, column.attname)
            constant.append(column.get_db_prep_save(value, connection))
            make = self._maker(model, column, value, place)
            if make is not None:
                makers.append((at, make))
        return constant, makers

    def _maker(self, model: type[Model], column: Field, value: Any, place: int) -> Maker | None:
        """How a copy gets its value of this column; None where it keeps the prototype's."""
        special = SPECIAL.get((model, column.name))
        if special is not None:
            return special(place, value)
        if column.primary_key:
            return lambda copy: copy.first[model] + place
        if model is TaggedItem and column.name == "object_id" and value == self.article.pk:
            return lambda copy: copy.first[Article]
        if isinstance(column, ForeignKey):
            return self._key(column.related_model, value)
        if isinstance(column, DateTimeField):
            return partial(_moved, value) if value is not None and not self.is_waiting else None
        if isinstance(value, str) or isinstance(column, JSONField):
            text = Text(value if isinstance(value, str) and not isinstance(column, JSONField) else json.dumps(value))
            return (lambda copy: text.with_words(copy.words)) if text.has_tokens else None
        return None

    def _key(self, model: Any, value: Any) -> Maker | None:
        place = self.places.get(model, {}).get(value)
        return None if place is None else lambda copy: copy.first[model] + place

    def _new_key(self, model_name: str, value: Any, copy: Copy) -> Any:
        model = next((model for model in self.places if model.__name__ == model_name), None)
        return copy.first[model] + self.places[model][value] if model and value in self.places[model] else value

    def _snapshot(self, kept: dict[str, Any], copy: Copy) -> dict[str, Any]:
        """A revision's snapshot: the first work is the text's own, the others are the pictures'."""
        own, *pictures = kept["works"]
        own = [copy.first[Work], *(_told(value, copy) for value in own[1:])]
        grants = sorted(self._new_key("Grant", pk, copy) for pk in kept["grants"])
        return {**kept, "works": [own, *pictures], "grants": grants}

    def _details(self, details: dict[str, Any], copy: Copy) -> dict[str, Any]:
        out: dict[str, Any] = {}
        for name, value in details.items():
            if name in NAMED:
                out[name] = self._new_key(NAMED[name], value, copy)
            elif name == "terms":
                out[name] = {str(self._new_key("Grant", int(pk), copy)): self._fingerprint(int(pk), copy) for pk in value}
            elif name == "answers":
                out[name] = {str(self._new_key("TermProposal", int(pk), copy)): answer for pk, answer in value.items()}
            else:
                out[name] = copy.hashes.get(value, _told(value, copy)) if isinstance(value, str) else value
        return out

    def _fingerprint(self, pk: int, copy: Copy) -> str:
        """The grant's terms in the copy, hashed as the ledger keeps them."""
        dates, rest = self.terms[pk]
        words = json.loads(rest.with_words(copy.words))
        words |= {name: (value + copy.shift).astimezone(UTC).isoformat() for name, value in dates.items()}
        words["work"] = copy.first[Work]
        if "worksheet_ref" in words:
            words["worksheet_ref"] = str(copy.first[FairUseWorksheet])
        return grant_terms.hash_of(words)


def _of_consequence(rows: Rows) -> list[Revision]:
    """The newest revision and those that were cleared or judged: what was saved in between proves nothing."""
    named = {
        row.revision_id for model in (Clearance, PublishedVersion, FairUseWorksheet) for row in rows[model] if hasattr(row, "revision_id")
    }
    newest = max(row.pk for row in rows[Revision])
    return [row for row in rows[Revision] if row.pk in named or row.pk == newest]


def _terms(row: Grant) -> tuple[dict[str, datetime], Text]:
    """A grant's terms: its instants, and the rest as text."""
    words = grant_terms.words_of(row)
    dates = {name: getattr(row, name) for name in words if isinstance(getattr(row, name), datetime)}
    return dates, Text(json.dumps({name: value for name, value in words.items() if name not in dates}))


def _moved(value: datetime, copy: Copy) -> Any:
    # A story's rows share a few instants.
    found = copy.moments.get(value)
    if found is None:
        found = copy.moments[value] = connection.ops.adapt_datetimefield_value(value + copy.shift)
    return found


def _told(value: Any, copy: Copy) -> Any:
    """A value in JSON with its words and, where it is an instant, its time changed."""
    if not isinstance(value, str):
        return value
    if len(value) >= ISO_CHARS and value[4] == value[7] == "-" and value[10] == "T":
        return (datetime.fromisoformat(value) + copy.shift).isoformat()
    text = _taken(value)
    return text.with_words(copy.words) if text.has_tokens else value


#: The prototypes say a few thousand things, over and over.
_taken = lru_cache(maxsize=20_000)(Text)
ISO_CHARS = len("2026-11-20T12:00:00+00:00")


def _hash(place: int, value: str) -> Maker:
    return lambda copy: copy.hashes.get(value, value)


def _frozen(place: int, value: dict[str, Any]) -> Maker:
    """The wording that a version keeps; the original's date moves with the rest."""
    original = value.get("original") or {}
    text = Text(json.dumps(value))
    if not original.get("published_at"):
        return lambda copy: text.with_words(copy.words)
    cut = Text(json.dumps(value).replace(original["published_at"], "\0"))
    return lambda copy: cut.with_words(copy.words).replace("\0", _told(original["published_at"], copy))


def _content(place: int, value: Any) -> Maker:
    text = Text(bytes(value).decode())
    return lambda copy: text.with_words(copy.words).encode()


def _worksheet_ref(place: int, value: str) -> Maker | None:
    return (lambda copy: str(copy.first[FairUseWorksheet])) if value else None


SPECIAL: dict[tuple[type[Model], str], Callable[[int, Any], Maker | None]] = {
    (Article, "public_id"): lambda place, value: lambda copy: _uuid(),
    (Article, "slug"): lambda place, value: lambda copy: copy.slug,
    (Article, "path"): lambda place, value: lambda copy: copy.path if value else None,
    (PublishedVersion, "path"): lambda place, value: lambda copy: copy.path,
    (PublishedVersion, "frozen"): _frozen,
    (Revision, "snapshot"): lambda place, value: lambda copy: copy.snapshots[place],
    (Revision, "content_hash"): _hash,
    (Clearance, "content_hash"): _hash,
    (FairUseWorksheet, "content_hash"): _hash,
    (Evidence, "content"): _content,
    (Evidence, "sha256"): _hash,
    (Grant, "worksheet_ref"): _worksheet_ref,
}


def _uuid() -> Any:
    made = uuid4()
    return made if connection.features.has_native_uuid_field else made.hex
