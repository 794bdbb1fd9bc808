"""Recording who we are. A change never edits: it adds a dated row, and everything is decided anew from it.

It tells nobody: what rests on the profile asks for the row in force at each exit.
"""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.db import transaction

from .instants import aware
from .models import House

#: What a change may name: everything but what the act itself writes.
_WRITTEN_HERE = {"id", "valid_from", "recorded_by", "recorded_at"}
CHANGEABLE = frozenset(field.name for field in House._meta.concrete_fields) - _WRITTEN_HERE


def zone_of(house: House | None) -> ZoneInfo:
    """The zone that we work in; UTC before a newsroom is set up."""
    return ZoneInfo(house.time_zone if house else "UTC")


def record_profile(*, by: Any, at: datetime, based_on: int | None = None, **changes: Any) -> House:
    """Copy the row in force with these changes and write it as the row in force from `at` on.

    `by` is the user, None for a command at setting up. `based_on` is the id of the row that the person
    looked at; if another has come since, nothing is written. A note holds for one row and is not copied.
    Raises ValidationError with a sentence for each wrong field, TypeError for a field that does not exist,
    ValueError if `at` is naive.
    """
    aware(at)
    if unknown := changes.keys() - CHANGEABLE:
        raise TypeError(f"The profile has no field {', '.join(sorted(unknown))}.")
    with transaction.atomic():
        newest = House.objects.select_for_update().newest_first().first()
        _refuse_if_overtaken(newest, at=at, based_on=based_on)
        kept = {name: getattr(newest, name) for name in CHANGEABLE - {"note"}} if newest else {}
        row = House(**{**kept, **changes}, valid_from=at, recorded_by=by)
        row.full_clean()
        row.save()
    return row


def _refuse_if_overtaken(newest: House | None, *, at: datetime, based_on: int | None) -> None:
    if newest is None:
        return
    if newest.valid_from > at or based_on not in (None, newest.pk):
        raise ValidationError("Somebody changed the profile in the meantime: look at it as it is now, then save your change again.")


def differences(before: House | None, after: House) -> list[str]:
    """The names of the fields in which a row differs from the one before it, in the order of the profile."""
    if before is None:
        return []
    fields = [field for field in House._meta.concrete_fields if field.name in CHANGEABLE - {"note"}]
    return [str(field.verbose_name) for field in fields if getattr(before, field.name) != getattr(after, field.name)]
