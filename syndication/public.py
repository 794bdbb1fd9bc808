"""The feeds that anybody may read: of everything, of a section, a tag or an author. The same items as for partners.

What a reader may read on our pages may be read in a program for feeds too. But a machine takes whatever comes here, piece
after piece, so what its owner wants in no machine's hands stays out.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import NAMESPACE_URL, uuid5

from django.conf import settings

from articles import addresses, published, standing
from articles.published import Shown
from house.models import House
from rights.decision import POLICY_VERSION
from rights.exits import Receiver
from rights.facts import PUBLIC, Context
from rights.vocabulary import Part, Use
from syndication import items
from syndication.channel import Channel
from syndication.formats import Format
from syndication.items import Item
from syndication.models import KEPT

#: Items of a feed.
PAGE = 30
BY_MACHINE = Context(is_systematic=True)


@dataclass(frozen=True)
class Subject:
    """What a feed is of. `page_url` is the page with the same stories; one of the three slugs or none narrows it.

    `name` is "" for everything, and for a tag, whose stories say how it is written.
    """

    page_url: str
    name: str = ""
    section: str = ""
    tag: str = ""
    author: str = ""


@dataclass(frozen=True)
class PublicFeed:
    """What it says now. `title` names it among others. `removed` are ids of what is gone, and since when.

    `state` is another one whenever any byte of it would be; `changed_at` is when its newest item came or went.
    """

    title: str
    page_url: str
    house: House | None
    shown: tuple[Shown, ...]
    removed: tuple[tuple[str, datetime], ...]
    state: str
    changed_at: datetime


def receivers(at: datetime) -> Iterable[Receiver]:
    return [Receiver("Everyone", PUBLIC, BY_MACHINE)]


def open_feed(subject: Subject, house: House | None, *, at: datetime) -> PublicFeed:
    """The newest stories of the subject that anybody may read, and what was withdrawn in the last thirty days."""
    of = published.newest(Use.READ, at=at, limit=PAGE, section=subject.section, tag=subject.tag, author=subject.author, context=BY_MACHINE)
    shown, ended = tuple(of), standing.ended(at - KEPT, at, PAGE, **_narrowed(subject))
    removed = tuple((version.article.urn, version.visible_from) for version in ended)
    moments = [*(one.visible_from for one in shown), *(when for _urn, when in removed)]
    began = house.valid_from if house else datetime(2000, 1, 1, tzinfo=UTC)
    title = " – ".join(name for name in (_name(subject, shown), _site(house)) if name)
    state = _state([title, subject.page_url], house, shown, removed)
    return PublicFeed(title, subject.page_url, house, shown, removed, state, max(moments, default=began))


def render(feed: PublicFeed, self_url: str, form: Format) -> bytes:
    """The document. A story whose finished text does not meet its duties is left out."""
    name = _site(feed.house)
    channel = Channel(
        title=feed.title,
        link=addresses.absolute(feed.page_url),
        description=f"The newest from {name}. Each item states its own rights.",
        self_url=self_url,
        language=feed.house.default_language if feed.house else "en",
        copyright="Each item names its own holder and terms.",
        changed_at=feed.changed_at,
        publisher=name,
        id=uuid5(NAMESPACE_URL, addresses.absolute(feed.page_url)).urn,
    )
    return form.write(channel, _items(feed))


def _items(feed: PublicFeed) -> Iterator[Item]:
    yield from (item for one in feed.shown if (item := items.build(one, Part.FULL, feed.house)))
    yield from (items.withdrawn(urn, when) for urn, when in feed.removed)


def _site(house: House | None) -> str:
    return house.name if house else "Newsroom"


def _name(subject: Subject, shown: Iterable[Shown]) -> str:
    return subject.name or next((name for one in shown for name, slug in one.tags if slug == subject.tag), "")


def _narrowed(subject: Subject) -> dict[str, str]:
    found = {"section__slug": subject.section, "tags__slug": subject.tag, "authors__slug": subject.author}
    return {name: slug for name, slug in found.items() if slug}


def _state(subject: list[str], house: House | None, shown: Iterable[Shown], removed: Iterable[tuple[str, datetime]]) -> str:
    """A hash over all that the answer depends on, so that no validator outlives a decision."""
    words = [
        POLICY_VERSION,
        settings.SITE_URL,
        subject,
        house.pk if house else None,
        [_depends_on(one) for one in shown],
        [[urn, str(when)] for urn, when in removed],
    ]
    return hashlib.sha256(json.dumps(words).encode()).hexdigest()


def _depends_on(shown: Shown) -> list[object]:
    limits = shown.decision.limits
    pictures = [size.url for picture in shown.pictures for size in picture.sizes]
    corrections = [[note.kind, note.note] for note in shown.corrections]
    until = str(limits.until or "")
    return [shown.fingerprint, limits.max_chars, limits.max_share, until, pictures, corrections, shown.section, shown.path]
