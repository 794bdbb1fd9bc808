"""Delays, counts and ends that a sentence states, as figures. Pure; works on plain text."""

import re
from collections.abc import Mapping
from datetime import date
from typing import TypeVar

from .language import Language, Limits
from .reading import Codes

Worth = TypeVar("Worth")

_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_DOTTED = re.compile(r"([0-9]{1,2})[./]([0-9]{1,2})[./]([0-9]{4})")
_WORDED = re.compile(r"([0-9]{4})|([0-9]{1,2})|([^\W\d_]{3,})")


def add_limits(codes: Codes, plain: str, language: Language) -> list[tuple[int, int]]:
    """Put every limit that the sentence states into `codes`, the strictest of each kind; the spans where they stand are returned."""
    limits, spans = language.limits, []
    for found in limits.delay.finditer(plain):
        hours = _number(found["number"], limits) * _worth(found["unit"], limits.hours)
        codes["delay_hours"] = max(hours, codes.get("delay_hours", 0))
        spans.append(found.span())
    for found in limits.count.finditer(plain):
        codes["max_count"] = _number(found["number"], limits)
        codes["count_period"] = _worth(found["unit"], limits.periods)
        spans.append(found.span())
    for found in limits.until.finditer(plain):
        if day := day_in(found["date"], limits):
            codes["not_after"] = day
            spans.append(found.span())
    if limits.fee and (found_fee := limits.fee.search(plain)):
        codes["fee"] = True
        spans.append(found_fee.span())
    return spans


def max_words_in(plain: str, language: Language) -> int | None:
    found = language.limits.max_words.search(plain)
    return int(found["number"]) if found else None


def day_in(written: str, limits: Limits) -> str:
    """The day in ISO form, "" where it names none that exists."""
    try:
        if iso := _ISO.fullmatch(written):
            return date(*map(int, iso.groups())).isoformat()
        if dotted := _DOTTED.fullmatch(written):
            day, month, year = map(int, dotted.groups())
            return date(year, month, day).isoformat()
        return _worded(written, limits)
    except ValueError:
        return ""


def _worded(written: str, limits: Limits) -> str:
    year, day, month = 0, 0, 0
    for in_full, short, word in _WORDED.findall(written):
        year = int(in_full) if in_full else year
        day = int(short) if short else day
        month = limits.months.get(word.lower(), month) if word else month
    return date(year, month, day).isoformat()


def _number(written: str, limits: Limits) -> int:
    return int(written) if written.isdigit() else limits.numbers[written.lower()]


def _worth(written: str, table: Mapping[str, Worth]) -> Worth:
    """The value of the longest beginning that the table knows."""
    return next(table[start] for start in sorted(table, key=len, reverse=True) if written.lower().startswith(start))
