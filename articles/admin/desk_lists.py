"""The short lists of the desk's first page. Each costs the same however much there is; nobody sees in them what they may not read."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet
from django.utils import timezone

from articles import addresses, ends, reporting, roles
from articles.desk_cards import SHOWN, Card, Line, register
from articles.desk_reading import articles_for
from articles.models import Article, FairUseWorksheet
from articles.vocabulary import WORKING, Act, State

LIST, SHEETS = "/admin/articles/article/", "/admin/articles/fairuseworksheet/"
ENDED = (State.KILLED, State.TAKEN_DOWN, State.SPIKED)


def _lines(found: QuerySet[Article], *, note: str = "updated_at") -> list[Line]:
    rows = found.select_related("section").only("headline", "state", "section__name", "updated_at", "first_published_at")[:SHOWN]
    return [Line(row.headline, addresses.desk_article(row.pk), row.state, str(row.section or ""), getattr(row, note)) for row in rows]


def my_work(user: Any, at: datetime) -> Sequence[Line] | None:
    if not roles.may(user, Act.READ_DRAFTS, is_own=True):
        return None
    return _lines(articles_for(user).touched_by(user).filter(state__in=(*WORKING, State.SCHEDULED)).distinct())


def waiting_for_rights(user: Any, at: datetime) -> Sequence[Line] | None:
    """Sent to the rights desk, or with a worksheet that waits for its second reader."""
    if not roles.may(user, Act.READ_DRAFTS):
        return None
    # A review of what is live waits for its reader, too.
    unread = Q(pk__in=FairUseWorksheet.objects.waiting().values("article"), state__in=(*WORKING, State.SCHEDULED, State.PUBLISHED))
    return _lines(articles_for(user).filter(Q(state=State.RIGHTS) | unread))


def to_judge_again(user: Any, at: datetime) -> Sequence[Line] | None:
    """Worksheets that are due for review, were opened again, or came back from their second reader."""
    if not roles.may(user, Act.READ_DRAFTS):
        return None
    found = FairUseWorksheet.objects.to_judge_again(at).exclude(article__state__in=ENDED).select_related("article")[:SHOWN]
    return [Line(str(row.article), f"{addresses.desk_article(row.article_id)}#worksheet", *_why_again(row)) for row in found]


def _why_again(row: FairUseWorksheet) -> tuple[str, str, datetime | None]:
    if row.approved_at is None:
        return row.outcome, row.outcome_reason[:80], row.written_at
    return ("open again", "", row.reopened_at) if row.reopened_at else ("due", "for review", row.review_due_at)


def ready(user: Any, at: datetime) -> Sequence[Line] | None:
    if not roles.may(user, Act.READ_DRAFTS):
        return None
    return _lines(articles_for(user).filter(state=State.READY))


def scheduled(user: Any, at: datetime) -> Sequence[Line] | None:
    if not roles.may(user, Act.READ_DRAFTS):
        return None
    return _lines(articles_for(user).filter(state=State.SCHEDULED).order_by("first_published_at"), note="first_published_at")


def live_lately(user: Any, at: datetime) -> Sequence[Line] | None:
    if not roles.may(user, Act.READ_DRAFTS, is_own=True):
        return None
    return _lines(articles_for(user).filter(state=State.PUBLISHED).order_by("-first_published_at"), note="first_published_at")


def ending_soon(user: Any, at: datetime) -> Sequence[Line] | None:
    """For those who read every draft: the end of a permission is a desk's matter, not a writer's."""
    if not roles.may(user, Act.READ_DRAFTS):
        return None
    return [
        Line(one.headline, f"{one.url}#rights", "review" if one.is_review else "ends", _then(one), one.ends_at)
        for one in ends.coming(at)[:SHOWN]
    ]


def _then(one: ends.Ending) -> str:
    zone = ZoneInfo(one.time_zone) if one.time_zone else timezone.get_current_timezone()
    return f"Then {one.what}. {one.notice(zone)}".strip()


def to_report(user: Any, at: datetime) -> Sequence[Line] | None:
    """For those who settle it with the owners; no card while nobody waits to be told."""
    if not roles.may(user, Act.CONFIRM_TERMS):
        return None
    found = reporting.waiting(SHOWN)
    return [Line(one.headline, f"{addresses.desk_article(one.pk)}#report", "live", "", one.first_published_at) for one in found] or None


register(Card("mine", "My work", "Nothing of yours is in work.", my_work, LIST, rank=10))
register(Card("rights", "Waiting for the rights desk", "Nothing waits.", waiting_for_rights, f"{LIST}?state=rights", rank=20))
register(Card("ready", "Ready", "Nothing is ready.", ready, f"{LIST}?state=ready", rank=30))
register(Card("scheduled", "Scheduled", "Nothing is scheduled.", scheduled, f"{LIST}?state=scheduled", rank=40))
register(Card("judge", "To be judged again", "No worksheet is due.", to_judge_again, f"{SHEETS}?review=due", rank=25))
register(Card("live", "Live lately", "Nothing is live yet.", live_lately, f"{LIST}?state=published", rank=50))
register(Card("report", "To be reported to the owner", "Nobody waits to be told.", to_report, rank=46))
register(Card("ends", "Ends within thirty days", "No licence ends and no review is due.", ending_soon, rank=45))
