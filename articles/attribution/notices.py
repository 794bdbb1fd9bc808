"""The standing notices of the house and of the source, each only where the basis calls for it; and why we may show it, for readers."""

from collections.abc import Iterable, Mapping
from typing import Any

from rights.facts import Duty
from rights.vocabulary import JUDGED, OWN, Basis, Obligation

from .directions import isolated
from .furniture import FALLBACK, spoken
from .reasons import REASONS, Reasons
from .record import is_republished

#: Kinds of notice that are the source's own words; all others are the house's.
OF_THE_SOURCE = frozenset({"source_responsibility", "notice"})

#: Basis → the house's notices that belong to it: kind, and the field of our profile that has the words.
STANDING: dict[Basis, tuple[tuple[str, str], ...]] = {
    **dict.fromkeys(
        OWN,
        (
            ("responsibility", "author_responsibility_notice"),
            ("cross_posting", "cross_posting_notice"),
            ("commercial", "commercial_contact_notice"),
            ("press", "press_notice"),
        ),
    ),
    Basis.FAIR_USE: (("fair_use", "fair_use_notice"),),
}


def notices(duties: Iterable[Duty], frozen: Mapping[str, Any], house: Any) -> list[tuple[str, str]]:
    """(kind, text) of the notices that this basis calls for, and no others. `house` is our profile row or None."""
    wanted = tuple(duties)
    found = [("source_responsibility", duty.value) for duty in wanted if duty.obligation is Obligation.AUTHOR_RESPONSIBILITY]
    found += [("notice", duty.value) for duty in wanted if duty.obligation is Obligation.KEEP_NOTICE]
    if house is not None:
        found += [(kind, getattr(house, field)) for kind, field in STANDING.get(Basis(frozen.get("basis") or Basis.UNKNOWN), ())]
    said: dict[str, str] = {}
    for kind, text in found:
        if text:
            said.setdefault(text, kind)
    return [(kind, text) for text, kind in said.items()]


def why_shown(frozen: Mapping[str, Any], house_name: str, language: str = FALLBACK) -> tuple[str, str]:
    """Two sentences for the reader, in a language of the furniture: where this comes from, and why we may show it."""
    furniture = spoken(language)
    said, source = REASONS[furniture.language], frozen["source"]["name"] if is_republished(frozen) else ""
    who = frozen["original"]["author"] if source else ""
    names = {
        "ours": house_name or said.this_newsroom,
        "holder": frozen.get("holder") or source or said.its_owner,
        "source": source or frozen.get("holder") or said.its_owner,
        "who": who,
        "title": (frozen["original"]["title"] if source else "") or said.a_work,
        "licence": (frozen.get("licence") or {}).get("name") or said.its_licence,
    }
    placed = {name: isolated(text, furniture.direction) for name, text in names.items()}
    came, why = _came(frozen, said, source, is_signed=bool(who) and who != source), said.why.get(Basis(frozen["basis"]), said.because_own)
    return came.format_map(placed), why.format_map(placed)


def _came(frozen: Mapping[str, Any], said: Reasons, source: str, *, is_signed: bool) -> str:
    if frozen.get("basis") in OWN:
        return said.own
    if not source:
        return said.not_ours
    if frozen["basis"] in JUDGED:
        return said.quoted_by if is_signed else said.quoted
    return said.written_by if is_signed else said.published
