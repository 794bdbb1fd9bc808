"""The terms reader: what a page says about the use of its texts, as proposals with the words they rest on.

Pure: no Django, rows, network or clock. Nothing it hands back holds until a person confirms it. Reading is by rules
that can be listed (`RULES`, `manage.py read_terms --rules`), never by a guess.
"""

from .languages.tables import RULES
from .markup import PageReading, read_page_terms
from .reader import read_terms
from .reading import Codes, Proposal, Reading, Stretch
from .rule import Rule
from .split import Split, split_terms

__all__ = [
    "RULES", "Codes", "PageReading", "Proposal", "Reading", "Rule", "Split", "Stretch", "read_page_terms", "read_terms", "split_terms",
]  # fmt: skip
