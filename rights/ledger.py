"""The append-only, hash-chained record of rights decisions: append, and find what was altered.

Each entry's hash covers its own words and the hash before it. Names of people stand beside
the chain; in it only a salted mark, so that a person can be forgotten without breaking it.
"""

import hashlib
import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db import connection, transaction
from django.utils.crypto import salted_hmac

from rights.models import LedgerEntry, Work

START = "0" * 64
ADVISORY_LOCK = 0x4E52_0001


def append(work: Work | None, act: str, *, by: Any, role: str, at: datetime, **details: Any) -> LedgerEntry:
    """Add one entry. Must run inside the transaction of the act that it records."""
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("A ledger entry is written in the transaction of its act.")
    _take_turn()
    last = LedgerEntry.objects.order_by("-number").first()
    entry = LedgerEntry(
        number=last.number + 1 if last else 1,
        at=at,
        act=str(act),
        work=work,
        role=str(role),
        details=details,
        actor=by,
        actor_mark=salted_hmac("rights.ledger", str(by.pk), algorithm="sha256").hexdigest() if by else "",
        previous_hash=last.hash if last else START,
    )
    entry.hash = hash_of(entry)
    entry.save(force_insert=True)
    return entry


def hash_of(entry: LedgerEntry) -> str:
    words = {
        "number": entry.number,
        "at": entry.at.isoformat(),
        "act": entry.act,
        "work": entry.work_id,
        "role": entry.role,
        "details": entry.details,
        "actor_mark": entry.actor_mark,
        "previous_hash": entry.previous_hash,
    }
    canonical = json.dumps(words, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def faults(*, head: str = "") -> Iterator[str]:
    """Each thing that is wrong with the chain, as a sentence. With `head`, also that the chain still ends there or runs on from it."""
    previous, expected, seen_head = START, 1, not head
    for entry in LedgerEntry.objects.order_by("number").iterator(chunk_size=2000):
        if entry.number != expected:
            yield f"Entry {expected} is missing: the next one found is {entry.number}."
        if entry.previous_hash != previous:
            yield f"Entry {entry.number} does not follow the one before it."
        if entry.hash != hash_of(entry):
            yield f"Entry {entry.number} was altered after it was written."
        previous, expected = entry.hash, entry.number + 1
        seen_head = seen_head or entry.hash == head
    if not seen_head:
        yield "The head that you gave is not in the ledger: entries were cut off or the whole was written again."


def head() -> str:
    """The hash of the newest entry, to be kept outside the database."""
    return LedgerEntry.objects.order_by("-number").values_list("hash", flat=True).first() or START


def _take_turn() -> None:
    # SQLite's transactions are IMMEDIATE: one writer at a time. PostgreSQL needs the lock so that number order is commit order.
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [ADVISORY_LOCK])
