"""Where our text differs from the source's: each edit with its place. Rules on texts; no rows.

For works that may be used unaltered only, and for licences that want changes told. Words are compared as a reader sees
them (`articles/overlap/words.py`), so case, accents, dashes and marks of quotation are house style and no edit.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from articles.overlap.words import Words, words_of

#: What stands on a page above a text (headline, line below it, names, date) and below it (who wrote it, what to read next).
ABOVE_WORDS, BELOW_WORDS = 60, 24
CONTEXT_WORDS = 5
#: Two texts that share less than this are not the same text.
MIN_SHARED = 0.5

Opcode = tuple[str, int, int, int, int]


@dataclass(frozen=True)
class Edit:
    """`ours` stands where the original has `theirs`; "" for what one of them lacks. `after` are our words before it."""

    theirs: str
    ours: str
    after: str
    words: int


@dataclass(frozen=True)
class Comparison:
    """`is_same_text` is False where the source's copy does not hold our text at all; there is nothing to say of edits then."""

    is_same_text: bool
    edits: tuple[Edit, ...] = ()

    @property
    def is_unaltered(self) -> bool:
        return self.is_same_text and not self.edits


def compare(source: str, ours: str) -> Comparison:
    """Our text against the copy that was kept of the source's page, both as plain text."""
    theirs, mine = words_of(source), words_of(ours)
    matcher = SequenceMatcher(None, theirs.compared, mine.compared, autojunk=len(mine.compared) > 2000)
    shared = sum(block.size for block in matcher.get_matching_blocks())
    if not mine.compared or shared < MIN_SHARED * len(mine.compared):
        return Comparison(is_same_text=False)
    changed = [code for code in _within(matcher.get_opcodes()) if code[0] != "equal"]
    return Comparison(True, tuple(_edit(code, source, ours, theirs, mine) for code in changed))


def is_renamed(theirs: str, ours: str) -> bool:
    """Does our headline say something else than theirs? An unknown title can't be compared."""
    first, second = words_of(theirs).compared, words_of(ours).compared
    return bool(first) and first != second


def _within(codes: Sequence[Opcode]) -> Sequence[Opcode]:
    """Without what only the page had around the text. A whole paragraph that is missing at the end is a cut."""
    first, last = codes[0], codes[-1]
    start = 1 if first[0] == "delete" and first[2] - first[1] <= ABOVE_WORDS else 0
    end = len(codes) - 1 if last[0] == "delete" and last[2] - last[1] <= BELOW_WORDS and len(codes) > start else len(codes)
    return codes[start:end]


def _edit(code: Opcode, source: str, ours: str, theirs: Words, mine: Words) -> Edit:
    _tag, from_theirs, to_theirs, from_ours, to_ours = code
    before = _said(ours, mine, max(0, from_ours - CONTEXT_WORDS), from_ours)
    count = max(to_theirs - from_theirs, to_ours - from_ours)
    return Edit(_said(source, theirs, from_theirs, to_theirs), _said(ours, mine, from_ours, to_ours), before, count)


def _said(text: str, words: Words, start: int, end: int) -> str:
    if start >= end:
        return ""
    return " ".join(text[words.places[start][0] : words.places[end - 1][1]].split())
