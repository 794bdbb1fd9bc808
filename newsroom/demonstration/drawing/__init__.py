"""Pictures drawn by code, so that the demonstration owns every picture it shows.

`draw(name)` prints one plate, 1600 by 1000, the same each time. No text stands inside a picture. A plate must
not read files, the clock or the network.
"""

from collections.abc import Callable
from io import BytesIO

from PIL import Image

from . import bay, ferry, glow, harbour, library, market, observatory, orchard, rain, strand, tholsel, turbines
from .plate import WIDE, Plate

__all__ = ["PLATES", "draw", "jpeg"]

#: What each picture is called, and the hand that draws it.
PLATES: dict[str, Callable[[Plate], None]] = {
    "bay": bay.draw,
    "ferry": ferry.draw,
    "glow": glow.draw,
    "harbour": harbour.draw,
    "library": library.draw,
    "market": market.draw,
    "observatory": observatory.draw,
    "orchard": orchard.draw,
    "rain": rain.draw,
    "strand": strand.draw,
    "tholsel": tholsel.draw,
    "turbines": turbines.draw,
}


def draw(name: str, *, width: int = WIDE) -> Image.Image:
    """Print one picture; the height is five eighths of the width. Raises ValueError for a name that is not in PLATES."""
    if name not in PLATES:
        raise ValueError(f"There is no picture called {name!r}; there are {', '.join(PLATES)}.")
    plate = Plate(name, "#efe6d2", width=width)
    PLATES[name](plate)
    return plate.finish()


def jpeg(name: str, *, width: int = WIDE, quality: int = 86) -> bytes:
    """The picture as a file for the media library."""
    out = BytesIO()
    draw(name, width=width).save(out, "JPEG", quality=quality, optimize=True, progressive=True)
    return out.getvalue()
