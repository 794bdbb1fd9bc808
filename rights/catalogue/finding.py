"""Which licence a page means: by the address of its deed, by its SPDX id, or by its name in words. Pure.

A name without a version is no licence: the versions differ in what they ask. Nothing is guessed; the answer says why not.
"""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from .table import ENTRIES, FAMILIES, JURISDICTIONS, VERSIONS, Entry, entry

#: Longer than any name or address of a licence.
MAX_CHARS = 300
_HOSTS = ("creativecommons.org", "www.creativecommons.org")
_PATH = re.compile(r"/licen[cs]es/(?P<elements>[a-z-]+)/(?P<version>[0-9]\.[0-9])(?:/(?P<rest>[^?#]*))?", re.IGNORECASE)
#: What may follow a deed: its words in a language, or the licence itself.
_PAGE = re.compile(r"(?:(?:deed|legalcode)(?:\.[a-z]{2,3}(?:[-_][a-z]{2,4})?)?|rdf)?", re.IGNORECASE)
_DEDICATIONS = {"zero/1.0": "CC0-1.0", "mark/1.0": "CC-PDM-1.0"}
_ELEMENTS = ("BY", "NC", "ND", "SA")
_WORDS = (
    (r"attribution", "by"), (r"non[- ]?commercial", "nc"), (r"no[- ]?deriv(?:ative)?s?(?:[- ]works?)?", "nd"), (r"share[- ]?alike", "sa"),
)  # fmt: skip
_COUNTRIES = {name.casefold(): code for code, name in JURISDICTIONS.items()} | {code.casefold(): code for code in JURISDICTIONS}
_REACHES = "|".join(sorted({reach.casefold() for reach in VERSIONS.values()}))
_NAMED = re.compile(
    rf"(?:creative commons|cc)[ -]*(?:licen[cs]e[ ,:-]*)?(?P<elements>(?:by|nc|nd|sa)(?:[ -](?:by|nc|nd|sa))*)"
    rf"(?:[ ,-]*(?:version |v\.? ?)?(?P<version>[0-9]\.[0-9]))?"
    rf"(?:[ ,-]+(?:\(?(?P<reach>{_REACHES}|{'|'.join(map(re.escape, _COUNTRIES))})\)?))?"
    r"(?:[ ,-]*(?:public )?licen[cs]e)?"
)
_BY_NAME = {one.name.casefold(): one for one in ENTRIES.values()}
_ZERO = re.compile(
    r"(?:cc ?-?0|cc[ -]zero|creative commons zero)(?:[ ,-]*(?:v(?:ersion)?\.? ?)?1\.0)?(?:[ ]universal)?(?: public domain dedication)?"
)
_MARK = re.compile(r"(?:(?:creative commons )?public domain mark|cc[ -]?pdm)(?:[ -]1\.0)?")
_RESERVED = re.compile(r"all rights reserved")


@dataclass(frozen=True)
class Lookup:
    """`licence` is None where none is meant that we know, and `why_not` then says why in a sentence."""

    licence: Entry | None = None
    why_not: str = ""


NOT_KNOWN = Lookup(None, "This is no licence that we know. What is not known permits nothing.")
NO_VERSION = Lookup(None, "A Creative Commons licence is named without its version. The versions differ, so none is taken for it.")
NO_KIND = Lookup(None, "“Creative Commons” alone names no licence: there are six kinds, and they permit different things.")


def find(text_or_uri: str) -> Lookup:
    """The licence that an address, an SPDX id or a name means, in whatever case and spelling it is written."""
    said = " ".join(text_or_uri.split())
    if not said or len(said) > MAX_CHARS:
        return NOT_KNOWN
    if known := entry(said) or _BY_NAME.get(said.casefold()):
        return Lookup(known)
    host, path = _address(said)
    return _at(host, path) if host else _called(said.casefold().rstrip(" .,;"))


def _address(said: str) -> tuple[str, str]:
    """Host and path where this is an address; a scheme may be missing, other things than the web are none."""
    if " " in said or "/" not in said:
        return "", ""
    try:
        parts = urlsplit(said if "//" in said else f"//{said}")
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        return "", ""
    return (host, parts.path) if parts.scheme in ("http", "https", "") and "." in host else ("", "")


def _at(host: str, path: str) -> Lookup:
    if host not in _HOSTS:
        return NOT_KNOWN
    path = re.sub("/{2,}", "/", path.casefold()).rstrip("/")
    head, _, page = path.removeprefix("/publicdomain/").rpartition("/")
    for place in (path.removeprefix("/publicdomain/"), head if _PAGE.fullmatch(page) else ""):
        if path.startswith("/publicdomain/") and place in _DEDICATIONS:
            return Lookup(ENTRIES[_DEDICATIONS[place]])
    if re.fullmatch(rf"/licen[cs]es/publicdomain(?:/{_PAGE.pattern})?", path):
        return Lookup(ENTRIES["CC-PDDC"])
    found = _PATH.fullmatch(path)
    return _deed(found) if found else _without_version(path)


def _without_version(path: str) -> Lookup:
    return NO_VERSION if re.fullmatch(r"/licen[cs]es/(?:by|sa)(?:-(?:nc|nd|sa))*", path) else NOT_KNOWN


def _deed(found: re.Match[str]) -> Lookup:
    parts = (found["rest"] or "").split("/")
    country = parts.pop(0).upper() if parts[0].upper() in JURISDICTIONS else ""
    if len(parts) > 1 or (parts and not _PAGE.fullmatch(parts[0])):
        return NOT_KNOWN
    return _listed(found["elements"].upper().split("-"), found["version"], country)


def _called(said: str) -> Lookup:
    for pattern, element in _WORDS:
        said = re.sub(rf"\b{pattern}\b", element, said)
    said = re.sub(r"(?<=\b(?:by|nc|nd|sa))(?:[-–—/ ]+|, )(?=(?:nc|nd|sa)\b)", "-", said)
    if _RESERVED.fullmatch(said):
        return Lookup(ENTRIES["LicenseRef-all-rights-reserved"])
    if _ZERO.fullmatch(said):
        return Lookup(ENTRIES["CC0-1.0"])
    if _MARK.fullmatch(said):
        return Lookup(ENTRIES["CC-PDM-1.0"])
    if found := _NAMED.fullmatch(said):
        return _named(found)
    return NO_KIND if re.fullmatch(r"(?:an? |the )?(?:cc|creative commons)(?:[ -]licen[cs](?:e|ed))?", said) else NOT_KNOWN


def _named(found: re.Match[str]) -> Lookup:
    version, reach = found["version"] or "", found["reach"] or ""
    if not version:
        return NO_VERSION
    country = _COUNTRIES.get(reach, "")
    # "4.0 Unported" contradicts itself: one of the two is wrong, and nobody can say which.
    if reach and not country and VERSIONS.get(version, "").casefold() != reach:
        return NOT_KNOWN
    return _listed(re.split(r"[ -]", found["elements"].upper()), version, country)


def _listed(elements: list[str], version: str, country: str) -> Lookup:
    if len(set(elements)) != len(elements):
        return NOT_KNOWN
    family = "-".join(one for one in _ELEMENTS if one in elements)
    known = family in FAMILIES or family == "SA"
    found = entry("-".join(filter(None, ("CC", family, version, country)))) if known and set(elements) <= set(_ELEMENTS) else None
    return Lookup(found) if found else NOT_KNOWN
