"""Elements of XML as plain text, for the feeds. What XML can't hold is left out; everything else comes through whole.

Pure, and shared by all formats: a text that one format can't hold stands in none, so that no two of them differ.
"""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from html import escape

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NOTHING: Mapping[str, str] = {}
# A parser would make a line feed of each of them, in an attribute a space.
_KEPT_IN_TEXT = str.maketrans({"\r": "&#13;"})
_KEPT_IN_ATTRIBUTES = str.maketrans({"\r": "&#13;", "\n": "&#10;", "\t": "&#9;"})


def clean(text: str) -> str:
    """Without control characters, lone surrogates and the two that are no characters."""
    return _NOT_XML.sub("", text)


def element(name: str, text: str = "", attributes: Mapping[str, str] = _NOTHING, *, inside: str = "") -> str:
    """One element. `inside` are finished elements. Without a text, attributes and anything inside: nothing."""
    text = clean(text)
    if not (text or attributes or inside):
        return ""
    said = "".join(f' {key}="{_attribute(value)}"' for key, value in attributes.items())
    content = escape(text, quote=False).translate(_KEPT_IN_TEXT) + inside
    return f"<{name}{said}>{content}</{name}>" if content else f"<{name}{said}/>"


def link(name: str, rel: str, href: str, **more: str) -> str:
    """A link of Atom's, in whatever format; nothing without an address."""
    return element(name, attributes={"rel": rel, "href": href, **more}) if href else ""


def instant(at: datetime) -> str:
    """RFC 3339, which is W3CDTF too, to the second and in UTC."""
    return at.astimezone(UTC).isoformat(timespec="seconds")


def until(end: datetime | None) -> str:
    """A period that ends, as Dublin Core writes it."""
    return f"end={instant(end)};scheme=W3C-DTF" if end else ""


def _attribute(value: str) -> str:
    return escape(clean(value)).translate(_KEPT_IN_ATTRIBUTES)
