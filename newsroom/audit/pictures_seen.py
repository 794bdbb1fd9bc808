"""Finished picture files: is each served only while a page that shows it may be read?"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter

from articles import addresses, published
from articles.models import PublishedVersion, Rendition
from newsroom.audit.asking import Asker
from newsroom.audit.faults import Fault
from newsroom.audit.live import shown_now
from rights.facts import PageDecision
from rights.vocabulary import SHOWABLE, Use

EXIT = "picture"
LOOK = "Put a hold on the picture, and tell whoever keeps this program."


@dataclass
class Pictures:
    """The articles that may show each picture to the public now, and all that have it."""

    shown_by: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    used_by: dict[int, int] = field(default_factory=dict)

    def note(self, decided: Iterable[tuple[PublishedVersion, PageDecision]]) -> None:
        for version, decision in decided:
            admitted = published.admitted_assets(version, decision) if decision.verdict in SHOWABLE else ()
            for picture in version.frozen.get("pictures", ()):
                self.used_by[picture["asset"]] = version.article_id
            for asset in admitted:
                self.shown_by[asset].add(version.article_id)


def every() -> Iterator[tuple[int, list[Rendition]]]:
    """Each picture that has files, also where no page shows it: then nobody gets them."""
    rows = Rendition.objects.order_by("asset", "width", "extension").iterator()
    yield from ((asset, list(files)) for asset, files in groupby(rows, key=attrgetter("asset_id")))


def mark(asset: int, files: list[Rendition], pictures: Pictures) -> str:
    names = [(one.content_hash, one.width, one.extension) for one in files]
    return f"{sorted(pictures.shown_by.get(asset, ()))} {names}"


def look(asset: int, files: list[Rendition], pictures: Pictures, asker: Asker) -> list[Fault]:
    """All sizes where it may not be shown, the smallest where it may. What differs is decided once more: an instant may have passed."""
    may = asset in pictures.shown_by
    wrong = [one for one in (files[:1] if may else files) if (_status(one, asker) == 200) != may]
    if not wrong or _may_now(asset) != may:
        return []
    article, path = pictures.used_by.get(asset, 0), _path(wrong[0])
    if may:
        return [
            Fault(
                "picture_not_served", article, EXIT, f"It may be shown and {path} answers {_status(wrong[0], asker)}.", "Look at the log."
            )
        ]
    return [Fault("picture_served", article, EXIT, f"Picture {asset} may not be shown and {path} answers.", LOOK)]


def _status(one: Rendition, asker: Asker) -> int:
    return asker.get(_path(one)).status


def _path(one: Rendition) -> str:
    return addresses.picture(one.asset_id, one.content_hash, one.width, one.extension)


def _may_now(asset: int) -> bool:
    return any(asset in published.admitted_assets(*one) for one in shown_now(Use.READ, assets=asset))
