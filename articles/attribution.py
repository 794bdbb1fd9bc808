"""Who made it, where it comes from, why we may show it: one renderer for every output.

Takes the record frozen in a version and the decision's duties; gives byline, credit, copyright line
and notices as text and as HTML. What is built here can't be removed by editing the body.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from articles.models import Article
from articles.vocabulary import AuthorKind, CreditRole
from rights.facts import Duty
from rights.vocabulary import JUDGED, OWN, Basis, Obligation

ROLE_WORDS = {
    CreditRole.BY: "By",
    CreditRole.REPORTED: "Reporting by",
    CreditRole.PHOTOGRAPHS: "Photographs by",
    CreditRole.TRANSLATED: "Translated by",
    CreditRole.EDITED: "Edited by",
    CreditRole.ADDITIONAL: "Additional reporting by",
}
BASIS_LABELS = {
    Basis.SOURCE_TERMS: "under its terms for community sites",
    Basis.CC: "under a Creative Commons licence",
    Basis.PUBLIC_DOMAIN: "from the public domain",
    Basis.WRITTEN_PERMISSION: "with written permission",
    Basis.CONTRACT: "under contract",
    Basis.AGENCY: "from an agency",
    Basis.PRESS_RELEASE: "from a press release",
    Basis.FAIR_USE: "in part, under fair use",
    Basis.FAIR_DEALING: "in part, under fair dealing",
    Basis.QUOTATION: "in part, as a quotation",
}
# A name in another direction must not reorder the words around it.
ISOLATE, POP = "\u2068", "\u2069"


@dataclass(frozen=True)
class Name:
    """One name of a byline. `slug` leads to the author's page."""

    name: str
    slug: str
    kind: str


@dataclass(frozen=True)
class BylinePart:
    """One role of the byline with its names in order: "By A, B and C"."""

    role: str
    label: str
    names: tuple[Name, ...]

    @property
    def text(self) -> str:
        return f"{self.label} {join_names([name.name for name in self.names])}"


def freeze(article: Article) -> dict[str, Any]:
    """The wording that a version keeps: names, source, original, holder, licence. Plain JSON."""
    work = article.work
    origin = getattr(article, "origin", None)
    source = work.source or (origin.source if origin else None)
    return {
        "credits": [
            {"name": credit.author.name, "slug": credit.author.slug, "kind": credit.author.kind, "role": credit.role}
            for credit in article.credits.select_related("author")
        ],
        "basis": work.basis,
        "whose": work.whose,
        "source": {"name": source.name, "url": source.home_url} if source else None,
        "original": {
            "title": work.original_title,
            "author": work.original_author,
            "url": work.original_url,
            "published_at": work.original_published_at.isoformat() if work.original_published_at else None,
        },
        "holder": work.holder,
        "copyright_line": work.copyright_line,
        "licence": {"name": work.licence.name, "url": work.licence.url, "spdx": work.licence.spdx_id} if work.licence else None,
        "changes": work.changes_note,
    }


def byline(frozen: Mapping[str, Any]) -> tuple[BylinePart, ...]:
    """The byline by roles, in the order of the roles' first names. "Articles by:" stands for an institution alone."""
    grouped: dict[str, list[Name]] = {}
    for credit in frozen.get("credits", ()):
        grouped.setdefault(credit["role"], []).append(Name(credit["name"], credit["slug"], credit["kind"]))
    return tuple(BylinePart(role, _label(role, names), tuple(names)) for role, names in grouped.items())


def _label(role: str, names: Iterable[Name]) -> str:
    if role == CreditRole.BY and all(name.kind == AuthorKind.INSTITUTION for name in names):
        return "Articles by:"
    return ROLE_WORDS[CreditRole(role)]


def byline_text(frozen: Mapping[str, Any]) -> str:
    return " · ".join(part.text for part in byline(frozen))


def author_names(frozen: Mapping[str, Any]) -> list[str]:
    """Those who wrote it, for `dc:creator`: role *by*, in order."""
    return [credit["name"] for credit in frozen.get("credits", ()) if credit["role"] == CreditRole.BY]


def join_names(names: list[str]) -> str:
    isolated = [f"{ISOLATE}{name}{POP}" if _is_right_to_left(name) else name for name in names]
    return isolated[0] if len(isolated) == 1 else f"{', '.join(isolated[:-1])} and {isolated[-1]}"


def _is_right_to_left(name: str) -> bool:
    return any("\u0590" <= letter <= "\u08ff" or "\ufb1d" <= letter <= "\ufefc" for letter in name)


def is_republished(frozen: Mapping[str, Any]) -> bool:
    return bool(frozen.get("source")) and frozen.get("basis") not in OWN


def origin_label(frozen: Mapping[str, Any]) -> str:
    """ "Republished from … under …", or nothing for our own work."""
    if not is_republished(frozen):
        return ""
    label = BASIS_LABELS.get(Basis(frozen["basis"]), "")
    verb = "Quoted from" if frozen["basis"] in JUDGED else "Republished from"
    return f"{verb} {frozen['source']['name']} {label}".strip()


def credit_html(frozen: Mapping[str, Any]) -> SafeString:
    """The credit with real links: title, author, source, licence, changes, copyright line. Empty for our own work without a line."""
    parts = [part for part in (_original_html(frozen), _licence_html(frozen), _changes(frozen), _line(frozen)) if part]
    return format_html_join(" ", "{}", ((part,) for part in parts))


