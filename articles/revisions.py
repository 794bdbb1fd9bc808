"""Snapshots of what the desk saved, and the hash that a clearance names."""

import hashlib
import json
from datetime import UTC, datetime
from typing import Any

from articles.models import Article, Clearance, Placement, Revision
from rights.models import Grant, Work


def snapshot(article: Article) -> dict[str, Any]:
    """Everything besides the text that a revision keeps: credits, tags, pictures and on what each work rests."""
    placements = list(article.placements.select_related("asset__work"))
    quotations = list(article.quotations.standing().select_related("work"))
    works = [article.work, *(place.asset.work for place in placements), *(quotation.work for quotation in quotations)]
    granted = Grant.objects.filter(work__in=works, revoked_at__isnull=True).order_by("pk")
    return {
        "credits": [[credit.author_id, credit.author.name, credit.role] for credit in article.credits.select_related("author")],
        "tags": sorted(article.tags.names()),
        "pictures": [_words_of(place) for place in placements],
        "section": article.section_id,
        "language": article.language,
        "dateline": article.dateline,
        "works": [_basis_of(work) for work in works],
        # A new letter, worksheet or answer to the terms writes new grants: who cleared the old ones has not seen it.
        "grants": list(granted.values_list("pk", flat=True)),
        # Only where there are any: what was cleared before anybody marked quotations stays cleared.
        **({"quotations": [[one.pk, one.words, one.is_needed] for one in quotations]} if quotations else {}),
    }


def _words_of(place: Placement) -> list[Any]:
    """As a version would freeze them: what the placement leaves empty comes from the library."""
    asset = place.asset
    return [place.asset_id, place.caption or asset.caption, place.alt_text or asset.alt_text, asset.credit_line]


def _basis_of(work: Any) -> list[Any]:
    return [
        work.pk, work.basis, work.whose, work.licence_id, work.holder, work.copyright_line, work.original_author, work.original_title,
        work.original_url, work.changes_note, work.source_id,
        work.original_published_at and work.original_published_at.astimezone(UTC).isoformat(),
    ]  # fmt: skip


#: What a clearance speaks about. Tags, section and language may change without asking the rights desk again.
CLEARED = ("credits", "pictures", "dateline", "works", "grants", "quotations")


def record_hash(work: Work) -> str:
    """Another one whenever the rights record of a work is: to notice that somebody else changed it."""
    granted = work.grants.filter(revoked_at__isnull=True).order_by("pk").values_list("pk", flat=True)
    return hashlib.sha256(_spelled([_basis_of(work), work.is_verified, list(granted)]).encode()).hexdigest()


def hash_of(headline: str, dek: str, body: str, kept: dict[str, Any]) -> str:
    return hashlib.sha256(spelled(headline, dek, body, kept).encode()).hexdigest()


def spelled(headline: str, dek: str, body: str, kept: dict[str, Any]) -> str:
    """The very words that a content hash is made over."""
    return _spelled([headline, dek, body, {key: kept[key] for key in CLEARED if key in kept}])


def _spelled(words: Any) -> str:
    return json.dumps(words, sort_keys=True, ensure_ascii=True)


def content_hash(article: Article) -> str:
    return hash_of(article.headline, article.dek, article.body, snapshot(article))


def keep(article: Article, *, by: Any, at: datetime, name: str = "") -> Revision:
    """Write a revision if anything changed since the last one; else return that one. Voids a clearance that no longer fits."""
    kept = snapshot(article)
    fresh = hash_of(article.headline, article.dek, article.body, kept)
    last = article.revisions.first()
    article.clearances.standing().exclude(content_hash=fresh).update(voided_at=at)
    if last and last.content_hash == fresh and last.snapshot == json.loads(json.dumps(kept)):
        return last
    return Revision.objects.create(
        article=article,
        number=last.number + 1 if last else 1,
        name=name,
        headline=article.headline,
        dek=article.dek,
        body=article.body,
        snapshot=kept,
        content_hash=fresh,
        made_by=by,
        made_at=at,
    )


def standing_clearance(article: Article) -> Clearance | None:
    """The clearance that fits the article exactly as it is now, if there is one."""
    return article.clearances.standing().filter(content_hash=content_hash(article)).first()
