"""The address that a sentence gives for asking, or that the site hid it. Pure. A hidden address is never put together again."""

import re
from typing import NamedTuple

READ = "read"
UNREADABLE = "unreadable"
MISSING = "missing"

_ADDRESS = re.compile(r"[A-Za-z0-9][A-Za-z0-9._%+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}")
_PAGE = re.compile(
    r"https?://[^\s<>\"')\]]+[^\s<>\"')\].,;:!?]|\bwww\.[a-z0-9.-]+\.[a-z]{2,}(?:/[^\s<>\"')\],;]*[^\s<>\"')\].,;:!?])?", re.I
)
_PHONE = re.compile(r"\+?[0-9][0-9 ()./-]{6,}[0-9]")
_HIDDEN = re.compile(
    r"[\[(<]?\s*e-?mail(?: address)?\s*(?:protected|hidden|removed|redacted)\s*[\])>]?|/cdn-cgi/l/email-protection(?:#[0-9a-f]+)?"
    r"|(?:e-?mail )?address is being protected|\[(?:hidden|protected|javascript protected) e-?mail(?: address)?\]"
    r"|\w+\s*[\[({]\s*at\s*[\])}]\s*[\w.-]+(?:\s*[\[({]\s*dot\s*[\])}]\s*\w+)*|\w+ at \w+ dot \w{2,}\b|enable javascript|activer? javascript|javascript (?:aktivieren|activado)|javascript muss"
    r"|(?:adresse|courriel|e-?mail)[\w -]{0,20} (?:est |ist )?(?:protegee?|geschutzt)|(?:direccion|correo)[\w -]{0,30} protegid[oa]|адрес[\w -]{0,30}защищен"
    r"|\w+\s*[\[({]\s*(?:arobase|arroba|собака|аt)\s*[\])}]\s*[\w.-]+",
    re.IGNORECASE,
)


class Contact(NamedTuple):
    """`value` is the address as it stands in the text, "" unless `state` is read."""

    value: str
    state: str


def contact_in(plain: str) -> Contact:
    """A mail address before a page before a telephone number. Half hidden counts as hidden."""
    if "email-protection" in plain or _HIDDEN.search(plain):
        return Contact("", UNREADABLE)
    for pattern in (_ADDRESS, _PAGE, _PHONE):
        if found := pattern.search(plain):
            return Contact(found.group(), READ)
    return Contact("", MISSING)
