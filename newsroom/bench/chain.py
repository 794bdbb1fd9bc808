"""The ledger's chain goes on: each entry of a copy names the one before it, whoever's that was."""

from collections.abc import Iterable
from typing import Any

from newsroom.bench.hashes import sha256
from newsroom.bench.plan import HASH, NUMBER, NUMBER_TOLD, PREVIOUS
from newsroom.bench.recipe import Pick, Values
from newsroom.bench.words import Text


class Chain:
    """What is to be appended behind the entry with this number and hash: rows, and the heads to note."""

    def __init__(self, number: int, newest: str) -> None:
        self._number, self._hash = number, newest
        self.rows: list[tuple[Any, ...]] = []
        self.heads: list[tuple[int, str]] = []

    def follow(self, links: Iterable[tuple[Text, Pick]], values: Values) -> None:
        """Add a copy's entries: for each what its hash is made over, and its row."""
        for spelled, row in links:
            self._number += 1
            values[NUMBER], values[NUMBER_TOLD], values[PREVIOUS] = self._number, str(self._number), self._hash
            self._hash = values[HASH] = sha256(spelled.filled(values))
            self.rows.append(row(values))
            self.heads.append((self._number, self._hash))
