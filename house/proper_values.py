"""What may stand in the profile's lists and names. Validators with sentences that say what to type instead."""

import re
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.core.exceptions import ValidationError

from .vocabulary import PartyClass, Signal

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_TERRITORY = re.compile(r"[A-Z]{2}")


def list_of_classes(value: Any) -> None:
    _list_of(PartyClass, value, "class")


def list_of_signals(value: Any) -> None:
    _list_of(Signal, value, "signal")


def list_of_languages(value: Any) -> None:
    """At least one language code as on the web: en, nl, pt-BR."""
    _refuse_unless_list(value, "language")
    if not value:
        raise ValidationError("Give at least one language, such as en.")
    list_of_language_codes(value)


def list_of_language_codes(value: Any) -> None:
    """Any number of language codes, also none."""
    _refuse_unless_list(value, "language")
    for code in value:
        if not isinstance(code, str) or not _LANGUAGE.fullmatch(code):
            raise ValidationError(f"“{code}” is not a language code: write it as en, nl or pt-BR.")


def territory_code(value: str) -> None:
    if not _TERRITORY.fullmatch(value):
        raise ValidationError(f"“{value}” is not a country code: write two capital letters, such as NL.")


def list_of_territories(value: Any) -> None:
    _refuse_unless_list(value, "country")
    for code in value:
        territory_code(str(code))


def time_zone_name(value: str) -> None:
    """Refuse what the zone database does not hold; it also refuses paths, with ValueError."""
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValidationError(f"“{value}” is not a time zone: write it as Europe/Amsterdam or America/New_York.") from None


def _list_of(vocabulary: type[StrEnum], value: Any, what: str) -> None:
    known = [str(word) for word in vocabulary]
    _refuse_unless_list(value, what)
    for word in value:
        if word not in known:
            raise ValidationError(f"“{word}” is not a {what} we know: choose from {', '.join(known)}.")


def _refuse_unless_list(value: Any, what: str) -> None:
    if not isinstance(value, list):
        raise ValidationError(f"Give a list, with one {what} each.")
    if len({str(word) for word in value}) != len(value):
        raise ValidationError(f"Name each {what} once.")
