"""Is this ours? What comes in is compared with what we published and with what we took in before: by id, address and text.

Answers with facts: which article, by which signs, how much of the text, and what became of it. What to do about it is
for the room that asks. A translation is recognised by its id and address alone.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Count, OuterRef, Subquery

from articles import body, signs
from articles.models import Article, Fingerprint, OldAddress, PublishedVersion, Revision
from articles.overlap import fingerprints, sameness
from articles.overlap.sameness import Sameness
from articles.vocabulary import WITHDRAWN, VersionKind
from rights.vocabulary import OWN, Whose

#: So many articles are compared word by word, and of each so many versions: those with most hits.
MOST_ARTICLES = 5
MOST_TEXTS = 2


class Sign(StrEnum):
    """How something was recognised. `SAID` is an address that its words call the original's, `LINK` one that they only name."""

    ID = "id"
    ADDRESS = "address"
    TEXT = "text"
    SAID = "said"
    LINK = "link"


@dataclass(frozen=True)
class Incoming:
    """What is asked about. `addresses` are those at which it stands or declares to stand; `said` what its words call the original.

    `raw` is all that arrived, markup included, in which ids and links are looked for; `text` is the story's words.
    """

    text: str = ""
    ids: frozenset[UUID] = frozenset()
    addresses: tuple[str, ...] = ()
    said: str = ""
    raw: str = ""


@dataclass(frozen=True)
class Recognised:
    """One article of ours that this is, or that it uses. `version` is the number of the one that is most alike, None for a draft."""

    article: Article
    signs: frozenset[Sign]
    sameness: Sameness = field(default=Sameness())
    version: int | None = None
    withdrawn_at: datetime | None = None

    @property
    def is_own(self) -> bool:
        """Our own work; else another's that we took in."""
        return self.article.work.whose == Whose.OURS or self.article.work.basis in OWN

    @property
    def is_withdrawn(self) -> bool:
        return self.article.state in WITHDRAWN

    @property
    def is_by_name(self) -> bool:
        """It says itself that it is this one."""
        return bool(self.signs & {Sign.ID, Sign.ADDRESS})


@dataclass(frozen=True)
class _Text:
    article_id: int
    version: int | None
    html: str


def recognise(incoming: Incoming) -> list[Recognised]:
    """What of ours this is, the most alike first. At most seven queries, however much we have."""
    by_name = _by_ids(incoming)
    for article_id, found in _by_addresses(incoming).items():
        by_name[article_id] = by_name.get(article_id, frozenset()) | found
    alike = _alike(incoming.text)
    articles = _articles(by_name.keys() | alike.keys())
    recognised = [_recognised(article, by_name.get(article.pk, frozenset()), alike.get(article.pk)) for article in articles]
    return sorted(recognised, key=lambda one: (-one.sameness.share_of_new, not one.is_by_name, one.article.pk))


def at_address(address: str) -> Recognised | None:
    """The story of ours that an address leads to. Three queries, none for an address of another site."""
    path = signs.path_of(address, settings.SITE_URL)
    articles = _articles(_at({path}).values()) if path else []
    return next((_recognised(article, frozenset({Sign.ADDRESS}), None) for article in articles), None)


def words_of(found: Recognised) -> str:
    """As HTML, the words that it was compared with. One query."""
    if found.version is None:
        return found.article.revisions.filter(number=1).values_list("body", flat=True).first() or ""
    return str(found.article.versions.values_list("body", flat=True).get(number=found.version))


def _by_ids(incoming: Incoming) -> dict[int, frozenset[Sign]]:
    """One id makes it that story; a page that holds several is a list, and says nothing about itself."""
    wanted = incoming.ids | signs.ids_in(incoming.raw)
    found = dict(Article.objects.filter(public_id__in=_some(wanted)).values_list("pk", "public_id")) if wanted else {}
    given = [pk for pk, public_id in found.items() if public_id in incoming.ids]
    sure = given or (list(found) if len(found) == 1 else [])
    return {pk: frozenset({Sign.ID if pk in sure else Sign.LINK}) for pk in found}


