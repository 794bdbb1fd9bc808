"""Ids and addresses by which something may be ours, read from what it says. Pure: the caller says where we are.

A sign is a claim of whoever wrote it. What follows from one is for `articles/recognising.py` and those who ask there.
"""

import re
from collections.abc import Iterable
from urllib.parse import unquote, urlsplit
from uuid import UUID

#: A page that names more of our stories than this is a list: the rest are not asked for.
MOST = 200

_URN = re.compile(r"urn:uuid:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})", re.IGNORECASE)
#: Our stories stand at year, month and slug, maybe under a language, and their own pages below that.
_PATH = re.compile(r"/(?:[a-z]{2,3}(?:-[a-z]{2,4})?/)?(?P<path>[0-9]{4}/[0-9]{2}/[-\w]{1,100})(?:/.*)?", re.IGNORECASE | re.DOTALL)
_ENDS_A_SENTENCE = ".,;:!?…”’»*_"
_HIDDEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


def ids_in(text: str) -> frozenset[UUID]:
    """Every id of our kind that stands in a text."""
    return frozenset(UUID(match[1]) for match in _within(_URN.finditer(_HIDDEN.sub("", text))))


def path_of(address: str, site: str) -> str:
    """The path that an address has on our site, as articles keep it: "" for another site, and for what is no story."""
    whole = address.strip()
    try:
        parts = urlsplit(whole if "//" in whole else f"//{whole}")
        host = parts.hostname or ""
    except ValueError:
        return ""
    if _bare(host) != _bare(urlsplit(site).hostname or ""):
        return ""
    match = _PATH.fullmatch(unquote(parts.path))
    return match["path"] if match else ""


def paths_in(text: str, site: str) -> frozenset[str]:
    """The paths of all addresses of our site that stand in a text or in markup."""
    host = re.escape(_bare(urlsplit(site).hostname or ""))
    links = re.compile(rf"(?<![\w.@-])(?:https?://)?(?:www\.)?{host}(?::[0-9]{{1,5}})?/[^\s<>\"'()\[\]]{{1,600}}", re.IGNORECASE)
    return frozenset(
        path for match in _within(links.finditer(_HIDDEN.sub("", text))) if (path := path_of(match[0].rstrip(_ENDS_A_SENTENCE), site))
    )


def _within(matches: Iterable[re.Match[str]]) -> Iterable[re.Match[str]]:
    return {match[0]: match for match, _ in zip(matches, range(50 * MOST), strict=False)}.values()


def _bare(host: str) -> str:
    return host.lower().rstrip(".").removeprefix("www.")
