"""How much of each source we use: what was published from it in the last 30 and 90 days."""

from datetime import datetime, timedelta

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from articles.models import Article
from rights.models import Source

SPANS = (30, 90)
LISTED = 50


def published_from(source_id: int, days: int, *, at: datetime) -> QuerySet[Article]:
    """Articles of this source that were first published in these days, whatever became of them, newest first."""
    since = at - timedelta(days=days)
    taken = Article.objects.filter(work__source=source_id, first_published_at__gt=since, first_published_at__lte=at)
    return taken.select_related("work").defer("body", "ed_note").order_by("-first_published_at")


def counted(sources: QuerySet[Source], *, at: datetime) -> QuerySet[Source]:
    """Each source with `used_30` and `used_90`, without another query for each."""
    return sources.annotate(**{f"used_{days}": Coalesce(_count(days, at), 0) for days in SPANS})


def _count(days: int, at: datetime) -> Subquery:
    since = at - timedelta(days=days)
    taken = Article.objects.filter(work__source=OuterRef("pk"), first_published_at__gt=since, first_published_at__lte=at)
    counts = taken.order_by().values("work__source").annotate(number=Count("pk")).values("number")
    return Subquery(counts, output_field=IntegerField())
