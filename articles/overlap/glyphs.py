"""A text as its reader sees it, where characters are used for how they look: by letter, by blank, by direction. Pure.

What is common to matching terms is in `rights/terms/letters.py`; here is what only somebody who hides a copy would do.
Every reading of a text has the text's own length, so that places in it stay true.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from rights.terms.letters import alphabet

#: Read as Latin wherever they stand: alphabets that no article is written in beside ours.
_ANYWHERE = {
    "CHEROKEE": ("ᎠᎡᎢᎥᎩᎪᎫᎬᎳᎷᎻᎽᏀᏃᏎᏏᏒᏓᏔᏙᏚᏞᏟᏢᏦᏧᏩᏳᏴ", "DRTiYAJEWMHYGZ4bRLWVSLCPKdGGB"),
    "LISU": ("ꓐꓑꓓꓔꓖꓗꓙꓚꓜꓝꓟꓠꓡꓢꓣꓦꓧꓪꓫꓬꓮꓰꓲꓳꓴ", "BPDTGKJCZFMNLSRVHWXYAEIOU"),
    "COPTIC": ("ⲞⲟⲢⲣⲤⲥⲔⲕⲘⲛⲚⲦⲧⲬⲭⲀⲉⲈⲎⲒⲓ", "OoPpCcKkMnNTtXxAeEHIi"),
    "DESERET": ("𐐄𐐬𐐕𐐽𐐠𐑈𐐛𐑃", "OoCcSsLl"),
    "LATIN": ("ɴʀʏʟɪᴊᴋᴍᴘᴠᴡᴢᴅᴏɢʙꜰⅼⅰⅽⅾⅿⅴⅹ", "nrylijkmpvwzdogbflicdmvx"),
}
#: Read as Latin in a word that holds Latin letters too: there they were chosen for how they look, small or capital.
_AMONG_LATIN = {
    "GREEK": ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαγηικνορστυωχϲϳε", "ABEZHIKMNOPTYXayniKvopotuwxcje".lower()),
    "CYRILLIC": ("пигьѡҽзшԍҝүԁԛԝѵ", "nurbwe3wgkydqwv"),
    "ARMENIAN": ("օսհոզցյլտքրգկԼՕՍ", "ouhnqgjlmppqulou"),
}
_ALWAYS = {ord(theirs): latin for pair in _ANYWHERE.values() for theirs, latin in zip(*pair, strict=True)}
_ALWAYS |= {ord(char.lower()): latin for point, latin in list(_ALWAYS.items()) if len((char := chr(point)).lower()) == 1}
_MIXED = {ord(theirs): latin for pair in _AMONG_LATIN.values() for theirs, latin in zip(*pair, strict=True)}
_BLANKS = str.maketrans(dict.fromkeys("\u3164\uffa0\u115f\u1160\u2800", " "))
_NARROW = str.maketrans(dict.fromkeys("\u200a\u2009\u2006\u202f\u205f", "\u200b"))
_BACKWARDS = re.compile("\u202e([^\u202c\n]*)")


@lru_cache(maxsize=20_000)
def as_latin(word: str) -> str:
    """The word with what imitates Latin letters written as those; the same word where nothing does."""
    seen = word.translate(_ALWAYS)
    if any("a" <= char <= "z" or "A" <= char <= "Z" or alphabet(char) == "LATIN" for char in seen):
        return seen.translate(_MIXED)
    return seen


def imitates(word: str) -> bool:
    """Does the word hold letters of an alphabet that nobody writes beside ours?"""
    return any(ord(char) in _ALWAYS and alphabet(char) != "LATIN" for char in word)


def readings(text: str) -> Iterator[str]:
    """The text, and each other way in which an eye may read it: fillers as blanks, narrow blanks as none, right to left."""
    yield text
    for other in (text.translate(_BLANKS), text.translate(_NARROW), _BACKWARDS.sub(_turned, text)):
        if other != text:
            yield other


def runs_backwards(text: str) -> bool:
    return "\u202e" in text


def _turned(match: re.Match[str]) -> str:
    return f"\u202e{match.group(1)[::-1]}"
