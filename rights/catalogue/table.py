"""Every licence of the catalogue with what it permits, requires and prohibits (standards.md §19, from CC's own RDF files). Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

DEEDS = "https://creativecommons.org"
ALL_RIGHTS_RESERVED = "LicenseRef-all-rights-reserved"

#: Family → its name, and whether it permits adaptation and commercial use, and asks to share alike.
FAMILIES = {
    "BY": ("Attribution", True, True, False),
    "BY-SA": ("Attribution-ShareAlike", True, True, True),
    "BY-NC": ("Attribution-NonCommercial", True, False, False),
    "BY-NC-SA": ("Attribution-NonCommercial-ShareAlike", True, False, True),
    "BY-ND": ("Attribution-NoDerivatives", False, True, False),
    "BY-NC-ND": ("Attribution-NonCommercial-NoDerivatives", False, False, False),
}
#: Version → what the licence calls its reach where it is not made for one country.
VERSIONS = {"1.0": "Generic", "2.0": "Generic", "2.5": "Generic", "3.0": "Unported", "4.0": "International"}
#: Licences made for one country or for international organisations that SPDX lists; no other port has an id.
PORTS = {
    ("BY", "2.5"): ("AU",),
    ("BY", "3.0"): ("AT", "AU", "DE", "IGO", "NL", "US"),
    ("BY-NC", "3.0"): ("DE",),
    ("BY-NC-ND", "3.0"): ("DE", "IGO"),
    ("BY-NC-SA", "2.0"): ("DE", "FR", "UK"),
    ("BY-NC-SA", "3.0"): ("DE", "IGO"),
    ("BY-ND", "3.0"): ("DE",),
    ("BY-SA", "2.0"): ("UK",),
    ("BY-SA", "2.1"): ("JP",),
    ("BY-SA", "3.0"): ("AT", "DE", "IGO"),
}
JURISDICTIONS = {
    "AT": "Austria",
    "AU": "Australia",
    "DE": "Germany",
    "FR": "France",
    "IGO": "IGO",
    "JP": "Japan",
    "NL": "Netherlands",
    "UK": "England and Wales",
    "US": "United States",
}


class ClosedWorld:
    """What a licence says in the words of Creative Commons. What is not among `permits` is not allowed, prohibited or not."""

    permits_sharing: bool
    permits_adaptation: bool
    permits_commercial: bool
    requires_share_alike: bool
    requires_attribution: bool

    @property
    def permits(self) -> tuple[str, ...]:
        named = (
            ("Reproduction", self.permits_sharing),
            ("Distribution", self.permits_sharing),
            ("DerivativeWorks", self.permits_adaptation),
        )
        return tuple(name for name, is_permitted in named if is_permitted)

    @property
    def requires(self) -> tuple[str, ...]:
        # A notice goes with every licence that asks for anything at all.
        asks = self.permits_sharing and (self.requires_attribution or self.requires_share_alike)
        named = (("Notice", asks), ("Attribution", asks and self.requires_attribution), ("ShareAlike", self.requires_share_alike))
        return tuple(name for name, is_asked in named if is_asked)

    @property
    def prohibits(self) -> tuple[str, ...]:
        return ("CommercialUse",) if self.permits_sharing and not self.permits_commercial else ()


@dataclass(frozen=True)
class Entry(ClosedWorld):
    """One licence. `url` is the address of its deed; `requires_title`: the title of the work must be named (before 4.0)."""

    spdx_id: str
    name: str
    url: str = ""
    version: str = ""
    jurisdiction: str = ""
    permits_sharing: bool = True
    permits_adaptation: bool = True
    permits_commercial: bool = True
    requires_share_alike: bool = False
    requires_attribution: bool = False
    requires_title: bool = False


def _licensed(family: str, version: str, jurisdiction: str = "") -> Entry:
    words, adapts, commercial, alike = FAMILIES[family]
    reach = JURISDICTIONS[jurisdiction] if jurisdiction else VERSIONS[version]
    # The first version put its words in another order in the address of this one licence.
    path = "by-nd-nc" if (family, version) == ("BY-NC-ND", "1.0") else family.lower()
    return Entry(
        spdx_id="-".join(filter(None, ("CC", family, version, jurisdiction))),
        name=f"Creative Commons {words} {version} {reach}",
        url=f"{DEEDS}/licenses/{path}/{version}/" + (f"{jurisdiction.lower()}/" if jurisdiction else ""),
        version=version,
        jurisdiction=jurisdiction,
        permits_adaptation=adapts,
        permits_commercial=commercial,
        requires_share_alike=alike,
        requires_attribution=True,
        requires_title=version != "4.0",
    )


def _entries() -> Iterator[Entry]:
    for family in FAMILIES:
        for version in VERSIONS:
            yield _licensed(family, version)
    for (family, version), countries in PORTS.items():
        for country in countries:
            yield _licensed(family, version, country)
    yield Entry("CC-SA-1.0", "Creative Commons ShareAlike 1.0 Generic", f"{DEEDS}/licenses/sa/1.0/", "1.0", requires_share_alike=True)
    yield Entry("CC0-1.0", "Creative Commons Zero 1.0", f"{DEEDS}/publicdomain/zero/1.0/", "1.0")
    yield Entry("CC-PDM-1.0", "Public Domain Mark 1.0", f"{DEEDS}/publicdomain/mark/1.0/", "1.0")
    yield Entry("CC-PDDC", "Creative Commons Public Domain Dedication and Certification", f"{DEEDS}/licenses/publicdomain/")
    yield Entry(
        ALL_RIGHTS_RESERVED, "All rights reserved", permits_sharing=False, permits_adaptation=False, permits_commercial=False
    )  # fmt: skip


#: By SPDX id, in the order in which a person would look for one.
ENTRIES: dict[str, Entry] = {one.spdx_id: one for one in _entries()}


def entry(spdx_id: str) -> Entry | None:
    """The licence of that id, in whatever case it is written: SPDX ids are the same in any."""
    return _BY_FOLDED_ID.get(spdx_id.strip().casefold())


_BY_FOLDED_ID = {spdx_id.casefold(): one for spdx_id, one in ENTRIES.items()}
