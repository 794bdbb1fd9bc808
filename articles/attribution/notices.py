"""The standing notices of the house and of the source, each only where the basis calls for it; and why we may show it, for readers."""

from collections.abc import Iterable, Mapping
from typing import Any

from rights.facts import Duty
from rights.vocabulary import JUDGED, OWN, Basis, Obligation

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


def why_shown(frozen: Mapping[str, Any], house_name: str) -> tuple[str, str]:
    """Two sentences for the reader: where this comes from, and why we may show it."""
    ours = house_name or "this newsroom"
    if frozen.get("basis") in OWN:
        return (f"This was written for {ours}.", "We may show it because it is our own work.")
    if not is_republished(frozen):
        holder = frozen.get("holder") or "its owner"
        return (f"This was not written for {ours}: it belongs to {holder}.", _why(frozen, holder))
    source = frozen["source"]["name"]
    who = frozen["original"]["author"]
    if frozen["basis"] in JUDGED:
        quoted = frozen["original"]["title"] or "a work"
        by = f" by {who}" if who and who != source else ""
        return f"This piece quotes “{quoted}”{by}, first published by {source}.", _why(frozen, source)
    came = (
        f"This was written by {who} and first published by {source}." if who and who != source else f"This was first published by {source}."
    )
    return came, _why(frozen, source)


def _why(frozen: Mapping[str, Any], source: str) -> str:
    basis = Basis(frozen["basis"])
    return {
        Basis.SOURCE_TERMS: f"We may show it because {source} lets non-commercial community sites republish it, with credit and a link.",
        Basis.CC: f"We may show it under {(frozen.get('licence') or {}).get('name', 'its licence')}, which asks for the credit below.",
        Basis.PUBLIC_DOMAIN: "We may show it because it is in the public domain.",
        Basis.WRITTEN_PERMISSION: f"We may show it because {frozen.get('holder') or source} gave us written permission.",
        Basis.CONTRACT: f"We may show it under our contract with {source}.",
        Basis.AGENCY: f"We may show it under our agreement with the agency {source}.",
        Basis.PRESS_RELEASE: "It is a press release, sent out for publication.",
        Basis.FAIR_USE: "We show an excerpt because we judge this use to be fair, and we keep our reasons on record.",
        Basis.FAIR_DEALING: "We show an excerpt because we judge this to be fair dealing, and we keep our reasons on record.",
        Basis.QUOTATION: "We show an excerpt as a quotation, and we keep our reasons on record.",
    }.get(basis, "We may show it because it is our own work.")
