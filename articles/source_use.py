"""How much of each source we use: what was published from it in the last 30 and 90 days, and whether its terms let us take more."""

from datetime import datetime, timedelta

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from articles.models import Article
from articles.refusals import Obstacle
from rights import source_terms
from rights.models import Source
from rights.vocabulary import Basis

SPANS = (30, 90)
LISTED = 50
#: The longest that each can be.
DAYS = {"day": 1, "week": 7, "month": 31, "year": 366}


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


def obstacles(article: Article, *, at: datetime) -> list[Obstacle]:
    """Terms that let us take so many pieces in a time close when so many are out; what is out itself stays.

    Any stretch of that length counts, the stricter reading of "a month": nobody says which month is meant.
    """
    source = article.work.source
    if article.work.basis != Basis.SOURCE_TERMS or source is None or article.first_published_at is not None:
        return []
    return [one for limit, period in _stated(article) if (one := _full(article, source, limit, period, at))]


def _stated(article: Article) -> list[tuple[int, str]]:
    """How many of theirs in which time, as confirmed."""
    confirmed = source_terms.proposals_for(article.work).filter(is_confirmed=True)
    said = {
        (codes["max_count"], codes.get("count_period", "")) for codes in confirmed.values_list("codes", flat=True) if "max_count" in codes
    }
    return sorted(said)


def _full(article: Article, source: Source, limit: int, period: str, at: datetime) -> Obstacle | None:
    days = DAYS[period] if period in DAYS else max(DAYS.values())
    rests = Article.objects.filter(work__source=source, work__basis=Basis.SOURCE_TERMS, first_published_at__gt=at - timedelta(days=days))
    # What waits for its moment is counted too: it will be out.
    moments = rests.exclude(pk=article.pk).order_by("-first_published_at").values_list("first_published_at", flat=True)
    newest = [moment for moment in moments[:limit] if moment]
    if len(newest) < limit:
        return None
    message = f"{source} lets us take at most {limit} in one {period or 'time'}, and so many are out or scheduled already."
    free = f"Wait until {newest[-1] + timedelta(days=days):%d %B %Y}, or ask" if newest else "Ask"
    return Obstacle("source_count", "basis", message, f"{free} for a permission for this one.", "rights")
