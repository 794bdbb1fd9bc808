"""Freezing: from the article as it stands to a version that the public may see from a moment on."""

from datetime import datetime
from typing import Any

from django.db.models import Q

from articles import addresses, attribution, drafting, sealing
from articles.models import Article, Clearance, PublishedVersion
from articles.vocabulary import PubStatus, VersionKind
from house.models import House
from house.profile import zone_of
from rights.vocabulary import JUDGED


def freeze(article: Article, clearance: Clearance, *, kind: VersionKind, visible_from: datetime, by: Any, at: datetime) -> PublishedVersion:
    """Write the next version and end the one before it at the moment that this one begins."""
    if article.path is None:
        article.first_published_at = visible_from
        article.path = free_path(article, visible_from)
        article.save(update_fields=["first_published_at", "path"])
    version = _append(
        article,
        path=article.path,
        kind=kind,
        visible_from=visible_from,
        **_words(article),
        revision=clearance.revision,
        clearance=clearance,
        created_by=by,
        created_at=at,
    )
    version.authors.set([credit.author_id for credit in article.credits.all()])
    version.tags.set(article.tags.all())
    version.assets.set([place.asset_id for place in article.placements.all()])
    return version


def as_it_stands(article: Article, at: datetime) -> PublishedVersion:
    """The version that would be frozen now. It is not stored and has no number of its own."""
    path = article.path or addresses.article_path(at, article.slug or drafting.slug_for(article.headline))
    return PublishedVersion(
        article=article, number=0, path=path, work=article.work, language=article.language, visible_from=at, **_words(article)
    )


def _words(article: Article) -> dict[str, Any]:
    """All that a version keeps of what was written and recorded."""
    altered = {"is_altered": True} if sealing.is_altered(article) else {}
    return {
        "headline": article.headline,
        "dek": article.dek,
        "body": article.body,
        "excerpt": excerpt_of(article),
        "dateline": article.dateline,
        "section": article.section,
        "frozen": {
            **attribution.freeze(article),
            **altered,
            "tags": tags_of(article),
            "pictures": pictures_of(article),
            **quotations_of(article),
        },
    }


def end(article: Article, *, pub_status: PubStatus, ended_as: str, public_reason: str, by: Any, at: datetime) -> PublishedVersion:
    """A version that holds nothing but the fact that the article is withdrawn from this moment."""
    if article.path is None:
        raise ValueError("Only what has an address can be withdrawn.")
    return _append(
        article,
        path=article.path,
        kind=VersionKind.WITHDRAWAL,
        visible_from=at,
        pub_status=pub_status,
        ended_as=ended_as,
        public_reason=public_reason,
        created_by=by,
        created_at=at,
    )


def _append(article: Article, *, visible_from: datetime, **fields: Any) -> PublishedVersion:
    last = article.versions.order_by("-number").first()
    standing = article.versions.filter(voided_at__isnull=True)
    # A version that was still waiting for its time never shows once another takes its place.
    standing.filter(visible_from__gt=visible_from).update(voided_at=visible_from)
    # What would have ended only when the waiting one began ends now.
    is_shown = Q(superseded_from__isnull=True) | Q(superseded_from__gt=visible_from)
    standing.filter(is_shown, visible_from__lte=visible_from).update(superseded_from=visible_from)
    return PublishedVersion.objects.create(
        article=article,
        number=last.number + 1 if last else 1,
        work=article.work,
        language=article.language,
        visible_from=visible_from,
        **fields,
    )


def void_waiting(article: Article, *, at: datetime) -> None:
    """Call back what is scheduled and has not shown yet; what it would have replaced goes on."""
    waiting = article.versions.filter(visible_from__gt=at, voided_at__isnull=True)
    moments = list(waiting.values_list("visible_from", flat=True))
    waiting.update(voided_at=at)
    article.versions.filter(superseded_from__in=moments).update(superseded_from=None)


def free_path(article: Article, first: datetime) -> str:
    """Year and month in the house's zone; a number is added when another story of that month has the slug."""
    local = first.astimezone(zone_of(House.objects.in_force(first)))
    slug = article.slug or drafting.slug_for(article.headline)
    candidate, number = addresses.article_path(local, slug), 2
    while Article.objects.filter(path=candidate).exclude(pk=article.pk).exists():
        candidate, number = addresses.article_path(local, f"{slug}-{number}"), number + 1
    return candidate


def excerpt_of(article: Article) -> str:
    if article.work.basis not in JUDGED:
        return ""
    sheet = article.worksheets.filter(approved_at__isnull=False, superseded_at__isnull=True).first()
    return sheet.excerpt if sheet else ""


def tags_of(article: Article) -> list[dict[str, str]]:
    return [{"name": tag.name, "slug": tag.slug} for tag in article.tags.order_by("name")]


def pictures_of(article: Article) -> list[dict[str, Any]]:
    return [
        {
            "asset": place.asset_id,
            "work": place.asset.work_id,
            "caption": place.caption or place.asset.caption,
            "alt": place.alt_text or place.asset.alt_text,
            "credit": place.asset.credit_line,
        }
        for place in article.placements.select_related("asset")
    ]


def quotations_of(article: Article) -> dict[str, Any]:
    """The words of others in it, each with whom to name; nothing at all where there are none, as before there were any."""
    standing = article.quotations.standing().select_related("work__source", "work__licence")
    found = [
        {
            "quotation": one.pk,
            "work": one.work_id,
            "words": one.words,
            "is_needed": one.is_needed,
            "record": attribution.freeze_work(one.work, one.work.source),
        }
        for one in standing
    ]
    return {"quotations": found} if found else {}
