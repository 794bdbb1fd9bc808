"""What confirmed small print limits, as fields of the grants that rest on it. Where two sentences differ, the stricter one holds.

It reads proposals alone: no rows, no clock. What no field can hold is put in words for the desk.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from rights.vocabulary import Commercial, Part, PartyClass, TermKind, Use, Verdict

#: An excerpt is counted in characters; a word and its space are at least about so many.
CHARS_OF_A_WORD = 5
#: The rule that reads "all rights reserved", in whatever language.
RESERVED = "all-rights-reserved"
#: A ban of these is a ban of publishing again, whatever it is called.
_AGAIN = frozenset({str(Use.READ), str(Use.REPUBLISH), str(Use.SYNDICATE)})
_YES_OR_NO = ("unaltered", "no_resale", "no_systematic", "no_ads_adjacent")
_NOT_COVERED = {"agency": "agency material", "sections": "some sections", "third_party": "other people's material"}
_EDITS = {"house_style": "house style", "time": "time", "place": "place", "headline": "the headline", "length": "length"}

Stated = Mapping[str, Any]


def of_offer(offer: Stated, confirmed: Iterable[tuple[str, Stated]], *, ends: datetime | None = None) -> dict[str, Any]:
    """Fields for `Grant`. `offer` are the permission's codes, `confirmed` kind and codes of all that was confirmed.

    `ends` is an end that is known from elsewhere; the earlier one holds. A day counts to its end in UTC.
    """
    confirmed = list(confirmed)
    said = [offer, *(codes for kind, codes in confirmed if kind in (TermKind.CONDITION, TermKind.PERMISSION))]
    fields: dict[str, Any] = {name: any(codes.get(name) for codes in said) for name in _YES_OR_NO}
    fields["delay_hours"] = max((codes["delay_hours"] for codes in said if "delay_hours" in codes), default=None)
    fields["valid_to"] = min((*([ends] if ends else []), *_ends(said)), default=None)
    fields["fee"] = "as the terms ask" if any(codes.get("fee") for codes in said) else ""
    fields["purposes"] = list(offer.get("purposes", ()))
    fields |= _part(offer, said)
    fields["note"] = " ".join(_notes(said))
    return fields


def ban(rule: str, codes: Stated) -> dict[str, list[str]] | None:
    """What a confirmed ban forbids beside an offer, as fields of `Prohibition`; None where it only says what is closed anyway.

    "All rights reserved", "all other uses" and "not without our permission" leave the offer as it is: it is the permission.
    """
    if codes.get("elsewhere") or rule.endswith(RESERVED):
        return None
    uses, channels = set(codes.get("uses", ())), sorted(codes.get("channels", ()))
    if codes.get("verdict") == Verdict.NEEDS_PERMISSION:
        uses -= _AGAIN
        if not uses:
            return None
    if str(Use.READ) in uses or (channels and uses <= _AGAIN):
        # Who may not publish it may do nothing else with it, and what may not go one way goes that way for no use.
        uses = set()
    classes = set(codes.get("classes", ()))
    if codes.get("commercial") == Commercial.NO:
        classes.add(str(PartyClass.COMMERCIAL_SITE))
    return {"uses": sorted(uses), "classes": sorted(classes), "channels": channels}


def is_not_for_money(confirmed: Iterable[tuple[str, Stated]]) -> bool:
    """Does anything that was confirmed rule commercial use out?"""
    return any(kind in (TermKind.CONDITION, TermKind.PROHIBITION) and codes.get("commercial") == Commercial.NO for kind, codes in confirmed)


def _ends(said: Iterable[Stated]) -> Iterable[datetime]:
    for codes in said:
        if "not_after" in codes:
            yield datetime.combine(date.fromisoformat(codes["not_after"]) + timedelta(days=1), time.min, tzinfo=UTC)


def _part(offer: Stated, said: Iterable[Stated]) -> dict[str, Any]:
    if offer.get("part") != Part.EXCERPT:
        return {}
    most = min((codes["max_words"] for codes in said if "max_words" in codes), default=None)
    return {"part": Part.EXCERPT, "max_chars": most * CHARS_OF_A_WORD if most else None}


def _notes(said: Iterable[Stated]) -> Iterable[str]:
    said = list(said)
    counts = {(codes["max_count"], codes.get("count_period", "")) for codes in said if "max_count" in codes}
    yield from (f"At most {number} of theirs in one {period}." for number, period in sorted(counts))
    if excepted := sorted({_NOT_COVERED.get(one, one) for codes in said for one in codes.get("excepted", ())}):
        yield f"Not covered: {', '.join(excepted)}."
    if edits := sorted({_EDITS.get(one, one) for codes in said for one in codes.get("edits", ())}):
        yield f"Edits that they accept: {', '.join(edits)}."
    if any(codes.get("link_to") == "home" for codes in said):
        yield "They ask for a link to their home page."
