"""Read the demonstration newsroom from its TOML files, and refuse what does not add up.

`newsroom.toml`, `house.toml` and `pictures.toml` hold the paper, `stories/` one file per story. Any mistake is a
ValueError that names the file and the key. This module must not touch the database or the clock.
"""

import tomllib
from dataclasses import MISSING, fields, is_dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from . import checking
from .notes import (
    CorrectionNote,
    FairUseNote,
    HouseNote,
    Newsroom,
    Notice,
    PartnerNote,
    PermissionNote,
    Person,
    Picture,
    Policy,
    Section,
    Source,
    SourceNote,
    Story,
    Tag,
    When,
    WithdrawalNote,
    moment,
)

__all__ = [
    "CorrectionNote", "FairUseNote", "HouseNote", "Newsroom", "Notice", "PartnerNote", "PermissionNote", "Person", "Picture", "Policy",
    "Section", "Source", "SourceNote", "Story", "Tag", "When", "WithdrawalNote", "load", "moment", "read",
]  # fmt: skip

HERE = Path(__file__).parent
#: Which file holds which part of the paper, and what each entry becomes.
PARTS: dict[str, dict[str, type]] = {
    "house.toml": {"house": HouseNote, "notices": Notice, "policies": Policy},
    "newsroom.toml": {"sections": Section, "tags": Tag, "people": Person, "sources": Source, "partners": PartnerNote},
    "pictures.toml": {"pictures": Picture},
}

Note = TypeVar("Note")


@cache
def load() -> Newsroom:
    """The demonstration that ships with the product; read once."""
    return read(HERE)


def read(folder: Path) -> Newsroom:
    """Read a newsroom from `folder`. Raises ValueError naming file and key for whatever is unknown, missing or at odds."""
    parts: dict[str, Any] = {}
    for name, kinds in PARTS.items():
        parts |= _read_parts(folder / name, kinds)
    stories = {path.name: _note(Story, _parse(path), path.name) for path in sorted((folder / "stories").glob("*.toml"))}
    newsroom = Newsroom(**parts, stories=tuple(stories.values()))
    checking.check(newsroom, {story.slug: name for name, story in stories.items()})
    return newsroom


def _read_parts(path: Path, kinds: dict[str, type]) -> dict[str, Any]:
    table = _parse(path)
    _refuse_unknown(table, set(kinds), path.name)
    return {key: _value(kind, _required(table, key, path.name), f"{path.name}: {key}") for key, kind in kinds.items()}


def _parse(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{path.name}: This is not TOML: {error}.") from error


def _note(kind: type[Note], table: dict[str, Any], where: str) -> Note:
    known = {field.name: field for field in fields(kind)}  # type: ignore[arg-type]
    _refuse_unknown(table, set(known), where)
    for name, field in known.items():
        if field.default is MISSING and field.default_factory is MISSING:
            _required(table, name, where)
    return kind(**{name: _value(known[name].metadata.get("reads"), value, f"{where}: {name}") for name, value in table.items()})


def _value(kind: type | None, value: Any, where: str) -> Any:
    if isinstance(value, list):
        return tuple(_value(kind, entry, f"{where}[{number}]") for number, entry in enumerate(value))
    if kind is None:
        return value.strip() if isinstance(value, str) else value
    if is_dataclass(kind):
        return _note(kind, value, where)
    return _word(kind, value, where)


def _word(kind: type, value: str, where: str) -> StrEnum:
    try:
        return kind(value)
    except ValueError as error:
        raise ValueError(f"{where}: {value!r} is not a {kind.__name__}.") from error


def _required(table: dict[str, Any], key: str, where: str) -> Any:
    if key not in table:
        raise ValueError(f"{where}: The key {key!r} is missing.")
    return table[key]


def _refuse_unknown(table: dict[str, Any], known: set[str], where: str) -> None:
    for key in table:
        if key not in known:
            raise ValueError(f"{where}: The key {key!r} is not known.")
