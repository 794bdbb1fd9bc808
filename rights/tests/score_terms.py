"""How well the terms reader reads the labelled footers: precision and recall per field, for the open and the held-back halves.

`python -m rights.tests.score_terms` prints both sets' tables; `--open` also prints every difference in the open halves, for tuning.
The held-back halves' differences are never printed.
"""

import sys
from collections.abc import Iterable
from dataclasses import dataclass

from rights import terms
from rights.terms import Proposal, Reading
from rights.tests import footers_labelled, footers_second
from rights.tests.footers_labelled import FIELDS, Label
from rights.vocabulary import TermKind

#: Each set by its name: its open half and the half that is held back.
SETS = {
    "first set": (footers_labelled.OPEN, footers_labelled.HELD_BACK),
    "second set": (footers_second.OPEN, footers_second.HELD_BACK),
}

_LISTED = ("purposes", "edits", "excepted")
_VALUED = ("commercial", "max_words", "delay_hours", "link_to", "spdx")
_BARE = ("unaltered", "no_resale", "no_systematic", "no_ads_adjacent", "fee")


@dataclass
class Score:
    """Counts of single words of the labels: found and right, found and wrong, missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def add(self, expected: frozenset[str], found: frozenset[str]) -> None:
        self.right += len(expected & found)
        self.wrong += len(found - expected)
        self.missed += len(expected - found)

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0


def read(label: Label) -> Reading:
    return terms.read_page_terms(label.text).reading if label.is_html else terms.read_terms(label.text)


def found_in(reading: Reading) -> dict[str, frozenset[str]]:
    """The reading in the words of the labels."""
    offers = reading.of_kind(TermKind.PERMISSION)
    flags = set(reading.flags) & {"ended", "contradiction", "hidden_text", "empty_link"}
    return {
        "kinds": frozenset(str(p.kind) for p in reading.proposals),
        "grantees": frozenset(str(p.codes.get("grantee_class") or p.codes.get("grantee")) for p in offers),
        "asking": _all(reading.proposals, "classes"),
        "channels": _all(offers, "channels"),
        "uses": _all(offers, "uses"),
        "conditions": frozenset(word for p in reading.proposals for word in _conditions(p)),
        "obligations": _all(reading.proposals, "obligations"),
        "contacts": frozenset(word for p in reading.proposals for word in _contact(p)),
        "prohibited": frozenset(word for p in reading.of_kind(TermKind.PROHIBITION) for word in _prohibited(p)),
        "flags": frozenset(flags | ({f"unread:{reading.unread_language}"} if reading.unread_language else set())),
    }


def scored(labels: Iterable[Label]) -> dict[str, Score]:
    scores = {field: Score() for field in FIELDS}
    for label in labels:
        found = found_in(read(label))
        for field in FIELDS:
            scores[field].add(label.expected(field), found[field])
    return scores


def permissions_read_from_bans(labels: Iterable[Label]) -> list[str]:
    return [label.name for label in labels if label.is_a_ban and read(label).of_kind(TermKind.PERMISSION)]


def table(name: str) -> str:
    """Both halves of a set, field by field, in per cent; n is how many words the labels have."""
    open_half, held_back = SETS[name]
    kept, held = scored(open_half), scored(held_back)
    lines = [
        f"{name:14}{'open':>20}{'held back':>24}",
        f"{'field':14}{'precision':>12}{'recall':>8}{'n':>4}{'precision':>12}{'recall':>8}{'n':>4}",
    ]
    for field in FIELDS:
        halves = "".join(f"{s[field].precision:>12.1%}{s[field].recall:>8.1%}{s[field].right + s[field].missed:>4}" for s in (kept, held))
        lines.append(f"{field:14}{halves}")
    for half, labels in (("open", open_half), ("held back", held_back)):
        lines.append(f"prohibitions read as permissions, {half}: {len(permissions_read_from_bans(labels))}")
    return "\n".join(lines)


def differences(labels: Iterable[Label]) -> str:
    lines = []
    for label in labels:
        found = found_in(read(label))
        for field in FIELDS:
            missed, wrong = label.expected(field) - found[field], found[field] - label.expected(field)
            if missed or wrong:
                lines.append(f"{label.name:28}{field:12} missed {sorted(missed)} wrong {sorted(wrong)}")
    return "\n".join(lines)


def _all(proposals: Iterable[Proposal], name: str) -> frozenset[str]:
    return frozenset(str(value) for p in proposals for value in p.codes.get(name, ()))  # type: ignore[attr-defined]


def _conditions(proposal: Proposal) -> Iterable[str]:
    codes = proposal.codes
    if proposal.kind not in (TermKind.PERMISSION, TermKind.CONDITION):
        return
    yield from (name for name in _BARE if codes.get(name))
    yield from (f"{name}:{codes[name]}" for name in _VALUED if name in codes)  # type: ignore[literal-required]
    yield from (f"{name}:{one}" for name in _LISTED for one in codes.get(name, ()))  # type: ignore[attr-defined]
    if codes.get("part") == "excerpt":
        yield "part:excerpt"
    if "max_count" in codes:
        yield f"max_count:{codes['max_count']}/{codes.get('count_period', '')}"
    if "not_after" in codes:
        yield f"valid_to:{codes['not_after']}"
    if "credit_form" in codes:
        yield f"credit_form:{codes['credit_form'].replace(' ', '_')}"


def _contact(proposal: Proposal) -> Iterable[str]:
    if proposal.kind in (TermKind.CONTACT, TermKind.PRESS) and proposal.codes.get("contact_state") != "missing":
        kind = "press" if proposal.kind == TermKind.PRESS else "permissions"
        address = str(proposal.codes.get("contact") or proposal.codes.get("contact_state"))
        yield f"{kind}:{address.replace(' ', '')}"


def _prohibited(proposal: Proposal) -> Iterable[str]:
    uses = proposal.codes.get("uses", [])
    is_commercial = proposal.codes.get("commercial") == "no"
    yield from uses
    if is_commercial:
        yield "commercial"
    if not uses and not is_commercial:
        yield "all"


if __name__ == "__main__":
    for name, (open_half, _held_back) in SETS.items():
        if "--open" in sys.argv:
            sys.stdout.write(differences(open_half) + "\n\n")
        sys.stdout.write(table(name) + "\n\n")
