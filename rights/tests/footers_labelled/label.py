"""What a careful person reads in one footer, field by field, in words apart by spaces.

- `kinds`: the TermKinds that occur.
- `grantees`: to whom something is permitted: anyone, or classes. `asking`: the classes that are told to ask.
- `channels`, `uses`: those that the permissions name; `read` is publishing again on the web.
- `conditions`: name, or name:value, e.g. unaltered, commercial:no, delay_hours:48, max_count:3/week, valid_to:2027-06-30,
  max_words:200, edits:house_style, excepted:agency, link_to:home, purposes:education, spdx:CC-BY-4.0. What a class implies
  (community and non-profit: commercial:no) counts as said.
- `obligations`: the names of `rights.md` §1.5.
- `contacts`: permissions or press, and the address: `permissions:desk@quay.example`, `press:unreadable`; no spaces in a number.
- `prohibited`: uses that are forbidden or kept to those who ask: republish, adapt, translate, archive, ai_train … or all.
- `flags`: ended, contradiction, hidden_text, empty_link, or unread:it for a language that is not read.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

FIELDS = ("kinds", "grantees", "asking", "channels", "uses", "conditions", "obligations", "contacts", "prohibited", "flags")

#: What Creative Commons licences permit, typed from their deeds and legal code for these labels.
CC_SHOWN = "read excerpt email print archive media_rendition syndicate republish"
CC_MORE = "adapt translate audio"
CC_CHANNELS = "web mail print app audio social"
CC_DUTIES = "credit_author copyright_line link_original licence_link"


@dataclass(frozen=True)
class Label:
    name: str
    text: str
    kinds: str = ""
    grantees: str = ""
    asking: str = ""
    channels: str = ""
    uses: str = ""
    conditions: str = ""
    obligations: str = ""
    contacts: str = ""
    prohibited: str = ""
    flags: str = ""
    is_html: bool = False
    is_a_ban: bool = False  # no permission may ever be read from it

    def expected(self, field: str) -> frozenset[str]:
        return frozenset(str(getattr(self, field)).split())


def halves(labels: Iterable[Label]) -> tuple[tuple[Label, ...], tuple[Label, ...]]:
    """The open half and the one that is held back, of each language: by a rule that nobody can bend, the SHA-256 of the names."""
    kept: list[Label] = []
    held: list[Label] = []
    for _language, group in groupby(labels, key=lambda label: label.name[:2]):
        ranked = sorted(group, key=lambda label: hashlib.sha256(label.name.encode()).hexdigest())
        middle = (len(ranked) + 1) // 2
        kept += ranked[:middle]
        held += ranked[middle:]
    return tuple(kept), tuple(held)
