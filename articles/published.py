"""The door: what one recipient may have of what is published, at this moment. Public rooms read articles only here.

Nothing that the decision withholds is in what this module returns (`showing`), so an exit can't leak it by mistake.
Every function costs a constant number of queries for a page of items, however many articles there are.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from django.db.models import Exists, OuterRef, Q, QuerySet

from articles import counting, fetching, quoted
from articles.models import Article, Author, PublishedVersion, Rendition, Section
from articles.paging import Place
from articles.renditions import pictures_by_asset
from articles.showing import TITLES_ONLY, CorrectionNote, Gone, Shown, admitted_assets, gone, show
from articles.vocabulary import PubStatus
from rights import records
from rights.decision import decide_page
from rights.facts import ANYWHERE, PUBLIC, Context, House, PageDecision, Recipient
from rights.models import Work
from rights.permitted import EVERYTHING, permitted
from rights.vocabulary import SHOWABLE, Reason, Use, WorkKind

__all__ = [
    "PUBLIC", "AuthorCard", "CorrectionNote", "Gone", "Page", "Place", "Shown", "admit", "admitted_assets", "at_path", "author_card",
    "by_ids", "decide_all", "decision_for", "moved_to", "newest", "page", "rendition", "sections", "show",
]  # fmt: skip

#: A picture on more pages than this is looked for on the newest of them.
PAGES_ASKED_FOR_A_PICTURE = 10


@dataclass(frozen=True)
class AuthorCard:
    """What readers may know of somebody who is credited. Whether anything of theirs is public is `newest`'s to say."""

    name: str
    kind: str
    biography: str
    home_url: str


def sections() -> list[tuple[str, str]]:
    """Name and slug of each section, in the desk's order."""
    return list(Section.objects.values_list("name", "slug"))


def author_card(slug: str) -> AuthorCard | None:
    author = Author.objects.filter(slug=slug).first()
    return AuthorCard(author.name, author.kind, author.biography, author.home_url) if author else None


def at_path(path: str, recipient: Recipient = PUBLIC, *, at: datetime, context: Context = ANYWHERE) -> Shown | Gone | None:
    """The article at `<yyyy>/<mm>/<slug>` as this recipient may read it; Gone with the reason.

    None where nothing was ever public, and for what is not public yet: anything else would tell that it exists.
    """
    version = _with_relations(PublishedVersion.objects.visible(at).filter(path=path)).first()
    if version is None:
        return None
    if version.pub_status != PubStatus.USABLE:
        return Gone(version.article.urn, version.ended_as, version.public_reason)
    [(_version, decision)] = decide_all([version], Use.READ, recipient, at=at, context=context)
    if decision.verdict in SHOWABLE:
        return show(version, decision, Use.READ, pictures_by_asset(admitted_assets(version, decision)))
    return None if decision.reason is Reason.EMBARGOED else gone(version, decision)


def rendition(
    asset_id: int, content_hash: str, width: int, extension: str, recipient: Recipient = PUBLIC, *, at: datetime
) -> Rendition | None:
    """The file at a picture's address, where a page that shows it may be read by this recipient now; else None."""
    wanted = {"asset": asset_id, "content_hash": content_hash, "width": width, "extension": extension}
    found = Rendition.objects.filter(**wanted).first()
    if found is None:
        return None
    versions = _with_relations(PublishedVersion.objects.visible(at).usable().filter(assets=asset_id))[:PAGES_ASKED_FOR_A_PICTURE]
    shown = admit(list(versions), Use.READ, recipient, at=at)
    return found if any(picture.asset_id == asset_id for page in shown for picture in page.pictures) else None


def moved_to(path: str) -> str | None:
    """The present path of an article that once stood at `path`."""
    return Article.objects.filter(old_addresses__path=path).values_list("path", flat=True).first()


