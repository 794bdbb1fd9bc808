"""What the desk calls things: bases, moves, what a sentence of the small print means. Words only, no rule."""

from collections.abc import Iterator, Mapping
from typing import Any

from articles.vocabulary import Move
from rights import wording
from rights.models.grants import Prohibition
from rights.vocabulary import Basis, TermKind, Whose

#: Basis → what it is called, and what it means in half a sentence.
BASES: dict[Basis, tuple[str, str]] = {
    Basis.OWN_STAFF: ("Our own work", "Written by our staff."),
    Basis.OWN_CONTRIBUTOR: ("A contributor's work", "Written for us, by agreement."),
    Basis.SOURCE_TERMS: ("The source's own terms", "Its published permission to republish."),
    Basis.CC: ("Creative Commons", "Under the licence chosen below."),
    Basis.WRITTEN_PERMISSION: ("Written permission", "The holder told us so, in writing."),
    Basis.FAIR_USE: ("Fair use", "Needs a worksheet that a second person approves."),
    Basis.FAIR_DEALING: ("Fair dealing", "Needs a worksheet that a second person approves."),
    Basis.QUOTATION: ("Quotation", "Needs a worksheet that a second person approves."),
    Basis.CONTRACT: ("Contract", "Bought or syndicated in."),
    Basis.AGENCY: ("Agency", "Under our agreement with the agency."),
    Basis.PRESS_RELEASE: ("Press release", "Sent out for publication."),
    Basis.PUBLIC_DOMAIN: ("Public domain", "Nobody holds rights in it any more."),
    Basis.UNKNOWN: ("No basis yet", "Nothing says why we may use this."),
}
WHOSE: dict[Whose, tuple[str, str]] = {
    Whose.OURS: ("Ours", "Written here or for us."),
    Whose.SOURCES_OWN: ("The source's own", "Its staff wrote it; its terms can cover it."),
    Whose.THIRD_PARTY: ("Someone else's", "The source took it from another; its terms do not cover it."),
    Whose.NOT_KNOWN: ("Not known", "Then the source's terms can't be used."),
}
MOVES: dict[str, str] = {
    Move.SUBMIT: "Submit",
    Move.TAKE: "Take into edit",
    Move.SEND_BACK: "Send back to draft",
    Move.TO_RIGHTS: "Send to the rights desk",
    Move.TO_READY: "Mark as ready",
    Move.SPIKE: "Spike",
    Move.RESTORE: "Restore",
    Move.CLEAR: "Clear",
    Move.PUBLISH: "Publish",
    Move.SCHEDULE: "Schedule",
    Move.UNSCHEDULE: "Call back",
    Move.CORRECT: "Publish the correction",
    Move.UNPUBLISH: "Unpublish",
    Move.KILL: "Kill",
    Move.TAKE_DOWN: "Take down",
    Move.REVIVE: "Publish again",
}
KINDS: dict[TermKind, str] = {
    TermKind.RESPONSIBILITY: "Responsibility",
    TermKind.PERMISSION: "Permission",
    TermKind.CONDITION: "Condition",
    TermKind.CONTACT: "Contact",
    TermKind.FAIR_USE: "Fair use",
    TermKind.PRESS: "Press",
    TermKind.PROHIBITION: "Prohibition",
}


def basis(code: str) -> str:
    return BASES[Basis(code)][0]


def ban(row: Prohibition) -> str:
    """What an owner forbids, as one short line: "They forbid: republish elsewhere · for commercial sites"."""
    who, ways = _listed(row.classes, wording.CLASSES), _listed(row.channels, wording.CHANNELS)
    return " · ".join(filter(None, [f"They forbid: {_listed(row.uses, wording.USES) or 'every use'}", ways, f"for {who}" if who else ""]))


def meaning(codes: Mapping[str, Any], *, is_ban: bool = False) -> str:
    """A proposal's codes as one short line: "for community internet sites · we must name the source, link to the original"."""
    parts = [
        ("for ", _listed(codes.get("classes") or codes.get("grantee_class"), wording.CLASSES)),
        ("may not " if is_ban else "may ", _listed(codes.get("uses"), wording.USES)),
        ("shown to ", _listed(codes.get("recipients"), wording.RECIPIENTS)),
        ("", _listed(codes.get("channels"), wording.CHANNELS)),
        ("for ", _listed(codes.get("purposes"), wording.PURPOSES)),
        ("", _listed(codes.get("commercial"), wording.COMMERCIAL)),
        *(("", limit) for limit in _limits(codes)),
        ("we must ", _listed(codes.get("obligations"), wording.OBLIGATIONS)),
        ("ask ", _listed(codes.get("contact_party"), {})),
        ("ask ", codes.get("contact", "")),
        ("", "the address is hidden and can't be read" if codes.get("contact_state") == "unreadable" else ""),
    ]
    return " · ".join(f"{before}{said}" for before, said in parts if said)


def _listed(codes: Any, names: Mapping[Any, str]) -> str:
    """One code or several as words. What has no name here is said as it is written."""
    if not codes:
        return ""
    listed = codes if isinstance(codes, list) else [codes]
    return ", ".join(names.get(code, str(code).replace("_", " ")) for code in listed)


def _limits(codes: Mapping[str, Any]) -> Iterator[str]:
    """The figures and exceptions that a sentence states, each in a few words."""
    if "delay_hours" in codes:
        yield f"not before {codes['delay_hours']} hours after it appeared"
    if "max_count" in codes:
        yield f"at most {codes['max_count']} a {codes.get('count_period') or 'time'}"
    if "max_words" in codes:
        yield f"at most {codes['max_words']} words"
    if "not_after" in codes:
        yield f"until {codes['not_after']}"
    for name, words in (("unaltered", "unchanged"), ("no_resale", "not to be sold on"), ("no_systematic", "not as a stream"),
                        ("no_ads_adjacent", "not beside advertising"), ("fee", "for a fee")):  # fmt: skip
        if codes.get(name):
            yield words
    for name, before in (("edits", "edits that they accept: "), ("excepted", "not covered: ")):
        if codes.get(name):
            yield before + _listed(codes[name], {})
    if codes.get("credit_form"):
        yield f"credit as “{codes['credit_form']}”"
    if codes.get("link_to") == "home":
        yield "link to their home page"
