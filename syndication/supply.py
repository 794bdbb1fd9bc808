"""What the agreements in force let a partner pull, and how much of it. Rights still decide each item."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from articles.standing import Version
from rights.vocabulary import Channel, Part
from syndication.models import Agreement, Partner

#: From least to most.
EXTENT = {Part.HEADLINE: 0, Part.EXCERPT: 1, Part.FULL: 2}


@dataclass(frozen=True)
class Supply:
    """`everywhere` is what holds for every section, `by_section` what more some have, by the section's id. None: nothing."""

    everywhere: Part | None = None
    by_section: Mapping[int, Part] = field(default_factory=dict)
    ends: tuple[datetime, ...] = ()

    @property
    def is_nothing(self) -> bool:
        return self.everywhere is None and not self.by_section

    def part_for(self, version: Version, at: datetime) -> Part | None:
        """How much of a version is supplied at `at`."""
        return _most(part for part in (self.everywhere, self.by_section.get(version.section_id or 0)) if part is not None)

    def turns(self, versions: Iterable[Version]) -> Iterator[datetime]:
        """The instants at which an agreement begins or ends, or at which one of these versions has waited long enough."""
        return iter(self.ends)


NOTHING = Supply()


def supply_of(partner: Partner, at: datetime) -> Supply:
    """All agreements in force taken together; nothing for a partner that is suspended or ended. Two queries."""
    if partner.is_stopped:
        return NOTHING
    rows = [row for row in partner.agreements.prefetch_related("sections") if _is_for_the_web(row)]
    ends = tuple(moment for row in rows for moment in (row.starts_at, row.ends_at) if moment)
    return replace(_together(row for row in rows if row.is_in_force(at)), ends=ends)


def _together(agreements: Iterable[Agreement]) -> Supply:
    everywhere: list[Part] = []
    by_section: dict[int, Part] = {}
    for agreement in agreements:
        part = Part(agreement.part)
        sections = [section.pk for section in agreement.sections.all()]
        if not sections:
            everywhere.append(part)
        for pk in sections:
            by_section[pk] = _most([part, by_section.get(pk, part)]) or part
    return Supply(_most(everywhere), by_section)


def _is_for_the_web(agreement: Agreement) -> bool:
    return not agreement.channels or Channel.WEB in agreement.channels


def _most(parts: Iterable[Part]) -> Part | None:
    return max(parts, key=EXTENT.__getitem__, default=None)