@dataclass(frozen=True)
class Page:
    """A part of a list, newest first. `newer` and `older` are where the next parts begin, None where there is none."""

    shown: tuple[Shown, ...]
    newer: Place | None = None
    older: Place | None = None


def newest(
    use: Use = Use.LIST,
    recipient: Recipient = PUBLIC,
    *,
    at: datetime,
    limit: int,
    section: str = "",
    tag: str = "",
    author: str = "",
    context: Context = ANYWHERE,
) -> list[Shown]:
    """The newest versions that this recipient may have in this use, newest first. Reads on until the page is full."""
    wanted = _selected(section, tag, author, at).order_by("-visible_from", "-pk")
    return _read_on(wanted, use, recipient, at=at, limit=limit, context=context)


def page(
    use: Use = Use.LIST,
    recipient: Recipient = PUBLIC,
    *,
    at: datetime,
    limit: int,
    section: str = "",
    tag: str = "",
    author: str = "",
    before: Place | None = None,
    after: Place | None = None,
    context: Context = ANYWHERE,
) -> Page:
    """As `newest`, from a place on: what is older than `before`, or what is just newer than `after`; one of them or none."""
    wanted = _selected(section, tag, author, at)
    read_on = partial(_read_on, use=use, recipient=recipient, at=at, context=context)
    if after:
        found = read_on(_newer_than(wanted, after), limit=limit + 1)
        shown, is_more = tuple(reversed(found[:limit])), len(found) > limit
        has_older = bool(shown) and bool(read_on(_older_than(wanted, shown[-1].place), limit=1))
        return Page(shown, shown[0].place if is_more else None, shown[-1].place if has_older else None)
    found = read_on(_older_than(wanted, before), limit=limit + 1)
    shown = tuple(found[:limit])
    has_newer = before is not None and bool(shown) and bool(read_on(_newer_than(wanted, shown[0].place), limit=1))
    return Page(shown, shown[0].place if has_newer else None, shown[-1].place if len(found) > limit else None)


def _older_than(wanted: QuerySet[PublishedVersion], place: Place | None) -> QuerySet[PublishedVersion]:
    if place:
        wanted = wanted.filter(Q(visible_from__lt=place.at) | Q(visible_from=place.at, pk__lt=place.version_id))
    return wanted.order_by("-visible_from", "-pk")


def _newer_than(wanted: QuerySet[PublishedVersion], place: Place) -> QuerySet[PublishedVersion]:
    return wanted.filter(Q(visible_from__gt=place.at) | Q(visible_from=place.at, pk__gt=place.version_id)).order_by("visible_from", "pk")


def _read_on(
    wanted: QuerySet[PublishedVersion], use: Use, recipient: Recipient, *, at: datetime, limit: int, context: Context
) -> list[Shown]:
    """The first `limit` of these that the recipient may have: the query leaves out what plainly may not be shown, the decision the rest."""
    house = records.house_facts(at)
    condition = permitted(use, recipient, at=at, house=house, context=context)
    narrowed = _with_relations(wanted if condition == EVERYTHING else _narrowed(wanted, condition, at), use)
    found: list[Shown] = []
    offset, step = 0, limit
    while len(found) < limit:
        versions = list(narrowed[offset : offset + step])
        found += admit(versions, use, recipient, at=at, context=context, house=house)
        if len(versions) < step:
            break
        offset, step = offset + step, limit * 2
    return found[:limit]


def _narrowed(wanted: QuerySet[PublishedVersion], condition: Q, at: datetime) -> QuerySet[PublishedVersion]:
    begun = Q(article__embargoed_until__isnull=True) | Q(article__embargoed_until__lte=at)
    going_on = Q(article__expires_at__isnull=True) | Q(article__expires_at__gt=at)
    works = Work.objects.filter(condition, pk=OuterRef("work_id"))
    # A page whose first work is no text stands and falls with another of its works.
    return wanted.filter(Q(Exists(works)) & begun & going_on | ~Q(work__kind=WorkKind.TEXT))


