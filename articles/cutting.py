"""Cut a picture to the sizes that we serve. Each carries who made it, whose it is and what it shows, and nothing else.

Pure: bytes in, bytes out. A resize drops what the original had embedded, position and device included; the rights are written back.
"""

import io
from collections.abc import Collection
from dataclasses import dataclass

from PIL import Image, ImageOps

WIDTHS = (480, 960, 1600)
# AVIF at speed 8 takes three times as long as at 9 for about 9 % fewer bytes.
FORMATS = {"avif": ("AVIF", {"quality": 62, "speed": 9}), "jpg": ("JPEG", {"quality": 84, "optimize": True, "progressive": True})}
ARTIST, COPYRIGHT, DESCRIPTION = 0x013B, 0x8298, 0x010E


@dataclass(frozen=True)
class Embedded:
    """The words that each size carries inside."""

    artist: str = ""
    copyright_line: str = ""
    description: str = ""


@dataclass(frozen=True)
class Cut:
    """One size in one format. Width and height in pixels."""

    width: int
    height: int
    extension: str
    content: bytes


def cut(content: bytes, words: Embedded, *, have: Collection[tuple[int, str]] = ()) -> list[Cut]:
    """Every size that is not in `have`, never larger than the original."""
    image = ImageOps.exif_transpose(Image.open(io.BytesIO(content))).convert("RGB")
    widths = sorted({min(width, image.width) for width in WIDTHS})
    return [piece for width in widths for piece in _formats(image, width, words, have)]


def _formats(image: Image.Image, width: int, words: Embedded, have: Collection[tuple[int, str]]) -> list[Cut]:
    wanted = [extension for extension in FORMATS if (width, extension) not in have]
    if not wanted:
        return []
    height = round(image.height * width / image.width)
    small = image.resize((width, height), Image.Resampling.LANCZOS)
    return [Cut(width, height, extension, _encoded(small, extension, words)) for extension in wanted]


def _encoded(image: Image.Image, extension: str, words: Embedded) -> bytes:
    exif = Image.Exif()
    for tag, value in {ARTIST: words.artist, COPYRIGHT: words.copyright_line, DESCRIPTION: words.description}.items():
        if value:
            exif[tag] = value
    name, options = FORMATS[extension]
    out = io.BytesIO()
    image.save(out, format=name, exif=exif.tobytes(), **options)
    return out.getvalue()
