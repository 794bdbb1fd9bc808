"""The ledger's hashes kept outside the database: `ledger.head`, beside `withdrawals.log` and apart from backups.

Who can write in the database can write the whole chain again with valid hashes, or cut off its end; not this file, too.
An entry is noted after its transaction is committed: after a crash the file may lag behind the database, and it never
claims an entry that was not committed. A line is a number and a hash.
"""

import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings

NAME = "ledger.head"
HASH_LENGTH = 64


@dataclass
class Noted:
    """What the file says. `hashes` by number: more than one where numbers were used again after a restore."""

    hashes: dict[int, set[str]] = field(default_factory=dict)
    unreadable: int = 0


def path() -> Path:
    return Path(settings.DATA) / NAME


def note(heads: Iterable[tuple[int, str]]) -> None:
    """Append a line for each, fsynced."""
    lines = "".join(f"{number} {digest}\n" for number, digest in heads)
    descriptor = os.open(path(), os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.write(descriptor, (("\n" if _is_torn(descriptor) else "") + lines).encode())
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _is_torn(descriptor: int) -> bool:
    """Was the last line cut off by a crash? Ours must not be glued to it."""
    size = os.fstat(descriptor).st_size
    return size > 0 and os.pread(descriptor, 1, size - 1) != b"\n"


def noted() -> Noted:
    """Read the file. Lines that a crash cut off are counted and passed over."""
    found = Noted()
    with suppress(FileNotFoundError), path().open(encoding="ascii", errors="replace") as lines:
        for line in lines:
            _read(line, found)
    return found


def _read(line: str, found: Noted) -> None:
    number, _, digest = line.strip().partition(" ")
    if number.isdecimal() and len(digest) == HASH_LENGTH:
        found.hashes.setdefault(int(number), set()).add(digest)
    elif line.strip():
        found.unreadable += 1