def _selected(section: str, tag: str, author: str, at: datetime) -> QuerySet[PublishedVersion]:
    wanted = PublishedVersion.objects.visible(at).usable()
    if section:
        wanted = wanted.filter(section__slug=section)
    if tag:
        wanted = wanted.filter(tags__slug=tag)
    if author:
        wanted = wanted.filter(authors__slug=author)
    return wanted


def by_ids(version_ids: Iterable[int], use: Use, recipient: Recipient, *, at: datetime, context: Context = ANYWHERE) -> list[Shown]:
    """These versions as far as this recipient may have them, newest first. Ones no longer shown to anybody are left out."""
    wanted = PublishedVersion.objects.visible(at).usable().filter(pk__in=list(version_ids)).order_by("-visible_from", "-pk")
    return admit(list(_with_relations(wanted, use)), use, recipient, at=at, context=context)


def decision_for(version_id: int, use: Use, recipient: Recipient, *, at: datetime, context: Context = ANYWHERE) -> PageDecision | None:
    """What is decided for one version, refusals too, for those who must say why not; None where it is not the one shown now."""
    versions = _with_relations(PublishedVersion.objects.visible(at).usable().filter(pk=version_id), use)
    decided = decide_all(list(versions), use, recipient, at=at, context=context)
    return decided[0][1] if decided else None


def admit(
    versions: Sequence[PublishedVersion],
    use: Use,
    recipient: Recipient,
    *,
    at: datetime,
    context: Context = ANYWHERE,
    house: House | None = None,
) -> list[Shown]:
    """Decide each version and keep what this recipient may have, in the order given."""
    decided = decide_all(versions, use, recipient, at=at, context=context, house=house)
    allowed = [(version, decision) for version, decision in decided if decision.verdict in SHOWABLE]
    pictures = pictures_by_asset(asset for version, decision in allowed for asset in admitted_assets(version, decision))
    return [show(version, decision, use, pictures) for version, decision in allowed]


def decide_all(
    versions: Sequence[PublishedVersion],
    use: Use,
    recipient: Recipient,
    *,
    at: datetime,
    context: Context = ANYWHERE,
    house: House | None = None,
) -> list[tuple[PublishedVersion, PageDecision]]:
    """The decision for each version, refusals too: for exits and for those who must say why not. `house` where the caller has it.

    What is sent out goes without pictures whose files not everybody may fetch.
    """
    house = house or records.house_facts(at)
    works = records.work_facts(
        {work for version in versions for work in version.work_ids},
        {work: when for version in versions for work, when in _publications(version)},
    )
    shown = counting.showings(works.values())

    def decide(version: PublishedVersion) -> PageDecision:
        used = counting.for_article((works[pk] for pk in version.work_ids), version.article_id, shown)
        asked = counting.as_part_of_the_text(used, quoted.needed(version))
        decision = decide_page(asked, use, recipient, at=at, house=house, context=context)
        pictures = [picture["work"] for picture in version.frozen.get("pictures", ())] if use is Use.SYNDICATE else []
        if not pictures:
            return decision
        return fetching.without_closed_files(decision, decide_page(asked, Use.READ, PUBLIC, at=at, house=house), pictures)

    return [(version, decide(version)) for version in versions]


def _publications(version: PublishedVersion) -> Iterator[tuple[int, records.Publication]]:
    yield version.work_id, counting.of_text(version.article)
    yield from ((one["work"], counting.of_quotation(version.article)) for one in quoted.frozen_in(version))


def _with_relations(versions: QuerySet[PublishedVersion], use: Use = Use.READ) -> QuerySet[PublishedVersion]:
    """The versions with what showing them takes, and without the texts that this use never shows."""
    unread = ["article__body", "article__ed_note", "ed_note", *(("body", "excerpt") if use in TITLES_ONLY else ())]
    return versions.select_related("article", "section").prefetch_related("article__corrections__version").defer(*unread)
