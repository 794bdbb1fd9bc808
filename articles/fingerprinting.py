"""Keeping the fingerprints of what we publish and of what we take in, so that it is known when it comes back.

Called by the acts, in their transaction. Nothing here judges: `articles/recognising.py` looks them up.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice

from articles import body
from articles.models import Article, Fingerprint, PublishedVersion, Revision
from articles.overlap import fingerprints

#: What so many articles share is a turn of phrase. It tells nothing, and would make every look-up as long as its list.
COMMON = 20
AT_A_TIME = 200

#: An article, the version of it or None, and its text as HTML.
Text = tuple[int, int | None, str]


def keep(article: Article, version: PublishedVersion | None = None) -> None:
    """Keep the fingerprint of a version or, without one, of what was taken in as it stands. Two queries."""
    html = version.body if version else article.body
    _keep([(article.pk, version.pk if version else None, html)])


def fill() -> int:
    """Keep whatever is missing, of all versions and of all that was taken in. Returns how many texts were looked at."""
    texts = _texts()
    return sum(_keep(portion) for portion in iter(lambda: list(islice(texts, AT_A_TIME)), []))


def _texts() -> Iterator[Text]:
    versions = PublishedVersion.objects.exclude(body="").order_by("pk").values_list("article_id", "pk", "body")
    taken = Revision.objects.filter(number=1, article__origin__isnull=False).order_by("pk").values_list("article_id", "body")
    yield from versions.iterator(AT_A_TIME)
    yield from ((article_id, None, html) for article_id, html in taken.iterator(AT_A_TIME))


def _keep(texts: Iterable[Text]) -> int:
    found = [(article_id, version_id, fingerprints.kept_of(body.to_text(html))) for article_id, version_id, html in texts]
    wanted = {value for _article, _version, values in found for value in values}
    held = set(Fingerprint.objects.filter(value__in=wanted).values_list("value", "article_id"))
    holders = Counter(value for value, _article in held)
    rows = []
    for article_id, version_id, values in found:
        for value in values:
            if holders[value] < COMMON and (value, article_id) not in held:
                rows.append(Fingerprint(article_id=article_id, version_id=version_id, value=value))
                held.add((value, article_id))
                holders[value] += 1
    Fingerprint.objects.bulk_create(rows)
    return len(found)
