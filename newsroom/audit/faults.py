"""What an audit finds. Pure."""

from dataclasses import asdict, dataclass
from typing import Any

#: Where a fault is that no exit shows: in the rows themselves.
RECORD = "record"


@dataclass(frozen=True)
class Fault:
    """`code` is stable; `article` is an id, 0 for what concerns no single article; `exit` its name or "record"."""

    code: str
    article: int
    exit: str
    what: str
    remedy: str

    def __str__(self) -> str:
        where = f"article {self.article}" if self.article else "newsroom"
        return f"{where}, {self.exit}: {self.what} {self.remedy}"

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)
