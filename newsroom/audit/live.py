"""What an audit looks at: live versions and those that wait for their time, a few hundred at once, with all that is recorded of them.

A constant number of queries for each portion, however much there is.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from articles import published
from articles.models import Credit, PublishedVersion, Revision
from articles.vocabulary import PubStatus
from rights.facts import PUBLIC, PageDecision
from rights.models import Grant, Hold, LedgerEntry, Work
from rights.vocabulary import SHOWABLE, Use

PORTION = 500
UNREAD = ("article__body", "article__ed_note", "ed_note")


@dataclass
class Portion:
    """Some versions and the rows around them, by the id of the work or article that they hang on."""

    versions: list[PublishedVersion]
    works: dict[int, Work]
    grants: dict[int, list[Grant]]
    holds: dict[int, list[Hold]]
    ledger: dict[int, list[LedgerEntry]]
    credits: dict[int, list[Credit]]
    newest: dict[int, Revision]
    evidenced: set[int] = field(default_factory=set)

    def works_of(self, version: PublishedVersion) -> list[Work]:
        return [self.works[pk] for pk in work_ids(version) if pk in self.works]


def work_ids(version: PublishedVersion) -> list[int]:
    return version.work_ids


def standing(at: datetime) -> QuerySet[PublishedVersion]:
    """The versions that the public sees now or will see."""
    not_over = Q(superseded_from__isnull=True) | Q(superseded_from__gt=at)
    return PublishedVersion.objects.usable().filter(not_over, voided_at__isnull=True)


def portions(at: datetime, *, after: int = 0) -> Iterator[Portion]:
    """All of them, by their ids."""
    wanted = standing(at).select_related("article", "clearance", "revision").defer(*UNREAD).order_by("pk")
    while versions := list(wanted.filter(pk__gt=after)[:PORTION]):
        yield _loaded(versions)
        after = versions[-1].pk


def withdrawn(at: datetime) -> QuerySet[PublishedVersion]:
    """The articles that were public and are not any more."""
    return PublishedVersion.objects.visible(at).exclude(pub_status=PubStatus.USABLE).only("article_id", "path").order_by("pk")


def shown_now(use: Use, **wanted: Any) -> list[tuple[PublishedVersion, PageDecision]]:
    """Those of the wanted that the public may have at this instant: asked where something looks wrong, as an audit takes time."""
    at = timezone.now()
    rows = PublishedVersion.objects.visible(at).usable().filter(**wanted).select_related("article")
    decided = published.decide_all(list(rows), use, PUBLIC, at=at)
    return [(version, decision) for version, decision in decided if decision.verdict in SHOWABLE]


def _loaded(versions: list[PublishedVersion]) -> Portion:
    works = {pk for version in versions for pk in work_ids(version)}
    articles = [version.article_id for version in versions]
    grants = _by("work_id", Grant.objects.filter(work__in=works))
    standing_grants = [grant.pk for rows in grants.values() for grant in rows if grant.revoked_at is None]
    return Portion(
        versions,
        works=Work.objects.in_bulk(works),
        grants=grants,
        holds=_by("work_id", Hold.objects.filter(work__in=works)),
        ledger=_by("work_id", LedgerEntry.objects.filter(work__in=works).order_by("number")),
        credits=_by("article_id", Credit.objects.filter(article__in=articles)),
        newest=_newest_revisions(articles),
        evidenced=set(Grant.evidence.through.objects.filter(grant__in=standing_grants).values_list("grant_id", flat=True)),
    )


def _by(name: str, rows: Iterable[Any]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[getattr(row, name)].append(row)
    return found


def _newest_revisions(articles: list[int]) -> dict[int, Revision]:
    rows = Revision.objects.filter(article__in=articles).only("article_id", "number", "snapshot").order_by("number")
    return {row.article_id: row for row in rows}
