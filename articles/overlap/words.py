"""The words of a text as they are compared: as a reader sees them, each with the place where it stands. Pure."""

import re
import unicodedata
from dataclasses import dataclass

from rights.terms.letters import folded, imitates_latin, is_seen, mixes_alphabets

from .glyphs import as_latin, imitates

#: Each character of a script without spaces is a word.
_NO_SPACES = "\u0e00-\u0e30\u0e32\u0e33\u0e40-\u0e46\u3040-\u3098\u309b-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_APOSTROPHES = "'’ʼ‘‛′ʹ＇`´"


def _ranges(characters: list[int]) -> str:
    """Code points as the inside of a character class."""
    pieces: list[list[int]] = []
    for point in characters:
        if pieces and point == pieces[-1][1] + 1:
            pieces[-1][1] = point
        else:
            pieces.append([point, point])
    return "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in pieces)


def _is_joined(char: str) -> bool:
    """Marks belong to the letter before them; what nobody sees belongs to the word it hides in."""
    return unicodedata.category(char)[0] == "M" or not is_seen(char)


#: Where such characters lie; asking all of Unicode would cost every start a tenth of a second.
_BLOCKS = ((0xAD, 0xAE), (0x300, 0x2100), (0x2CEF, 0x2E00), (0x302A, 0x309B), (0x3164, 0x3165), (0xA66F, 0xAC00), (0xFB1E, 0xFB1F),
           (0xFE00, 0xFF00), (0xFFA0, 0xFFA1), (0xFFF9, 0xFFFC), (0x1D173, 0x1D17B), (0xE0000, 0xE01F0))  # fmt: skip
_JOINED = _ranges([point for first, end in _BLOCKS for point in range(first, end) if _is_joined(chr(point))])
_LETTER = rf"(?![{_NO_SPACES}{_JOINED}])[^\W_]"
_WORD = re.compile(rf"[{_NO_SPACES}][{_JOINED}]*|{_LETTER}(?:[{_JOINED}]+|(?:[{_APOSTROPHES}][{_JOINED}]*)?{_LETTER})*")


@dataclass(frozen=True)
class Words:
    """`compared[i]` stands at `places[i]` in the text. `doubtful` are those that look like what they are not."""

    compared: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    doubtful: tuple[str, ...] = ()


def words_of(text: str) -> Words:
    """Every word; case, accents, width, kinds of apostrophe, hidden characters and imitated letters do not count."""
    found = [(_compared(match.group()), match.group(), match.span()) for match in _WORD.finditer(text)]
    kept = [entry for entry in found if entry[0]]
    return Words(tuple(compared for compared, _, _ in kept), tuple(place for _, _, place in kept), _doubtful([word for _, word, _ in kept]))


def _compared(word: str) -> str:
    return folded(word) if word.isascii() else folded(as_latin(word))


def _doubtful(words: list[str]) -> tuple[str, ...]:
    """Words that mix alphabets, and whole words of letters that imitate Latin in a text that is Latin."""
    foreign = ["".join(filter(is_seen, word)) for word in words if not word.isascii()]
    is_latin = len(words) > 2 * len([word for word in foreign if imitates_latin(word)]) and len(foreign) * 2 < len(words)
    return tuple(dict.fromkeys(word for word in foreign if mixes_alphabets(word) or imitates(word) or (is_latin and imitates_latin(word))))
