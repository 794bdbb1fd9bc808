"""The append-only, hash-chained record of rights decisions: append.

Each entry's hash covers its own words and the hash before it. Names of people stand beside the chain; in it only a
salted mark, so that a person can be forgotten without breaking it. Once committed, each hash is also noted outside
the database (`rights/ledger_heads.py`); `rights/ledger_check.py` finds what was altered.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from django.db import connection, transaction
from django.utils.crypto import salted_hmac

from rights import ledger_heads
from rights.models import LedgerEntry, Work

START = "0" * 64
ADVISORY_LOCK = 0x4E52_0001
AT_A_TIME = 500


@dataclass(frozen=True)
class Fact:
    """One thing to record: what was done to which work, by whom, in which role, when."""

    work_id: int | None
    act: str
    by: Any
    role: str
    at: datetime
    details: dict[str, Any] = field(default_factory=dict)


def append(work: Work | None, act: str, *, by: Any, role: str, at: datetime, **details: Any) -> LedgerEntry:
    """Add one entry. Must run inside the transaction of the act that it records."""
    return append_all([Fact(work.pk if work else None, act, by, role, at, details)])[0]


def append_all(facts: Sequence[Fact]) -> list[LedgerEntry]:
    """Add entries in this order, as one link of the chain after another. Must run inside a transaction."""
    number, previous = end()
    marks = {by: mark_of(by) if by else "" for by in {fact.by for fact in facts}}
    entries = []
    for fact in facts:
        number += 1
        entries.append(_entry(fact, marks[fact.by], number, previous))
        previous = entries[-1].hash
    LedgerEntry.objects.bulk_create(entries, batch_size=AT_A_TIME)
    note_when_committed([(entry.number, entry.hash) for entry in entries])
    return entries


def end() -> tuple[int, str]:
    """Number and hash of the entry that the next one follows. Nobody else appends until this transaction ends."""
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("A ledger entry is written in the transaction of its act.")
    _take_turn()
    return LedgerEntry.objects.order_by("-number").values_list("number", "hash").first() or (0, START)


def note_when_committed(heads: Sequence[tuple[int, str]]) -> None:
    """Note these numbers and hashes outside the database, too. Whoever appends does this, in the same transaction."""
    # A note that fails must not fail the act, which has happened: the check then says that the entry is not noted.
    transaction.on_commit(lambda: ledger_heads.note(heads), robust=True)


def _entry(fact: Fact, mark: str, number: int, previous: str) -> LedgerEntry:
    entry = LedgerEntry(
        number=number,
        at=fact.at,
        act=str(fact.act),
        work_id=fact.work_id,
        role=str(fact.role),
        details=fact.details,
        actor=fact.by,
        actor_mark=mark,
        previous_hash=previous,
    )
    entry.hash = hash_of(entry)
    return entry


def mark_of(person: Any) -> str:
    """What the chain holds of a person."""
    return salted_hmac("rights.ledger", str(person.pk), algorithm="sha256").hexdigest()


def hash_of(entry: LedgerEntry) -> str:
    return hashlib.sha256(canonical(entry).encode()).hexdigest()


def canonical(entry: LedgerEntry) -> str:
    """The very words that an entry's hash is made over."""
    return spelled(words_of(entry))


def words_of(entry: LedgerEntry) -> dict[str, Any]:
    """What the hash covers, by name."""
    return {
        "number": entry.number,
        "at": entry.at.astimezone(UTC).isoformat(),
        "act": entry.act,
        "work": entry.work_id,
        "role": entry.role,
        "details": entry.details,
        "actor_mark": entry.actor_mark,
        "previous_hash": entry.previous_hash,
    }


def spelled(words: Any) -> str:
    return json.dumps(words, sort_keys=True, ensure_ascii=True, separators=(",", ":"))


def head() -> str:
    """The hash of the newest entry."""
    return LedgerEntry.objects.order_by("-number").values_list("hash", flat=True).first() or START


def _take_turn() -> None:
    # SQLite's transactions are IMMEDIATE: one writer at a time. PostgreSQL needs the lock so that number order is commit order.
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [ADVISORY_LOCK])
