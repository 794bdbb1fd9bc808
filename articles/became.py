"""What became of stories that others hold: how each is called, what was corrected in it, why it was ended. Only what anybody may know.

For rooms that have to tell those who received them. It decides nothing, and reads no text.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from articles import addresses
from articles.models import Correction, PublishedVersion
from articles.vocabulary import CorrectionKind, PubStatus


@dataclass(frozen=True)
class Called:
    """A version by its headline; `url` is where its readers found it."""

    headline: str
    url: str
    urn: str
    number: int


@dataclass(frozen=True)
class Corrected:
    """That the version `number` said what was wrong: `kind` of correction and the public `note`. A plain update is none."""

    number: int
    kind: str
    note: str
    at: datetime


def called(version_ids: Iterable[int]) -> dict[int, Called]:
    """By version. One query."""
    rows = PublishedVersion.objects.filter(pk__in=list(version_ids)).select_related("article").order_by()
    rows = rows.only("headline", "path", "number", "article__public_id")
    return {row.pk: Called(row.headline, addresses.absolute(addresses.article(row.path)), row.article.urn, row.number) for row in rows}


def corrections(article_ids: Iterable[int]) -> dict[int, list[Corrected]]:
    """By article, the oldest first. One query."""
    found: dict[int, list[Corrected]] = {}
    wrong = Correction.objects.exclude(kind=CorrectionKind.UPDATE).filter(article__in=list(article_ids))
    rows = wrong.select_related("version").order_by("version__number")
    for row in rows.only("article_id", "kind", "note", "at", "version__number"):
        found.setdefault(row.article_id, []).append(Corrected(row.version.number, row.kind, row.note, row.at))
    return found


def public_reasons(article_ids: Iterable[int], at: datetime) -> dict[int, str]:
    """Why each was ended, in the words for readers, which may be ""; nothing of what was not ended. One query."""
    ended = PublishedVersion.objects.visible(at).exclude(pub_status=PubStatus.USABLE).filter(article__in=list(article_ids)).order_by()
    return dict(ended.values_list("article_id", "public_reason"))