def _original_html(frozen: Mapping[str, Any]) -> str | SafeString:
    if not is_republished(frozen):
        return ""
    original, source = frozen["original"], frozen["source"]
    title = original["title"] or "The original article"
    linked = format_html('<a href="{}">{}</a>', original["url"], title) if original["url"] else title
    by = format_html(", by {}", original["author"]) if original["author"] else ""
    home = format_html('<a href="{}">{}</a>', source["url"], source["name"]) if source["url"] else source["name"]
    return format_html("{}{}, first published by {}.", linked, by, home)


def _licence_html(frozen: Mapping[str, Any]) -> str | SafeString:
    licence = frozen.get("licence")
    return format_html('Licence: <a rel="license" href="{}">{}</a>.', licence["url"], licence["name"]) if licence else ""


def _changes(frozen: Mapping[str, Any]) -> str:
    return f"Changes: {frozen['changes']}." if frozen.get("changes") else ""


def _line(frozen: Mapping[str, Any]) -> str:
    return frozen.get("copyright_line") or ""


def notices(duties: Iterable[Duty], frozen: Mapping[str, Any], house: Any) -> list[tuple[str, str]]:
    """(kind, text) of the standing notices that this basis calls for, and no others. `house` is our profile row or None."""
    found = [("responsibility", duty.value) for duty in duties if duty.obligation is Obligation.AUTHOR_RESPONSIBILITY and duty.value]
    found += [("notice", duty.value) for duty in duties if duty.obligation is Obligation.KEEP_NOTICE and duty.value]
    if house is None:
        return found
    basis = frozen.get("basis")
    if basis in OWN:
        found += [
            ("responsibility", house.author_responsibility_notice),
            ("cross_posting", house.cross_posting_notice),
            ("commercial", house.commercial_contact_notice),
        ]
    elif basis == Basis.FAIR_USE:
        found.append(("fair_use", house.fair_use_notice))
    return [(kind, text) for kind, text in found if text]


def why_shown(frozen: Mapping[str, Any], house_name: str) -> tuple[str, str]:
    """Two sentences for the reader: where this comes from, and why we may show it."""
    ours = house_name or "this newsroom"
    if frozen.get("basis") in OWN:
        return (f"This was written for {ours}.", "We may show it because it is our own work.")
    if not is_republished(frozen):
        holder = frozen.get("holder") or "its owner"
        return (f"This was not written for {ours}: it belongs to {holder}.", _why(frozen, holder))
    source = frozen["source"]["name"]
    who = frozen["original"]["author"]
    if frozen["basis"] in JUDGED:
        quoted = frozen["original"]["title"] or "a work"
        by = f" by {who}" if who and who != source else ""
        return f"This piece quotes “{quoted}”{by}, first published by {source}.", _why(frozen, source)
    came = (
        f"This was written by {who} and first published by {source}." if who and who != source else f"This was first published by {source}."
    )
    return came, _why(frozen, source)


def _why(frozen: Mapping[str, Any], source: str) -> str:
    basis = Basis(frozen["basis"])
    return {
        Basis.SOURCE_TERMS: f"We may show it because {source} lets non-commercial community sites republish it, with credit and a link.",
        Basis.CC: f"We may show it under {(frozen.get('licence') or {}).get('name', 'its licence')}, which asks for the credit below.",
        Basis.PUBLIC_DOMAIN: "We may show it because it is in the public domain.",
        Basis.WRITTEN_PERMISSION: f"We may show it because {frozen.get('holder') or source} gave us written permission.",
        Basis.CONTRACT: f"We may show it under our contract with {source}.",
        Basis.AGENCY: f"We may show it under our agreement with the agency {source}.",
        Basis.PRESS_RELEASE: "It is a press release, sent out for publication.",
        Basis.FAIR_USE: "We show an excerpt because we judge this use to be fair, and we keep our reasons on record.",
        Basis.FAIR_DEALING: "We show an excerpt because we judge this to be fair dealing, and we keep our reasons on record.",
        Basis.QUOTATION: "We show an excerpt as a quotation, and we keep our reasons on record.",
    }.get(basis, "We may show it because it is our own work.")


def rights_sentence(frozen: Mapping[str, Any]) -> str:
    """Holder and terms in one plain sentence, for `dc:rights`."""
    line = frozen.get("copyright_line") or (f"© {frozen['holder']}" if frozen.get("holder") else "")
    licence = frozen.get("licence")
    terms = licence["name"] if licence else _terms_of(frozen)
    return ". ".join(part.rstrip(".") for part in (line, terms) if part) + "."


def _terms_of(frozen: Mapping[str, Any]) -> str:
    if frozen.get("basis") == Basis.SOURCE_TERMS:
        return "Community internet sites that are not commercial may republish it with credit, copyright line and a link to the original"
    return "All rights reserved" if frozen.get("basis") in OWN else "Ask the holder before any further use"


def unmet(duties: Iterable[Duty], html: str) -> list[Duty]:
    """The duties that finished HTML does not show. Such an output does not leave the house."""
    return [duty for duty in duties if duty.value and not _is_met(duty, html)]


def _is_met(duty: Duty, html: str) -> bool:
    shown = format_html("{}", duty.value)
    if duty.obligation is Obligation.LINK_ORIGINAL:
        return f'<a href="{shown}"' in html
    if duty.obligation is Obligation.LICENCE_LINK:
        return f'<a rel="license" href="{shown}"' in html
    if duty.obligation in (Obligation.CREDIT_AUTHOR, Obligation.CREDIT_SOURCE, Obligation.COPYRIGHT_LINE, Obligation.AUTHOR_RESPONSIBILITY):
        return shown in html
    return True
