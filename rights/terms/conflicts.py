"""Statements of one text that contradict each other: the stricter wins, and a person is told. Pure."""

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import replace

from rights.vocabulary import Commercial, Grantee, PartyClass, TermKind, Use

from .reading import Codes, Proposal

#: A ban of these is a ban of the offer itself.
_THE_OFFER = frozenset({str(Use.REPUBLISH), str(Use.READ)})
_BOTH = "The text permits {what} in one place and not in another. The stricter reading was taken; read both."
FLAT = "The text permits what it forbids elsewhere. The permission was not read; ask the owner."


def settled(proposals: list[Proposal]) -> tuple[list[Proposal], list[str]]:
    """The proposals with the stricter of two statements, and a sentence for each contradiction."""
    bans = [p for p in proposals if p.kind == TermKind.PROHIBITION]
    notes: list[str] = []
    kept: list[Proposal] = []
    for proposal in proposals:
        if proposal.kind != TermKind.PERMISSION:
            kept.append(proposal)
            continue
        left, said = _against(proposal, bans, proposals)
        notes += said
        kept += [left] if left else []
    return _without_lone_clauses(kept, proposals), list(dict.fromkeys(notes))


def _against(offer: Proposal, bans: list[Proposal], proposals: list[Proposal]) -> tuple[Proposal | None, list[str]]:
    if any(_is_flat(ban) and _is_as_wide(offer) for ban in bans):
        return None, [FLAT]
    codes, notes = deepcopy(offer.codes), []
    notes += _less_uses(codes, bans)
    notes += _not_for_money(codes, proposals)
    notes += _unaltered(codes, proposals)
    notes += _least(codes, proposals)
    if not codes["uses"]:
        return None, [FLAT]
    return replace(offer, codes=codes), notes


def _is_flat(ban: Proposal) -> bool:
    """Forbids the site's texts to everybody for everything, as far as it says."""
    codes = ban.codes
    if ban.rule.endswith("all-rights-reserved") or "classes" in codes or "commercial" in codes or "channels" in codes:
        return False
    is_of_the_offer = bool(_THE_OFFER & set(codes.get("uses", ())))
    return is_of_the_offer and not codes.get("elsewhere", False)


def _is_as_wide(offer: Proposal) -> bool:
    """A class that is named, or a short excerpt, is an exception to a general ban; an offer to everybody is not."""
    return offer.codes.get("grantee") == Grantee.ANYONE and offer.codes.get("part") != "excerpt"


def _less_uses(codes: Codes, bans: Iterable[Proposal]) -> list[str]:
    notes = []
    for ban in bans:
        if "classes" in ban.codes or ban.codes.get("elsewhere"):
            continue
        # A general ban of publishing again stands beside an offer to a class; what it names besides is out for them, too.
        named = {use for use in ban.codes.get("uses", []) if use not in _THE_OFFER}
        named |= {str(Use.PRINT)} if ban.codes.get("channels") == ["print"] else set()
        if both := named & set(codes["uses"]):
            codes["uses"] = [use for use in codes["uses"] if use not in both]
            notes.append(_BOTH.format(what=", ".join(sorted(both)).replace("_", " ")))
    return notes


def _not_for_money(codes: Codes, proposals: Iterable[Proposal]) -> list[str]:
    bans = any(p.kind == TermKind.PROHIBITION and p.codes.get("commercial") == Commercial.NO for p in proposals)
    limits = any(p.kind == TermKind.CONDITION and p.codes.get("commercial") == Commercial.NO for p in proposals)
    if codes.get("commercial") == Commercial.ANY and (bans or limits):
        codes["commercial"] = str(Commercial.NO)
        return [_BOTH.format(what="commercial use")]
    if bans and codes.get("grantee_class") != PartyClass.COMMERCIAL_SITE:
        codes["commercial"] = str(Commercial.NO)
    return []


def _unaltered(codes: Codes, proposals: Iterable[Proposal]) -> list[str]:
    stays = any(p.kind == TermKind.CONDITION and p.codes.get("unaltered") for p in proposals) or codes.get("unaltered")
    changes = {str(Use.ADAPT)} & set(codes["uses"])
    if not stays or not changes:
        return []
    codes["uses"] = [use for use in codes["uses"] if use not in changes]
    codes["unaltered"] = True
    return [_BOTH.format(what="changes")]


def _least(codes: Codes, proposals: list[Proposal]) -> list[str]:
    """Of two delays the longer, of two ends the earlier, of two lengths the shorter. What is said once holds for every offer."""
    notes = []
    said = [p.codes for p in proposals if p.kind in (TermKind.PERMISSION, TermKind.CONDITION)]
    for name, strictest in (("delay_hours", max), ("not_after", min), ("max_words", min)):
        values = {one[name] for one in said if name in one}  # type: ignore[literal-required]
        if len(values) > 1:
            notes.append(_BOTH.format(what={"delay_hours": "it earlier", "not_after": "it longer", "max_words": "more words"}[name]))
        if (values and name != "max_words") or len(values) > 1:
            codes[name] = strictest(values)  # type: ignore[literal-required]
    counts = {(one["max_count"], one["count_period"]) for one in said if "max_count" in one}
    if len(counts) > 1:
        notes.append(_BOTH.format(what="more articles"))
    if counts:
        codes["max_count"], codes["count_period"] = min(counts, key=_a_year)
    return notes


def _a_year(count: tuple[int, str]) -> float:
    return count[0] * {"day": 365.0, "week": 52.0, "month": 12.0, "year": 1.0}[count[1]]


def _without_lone_clauses(kept: list[Proposal], before: list[Proposal]) -> list[Proposal]:
    """A condition that stood inside of a permission goes with it."""
    gone = [p for p in before if p.kind == TermKind.PERMISSION and not any(q.start == p.start and q.kind == p.kind for q in kept)]
    return [p for p in kept if not (p.kind == TermKind.CONDITION and any(g.start <= p.start and p.end <= g.end for g in gone))]
