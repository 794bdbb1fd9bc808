"""Names in another direction than the line around them, kept from reordering it. Pure.

In HTML `<bdi>`, in text the isolating marks: right whichever way the page itself runs.
https://www.w3.org/International/articles/inline-bidi-markup/
"""

import unicodedata

from django.utils.html import format_html
from django.utils.safestring import SafeString

ISOLATE, POP = "\u2068", "\u2069"

_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
_NOT_SO = {"ltr": _RIGHT_TO_LEFT, "rtl": frozenset({"L", "EN"})}


def is_foreign(text: str, direction: str = "ltr") -> bool:
    """Does anything in it run against the line?"""
    if direction == "ltr" and text.isascii():
        return False
    return any(unicodedata.bidirectional(letter) in _NOT_SO[direction] for letter in text)


def isolated(text: str, direction: str = "ltr") -> str:
    return f"{ISOLATE}{text}{POP}" if is_foreign(text, direction) else text


def isolated_html(text: str, direction: str = "ltr") -> SafeString:
    return format_html("<bdi>{}</bdi>" if is_foreign(text, direction) else "{}", text)
