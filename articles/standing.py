"""Which versions stand now, without their words: the newest, those of given articles, and what lately happened to any.

For rooms that must know what changed before they ask. It decides nothing and shows nothing: whatever leaves the house
is asked of `articles.published`.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db.models import Exists, Min, OuterRef, Prefetch, Q, QuerySet, prefetch_related_objects
from taggit.models import Tag

from articles.models import Author, Event
from articles.models import PublishedVersion as Version
from articles.vocabulary import PubStatus
from rights.vocabulary import Basis

#: What a decision and a list of headlines need. Everything else, the words above all, stays in the database.
READ = (
    *("article_id", "headline", "section_id", "language", "visible_from", "superseded_from", "frozen", "work_id"),
    *("article__public_id", "article__embargoed_until", "article__expires_at", "article__first_published_at"),
)


def newest(at: datetime, limit: int, *, since_before: datetime | None = None) -> list[Version]:
    """The newest usable versions, newest first; of those that stand since before a moment, where one is given. One query."""
    begun = _standing(at) if since_before is None else _standing(at).filter(visible_from__lte=since_before)
    return list(begun.order_by("-visible_from", "-pk")[:limit])


def of_articles(article_ids: Iterable[int], at: datetime) -> list[Version]:
    """The version that stands of each of these articles; none for what is withdrawn. One query."""
    return list(_standing(at).filter(article__in=list(article_ids)))


def load_names(versions: Sequence[Version]) -> None:
    """Load under which tags and authors they are filed, for all at once. Two queries."""
    prefetch_related_objects(versions, Prefetch("tags", Tag.objects.only("pk")), Prefetch("authors", Author.objects.only("pk")))


def basis_of(version: Version) -> Basis:
    """On which basis its text is used, as it is recorded now."""
    return Basis(version.work.basis)


def began_at(version: Version) -> datetime:
    """When its story was first shown: a correction or update begins nothing anew."""
    article = version.article
    return max(moment for moment in (article.first_published_at or version.visible_from, article.embargoed_until) if moment)


def resting_on(work_ids: Iterable[int], at: datetime) -> set[int]:
    """The articles of which the version that stands holds one of these works: as its text, a picture or a quotation. One query."""
    ids, shown = list(work_ids), Version.objects.visible(at).order_by().values_list("article_id", flat=True)
    # Three that each follow an index; as one condition with "or" it would read every version.
    uses = shown.filter(work__in=ids).union(shown.filter(assets__work__in=ids), shown.filter(article__quotations__work__in=ids))
    return set(uses)


def next_turn(at: datetime) -> datetime | None:
    """When a version next begins to stand by time alone; when one ends, it says itself. One query."""
    coming = Version.objects.usable().filter(visible_from__gt=at, voided_at__isnull=True)
    return coming.aggregate(next=Min("visible_from"))["next"]


def touched_lately(limit: int) -> list[int]:
    """The articles of the newest events, so that a withdrawal is found however old its story is. One query."""
    return list(Event.objects.order_by("-pk").values_list("article_id", flat=True)[:limit])


def ended(since: datetime, at: datetime, limit: int, **which: str) -> list[Version]:
    """The newest withdrawals after `since` of what readers were shown before, newest first. One query.

    `which` are conditions on the version that was shown, such as `section__slug`: a withdrawal itself has no section any more.
    """
    was_shown = Version.objects.usable().filter(
        Q(article__embargoed_until__isnull=True) | Q(article__embargoed_until__lte=OuterRef("visible_from")),
        article=OuterRef("article"),
        voided_at__isnull=True,
        visible_from__lt=OuterRef("visible_from"),
        **which,
    )
    gone = Version.objects.visible(at).exclude(pub_status=PubStatus.USABLE).filter(Exists(was_shown), visible_from__gt=since)
    return list(gone.select_related("article").only(*READ).order_by("-visible_from", "-pk")[:limit])


def _standing(at: datetime) -> QuerySet[Version]:
    return Version.objects.visible(at).usable().select_related("article", "work").only(*READ, "work__basis")