def _by_addresses(incoming: Incoming) -> dict[int, frozenset[Sign]]:
    site = settings.SITE_URL
    own = {path for address in incoming.addresses if (path := signs.path_of(address, site))}
    said = signs.path_of(incoming.said, site)
    links = signs.paths_in(incoming.raw, site)
    found: dict[int, frozenset[Sign]] = {}
    for path, article_id in _at({*own, said, *links} - {""}).items():
        sign = Sign.ADDRESS if path in own else Sign.SAID if path == said else Sign.LINK
        found[article_id] = found.get(article_id, frozenset()) | {sign}
    return found


def _at(paths: set[str]) -> dict[str, int]:
    """Which article stands, or stood, at each of these paths. Two queries."""
    if not paths:
        return {}
    wanted = _some(paths)
    once = OldAddress.objects.filter(path__in=wanted).values_list("path", "article_id")
    now = Article.objects.filter(path__in=wanted).values_list("path", "pk")
    return {str(path): pk for path, pk in (*once, *now)}


def _some(wanted: Iterable[Any]) -> list[Any]:
    return sorted(wanted)[: signs.MOST]


def _alike(text: str) -> dict[int, tuple[int | None, Sameness]]:
    """By article: the version whose words the text shares most of, and how much."""
    new = sameness.read(text)
    asked = fingerprints.asked_of(new)
    hits = _hits(asked) if asked else {}
    found: dict[int, tuple[int | None, Sameness]] = {}
    for known in _texts(hits):
        compared = sameness.compare(new, sameness.known(*body.marked_text(known.html)))
        best = found.get(known.article_id)
        if best is None or (compared.words, known.version or 0) > (best[1].words, best[0] or 0):
            found[known.article_id] = (known.version, compared)
    return found


def _hits(asked: Iterable[int]) -> dict[int, list[int | None]]:
    """The articles that hold most of these hashes, and of each the versions. One query."""
    rows = Fingerprint.objects.filter(value__in=list(asked)).values_list("article_id", "version_id")
    counted = list(rows.annotate(hits=Count("pk")).order_by("-hits", "-article_id", "-version_id")[: MOST_ARTICLES * MOST_TEXTS * 2])
    # Where anything shares several, what shares one shares a turn of phrase.
    least = min(2, counted[0][2]) if counted else 0
    found: dict[int, list[int | None]] = {}
    for article_id, version_id, hits in counted:
        several = found.get(article_id, [])
        if len(several) < MOST_TEXTS and (several or (hits >= least and len(found) < MOST_ARTICLES)):
            found[article_id] = [*several, version_id]
    return found


def _texts(hits: Mapping[int, list[int | None]]) -> list[_Text]:
    """The words of those versions, and of drafts as they were taken in. Two queries at most."""
    versions = [pk for several in hits.values() for pk in several if pk is not None]
    drafts = [article_id for article_id, several in hits.items() if None in several]
    rows = PublishedVersion.objects.filter(pk__in=versions).values_list("article_id", "number", "body") if versions else []
    taken = Revision.objects.filter(article__in=drafts, number=1).values_list("article_id", "body") if drafts else []
    return [*(_Text(*row) for row in rows), *(_Text(article_id, None, html) for article_id, html in taken)]


def _articles(ids: Iterable[int]) -> list[Article]:
    """With the moment at which each was withdrawn. One query."""
    ending = PublishedVersion.objects.filter(article=OuterRef("pk"), kind=VersionKind.WITHDRAWAL, voided_at__isnull=True)
    moment = Subquery(ending.order_by("-number").values("visible_from")[:1])
    articles = Article.objects.filter(pk__in=list(ids)).select_related("work").defer("body", "ed_note")
    return list(articles.annotate(withdrawn_at=moment).order_by("pk"))


def _recognised(article: Any, by_name: frozenset[Sign], alike: tuple[int | None, Sameness] | None) -> Recognised:
    version, compared = alike or (None, Sameness())
    found = by_name | {Sign.TEXT} if compared.is_same else by_name
    withdrawn_at = article.withdrawn_at if article.state in WITHDRAWN else None
    return Recognised(article, found, compared, version, withdrawn_at)
