"""The credit of what is not ours: title, author, source, date, licence, changes and line, each link a real one.

Title, Author, Source and Licence are what Creative Commons asks for; the licensor's own wording comes with the duties.
"""

from collections.abc import Mapping
from datetime import UTC, datetime, tzinfo
from typing import Any

from django.utils import formats, translation
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from rights.vocabulary import JUDGED, Basis

from .directions import isolated, isolated_html
from .furniture import FALLBACK, Furniture, spoken
from .record import is_republished


def origin_label(frozen: Mapping[str, Any], language: str = FALLBACK) -> str:
    """ "Republished from … under …", or nothing for our own work."""
    if not is_republished(frozen):
        return ""
    words = spoken(language)
    phrase = words.quoted if frozen["basis"] in JUDGED else words.republished
    label = words.bases.get(Basis(frozen["basis"]), "")
    return f"{phrase.format(isolated(frozen['source']['name'], words.direction))} {label}".strip()


def credit_html(frozen: Mapping[str, Any], language: str = FALLBACK, zone: tzinfo = UTC) -> SafeString:
    """The credit with real links. Empty for our own work without a line."""
    words = spoken(language)
    parts = (_original_html(frozen, words, zone), _licence_html(frozen, words), _changes_html(frozen, words), _line(frozen, words))
    return format_html_join(" ", "{}", ((part,) for part in parts if part))


def credit_text(frozen: Mapping[str, Any], language: str = FALLBACK, zone: tzinfo = UTC) -> str:
    """The same without markup, with the addresses written out. One thing a line."""
    words = spoken(language)
    licence = frozen.get("licence")
    lines = [
        *_original_text(frozen, words, zone),
        *([words.licence.format(isolated(licence["name"], words.direction)), licence["url"]] if licence else []),
        _changes(frozen, words),
        frozen.get("copyright_line") or "",
    ]
    return "\n".join(line for line in lines if line)


def _original_html(frozen: Mapping[str, Any], words: Furniture, zone: tzinfo) -> str | SafeString:
    if not is_republished(frozen):
        return ""
    original, source = frozen["original"], frozen["source"]
    title = isolated_html(original["title"] or words.untitled, words.direction)
    linked = format_html('<a href="{}">{}</a>', original["url"], title) if original["url"] else title
    by = format_html(words.by, isolated_html(original["author"], words.direction)) if original["author"] else ""
    name = isolated_html(source["name"], words.direction)
    home = format_html('<a href="{}">{}</a>', source["url"], name) if source["url"] else name
    return format_html("{}{}{}{}.", linked, by, format_html(words.first_published, home), _on(original, words, zone))


def _original_text(frozen: Mapping[str, Any], words: Furniture, zone: tzinfo) -> list[str]:
    if not is_republished(frozen):
        return []
    original, source = frozen["original"], frozen["source"]
    title = isolated(original["title"] or words.untitled, words.direction)
    by = words.by.format(isolated(original["author"], words.direction)) if original["author"] else ""
    first = words.first_published.format(isolated(source["name"], words.direction))
    return [f"{title}{by}{first}{_on(original, words, zone)}.", original["url"], "" if original["url"] else source["url"]]


def _on(original: Mapping[str, Any], words: Furniture, zone: tzinfo) -> str:
    """When it first appeared, where that is known."""
    if not original.get("published_at"):
        return ""
    return words.on.format(day_text(datetime.fromisoformat(original["published_at"]), words, zone))


def day_text(at: datetime, words: Furniture, zone: tzinfo) -> str:
    """A day as the words' language writes it."""
    with translation.override(words.language):
        # Django's English dates are American and abbreviated.
        return formats.date_format(at.astimezone(zone), "j F Y" if words.language == FALLBACK else "DATE_FORMAT")


def _licence_html(frozen: Mapping[str, Any], words: Furniture) -> str | SafeString:
    licence = frozen.get("licence")
    if not licence:
        return ""
    linked = format_html('<a rel="license" href="{}">{}</a>', licence["url"], isolated_html(licence["name"], words.direction))
    return format_html(words.licence, linked)


def _changes(frozen: Mapping[str, Any], words: Furniture) -> str:
    changes = frozen.get("changes") or ""
    return words.changes.format(isolated(changes.rstrip("."), words.direction)) if changes else ""


def _changes_html(frozen: Mapping[str, Any], words: Furniture) -> str | SafeString:
    changes = frozen.get("changes") or ""
    return format_html(words.changes, isolated_html(changes.rstrip("."), words.direction)) if changes else ""


def _line(frozen: Mapping[str, Any], words: Furniture) -> str | SafeString:
    line = frozen.get("copyright_line") or ""
    return isolated_html(line, words.direction) if line else ""
