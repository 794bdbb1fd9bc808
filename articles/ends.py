"""What ends soon: the permissions and judgements that rest under something live, thirty days ahead.

Warns only. What happens at the end is the decision's, at that second, at every exit, whether anybody read the warning or not.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import F, Q, QuerySet

from articles import addresses
from articles.models import PublishedVersion
from articles.vocabulary import Role
from house import mail
from house.models import House
from house.profile import zone_of
from rights.models import Grant
from rights.vocabulary import EndAction

AHEAD = timedelta(days=30)
AT_ONCE = 500
#: Who can renew a permission, or decide what stands instead.
WARNED = (Role.RIGHTS_DESK, Role.CHIEF)
WHAT_HAPPENS = {
    EndAction.WITHDRAW: "it goes from every exit",
    EndAction.EXCERPT: "only an excerpt stays",
    EndAction.NOTICE_PAGE: "a notice stands in its place",
}
PART_GOES = "one of its pictures or quotations is left out"
IS_DUE = "its judgement must be read again, or it goes from all exits but the page, and then from the page"


@dataclass(frozen=True)
class Ending:
    """One permission under one live article. `what` follows the moment in a sentence: "…, then only an excerpt stays".

    `notice_by`: until when whoever wants it otherwise has to say so, where the contract sets a time of notice.
    """

    grant_id: int
    article_id: int
    headline: str
    ends_at: datetime
    what: str
    is_review: bool
    time_zone: str = ""
    notice_by: datetime | None = None

    @property
    def url(self) -> str:
        return addresses.desk_article(self.article_id)

    def notice(self, zone: tzinfo) -> str:
        """Until when notice has to be given, in a sentence; "" where no time of notice is set."""
        return f"Notice is due by {self.notice_by.astimezone(zone):%d %B %Y}." if self.notice_by else ""


def coming(at: datetime) -> list[Ending]:
    """What ends within thirty days under what is live or scheduled, the first to end first. Four queries, however much there is.

    Where a contract sets a time of notice, thirty days before notice has to be given.
    """
    return _endings([*_ending_soon(at)[:AT_ONCE], *_notice_soon(at)], at)


def warn(at: datetime) -> int:
    """Write one letter to each person of the rights desk and each chief about what they were not warned of yet; return how many things."""
    with transaction.atomic():
        # Who was told of the notice is told of the end once more.
        early = Q(end_warned_at__lt=F("valid_to") - AHEAD, notice_days__gt=0)
        grants = list(_ending_soon(at).filter(Q(end_warned_at__isnull=True) | early).select_for_update()[:AT_ONCE])
        grants += [grant for grant in _notice_soon(at) if grant.end_warned_at is None]
        endings = _endings(grants, at)
        if endings:
            _write_letters(endings, at)
            Grant.objects.filter(pk__in={ending.grant_id for ending in endings}).update(end_warned_at=at)
    return len(endings)


def _ending_soon(at: datetime) -> QuerySet[Grant]:
    until = at + AHEAD
    soon = Q(valid_to__gt=at, valid_to__lte=until) | Q(review_due_at__gt=at, review_due_at__lte=until)
    return Grant.objects.filter(soon, confirmed_at__isnull=False, revoked_at__isnull=True).order_by("valid_to", "review_due_at", "pk")


def _notice_soon(at: datetime) -> list[Grant]:
    """What ends later, but has to be given notice of within thirty days."""
    later = Grant.objects.filter(valid_to__gt=at + AHEAD, notice_days__gt=0, confirmed_at__isnull=False, revoked_at__isnull=True)
    return [grant for grant in later if grant.notice_by and grant.notice_by <= at + AHEAD][:AT_ONCE]


def _endings(grants: Iterable[Grant], at: datetime) -> list[Ending]:
    by_work: dict[int, list[Grant]] = {}
    for grant in grants:
        by_work.setdefault(grant.work_id, []).append(grant)
    found = [
        _ending(grant, version)
        for version in _standing(by_work, at)
        for work in {*version.work_ids, *(asset.work_id for asset in version.assets.all())} & by_work.keys()
        for grant in by_work[work]
    ]
    return sorted({(one.grant_id, one.article_id): one for one in found}.values(), key=lambda one: (one.ends_at, one.article_id))


def _standing(works: Iterable[int], at: datetime) -> QuerySet[PublishedVersion]:
    """What is shown now or waits for its moment, and rests on one of these works."""
    current = Q(superseded_from__isnull=True) | Q(superseded_from__gt=at)
    versions = PublishedVersion.objects.usable().filter(current, voided_at__isnull=True)
    wanted = list(works)
    resting = versions.filter(Q(work__in=wanted) | Q(assets__work__in=wanted) | Q(article__quotations__work__in=wanted)).distinct()
    return resting.only("article_id", "headline", "work_id", "frozen").prefetch_related("assets")


def _ending(grant: Grant, version: PublishedVersion) -> Ending:
    is_review = grant.valid_to is None
    ends_at = grant.review_due_at if is_review else grant.valid_to
    assert ends_at is not None
    what = IS_DUE if is_review else WHAT_HAPPENS[EndAction(grant.end_action)] if grant.work_id == version.work_id else PART_GOES
    return Ending(grant.pk, version.article_id, version.headline, ends_at, what, is_review, grant.time_zone, grant.notice_by)


def _write_letters(endings: list[Ending], at: datetime) -> None:
    house = House.objects.in_force(at)
    text = _letter(endings, zone_of(house))
    subject = "One permission ends soon" if len(endings) == 1 else f"{len(endings)} permissions end soon"
    people = get_user_model().objects.filter(groups__name__in=[str(role) for role in WARNED], is_active=True).exclude(email="").distinct()
    for person in people:
        mail.queue(person.email, subject, text, key=f"ends:{person.pk}:{at.isoformat()}", at=at)


def _letter(endings: list[Ending], zone: ZoneInfo) -> str:
    lead = "These permissions end within thirty days. Renew them, or choose what shall stand instead."
    return "\n\n".join([lead, *(_paragraph(ending, zone) for ending in endings)]) + "\n"


def _paragraph(ending: Ending, zone: ZoneInfo) -> str:
    contracts = ZoneInfo(ending.time_zone) if ending.time_zone else zone
    moment = f"{ending.ends_at.astimezone(contracts):%d %B %Y, %H:%M} ({contracts.key})"
    notice = f"  {ending.notice(contracts)}\n" if ending.notice_by else ""
    return f"{moment}: {ending.headline}\n  Then {ending.what}.\n{notice}  {addresses.absolute(ending.url)}"
