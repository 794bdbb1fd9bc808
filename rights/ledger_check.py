"""Was the ledger altered? The chain is read from its first entry and held against the hashes noted outside the database.

Edits, insertions, another order and gaps break the chain itself. A tail cut off, or a chain written again with valid
hashes, is told by what was noted outside (`rights/ledger_heads.py`), or by a head that a person noted.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from rights import ledger, ledger_heads
from rights.ledger_heads import Noted
from rights.models import LedgerEntry

CHUNK = 2000
MISSING = "Bring it back; if there never was one, run verify_ledger --keep-head."
REWRITTEN = "the chain was written again, or a backup was restored and the newsroom went on from it."


@dataclass
class Report:
    """`faults` are proof that something was altered; `notices` say what the file can't vouch for."""

    entries: int = 0
    head: str = ledger.START
    noted: int = 0
    faults: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)


def check(*, head: str = "") -> Report:
    """Read the whole chain. With `head`, a hash noted earlier by a person, also that the chain still contains it."""
    # The file before the entries: one that is appended meanwhile is then not noted yet, instead of noted and not there.
    report, watch = Report(), _Watch(ledger_heads.noted(), head)
    for entry in LedgerEntry.objects.order_by("number").iterator(chunk_size=CHUNK):
        report.faults += _breaks(entry, report)
        watch.see(entry)
        report.entries, report.head = report.entries + 1, entry.hash
        watch.expected = entry.number + 1
    report.noted = watch.agreeing
    report.faults += watch.faults()
    report.notices += watch.notices()
    return report


def _breaks(entry: LedgerEntry, report: Report) -> Iterator[str]:
    """What is wrong with this link, given the one before it."""
    if entry.previous_hash != report.head:
        yield f"Entry {entry.number} does not follow the one before it."
    if entry.hash != ledger.hash_of(entry):
        yield f"Entry {entry.number} was altered after it was written."


class _Watch:
    """Holds what is outside against each entry that comes by."""

    def __init__(self, noted: Noted, head: str) -> None:
        self.noted, self.head = noted, head
        self.has_seen_head = not head
        self.expected, self.agreeing, self.last = 1, 0, 0
        self.missing: list[int] = []
        self.rewritten: list[int] = []
        self.silent: list[int] = []

    def see(self, entry: LedgerEntry) -> None:
        if entry.number != self.expected:
            self.missing += range(self.expected, min(entry.number, self.expected + CHUNK))
        known = self.noted.hashes.get(entry.number, set())
        if known == {entry.hash}:
            self.agreeing += 1
        elif known:
            self.rewritten.append(entry.number)
        else:
            self.silent.append(entry.number)
        self.last = entry.number
        self.has_seen_head = self.has_seen_head or entry.hash == self.head

    def faults(self) -> Iterator[str]:
        if self.missing:
            yield f"{_entries(self.missing)} not there, though later ones are."
        if self.rewritten:
            yield f"{_entries(self.rewritten)} not as noted outside the database: {REWRITTEN}"
        lost = sorted(number for number in self.noted.hashes if number > self.last)
        if lost:
            yield f"{_entries(lost)} noted outside the database and not in it: the end was cut off, or an older backup was restored."
        if not self.has_seen_head:
            yield "The head that you gave is not in the ledger: entries were cut off or the whole was written again."
        if self.last and not self.noted.hashes:
            yield f"{ledger_heads.NAME} is missing or empty: nothing outside the database vouches for the ledger. {MISSING}"

    def notices(self) -> Iterator[str]:
        # What is older than the first note is vouched for by the chain that leads to it.
        silent = [number for number in self.silent if number > min(self.noted.hashes, default=number)]
        if silent:
            yield f"{_entries(silent)} not noted outside the database: the machine stopped right after, or something else wrote there."
        if self.noted.unreadable:
            yield f"{ledger_heads.NAME} has lines that a crash cut off: {self.noted.unreadable}."


def _entries(numbers: list[int]) -> str:
    """ "Entry 3 is", "Entries 3, 4 and 7 are", "Entries 3 to 900 (some or all) are"."""
    if len(numbers) == 1:
        return f"Entry {numbers[0]} is"
    if numbers[-1] - numbers[0] + 1 == len(numbers):
        return f"Entries {numbers[0]} to {numbers[-1]} are"
    if len(numbers) > 8:
        return f"{len(numbers)} entries between {numbers[0]} and {numbers[-1]} are"
    return f"Entries {', '.join(map(str, numbers[:-1]))} and {numbers[-1]} are"
