"""Sizes of pictures that may be served. Each keeps the creator, credit and copyright of its original and drops everything else."""

import hashlib
import io
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.core.files.base import ContentFile
from PIL import Image, ImageOps

from articles import addresses
from articles.models import MediaAsset, Rendition

WIDTHS = (480, 960, 1600)
MAX_PIXELS = 60_000_000
FORMATS = {"avif": ("AVIF", {"quality": 62, "speed": 8}), "jpg": ("JPEG", {"quality": 84, "optimize": True, "progressive": True})}
ARTIST, COPYRIGHT, DESCRIPTION = 0x013B, 0x8298, 0x010E


@dataclass(frozen=True)
class Size:
    url: str
    width: int
    height: int
    extension: str


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
            Size(addresses.picture(asset_id, row.content_hash, row.width, row.extension), row.width, row.height, row.extension)
            for row in found
        ),
    )


def make(asset: MediaAsset) -> list[Rendition]:
    """Write the sizes that are missing; may run twice. Never larger than the original."""
    have = set(asset.renditions.values_list("width", "extension"))
    with asset.file.open("rb") as original:
        image = ImageOps.exif_transpose(Image.open(original)).convert("RGB")
    widths = sorted({min(width, image.width) for width in WIDTHS})
    return [_write(asset, image, width, extension) for width in widths for extension in FORMATS if (width, extension) not in have]


def _write(asset: MediaAsset, image: Image.Image, width: int, extension: str) -> Rendition:
    height = round(image.height * width / image.width)
    content = _encoded(image.resize((width, height), Image.Resampling.LANCZOS), extension, asset)
    content_hash = hashlib.sha256(content).hexdigest()[:16]
    rendition = Rendition(asset=asset, width=width, height=height, extension=extension, content_hash=content_hash, size_bytes=len(content))
    rendition.file.save(f"{asset.pk}-{content_hash}-{width}.{extension}", ContentFile(content), save=False)
    rendition.save()
    return rendition


def _encoded(image: Image.Image, extension: str, asset: MediaAsset) -> bytes:
    """The bytes of one size, with who made it and whose it is embedded: a resize drops what the original carried."""
    exif = Image.Exif()
    words = {ARTIST: asset.work.original_author or asset.credit_line, COPYRIGHT: asset.work.copyright_line, DESCRIPTION: asset.caption}
    for tag, value in words.items():
        if value:
            exif[tag] = value
    name, options = FORMATS[extension]
    out = io.BytesIO()
    image.save(out, format=name, exif=exif.tobytes(), **options)
    return out.getvalue()
