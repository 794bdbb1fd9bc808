"""A newsroom whose every word can be told apart: what is fixed while rights, times and partners change around it.

A word is `q`, a letter for its place, two figures for its work and `x` or `y` for its version, such as `qh07x`. In a text
`w` and two figures say which word of it. What may be seen of a work is then a set of such words.
"""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from django.core.files.base import ContentFile
from django.db.models import Model

from articles import addresses, drafting, freezing
from articles.models import Article, Clearance, Credit, MediaAsset, Placement, Rendition, Section
from articles.tests import builders as desk
from articles.vocabulary import State, VersionKind
from house.models import House
from rights.models import Licence, Work
from syndication import access
from syndication.models import Partner

T0 = datetime(2026, 11, 20, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
LONG_AGO = T0 - timedelta(days=60)
#: When the second version of an article that has two begins.
SECOND_AT = T0 + 30 * HOUR

WORD = re.compile(rb"q[a-z]\d\d[xy](?:w\d\d)?")
PARAGRAPHS = 16
FILLER = "goes on with five more words."

#: On what a text rests, whose it is.
BASES = [
    *(("own_staff", "ours"), ("source_terms", "sources_own"), ("cc", "third_party"), ("fair_use", "third_party")),
    *(("written_permission", "sources_own"), ("own_staff", "ours"), ("source_terms", "sources_own"), ("contract", "sources_own")),
]
PICTURE_BASES = [("own_staff", "ours"), ("cc", "third_party"), ("own_staff", "ours"), ("agency", "third_party")]
PIECES, PHOTOS = 16, 9
SECTIONS = ("Harbour", "Council", "Schools")
PARTNERS = {
    "gull": {"territory": ""},
    "tern": {"territory": "DE"},
    "globe": {"territory": "AT"},
    "mixed": {"territory": "", "is_commercial": True},
    "paper": {"territory": "DE"},
}


@dataclass
class Words:
    """One version of a text: its words, and where each stands in the plain text: (word, characters before it, words before it)."""

    headline: str
    dek: str
    text: list[tuple[str, int, int]]
    excerpt: list[tuple[str, int, int]] = field(default_factory=list)


@dataclass
class Photo:
    number: int
    asset_id: int
    work_id: int
    basis: str
    whose: str
    urls: list[str]

    @property
    def beside(self) -> set[str]:
        """What stands beside the picture wherever it is shown."""
        return {f"q{place}{self.number:02}x" for place in "acr"}

    @property
    def in_the_file(self) -> str:
        return f"qi{self.number:02}x"


@dataclass
class Piece:
    number: int
    article_id: int
    work_id: int
    basis: str
    whose: str
    path: str
    section: str
    photos: list[Photo]
    versions: list[Words]

    @property
    def around(self) -> set[str]:
        """Author, tag, dateline, address and what is owed: whatever shows the headline may show them."""
        return {f"q{place}{self.number:02}x" for place in "ntlsp"}

    @property
    def own_captions(self) -> dict[int, str]:
        """The caption that stands in the text, by the picture's work."""
        return {photo.work_id: f"qf{photo.number:02}x" for photo in self.photos}


@dataclass
class Base:
    pieces: list[Piece]
    photos: list[Photo]
    feeds: dict[str, str]
    last_ids: dict[type[Model], int] = field(default_factory=dict)

    def next_id(self, model: type[Model]) -> int:
        """A number that no state used before: rolled back rows would otherwise lend theirs to other facts."""
        self.last_ids[model] = self.last_ids.get(model, 1000) + 1
        return self.last_ids[model]


def make() -> Base:
    chief = desk.everyone()
    sections = [Section.objects.create(name=name, slug=name.lower(), position=place) for place, name in enumerate(SECTIONS)]
    photos = [_photo(number, chief) for number in range(PHOTOS)]
    pieces = [_piece(number, sections[number % len(sections)], photos, chief) for number in range(PIECES)]
    return Base(pieces, photos, {slug: _partner(slug, chief, fields) for slug, fields in PARTNERS.items()})


def _photo(number: int, chief: Any) -> Photo:
    basis, whose = PICTURE_BASES[number % len(PICTURE_BASES)]
    licence = Licence.objects.filter(spdx_id="CC-BY-4.0").first() if basis == "cc" else None
    work = Work.objects.create(kind=("image", "chart")[number % 4 == 3], basis=basis, whose=whose, licence=licence, title=f"qo{number:02}x")
    asset = MediaAsset(
        title=f"qo{number:02}x", width=640, height=400, sha256=f"{number:064}", work=work, uploaded_by=chief, uploaded_at=LONG_AGO
    )
    asset.alt_text, asset.caption, asset.credit_line = (f"q{place}{number:02}x" for place in "acr")
    asset.file.save("original.jpg", ContentFile(b"original"), save=False)
    asset.save()
    return Photo(number, asset.pk, work.pk, basis, whose, [_size(asset, extension, number) for extension in ("jpg", "avif")])


def _size(asset: MediaAsset, extension: str, number: int) -> str:
    row = Rendition(asset=asset, width=640, height=400, extension=extension, content_hash=f"{number:016x}", size_bytes=9)
    row.file.save(f"r{number}.{extension}", ContentFile(f"qi{number:02}x".encode()), save=False)
    row.save()
    return addresses.picture(asset.pk, row.content_hash, row.width, extension)


def _piece(number: int, section: Section, photos: list[Photo], chief: Any) -> Piece:
    basis, whose = BASES[number % len(BASES)]
    mine = [photos[(number + step) % PHOTOS] for step in range(number % 3)]
    licence = Licence.objects.filter(spdx_id="CC-BY-4.0").first() if basis == "cc" else None
    source = None if basis == "own_staff" else desk.source()
    work = Work.objects.create(kind="text", basis=basis, whose=whose, licence=licence, source=source, basis_confirmed_at=LONG_AGO)
    article = _article(number, section, work, mine, chief)
    versions = [_version(article, number, "x", LONG_AGO, mine, chief)]
    if number % 5 == 4:
        versions.append(_version(article, number, "y", SECOND_AT, mine, chief))
    Article.objects.filter(pk=article.pk).update(state=State.PUBLISHED)
    return Piece(number, article.pk, work.pk, basis, whose, str(article.path), section.slug, mine, versions)


def _article(number: int, section: Section, work: Work, mine: list[Photo], chief: Any) -> Article:
    text = drafting.Text("to come", slug=f"qs{number:02}x", section=section)
    article = drafting.create_draft(text, by=chief, at=LONG_AGO, work=work)
    article.dateline = f"ql{number:02}x"
    author = desk.author(f"qn{number:02}x")
    Credit.objects.create(article=article, author=author)
    article.tags.add(f"qt{number:02}x")
    for place, photo in enumerate(mine):
        Placement.objects.create(article=article, asset_id=photo.asset_id, position=place)
    return article


def _version(article: Article, number: int, mark: str, begins_at: datetime, mine: list[Photo], chief: Any) -> Words:
    paragraphs = [f"qb{number:02}{mark}w{place:02} {FILLER}" for place in range(PARAGRAPHS)]
    # The first picture stands at the very beginning, where an excerpt would meet its caption.
    figures = [f'<figure data-picture="{one.asset_id}"><figcaption>qf{one.number:02}x</figcaption></figure>' for one in mine]
    words = Words(f"qh{number:02}{mark}", f"qd{number:02}{mark}", _places(paragraphs))
    article.headline, article.dek = f"{words.headline} at the quay", f"{words.dek} below it"
    article.body = "".join([*figures[:1], *(f"<p>{one}</p>" for one in paragraphs), *figures[1:]])
    article.save()
    drafting.after_save(article, by=chief, at=LONG_AGO)
    clearance = Clearance.objects.create(
        article=article,
        revision=article.revisions.first(),
        content_hash="0" * 64,
        cleared_by=chief,
        role="rights_desk",
        cleared_at=LONG_AGO,
    )
    version = freezing.freeze(article, clearance, kind=VersionKind.FIRST, visible_from=begins_at, by=chief, at=LONG_AGO)
    if article.work.basis == "fair_use":
        quoted = [f"qe{number:02}{mark}w{place:02} {FILLER}" for place in range(6)]
        words.excerpt = _places(quoted)
        version.excerpt = "\n\n".join(quoted)
        version.save()
    return words


def _places(paragraphs: list[str]) -> list[tuple[str, int, int]]:
    found, characters, words = [], 0, 0
    for paragraph in paragraphs:
        found.append((paragraph.split()[0], characters, words))
        characters += len(paragraph) + 2
        words += len(paragraph.split())
    return found


def _partner(slug: str, chief: Any, fields: dict[str, Any]) -> str:
    row = Partner.objects.create(name=slug.capitalize(), slug=slug, **fields)
    return addresses.partner_feed(access.issue_token(row.pk, by=chief, at=LONG_AGO)[1])


def house_row(pk: int, begins_at: datetime, **said: Any) -> House:
    """A row of the profile. The number keeps what one state says of us apart from what another does."""
    profile = {
        "name": "The Test Courier", "holder": "The Test Courier", "legal_form": "association", "territory": "NL",
        "time_zone": "Europe/Amsterdam", "languages": ["en"], "default_language": "en", "commercial_signals": ["advertising"],
        "contact_permissions": "permissions@courier.example", "contact_desk": "desk@courier.example",
    }  # fmt: skip
    row = House(pk=pk, valid_from=begins_at, **profile, **said)
    row.save(force_insert=True)
    return row
