"""What the last audit found and what it had before it, beside the data: `audit.json` and `audit.seen.json`.

Finished bytes are asked for again where the version, its rights or the making of pages has changed since.
"""

import hashlib
import json
import os
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings

LAST, SEEN = "audit.json", "audit.seen.json"
#: What a page or a feed is made by.
MAKING = ("templates", "pages", "syndication", "articles", "rights")
SUFFIXES = (".py", ".html", ".xml", ".txt")


@dataclass
class Memory:
    """`pages` by version, list or picture; `made_by` the code and templates that made them. Fingerprints of what was found sound."""

    made_by: str = ""
    pages: dict[str, str] = field(default_factory=dict)

    def knows(self, name: str, fingerprint: str) -> bool:
        return self.pages.get(name) == fingerprint


@lru_cache(maxsize=1)
def making() -> str:
    """One hash over all that makes finished bytes; the program does not change while it runs."""
    digest = hashlib.sha256()
    files = (path for room in MAKING for path in sorted((settings.BASE_DIR / room).rglob("*")) if path.suffix in SUFFIXES)
    for path in files:
        if "tests" not in path.parts:
            digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()


def recall() -> Memory:
    """What is known of the last audit; nothing where pages are made in another way now."""
    kept = _read(SEEN)
    known = Memory(kept.get("made_by", ""), kept.get("pages", {}))
    return known if known.made_by == making() else Memory(making())


def remember(memory: Memory) -> None:
    _write(SEEN, {"made_by": memory.made_by, "pages": memory.pages})


def last() -> dict[str, Any]:
    """The result of the last audit, as `--json` printed it; empty before the first."""
    return _read(LAST)


def keep(result: dict[str, Any]) -> None:
    _write(LAST, result)


def _read(name: str) -> dict[str, Any]:
    with suppress(FileNotFoundError, ValueError):
        found = json.loads(_path(name).read_text(encoding="utf-8"))
        if isinstance(found, dict):
            return found
    return {}


def _write(name: str, content: dict[str, Any]) -> None:
    draft = _path(f"{name}.{os.getpid()}.draft")
    draft.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    draft.replace(_path(name))


def _path(name: str) -> Path:
    return Path(settings.DATA) / name
