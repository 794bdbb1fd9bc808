"""Terms that want to be told of a use: where a report is owed, and the mark that it was sent.

The mark is an entry in the ledger. Who is told, and how, is for the person to do; nothing is sent from here.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q

from articles import drafting, roles
from articles.models import Article
from articles.refusals import MoveRefused, Obstacle
from articles.vocabulary import Act, State
from rights import ledger
from rights.models import Grant, LedgerEntry
from rights.vocabulary import Obligation

#: The ledger's word for it.
REPORTED = "use_reported"


@dataclass(frozen=True)
class Report:
    """Of one article: whom the terms name to be told, "" where they name nobody, and when it was told; None means not yet."""

    to: str
    told_at: datetime | None


def of(article: Article) -> Report | None:
    """None where no permission that this article rests on asks for a report. Two queries, four where one is owed."""
    grants = list(_asking(_work_ids(article)))
    if not grants:
        return None
    told = _told([article.pk]).get(article.pk, {})
    open_ones = [grant for grant in grants if grant.work_id not in told]
    names = dict.fromkeys(grant.contact or grant.granted_by for grant in open_ones or grants)
    return Report(", ".join(filter(None, names)), None if open_ones else max(told.values()))


def report(article_id: int, *, by: Any, at: datetime) -> None:
    """Mark that the owner was told. Raises MoveRefused for other roles, before it is live, where none is owed, and a second time."""
    role = roles.check(by, Act.CONFIRM_TERMS)
    with transaction.atomic():
        article = drafting.lock(article_id)
        found = of(article)
        if found is None or found.told_at is not None:
            raise MoveRefused(
                Obstacle("no_report_owed", "rights", "No report of this use is waiting.", "Nothing needs to be done.", "rights")
            )
        if article.state != State.PUBLISHED:
            raise MoveRefused(Obstacle("not_live", "rights", "There is no use to report yet.", "Publish it first.", "rights"))
        told = _told([article.pk]).get(article.pk, {})
        for work_id in sorted({grant.work_id for grant in _asking(_work_ids(article))} - told.keys()):
            work = article.work if work_id == article.work_id else _picture_work(article, work_id)
            ledger.append(work, REPORTED, by=by, role=role, at=at, article=article.pk)


def waiting(limit: int) -> list[Article]:
    """Live articles of which somebody wants to be told and was not, the longest live first. Three queries."""
    works = {grant.work_id for grant in _asking(None)}
    resting = Q(work__in=works) | Q(placements__asset__work__in=works)
    live = Article.objects.filter(resting, state=State.PUBLISHED).distinct().prefetch_related("placements__asset")
    articles = list(live.only("headline", "work_id", "first_published_at").order_by("first_published_at", "pk"))
    told = _told([article.pk for article in articles])
    return [article for article in articles if (set(_works(article)) & works) - told.get(article.pk, {}).keys()][:limit]


def _asking(works: Sequence[int] | None) -> Iterable[Grant]:
    """Permissions that stand and ask for a report; of these works, or of all."""
    standing = Grant.objects.filter(confirmed_at__isnull=False, revoked_at__isnull=True, obligations__icontains=str(Obligation.REPORT_USE))
    return standing if works is None else standing.filter(work__in=works)


def _told(articles: Sequence[int]) -> dict[int, dict[int, datetime]]:
    """By article and work: when a report was marked."""
    found: dict[int, dict[int, datetime]] = defaultdict(dict)
    if articles:
        for entry in LedgerEntry.objects.filter(act=REPORTED, details__article__in=articles):
            if entry.work_id is not None:
                found[entry.details["article"]][entry.work_id] = entry.at
    return found


def _work_ids(article: Article) -> list[int]:
    return [article.work_id, *article.placements.values_list("asset__work", flat=True)]


def _works(article: Article) -> list[int]:
    return [article.work_id, *(place.asset.work_id for place in article.placements.all())]


def _picture_work(article: Article, work_id: int) -> Any:
    return article.placements.select_related("asset__work").filter(asset__work=work_id)[0].asset.work
