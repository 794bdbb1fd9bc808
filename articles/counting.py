"""How often we have used a work, for grants that count: a text or a quotation in its one article, a picture in every one that shows it.

A use that was made counts for ever, also where its article has ended since. The first article keeps its use when more follow.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from django.db.models import Min

from articles.models import Article, PublishedVersion
from articles.vocabulary import PubStatus
from rights import facts
from rights.records import Publication, work_facts
from rights.vocabulary import WorkKind

#: By work: the articles that showed it, in the order in which they first did.
Showings = Mapping[int, Sequence[int]]


def of_text(article: Article) -> Publication:
    """What the desk has settled about an article's text. It is used in one article, so no use came before."""
    return Publication(article.embargoed_until, article.expires_at, first_published_at=article.first_published_at, uses_before=0)


def of_quotation(article: Article) -> Publication:
    """The same for words of others in it: they are used where they stand, and an embargo is the text's alone."""
    return Publication(first_published_at=article.first_published_at, uses_before=0)


def works_of(article: Article, text: Publication) -> list[facts.Work]:
    """An article's text, pictures and quotations as it uses them now, `text` being what is settled about the text."""
    assets = [place.asset.work_id for place in article.placements.select_related("asset")]
    quoted = {quotation.work_id: quotation.is_needed for quotation in article.quotations.standing()}
    wanted = [article.work_id, *assets, *quoted]
    found = work_facts(wanted, {article.work_id: text, **dict.fromkeys(quoted, of_quotation(article))})
    used = for_article((found[pk] for pk in wanted), article.pk, showings(found.values()))
    return as_part_of_the_text(used, {pk for pk, is_needed in quoted.items() if is_needed})


def as_part_of_the_text(works: Iterable[facts.Work], needed: Collection[int]) -> list[facts.Work]:
    """What the article does not stand without is decided as its text is: without it, nothing goes out."""
    return [replace(work, kind=WorkKind.TEXT) if work.id in needed else work for work in works]


def showings(works: Iterable[facts.Work]) -> Showings:
    """For the works of which uses are counted. One query, none where nothing is counted."""
    counted = [work.id for work in works if work.uses_before is None and any(grant.max_uses is not None for grant in work.grants)]
    found: dict[int, list[int]] = defaultdict(list)
    if counted:
        shown = PublishedVersion.objects.filter(assets__work__in=counted, voided_at__isnull=True, pub_status=PubStatus.USABLE)
        rows = shown.values_list("assets__work", "article").annotate(first=Min("visible_from")).order_by("first", "article")
        for work_id, article_id, _first in rows:
            if work_id in counted:
                found[work_id].append(article_id)
        found |= {pk: [] for pk in counted if pk not in found}
    return found


def for_article(works: Iterable[facts.Work], article_id: int, shown: Showings) -> list[facts.Work]:
    """The same works as this article uses them, with the uses that came before its own."""
    return [replace(work, uses_before=_before(shown[work.id], article_id)) if work.id in shown else work for work in works]


def _before(articles: Sequence[int], article_id: int) -> int:
    return articles.index(article_id) if article_id in articles else len(articles)
