"""The fair-use worksheet: written with measured amounts, approved by a second person, and only then a basis.

Thresholds are questions that the second reader answers, never a verdict. The product never says that a use is lawful.
"""

from .measuring import figures, in_words, measure, moved, moved_since
from .reading import Reading, approve, questions, read, why_closed
from .sheet import MIN_REASON_CHARS, REASONS, Sheet, lacking
from .subject import Subject, judged_by
from .writing import write

__all__ = [
    "MIN_REASON_CHARS", "REASONS", "Reading", "Sheet", "Subject", "approve", "figures", "in_words", "judged_by", "lacking", "measure",
    "moved", "moved_since", "questions", "read", "why_closed", "write",
]  # fmt: skip
