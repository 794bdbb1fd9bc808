"""Dates as readers see them: in the house's zone, in the page's language, with an instant for machines beside.

No clock here: the moment and, where it matters, "now" are passed in.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils import formats, translation

from pages.showing import Moment

# Django's English dates are American and abbreviated.
DAY_IN_ENGLISH, DAY_OF_YEAR_IN_ENGLISH = "j F Y", "j F"


def today(at: datetime, zone: ZoneInfo, language: str) -> Moment:
    """The date under the name of the paper, with its weekday."""
    local = at.astimezone(zone)
    return Moment(local.date().isoformat(), f"{_in(language, local, 'l')} {_day(local, language)}")


def day(at: datetime, zone: ZoneInfo, language: str) -> Moment:
    local = at.astimezone(zone)
    return Moment(local.date().isoformat(), _day(local, language))


def minute(at: datetime, zone: ZoneInfo, language: str) -> Moment:
    local = at.astimezone(zone)
    return Moment(local.isoformat(timespec="seconds"), f"{_day(local, language)}{_comma(language)} {local:%H:%M}")


def brief(at: datetime, zone: ZoneInfo, language: str, *, now: datetime) -> Moment:
    """For lists: the year only where it is another one, the time only where it is this one."""
    local = at.astimezone(zone)
    if local.year != now.astimezone(zone).year:
        return Moment(local.isoformat(timespec="seconds"), _day(local, language))
    text = _in(language, local, DAY_OF_YEAR_IN_ENGLISH if _is_english(language) else "MONTH_DAY_FORMAT")
    return Moment(local.isoformat(timespec="seconds"), f"{text}{_comma(language)} {local:%H:%M}")


def _day(local: datetime, language: str) -> str:
    return _in(language, local, DAY_IN_ENGLISH if _is_english(language) else "DATE_FORMAT")


def _in(language: str, local: datetime, wanted: str) -> str:
    with translation.override(language):
        return formats.date_format(local, wanted)


def _is_english(language: str) -> bool:
    return language.split("-")[0] == "en"


def _comma(language: str) -> str:
    return "،" if language.split("-")[0] in ("ar", "fa", "ur") else ","
