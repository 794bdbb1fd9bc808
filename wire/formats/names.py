"""Names as pages write them: who is credited, and whether a name is a person's or an institution's."""

import re

from wire.formats.found import Named

_LABEL = re.compile(
    r"^\s*(?:articles? by|story by|written by|text by|by|authors?|words by|report by|from)"
    r"\s*(?P<colon>:)?\s+(?P<names>[^\n]{2,200})$",
    re.IGNORECASE,
)
_INSTITUTION = re.compile(
    r"\b(?:news(?:room|desk)?|agency|press|times|post|research|institut\w*|cent(?:er|re)|network|media|editors?|editorial|team|desk|staff|"
    r"collective|project|group|foundation|association|society|bureau|service|university|council|ministry|office|union|radio|tv|journal|"
    r"magazine|review|report(?:ers)?|foundation|organi[sz]ation|company|inc|ltd|gmbh)\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*(?:,|;|·|\||\band\b|&)\s*", re.IGNORECASE)
_ROLE_AFTER = re.compile(r"\s*(?:,| - | – | \| )\s*(?:staff writer|correspondent|reporter|editor|for .*)$", re.IGNORECASE)


def byline_in(line: str) -> tuple[Named, ...]:
    """The names in a line such as "Articles by: Some Desk" or "By Ada Quill and Bo Reed"; empty where it is no byline."""
    match = _LABEL.match(line)
    if match is None or len(line) > 200 or line.rstrip().endswith((".", "?", "!")):
        return ()
    names = [name for name in _BETWEEN.split(_ROLE_AFTER.sub("", match["names"])) if name]
    if not match["colon"] and not all(_looks_like_a_name(name) for name in names):
        return ()
    return tuple(named(name) for name in names)


def named(name: str) -> Named:
    clean = " ".join(name.split()).strip(" .,:;")
    return Named(clean, "institution" if _INSTITUTION.search(clean) or len(clean.split()) > 5 else "person")


def _looks_like_a_name(name: str) -> bool:
    words = name.split()
    return 1 <= len(words) <= 6 and all(not word[0].islower() or word in ("de", "van", "von", "der", "bin", "al", "la") for word in words)
