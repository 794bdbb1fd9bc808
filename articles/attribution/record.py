"""The record that a version keeps of who made it and whose it is, and what can be read from it."""

from collections.abc import Mapping
from typing import Any

from articles.models import Article
from articles.vocabulary import CreditRole
from rights.models import Source, Work
from rights.obligations import Owed
from rights.vocabulary import OWN, Basis


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
        **freeze_work(work, source),
    }


def freeze_work(work: Work, source: Source | None) -> dict[str, Any]:
    """Whose one work is and what is known of the original. Plain JSON."""
    return {
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


def author_names(frozen: Mapping[str, Any]) -> list[str]:
    """Those who wrote it, for `dc:creator`: role *by*, in order."""
    return [credit["name"] for credit in frozen.get("credits", ()) if credit["role"] == CreditRole.BY]


def is_republished(frozen: Mapping[str, Any]) -> bool:
    return bool(frozen.get("source")) and frozen.get("basis") not in OWN


def with_our_own_line(frozen: Mapping[str, Any], house: Any, year: int) -> dict[str, Any]:
    """The record; what is ours and names no holder is held by the house."""
    if house is None or frozen.get("basis") not in OWN:
        return dict(frozen)
    line = frozen.get("copyright_line") or f"© {year} {frozen.get('holder') or house.holder}"
    return {**frozen, "holder": frozen.get("holder") or house.holder, "copyright_line": line}


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


def known(frozen: Mapping[str, Any], **facts: Any) -> Owed:
    """What the record says for the checkers, so that an empty duty has its value. `facts` are those of the output."""
    original = frozen.get("original") or {}
    return Owed(
        author=original.get("author") or "",
        source=(frozen.get("source") or {}).get("name") or "",
        copyright_line=frozen.get("copyright_line") or "",
        original_url=original.get("url") or "",
        licence_url=(frozen.get("licence") or {}).get("url") or "",
        changes=frozen.get("changes") or "",
        **facts,
    )
