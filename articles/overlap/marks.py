"""What of a text is marked as someone else's words: quotation marks of every language, quoted lines. Pure."""

from collections.abc import Sequence

_CLOSES = {
    "“": "”", "„": "“”", "‟": "”", "«": "»", "»": "«", "‹": "›", "›": "‹", "「": "」", "『": "』", "《": "》", "〈": "〉", "‘": "’",
    "‚": "‘’", '"': '"', "＂": "＂", "”": "”", "〝": "〞〟",
}  # fmt: skip
#: Marks that open in one language and close in another: the one that comes first in a text is the one that opens.
_EITHER = {"«": "»", "»": "«", "‹": "›", "›": "‹"}
#: Swedish and Finnish open with the mark that others close with; they have no other.
_ONLY_ONE = ("”", "“„")

Stretch = tuple[int, int]


def quotations(text: str) -> list[Stretch]:
    """The spans between quotation marks, and the lines that begin with ">".

    A quotation ends with its paragraph, unless the next paragraph opens with a mark too, as long quotations are set.
    A mark that is never closed marks nothing: it would hide all that follows.
    """
    found: list[Stretch] = []
    opening = _opening_marks(text)
    opened: int | None = None
    for place, char in enumerate(text):
        if opened is not None and char == "\n":
            if _goes_on(text, place, text[opened]):
                found.append((opened, place))
            opened = None
        elif opened is not None and char in _CLOSES[text[opened]] and not _is_apostrophe(text, place):
            found.append((opened, place + 1))
            opened = None
        elif opened is None and char in opening and not _is_apostrophe(text, place):
            opened = place
    return sorted([*found, *_quoted_lines(text)])


def inside(places: Sequence[Stretch], spans: Sequence[Stretch]) -> list[bool]:
    """For each place whether a span covers it. Both in the order of the text; spans may overlap."""
    ordered, number, reach = sorted(spans), 0, -1
    marked = []
    for start, end in places:
        while number < len(ordered) and ordered[number][0] <= start:
            reach = max(reach, ordered[number][1])
            number += 1
        marked.append(end <= reach)
    return marked


def _opening_marks(text: str) -> frozenset[str]:
    first = {mark: text.find(mark) for mark in _CLOSES if mark in text}
    if first.keys() & set(_ONLY_ONE[1]):
        first.pop(_ONLY_ONE[0], None)
    return frozenset(mark for mark, place in first.items() if place <= first.get(_EITHER.get(mark, mark), len(text)))


def _goes_on(text: str, place: int, mark: str) -> bool:
    following = text[place : place + 20].lstrip()
    return following.startswith(mark) and mark != _CLOSES[mark]


def _is_apostrophe(text: str, place: int) -> bool:
    if text[place] not in "’‘":
        return False
    return 0 < place < len(text) - 1 and text[place - 1].isalnum() and text[place + 1].isalnum()


def _quoted_lines(text: str) -> list[Stretch]:
    found, place = [], 0
    for line in text.splitlines(keepends=True):
        if line.lstrip().startswith(">"):
            found.append((place, place + len(line)))
        place += len(line)
    return found
