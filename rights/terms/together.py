"""What the statements of a text say together: notices in one piece, conditions that reach an offer, doubts. Pure."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace

from rights.vocabulary import Basis, Commercial, Obligation, PartyClass, TermKind

from . import licences
from .contacts import UNREADABLE
from .letters import plain
from .reading import Codes, Proposal

#: Said in every story too: a condition only where the text has other terms.
_NEEDS_COMPANY = frozenset({str(duty) for duty in (Obligation.REPORT_USE, Obligation.CARRY_CORRECTIONS, Obligation.REMOVE_WITHIN, Obligation.MARK_CHANGES,
    Obligation.LICENCE_LINK, Obligation.COUNTER)})  # fmt: skip
#: Notices run over several sentences.
_MERGED = (TermKind.RESPONSIBILITY, TermKind.FAIR_USE)


def merged(text: str, proposals: list[Proposal]) -> list[Proposal]:
    """Neighbours of one kind in one paragraph are one statement, where that kind is a notice."""
    kept: list[Proposal] = []
    for proposal in proposals:
        if kept and _goes_on(text, kept[-1], proposal):
            first = kept.pop()
            both = _both(first.codes, proposal.codes)
            proposal = replace(first, codes=both, end=proposal.end, quote=text[first.start : proposal.end])
        kept.append(proposal)
    return kept


def _goes_on(text: str, first: Proposal, second: Proposal) -> bool:
    between = text[first.end : second.start]
    return first.kind == second.kind and first.kind in _MERGED and not between.strip() and between.count("\n") < 2


def _both(first: Codes, second: Codes) -> Codes:
    whole = deepcopy(first)
    for name, value in second.items():
        mine = whole.get(name)
        if isinstance(mine, list) and isinstance(value, list):
            whole[name] = mine + [one for one in value if one not in mine]  # type: ignore[literal-required]
        elif mine is None:
            whole[name] = value  # type: ignore[literal-required]
    return whole


def in_company(proposals: list[Proposal]) -> list[Proposal]:
    if any(not proposal.rule.endswith("condition") for proposal in proposals):
        return proposals
    return [proposal for proposal in proposals if _stands_alone(proposal.codes)]


def _stands_alone(codes: Codes) -> bool:
    return bool(set(codes.get("obligations", ())) - _NEEDS_COMPANY)


def reserved(proposals: list[Proposal]) -> list[Proposal]:
    """Where the text keeps commercial use to those who ask, an offer in it does not cover commercial use."""
    asked_for = any(PartyClass.COMMERCIAL_SITE in p.codes.get("classes", []) for p in proposals)
    ruled_out = any(p.kind == TermKind.CONDITION and p.codes.get("commercial") == Commercial.NO for p in proposals)
    if not asked_for and not ruled_out:
        return proposals
    return [_not_for_money(p) if p.kind == TermKind.PERMISSION and "commercial" not in p.codes else p for p in proposals]


def _not_for_money(proposal: Proposal) -> Proposal:
    codes = deepcopy(proposal.codes)
    codes["commercial"] = Commercial.NO
    return replace(proposal, codes=codes)


def doubts(proposals: list[Proposal]) -> Iterator[str]:
    """What a person should look at before confirming."""
    permissions = [p for p in proposals if p.kind == TermKind.PERMISSION]
    if permissions and any(p.kind == TermKind.PROHIBITION for p in proposals):
        yield "The text permits and forbids. Read both sentences before you confirm either."
    if any(p.codes.get("basis") == Basis.CC and "spdx" not in p.codes for p in permissions):
        yield "A Creative Commons licence is named without a version we know. Ask which one is meant."
    if any("basis" in p.codes and p.codes["basis"] != Basis.CC and licences.UNNAMED.search(plain(p.quote).text) for p in permissions):
        yield "Creative Commons is named, but not which licence. Ask, or look for its link on the page."
    if any(p.codes.get("contact_state") == UNREADABLE for p in proposals):
        yield "A contact is given, but the site hid its address. No contact could be read."
