"""What was agreed with a partner, in plain words. Decides nothing: `supply` and the rights do."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from rights import wording
from rights.vocabulary import Basis, Channel, Part
from syndication.models import KEPT, Agreement, Partner

HOW_MUCH = {
    Part.FULL: "The whole story, with those pictures whose own rights let you have them.",
    Part.EXCERPT: "The headline, how the story begins, and the link.",
    Part.HEADLINE: "The headline and the link.",
}
EVERYTHING = "Everything that its rights let you have."


@dataclass(frozen=True)
class AgreementShown:
    """`state` is a word or two; `lines` are pairs of what is settled and how."""

    title: str
    state: str
    is_in_force: bool
    lines: tuple[tuple[str, str], ...]


def shown(partner: Partner, used: Mapping[int, int], zone: ZoneInfo, at: datetime) -> tuple[AgreementShown, ...]:
    """Agreements in force, suspended, coming, and lately ended. A fixed number of queries."""
    rows = partner.agreements.prefetch_related("sections", "tags", "authors")
    return tuple(_shown(row, partner, used, zone, at) for row in rows if row.ends_at is None or row.ends_at > at - KEPT)


def _shown(row: Agreement, partner: Partner, used: Mapping[int, int], zone: ZoneInfo, at: datetime) -> AgreementShown:
    is_in_force = row.is_in_force(at) and not partner.is_stopped
    return AgreementShown(
        f"From {day(row.starts_at, zone)}", _state(row, partner, at), is_in_force, tuple(_lines(row, partner, used, zone))
    )


def _state(row: Agreement, partner: Partner, at: datetime) -> str:
    if partner.is_stopped or row.suspended_at:
        return "suspended"
    if row.starts_at > at:
        return "not begun"
    return "in force" if row.is_in_force(at) else "ended"


def _lines(row: Agreement, partner: Partner, used: Mapping[int, int], zone: ZoneInfo) -> Iterator[tuple[str, str]]:
    yield "What", _selection(row)
    yield "How much", HOW_MUCH[Part(row.part)]
    yield "Until", f"{day(row.ends_at, zone)}." if row.ends_at else "No end was agreed."
    yield "When", f"{_long(row.delay)} after we published it ourselves." if row.delay else "As soon as we publish it ourselves."
    if row.quota is not None:
        spent = min(used.get(row.pk, 0), row.quota)
        yield "How many", f"{row.quota} new stories a month; {spent} of this month’s used. Corrections don’t count."
    yield "Countries", _countries(row, partner)
    if row.channels:
        yield "Where", f"{_listed(wording.CHANNELS[Channel(one)] for one in row.channels).capitalize()}."


def _countries(row: Agreement, partner: Partner) -> str:
    if row.territories:
        return f"{', '.join(sorted(row.territories))}."
    return f"Where you are: {partner.territory}." if partner.territory else "Any country that a story’s own rights reach."


def _selection(row: Agreement) -> str:
    chosen = (
        ("sections", [one.name for one in row.sections.all()]),
        ("tags", [one.name for one in row.tags.all()]),
        ("by", [one.name for one in row.authors.all()]),
        ("languages", row.languages),
        ("used on the basis of", [wording.BASES.get(Basis(one), one) for one in row.bases if one in {*Basis}]),
    )
    said = [f"{kind} {_listed(names)}" for kind, names in chosen if names]
    return f"Stories that match all of these: {'; '.join(said)}." if len(said) > 1 else f"Stories: {said[0]}." if said else EVERYTHING


def _listed(names: Iterable[str]) -> str:
    *most, last = sorted(names)
    return f"{', '.join(most)} or {last}" if most else last


def day(at: datetime, zone: ZoneInfo) -> str:
    return f"{at.astimezone(zone):%-d %B %Y}"


def _long(delay: timedelta) -> str:
    minutes = int(delay.total_seconds() // 60)
    size, unit = next((size, unit) for size, unit in ((1440, "day"), (60, "hour"), (1, "minute")) if minutes % size == 0)
    count = minutes // size
    return f"{count} {unit}{'' if count == 1 else 's'}"
