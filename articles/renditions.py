"""Sizes of pictures that may be served: the rows and files; `articles/cutting.py` makes the bytes."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.core.files.base import ContentFile

from articles import addresses
from articles.cutting import Cut, Embedded, cut
from articles.models import MediaAsset, Rendition


@dataclass(frozen=True)
class Size:
    url: str
    width: int
    height: int
    extension: str
    size_bytes: int = 0


@dataclass(frozen=True)
class Picture:
    """A picture that may be shown: its sizes, and the words that go with it."""

    asset_id: int
    width: int
    height: int
    sizes: tuple[Size, ...]
    caption: str = ""
    alt: str = ""
    credit: str = ""

    def placed(self, *, caption: str, alt: str, credit: str) -> "Picture":
        return replace(self, caption=caption, alt=alt, credit=credit)

    def of(self, extension: str) -> tuple[Size, ...]:
        return tuple(size for size in self.sizes if size.extension == extension)


def pictures_by_asset(asset_ids: Iterable[int]) -> dict[int, Picture]:
    """Each picture that has renditions, by id. One query."""
    sizes: dict[int, list[Rendition]] = defaultdict(list)
    for rendition in Rendition.objects.filter(asset__in=set(asset_ids)).order_by("width"):
        sizes[rendition.asset_id].append(rendition)
    return {asset_id: _picture(asset_id, found) for asset_id, found in sizes.items()}


def _picture(asset_id: int, found: list[Rendition]) -> Picture:
    largest = found[-1]
    return Picture(
        asset_id=asset_id,
        width=largest.width,
        height=largest.height,
        sizes=tuple(
            Size(
                addresses.picture(asset_id, row.content_hash, row.width, row.extension),
                row.width,
                row.height,
                row.extension,
                row.size_bytes,
            )
            for row in found
        ),
    )


def make(asset: MediaAsset) -> list[Rendition]:
    """Write the sizes that are missing; may run twice."""
    have = set(asset.renditions.values_list("width", "extension"))
    with asset.file.open("rb") as original:
        return keep(asset, cut(original.read(), words_of(asset), have=have))


def words_of(asset: MediaAsset) -> Embedded:
    return Embedded(asset.work.original_author or asset.credit_line, asset.work.copyright_line, asset.caption)


def keep(asset: MediaAsset, cuts: Iterable[Cut]) -> list[Rendition]:
    """Write sizes that are cut already."""
    return [_write(asset, piece) for piece in cuts]


def _write(asset: MediaAsset, piece: Cut) -> Rendition:
    content_hash = hashlib.sha256(piece.content).hexdigest()[:16]
    rendition = Rendition(
        asset=asset,
        width=piece.width,
        height=piece.height,
        extension=piece.extension,
        content_hash=content_hash,
        size_bytes=len(piece.content),
    )
    name = f"{asset.pk}-{content_hash}-{piece.width}.{piece.extension}"
    rendition.file.save(name, ContentFile(piece.content), save=False)
    rendition.save()
    return rendition
