"""Letters as a reader sees them: invisible ones gone, look-alikes of other alphabets as the Latin letter they imitate.

Pure. For comparing and recognising only; no text that is shown or kept goes through here.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

#: Letters that are drawn like a Latin one. Small and capital forms agree, so that folding before or after the case gives the same.
_IMITATIONS = {
    "CYRILLIC": ("авеіјкмнорстухѕһԁԛԝѵӏүг", "abeijkmhopctyxshdqwvlyr"),
    "GREEK": ("αβεζηικμνορτυχϲϳ", "abezhikmvoptyxcj"),
    "ARMENIAN": ("օսհոզյցլ", "ouhnqjgl"),
    "LATIN": ("ıɑɡɩⱺʜᴀᴄᴇᴏꜱᴛᴜ", "iagiohaceostu"),
}
_LATIN_FOR = {theirs: latin for pair in _IMITATIONS.values() for theirs, latin in zip(*pair, strict=True)}
_LATIN_FOR |= {theirs.upper(): latin.upper() for theirs, latin in list(_LATIN_FOR.items()) if len(theirs.upper()) == 1}
_MARKS = "'`´‘’‚‛′ʼʹ＇"
_DOUBLE_MARKS = '"“”„‟″«»〝〞＂'
_DASHES = "‐‑‒–—―−﹘﹣－"
_PUNCTUATION = {ord(mark): "'" for mark in _MARKS} | {ord(mark): '"' for mark in _DOUBLE_MARKS} | {ord(dash): "-" for dash in _DASHES}
_CYRILLIC_FOR = dict(zip("aAcCeEoOpPxXyYkKMHBT", "аАсСеЕоОрРхХуУкКМНВТ", strict=True))
#: "31. Dezember": the dot after a number ends no sentence, and no pattern that stops at one.
_ORDINAL = re.compile(r"(?<=[0-9])\.(?= (?:Januar|Februar|Marz|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b)")
_WORD = re.compile(r"\w+")
#: Letters by category that nobody sees: Hangul fillers and the like.
_UNSEEN = frozenset("\u115f\u1160\u3164\uffa0\u17b4\u17b5\u034f")
_ACCENT = re.compile(
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe2f]"
)


@dataclass(frozen=True)
class Plain:
    """A text as it is compared, and for each of its characters where that one stands in the original."""

    text: str
    offsets: tuple[int, ...] | None

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original that `text[start:end]` was made of."""
        if self.offsets is None or start >= end:
            return start, end
        return self.offsets[start], self.offsets[end - 1] + 1


def plain(text: str, *, is_cyrillic: bool = False) -> Plain:
    """The text for matching: one kind of quote, dash and space, nothing invisible, no accents, Latin for its imitations.

    `is_cyrillic` keeps Cyrillic, gives it for Latin imitations in words that have a Cyrillic letter, and е for ё, и for й.
    """
    if text.isascii():
        return Plain(_ORDINAL.sub(" ", _spaces_alike(text)), None)
    seen = _as_cyrillic if is_cyrillic else _without_accent
    pieces = [seen(char) for char in text]
    if is_cyrillic:
        _imitations_in_words(text, pieces)
    offsets = tuple(place for place, piece in enumerate(pieces) for _ in piece)
    return Plain(_ORDINAL.sub(" ", "".join(pieces)), offsets)


def _imitations_in_words(text: str, pieces: list[str]) -> None:
    """Latin letters in a word that has Cyrillic ones become Cyrillic."""
    for found in _WORD.finditer(text):
        if any(_is_cyrillic(char) for char in found.group()):
            for place in range(*found.span()):
                pieces[place] = "".join(_CYRILLIC_FOR.get(char, char) for char in pieces[place])


def folded(word: str) -> str:
    """A word for comparing with another: case, accents, form and imitated letters do not count."""
    if word.isascii():
        return word.lower().replace("'", "")
    return _folded(word)


@lru_cache(maxsize=50_000)
def _folded(word: str) -> str:
    bare = _ACCENT.sub("", unicodedata.normalize("NFKD", word).casefold())
    latin = "".join(_LATIN_FOR.get(char, char) for char in bare)
    return "".join(char for char in latin if is_seen(char) and char.translate(_PUNCTUATION) != "'")


def is_seen(char: str) -> bool:
    """False for what takes no room on the page: zero-width, soft hyphen, direction marks, variation selectors, fillers."""
    is_selector = "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"
    return char not in _UNSEEN and unicodedata.category(char) != "Cf" and not is_selector


@lru_cache(maxsize=4096)
def alphabet(char: str) -> str:
    """LATIN, CYRILLIC, GREEK … for a letter; "" for what belongs to none."""
    if not char.isalpha():
        return ""
    return unicodedata.name(unicodedata.normalize("NFKC", char)[0], "").split(" ")[0].split("-")[0]


def mixes_alphabets(word: str) -> bool:
    """Does one word hold letters of several of the alphabets that imitate each other?"""
    found = {alphabet(char) for char in word}
    return len(found & _IMITATIONS.keys()) > 1


def imitates_latin(word: str) -> bool:
    """Is a word of another alphabet made only of letters that a reader takes for Latin ones?"""
    letters = [char for char in word if char.isalpha()]
    return bool(letters) and all(alphabet(char) != "LATIN" and char in _LATIN_FOR for char in letters)


@lru_cache(maxsize=4096)
def _as_seen(char: str) -> str:
    if not is_seen(char):
        return ""
    if char.isspace():
        return " "
    return "".join(_LATIN_FOR.get(one, one) for one in unicodedata.normalize("NFKC", char).translate(_PUNCTUATION) if not one.isspace())


@lru_cache(maxsize=4096)
def _without_accent(char: str) -> str:
    if char in "ßẞ":
        return "ss"
    return "".join(one for one in unicodedata.normalize("NFKD", _as_seen(char)) if not unicodedata.combining(one))


@lru_cache(maxsize=4096)
def _as_cyrillic(char: str) -> str:
    if _is_cyrillic(char):
        return "".join(one for one in unicodedata.normalize("NFKD", char) if not unicodedata.combining(one))
    return "" if unicodedata.combining(char) else _as_seen(char)


def _is_cyrillic(char: str) -> bool:
    return "\u0400" <= char <= "\u052f"


def _spaces_alike(text: str) -> str:
    return text.translate(_SPACES)


_SPACES = {ord(space): " " for space in "\t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85"}
