"""What the desk knows about a use by itself, so that nobody has to type it: the original, offers, money, objections, exits. Reads only."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q

from articles.models import Article, Quotation
from articles.worksheets.sheet import Sheet
from articles.worksheets.subject import Subject
from house.models import House
from rights import exits
from rights.models import Evidence, Grant, Hold, TermProposal, Work
from rights.vocabulary import Basis, HoldKind, RecipientKind, TermKind, Use

#: What an objection to a use leaves behind.
OBJECTIONS = (HoldKind.NOTICE, HoldKind.LEGAL)
#: A source that we use by one of these offers something better than a judgement.
OFFERING = (Basis.CC, Basis.SOURCE_TERMS, Basis.CONTRACT, Basis.WRITTEN_PERMISSION)
#: To whom a judged use may go at all: never to a partner.
WIDEST = (RecipientKind.PUBLIC, RecipientKind.REGISTERED_READER)


def known(subject: Subject, kept: Evidence | None, sheet: Sheet, *, at: datetime) -> dict[str, Any]:
    """Plain JSON that is frozen on the sheet."""
    work = subject.work
    return {
        "original": _original(work, kept),
        "days_since_publication": (at - work.original_published_at).days if work.original_published_at else None,
        "offers": offers(work),
        "objections": [f"{hold.get_kind_display()} hold of {hold.placed_at:%d %b %Y}: {hold.reason}" for hold in _objections(work)],
        "is_author_credited": bool(work.original_author),
        "is_source_credited": work.source_id is not None,
        "has_link": bool(work.original_url),
        "exits": exits_of(sheet),
        **money(at),
    }


def measured(subject: Subject, sheet: Sheet, facts: dict[str, Any], *, at: datetime) -> dict[str, Any]:
    """The measures that no two texts give, under the names of `rights.md` §2."""
    return {
        "source_items_90d": _items(subject, at, days=90),
        "source_items_30d": _items(subject, at, days=30),
        "exits_requested": facts["exits"],
        "recipient_widest": str(RecipientKind.PUBLIC),
        "commercial_signals": facts["commercial_signals"],
        "licence_available": bool(facts["offers"]),
        "objections": facts["objections"],
        **({} if subject.quotation else _pictures(subject.article, sheet)),
    }


def offers(work: Work) -> list[str]:
    """Each licence or republish offer that we know of for this source, in a few words."""
    found = [f"{work.licence}"] if work.licence_id else []
    if work.source_id is None:
        return found
    terms = TermProposal.objects.filter(work__source=work.source_id, kind=TermKind.PERMISSION, is_confirmed=True)
    found += [f"Its terms: “{quote[:160]}”" for quote in terms.order_by("-decided_at").values_list("quote", flat=True)[:1]]
    held = Grant.objects.filter(work__source=work.source_id, basis__in=OFFERING, confirmed_at__isnull=False, revoked_at__isnull=True)
    others = held.exclude(work=work).exclude(basis=Basis.SOURCE_TERMS).order_by("-pk").values_list("basis", flat=True)[:1]
    return [*found, *(f"We hold another of its works by {basis.replace('_', ' ')}." for basis in others)]


def exits_of(sheet: Sheet) -> list[str]:
    """The names of the exits that this sheet asks for."""
    uses = {Use.READ, Use.LIST, Use.EXCERPT} | ({Use.EMAIL} if sheet.allows_mail else set())
    return sorted(door.name for door in exits.every() if door.use in uses)


def money(at: datetime) -> dict[str, Any]:
    """What we earn with, as our profile says it."""
    house = House.objects.in_force(at)
    if house is None:
        return {"signals": [], "commercial_signals": [], "carries_advertising": False}
    return {
        "signals": sorted(map(str, house.signals)),
        "commercial_signals": sorted(map(str, house.counted_signals)),
        "carries_advertising": house.carries_advertising,
    }


def _original(work: Work, kept: Evidence | None) -> dict[str, Any]:
    return {
        "title": work.original_title,
        "author": work.original_author,
        "holder": work.holder,
        "publisher": work.source.name if work.source else "",
        "url": work.original_url,
        "published_at": work.original_published_at and work.original_published_at.isoformat(),
        "kept_copy": kept.sha256 if kept else "",
        "kept_at": kept.obtained_at.isoformat() if kept else "",
    }


def _objections(work: Work) -> list[Hold]:
    if work.source_id is None:
        return []
    return list(Hold.objects.filter(work__source=work.source_id, kind__in=OBJECTIONS).order_by("-placed_at")[:5])


def _items(subject: Subject, at: datetime, *, days: int) -> int:
    """In how many other articles we published something of this source lately, whole or quoted."""
    source = subject.work.source_id
    if source is None:
        return 0
    lately = Article.objects.filter(first_published_at__range=(at - timedelta(days=days), at)).exclude(pk=subject.article.pk)
    quoting = Quotation.objects.standing().filter(work__source=source).values("article")
    return lately.filter(Q(work__source=source) | Q(pk__in=quoting)).count()


def _pictures(article: Article, sheet: Sheet) -> dict[str, Any]:
    """How many of the source's pictures we show, and how large the largest is beside theirs."""
    source = article.work.source_id
    used = [place.asset for place in article.placements.select_related("asset__work") if source and place.asset.work.source_id == source]
    ours = max((asset.width * asset.height for asset in used), default=0)
    theirs = (sheet.original_width or 0) * (sheet.original_height or 0)
    ratio = round(ours / theirs, 4) if used and theirs else None
    return {"images_used": len(used), "images_of_source": sheet.source_images, "pixel_ratio": ratio}
