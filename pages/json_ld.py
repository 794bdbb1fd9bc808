"""An article for machines: schema.org NewsArticle as JSON-LD, from plain values.

Pure. Says nothing that the page does not show: no licence for a judged use, no author but the named ones,
and for a republished piece what it is based on and who published it first.
https://schema.org/NewsArticle, v30
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

# `</script>` and `<!--` would end the element early; JSON reads the escapes as the same letters.
ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


@dataclass(frozen=True)
class Maker:
    """A named author. `is_organisation` for an institution."""

    name: str
    url: str
    is_organisation: bool = False


@dataclass(frozen=True)
class Original:
    """The piece that ours republishes: its address, title and first publisher. "" where not known."""

    url: str
    title: str
    publisher: str
    published_at: str = ""


@dataclass(frozen=True)
class Facts:
    """What is said about one article. Addresses are absolute, instants ISO 8601; "" means not said."""

    headline: str
    url: str
    language: str
    published_at: str
    modified_at: str
    publisher: str
    publisher_url: str
    description: str = ""
    section: str = ""
    keywords: Sequence[str] = ()
    authors: Sequence[Maker] = ()
    images: Sequence[dict[str, str]] = ()
    holder: str = ""
    copyright_line: str = ""
    credit_text: str = ""
    licence_url: str = ""
    terms_url: str = ""
    original: Original | None = None
    corrections: Sequence[tuple[str, str]] = ()
    expires_at: str = ""


def news_article(facts: Facts) -> dict[str, Any]:
    """The object; properties that have nothing to say are left out."""
    said = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "mainEntityOfPage": facts.url,
        "url": facts.url,
        "headline": facts.headline,
        "description": facts.description,
        "inLanguage": facts.language,
        "datePublished": facts.published_at,
        "dateModified": facts.modified_at,
        "expires": facts.expires_at,
        "articleSection": facts.section,
        "keywords": list(facts.keywords),
        "author": [_maker(author) for author in facts.authors],
        "publisher": {"@type": "NewsMediaOrganization", "name": facts.publisher, "url": facts.publisher_url},
        "image": [_image(image) for image in facts.images],
        **_rights(facts),
        "isBasedOn": _original(facts.original) if facts.original else None,
        "correction": [{"@type": "CorrectionComment", "text": text, "datePublished": at} for text, at in facts.corrections],
    }
    return _spoken(said)


def _rights(facts: Facts) -> dict[str, Any]:
    names = {author.name: _maker(author) for author in facts.authors}
    holder = names.get(facts.holder, {"@type": "Organization", "name": facts.holder}) if facts.holder else None
    return {
        "copyrightHolder": holder,
        "copyrightNotice": facts.copyright_line,
        "creditText": facts.credit_text,
        "license": facts.licence_url,
        "usageInfo": facts.terms_url,
    }


def _maker(author: Maker) -> dict[str, str]:
    return _spoken({"@type": "Organization" if author.is_organisation else "Person", "name": author.name, "url": author.url})


def _image(image: dict[str, str]) -> dict[str, str]:
    return _spoken({"@type": "ImageObject", **image})


def _original(original: Original) -> dict[str, Any]:
    return _spoken(
        {
            "@type": "CreativeWork",
            "url": original.url,
            "name": original.title,
            "datePublished": original.published_at,
            "publisher": {"@type": "Organization", "name": original.publisher} if original.publisher else None,
        }
    )


def _spoken(said: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in said.items() if value not in ("", None, [])}


def as_script(said: dict[str, Any]) -> str:
    """JSON that is safe between `<script type="application/ld+json">` and its end tag."""
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).translate(ESCAPES)
