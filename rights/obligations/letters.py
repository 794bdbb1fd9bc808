"""Words as a reader sees them, so that how they were typed or sent does not matter. Pure.

Composed or decomposed letters, kinds of space and of quotation mark, direction marks, soft hyphens and what has no
width are the same to a reader. Other words, another order and other figures are not.
"""

import re
import unicodedata
from functools import lru_cache

_UNSEEN = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff]")
_QUOTES = str.maketrans({**dict.fromkeys("‘’‚‛ʼ´`", "'"), **dict.fromkeys("“”„‟", '"'), "‐": "-", "‑": "-"})
#: Scripts that write no spaces: a name may stand anywhere between other words.
_NO_SPACES = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
#: Arabic and Hebrew write "and", "by", "to" as one letter in front of the name.
_JOINED = "(?<![^\\W_])[وفبلكוהבלמשכ]{1,2}"
_SEMITIC = re.compile("[\u0590-\u08ff]")


def plain(text: str) -> str:
    """The text in one spelling: for comparing, never for showing."""
    if text.isascii():
        return " ".join(text.replace("`", "'").split())
    return " ".join(_UNSEEN.sub("", unicodedata.normalize("NFKC", text)).translate(_QUOTES).split())


def holds(text: str, words: str) -> bool:
    """Do these words stand in the text, as whole words? Both in plain spelling; letters of either case."""
    return bool(words) and _pattern(words.casefold()).search(text.casefold()) is not None


@lru_cache(maxsize=1024)
def _pattern(words: str) -> re.Pattern[str]:
    before = after = ""
    if re.match(rf"(?![{_NO_SPACES}])\w", words):
        before = rf"(?:(?<![^\W{_NO_SPACES}])|{_JOINED})" if _SEMITIC.match(words) else rf"(?<![^\W{_NO_SPACES}])"
    if re.search(rf"(?![{_NO_SPACES}])\w$", words):
        after = rf"(?![^\W{_NO_SPACES}])"
    return re.compile(f"{before}{re.escape(words)}{after}")
