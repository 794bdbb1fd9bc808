"""Finished lists: does each lead only to what may be listed, and name nothing else?"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import unquote

from articles import addresses, published
from articles.models import PublishedVersion
from newsroom.audit.asking import Asker
from newsroom.audit.faults import Fault
from newsroom.audit.live import shown_now
from rights.facts import PageDecision
from rights.vocabulary import SHOWABLE, Use

EXIT, FRONT = "lists", "/"
LOOK = "Look at the page, hold it if it shows too much, and tell whoever keeps this program."
#: A shorter headline may stand anywhere as ordinary words.
TELLING_CHARS = 12
_ARTICLE = re.compile(r'href="/([0-9]{4}/[0-9]{2}/[^"/]+)/"')
_PICTURE = re.compile(r"/pictures/([0-9]+)/")
_NEXT = re.compile(r'rel="next" href="([^"]+)"')


@dataclass(frozen=True)
class Entry:
    """One version in lists. `assets` are the pictures that may stand beside it there."""

    article: int
    path: str
    headline: str
    dek: str
    may: bool
    assets: frozenset[int] = frozenset()


@dataclass
class Lists:
    """Every list that the public could ask for, by address, with what belongs there and whether it may be named."""

    by_address: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    listable: dict[str, Entry] = field(default_factory=dict)

    def note(self, versions: Sequence[PublishedVersion], decided: Iterable[tuple[PublishedVersion, PageDecision]]) -> None:
        """`versions` as the audit looks at them, `decided` those of them that are shown now: others are named nowhere yet."""
        decisions = {version.pk: decision for version, decision in decided}
        where = _addresses_of(versions)
        for version in versions:
            entry = _entry(version, decisions.get(version.pk))
            if version.pk in decisions or version.path not in self.listable:
                self.listable[version.path] = entry
            for address in (FRONT, *where[version.pk]):
                self.by_address[address].append(entry)

    def all(self) -> Iterator[tuple[str, list[Entry]]]:
        """Each list and what belongs there; sections are lists without a story too."""
        known = {FRONT, *(addresses.section(slug) for _name, slug in published.sections()), *self.by_address}
        yield from ((address, self.by_address.get(address, [])) for address in sorted(known))


def mark(entries: Sequence[Entry]) -> str:
    """Another one whenever a story comes, goes, is called otherwise, or may be listed no more."""
    return repr(sorted((one.path, one.headline, one.dek, one.may, sorted(one.assets)) for one in entries))


def look(address: str, entries: Sequence[Entry], lists: Lists, asker: Asker) -> Iterator[Fault]:
    """Every page of one list. A tag or an author of whom nothing may be listed is not found."""
    may = any(one.may for one in entries)
    is_always_there = address == FRONT or address.startswith("/sections/")
    turn, first = address, True
    while turn:
        answer = asker.get(turn)
        if first and answer.status == 404 and not (may or is_always_there):
            return
        if answer.status != 200:
            yield Fault("list_fails", 0, EXIT, f"{turn} answers {answer.status}.", "Look at the log.")
            return
        if first and not (may or is_always_there) and not shown_now(Use.LIST, path__in=[one.path for one in entries]):
            yield Fault("listed", entries[0].article, EXIT, f"{address} answers, and nothing of it may be listed.", LOOK)
        yield from _page(turn, answer.text, entries, lists)
        found = _NEXT.search(answer.text)
        turn, first = unescape(found[1]) if found else "", False


def _page(address: str, text: str, entries: Sequence[Entry], lists: Lists) -> Iterator[Fault]:
    for path in sorted({unquote(one) for one in _ARTICLE.findall(text)}):
        entry = lists.listable.get(path)
        if not (entry and entry.may) and not shown_now(Use.LIST, path=path):
            yield Fault("listed", entry.article if entry else 0, EXIT, f"{address} leads to /{path}/, which may not be listed.", LOOK)
    yield from _named(address, text, entries)
    allowed = {asset for one in entries for asset in one.assets}
    for asset in sorted({int(one) for one in _PICTURE.findall(text)} - allowed):
        if not _picture_may_now(asset):
            yield Fault("picture_shown", 0, EXIT, f"{address} shows picture {asset}, which may not stand there.", LOOK)


def _named(address: str, text: str, entries: Sequence[Entry]) -> Iterator[Fault]:
    """What may not be listed is not named either, with or without a link."""
    words = unescape(text)
    open_words = "\n".join(f"{one.headline}\n{one.dek}" for one in entries if one.may)
    for one in entries:
        is_told = not one.may and len(one.headline) >= TELLING_CHARS and one.headline in words and one.headline not in open_words
        if is_told and not shown_now(Use.LIST, path=one.path):
            yield Fault("leak", one.article, EXIT, f"{address} names it, which may not be listed.", LOOK)


def _entry(version: PublishedVersion, decision: PageDecision | None) -> Entry:
    may = decision is not None and decision.verdict in SHOWABLE
    assets = frozenset(published.admitted_assets(version, decision)) if decision and may else frozenset[int]()
    return Entry(version.article_id, version.path, version.headline, version.dek, may, assets)


def _addresses_of(versions: Sequence[PublishedVersion]) -> dict[int, list[str]]:
    """The lists that each version stands on besides the front page. Three queries."""
    ids = [version.pk for version in versions]
    rows = PublishedVersion.objects.filter(pk__in=ids)
    found: dict[int, list[str]] = defaultdict(list)
    for name, address in (("section", addresses.section), ("tags", addresses.tag), ("authors", addresses.author)):
        for pk, slug in rows.filter(**{f"{name}__isnull": False}).values_list("pk", f"{name}__slug"):
            found[pk].append(address(slug))
    return found


def _picture_may_now(asset: int) -> bool:
    return any(asset in published.admitted_assets(*one) for one in shown_now(Use.LIST, assets=asset))
