"""Which versions stand now, without their words: the newest, those of given articles, and what lately happened to any.

For rooms that must know what changed before they ask. It decides nothing and shows nothing: whatever leaves the house
is asked of `articles.published`.
"""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import QuerySet

from articles.models import Event
from articles.models import PublishedVersion as Version

#: What a decision and a list of headlines need. Everything else, the words above all, stays in the database.
READ = (
    *("article_id", "headline", "section_id", "visible_from", "frozen", "work_id"),
    *("article__public_id", "article__embargoed_until", "article__expires_at", "article__first_published_at"),
)


def newest(at: datetime, limit: int) -> list[Version]:
    """The newest usable versions, newest first. One query."""
    return list(_standing(at).order_by("-visible_from", "-pk")[:limit])


def of_articles(article_ids: Iterable[int], at: datetime) -> list[Version]:
    """The version that stands of each of these articles; none for what is withdrawn. One query."""
    return list(_standing(at).filter(article__in=list(article_ids)))


def touched_lately(limit: int) -> list[int]:
    """The articles of the newest events, so that a withdrawal is found however old its story is. One query."""
    return list(Event.objects.order_by("-pk").values_list("article_id", flat=True)[:limit])


def _standing(at: datetime) -> QuerySet[Version]:
    return Version.objects.visible(at).usable().select_related("article").only(*READ)
