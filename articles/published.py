"""The door: what one recipient may have of what is published, at this moment. Public rooms read articles only here.

Nothing that the decision withholds is in what this module returns, so an exit can't leak it by mistake.
Every function costs a constant number of queries for a page of items, however many articles there are.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from articles import addresses, body, counting
from articles.models import Article, Author, Correction, PublishedVersion, Rendition, Section
from articles.paging import Place
from articles.renditions import Picture, pictures_by_asset
from articles.vocabulary import PubStatus
from rights import records
from rights.decision import decide_page
from rights.facts import ANYWHERE, PUBLIC, Context, Duty, House, Limits, PageDecision, Recipient
from rights.models import Work
from rights.permitted import EVERYTHING, permitted
from rights.vocabulary import EndAction, HoldKind, Reason, Use, Verdict, WorkKind

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "ps", "yi", "dv", "ckb", "sd", "ug"})
#: A picture on more pages than this is looked for on the newest of them.
PAGES_ASKED_FOR_A_PICTURE = 10
#: Uses that never show a text.
TITLES_ONLY = (Use.LIST, Use.INDEX)
SHOWABLE = (Verdict.ALLOW, Verdict.ALLOW_PART)


@dataclass(frozen=True)
class Gone:
    """An article that was public and is not any more. `ended_as` is the state that ended it or, where a right stands against it,
    "legal_hold", "on_hold", "territory", "permission_ended" (where a notice was agreed for its end) or "expired".
    """

    urn: str
    ended_as: str
    public_reason: str
    original_url: str = ""


@dataclass(frozen=True)
class CorrectionNote:
    kind: str
    note: str
    at: datetime


@dataclass(frozen=True)
class Shown:
    """One version as one recipient may have it.

    `body` is HTML: the whole text, or only the permitted excerpt where `is_excerpt` is true, or "" for a list.
    `pictures` are only those whose own rights allow this use. `frozen` is the record for `attribution`.
    """

    version_id: int
    article_id: int
    work_id: int
    urn: str
    path: str
    url: str
    language: str
    direction: str
    headline: str
    dek: str
    body: str
    is_excerpt: bool
    dateline: str
    section: tuple[str, str] | None
    tags: tuple[tuple[str, str], ...]
    frozen: dict[str, Any]
    pictures: tuple[Picture, ...]
    decision: PageDecision
    first_published_at: datetime
    visible_from: datetime
    number: int
    corrections: tuple[CorrectionNote, ...] = field(default=())

    @property
    def place(self) -> Place:
        """Where it stands in a list."""
        return Place(self.visible_from, self.version_id)

    @property
    def text_duties(self) -> tuple[Duty, ...]:
        """What is owed for the text alone: for an exit that sends no pictures along."""
        return next(decision.duties for decision in self.decision.decisions if decision.work_id == self.work_id)

    @property
    def fingerprint(self) -> str:
        """Changes whenever what this recipient gets changes: for validators."""
        duties = ";".join(f"{duty.obligation}={duty.value}" for duty in self.decision.duties)
        dropped = ",".join(map(str, sorted(self.decision.dropped)))
        return f"{self.urn}/{self.number}/{self.decision.verdict}/{self.decision.reason}/{dropped}/{duties}"


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
    return None if decision.reason is Reason.EMBARGOED else _refused(version, decision)


def _refused(version: PublishedVersion, decision: PageDecision) -> Gone:
    """A legal hold leads nobody to the original either."""
    if decision.hold is HoldKind.LEGAL:
        return Gone(version.article.urn, "legal_hold", "")
    ended_as = "expired"
    if decision.hold:
        ended_as = "on_hold"
    elif decision.reason is Reason.TERRITORY:
        ended_as = "territory"
    elif decision.end_action is EndAction.NOTICE_PAGE:
        ended_as = "permission_ended"
    return Gone(version.article.urn, ended_as, "", _original_url(version))


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


def decision_for(
    version_id: int, use: Use, recipient: Recipient, *, at: datetime, context: Context = ANYWHERE
) -> PageDecision | None:
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
    """The decision for each version, refusals too: for exits and for those who must say why not. `house` where the caller has it."""
    house = house or records.house_facts(at)
    works = records.work_facts(
        {work for version in versions for work in _work_ids(version)},
        {version.work_id: counting.of_text(version.article) for version in versions},
    )
    shown = counting.showings(works.values())

    def decide(version: PublishedVersion) -> PageDecision:
        used = counting.for_article((works[pk] for pk in _work_ids(version)), version.article_id, shown)
        return decide_page(used, use, recipient, at=at, house=house, context=context)

    return [(version, decide(version)) for version in versions]


def _work_ids(version: PublishedVersion) -> list[int]:
    return [version.work_id, *(picture["work"] for picture in version.frozen.get("pictures", ()))]


def _with_relations(versions: QuerySet[PublishedVersion], use: Use = Use.READ) -> QuerySet[PublishedVersion]:
    """The versions with what showing them takes, and without the texts that this use never shows."""
    unread = ["article__body", "article__ed_note", "ed_note", *(("body", "excerpt") if use in TITLES_ONLY else ())]
    return versions.select_related("article", "section").prefetch_related("article__corrections__version").defer(*unread)


def admitted_assets(version: PublishedVersion, decision: PageDecision) -> list[int]:
    return [picture["asset"] for picture in version.frozen.get("pictures", ()) if picture["work"] not in decision.dropped]


def show(version: PublishedVersion, decision: PageDecision, use: Use, pictures: dict[int, Picture]) -> Shown:
    admitted = admitted_assets(version, decision)
    is_excerpt = decision.verdict is Verdict.ALLOW_PART
    article = version.article
    return Shown(
        version_id=version.pk,
        work_id=version.work_id,
        article_id=article.pk,
        urn=article.urn,
        path=version.path,
        url=addresses.article(version.path),
        language=version.language,
        direction="rtl" if version.language.split("-")[0] in RIGHT_TO_LEFT else "ltr",
        headline=version.headline,
        dek=version.dek,
        body="" if use in TITLES_ONLY else _text(version, decision, admitted),
        is_excerpt=is_excerpt,
        dateline=version.dateline,
        section=(version.section.name, version.section.slug) if version.section else None,
        tags=tuple((tag["name"], tag["slug"]) for tag in version.frozen.get("tags", ())),
        frozen=version.frozen,
        pictures=tuple(
            _placed(picture, pictures[picture["asset"]])
            for picture in version.frozen.get("pictures", ())
            if picture["asset"] in pictures and picture["asset"] in admitted
        ),
        decision=decision,
        first_published_at=article.first_published_at or version.visible_from,
        visible_from=version.visible_from,
        number=version.number,
        corrections=tuple(_notes(article.corrections.all(), version)),
    )


def _text(version: PublishedVersion, decision: PageDecision, admitted: list[int]) -> str:
    if decision.verdict is Verdict.ALLOW:
        return body.without_pictures(version.body, keep=admitted)
    # A caption belongs to its picture, which an excerpt doesn't bring along and which may itself be withheld.
    whole = body.to_text(body.without_pictures(version.body, keep=()))
    limit, text = _characters(decision.limits, whole), version.excerpt or whole
    # No characters at all: the title and the link. An excerpt without a limit: none that we cut ourselves.
    if limit == 0 or (limit is None and not version.excerpt):
        return ""
    return body.paragraphs_to_html([body.first_characters(text, limit) if limit else text])


def _characters(limits: Limits, whole: str) -> int | None:
    """The narrower of a length and a share of the whole text; None where neither is set."""
    share = None if limits.max_share is None else int(limits.max_share * len(whole))
    return min((length for length in (limits.max_chars, share) if length is not None), default=None)


def _placed(frozen: dict[str, Any], picture: Picture) -> Picture:
    return picture.placed(caption=frozen["caption"], alt=frozen["alt"], credit=frozen["credit"])


def _notes(corrections: Iterable[Correction], version: PublishedVersion) -> Iterable[CorrectionNote]:
    return (CorrectionNote(note.kind, note.note, note.at) for note in corrections if note.version.number <= version.number)


def _original_url(version: PublishedVersion) -> str:
    return (version.frozen.get("original") or {}).get("url", "")
