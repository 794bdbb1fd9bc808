"""A plate to print from: cut shapes, flat inks, stippled shade, paper grain.

Coordinates are 1600 by 1000 whatever the width in pixels. Shapes are cut at several times the size and reduced, so
that edges are smooth. All chance comes from the plate's name: the same name gives the same picture.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import cos, radians, sin
from random import Random

from PIL import Image, ImageChops, ImageColor, ImageDraw, ImageFilter, ImageOps

from .shapes import Point

WIDE, HIGH = 1600, 1000


@lru_cache(maxsize=4)
def _grain(width: int, height: int, softness: float) -> Image.Image:
    """Even noise, 0 to 255 equally often, a little soft so that it prints rather than glitters."""
    noise = Image.frombytes("L", (width, height), Random(f"grain {softness}").randbytes(width * height))  # noqa: S311 -- ink, not secrets
    return ImageOps.equalize(noise.filter(ImageFilter.GaussianBlur(softness)))


@lru_cache(maxsize=1)
def _ramp() -> Image.Image:
    """Black at the top, white at the bottom."""
    return Image.linear_gradient("L")


@dataclass(frozen=True)
class Cut:
    """A shape cut out of the plate: its mask and where it lies, in pixels."""

    mask: Image.Image
    left: int
    top: int

    @property
    def box(self) -> tuple[int, int, int, int]:
        return self.left, self.top, self.left + self.mask.width, self.top + self.mask.height


class Plate:
    def __init__(self, name: str, paper: str, *, width: int = WIDE) -> None:
        self.random = Random(name)  # noqa: S311 -- chance in a drawing
        self.scale = width / WIDE
        self.image = Image.new("RGB", (width, round(HIGH * self.scale)), paper)

    # Cutting shapes

    def cut(self, *shapes: Sequence[Point]) -> Cut:
        """One mask of several outlines together."""
        return self._cut([(shape, 0.0) for shape in shapes])

    def strokes(self, lines: Iterable[Sequence[Point]], width: float) -> Cut:
        return self._cut([(line, width) for line in lines])

    def _cut(self, outlines: list[tuple[Sequence[Point], float]]) -> Cut:
        left, top, right, bottom = self._bounds(outlines)
        finer = 2 if (right - left) * (bottom - top) > 250_000 else 4
        mask = Image.new("L", ((right - left) * finer, (bottom - top) * finer), 0)
        pen = ImageDraw.Draw(mask)
        for points, width in outlines:
            pixels = [((x * self.scale - left) * finer, (y * self.scale - top) * finer) for x, y in points]
            if width:
                pen.line(pixels, fill=255, width=max(1, round(width * self.scale * finer)), joint="curve")
            else:
                pen.polygon(pixels, fill=255)
        return Cut(mask.reduce(finer), left, top)

    def _bounds(self, outlines: list[tuple[Sequence[Point], float]]) -> tuple[int, int, int, int]:
        xs = [x * self.scale for points, _ in outlines for x, _ in points]
        ys = [y * self.scale for points, _ in outlines for _, y in points]
        rim = 2 + max(width for _, width in outlines) * self.scale
        across, down = self.image.size
        left, top = min(max(int(min(xs) - rim), 0), across - 1), min(max(int(min(ys) - rim), 0), down - 1)
        return left, top, min(max(int(max(xs) + rim) + 1, left + 1), across), min(max(int(max(ys) + rim) + 1, top + 1), down)

    def without(self, cut: Cut, other: Cut) -> Cut:
        """`cut` with `other` taken out of it."""
        hole = Image.new("L", cut.mask.size, 0)
        hole.paste(other.mask, (other.left - cut.left, other.top - cut.top))
        return Cut(ImageChops.subtract(cut.mask, hole), cut.left, cut.top)

    def within(self, cut: Cut, other: Cut) -> Cut:
        """The part of `cut` that lies inside `other`."""
        window = Image.new("L", cut.mask.size, 0)
        window.paste(other.mask, (other.left - cut.left, other.top - cut.top))
        return Cut(ImageChops.multiply(cut.mask, window), cut.left, cut.top)

    def whole(self) -> Cut:
        return Cut(Image.new("L", self.image.size, 255), 0, 0)

    def grown(self, cut: Cut, reach: float) -> Cut:
        """The cut with a rim of about `reach` more all around (less, if negative), its corners rounded as on a chart."""
        coarse = 4
        sheet = Image.new("L", self.image.size, 0)
        sheet.paste(cut.mask, (cut.left, cut.top))
        far = sheet.reduce(coarse).filter(ImageFilter.GaussianBlur(abs(reach) * self.scale / coarse))
        level = 255 * (0.16 if reach > 0 else 0.84)
        # Sharpened twice: a wide blur changes by less than one grey a pixel.
        far = _sharper(far, level, min(30.0, max(2.0, abs(reach) * 0.4))).resize(sheet.size, Image.Resampling.BICUBIC)
        return Cut(_sharper(far, 128, 2.5), 0, 0)

    # Laying ink

    def ink(self, cut: Cut, colour: str, strength: float = 1.0) -> Cut:
        """One flat ink. Returns the cut, to shade it."""
        mask = cut.mask if strength >= 1 else cut.mask.point(lambda value: round(value * strength))
        self.image.paste(ImageColor.getrgb(colour), cut.box, mask)
        return cut

    def fill(self, colour: str, *shapes: Sequence[Point], strength: float = 1.0) -> Cut:
        return self.ink(self.cut(*shapes), colour, strength)

    def line(self, colour: str, width: float, *lines: Sequence[Point], strength: float = 1.0) -> Cut:
        return self.ink(self.strokes(lines, width), colour, strength)

    def wash(self, colours: Sequence[str], *, top: float = 0, bottom: float = HIGH) -> None:
        """Blend colours down the sheet between two heights."""
        first, last = round(top * self.scale), round(bottom * self.scale)
        strip = Image.new("RGB", (1, len(colours)))
        strip.putdata([ImageColor.getrgb(colour) for colour in colours])
        band = strip.resize((1, last - first), Image.Resampling.BICUBIC, box=(0, 0.5, 1, len(colours) - 0.5) if len(colours) > 1 else None)
        self.image.paste(band.resize((self.image.width, last - first)), (0, first))

    def shade(self, cut: Cut, colour: str, strength: float = 0.8, *, towards: float = 90, start: float = 0.0) -> None:
        """Stipple a colour into a shape, denser in the direction `towards` (degrees; 0 right, 90 down).

        `start` is the share of the way that stays clear.
        """
        self._stipple(cut, _slope(cut.mask.size, towards, start, strength), colour)

    def halo(
        self, x: float, y: float, radius: float, colour: str, strength: float = 0.8, *, flat: float = 1.0, inside: Cut | None = None
    ) -> None:
        """Stippled light around a point, fading outward; `flat` squeezes it downward."""
        across, high = round(2 * radius * self.scale), round(2 * radius * flat * self.scale)
        left, top = round(x * self.scale - across / 2), round(y * self.scale - high / 2)
        half = [round(max(0, 180 - far) / 180 * 127 * strength) for far in range(256)]
        light = Image.radial_gradient("L").point(half).resize((across, high), Image.Resampling.BILINEAR)
        box = max(left, 0), max(top, 0), min(left + across, self.image.width), min(top + high, self.image.height)
        light = light.crop((box[0] - left, box[1] - top, box[2] - left, box[3] - top))
        cut = Cut(Image.new("L", light.size, 255), box[0], box[1])
        cut = self.within(cut, inside) if inside else cut
        # Half of it even, half in dots: dots alone glitter.
        self.image.paste(ImageColor.getrgb(colour), box, ImageChops.multiply(light, cut.mask))
        self._stipple(cut, light, colour)

    def _stipple(self, cut: Cut, density: Image.Image, colour: str) -> None:
        grain = _grain(*self.image.size, 0.5).crop(cut.box)
        # A multiple of the difference, not a hard threshold: dots keep a soft edge and the file stays small.
        dots = ImageChops.multiply(ImageChops.subtract(density, grain, 0.4), cut.mask)
        self.image.paste(ImageColor.getrgb(colour), cut.box, dots)

    def reflect(self, axis: float, depth: float, strength: float = 0.5, *, sway: float = 5, ground: Cut | None = None) -> None:
        """Print what stands above `axis` again below it, upside down, broken into strips and fading over `depth`."""
        line, deep = round(axis * self.scale), round(depth * self.scale)
        above = ImageOps.flip(self.image.crop((0, line - deep, self.image.width, line)))
        strip = max(2, round(4 * self.scale))
        broken = above.copy()
        for row in range(0, deep, strip):
            shift = round(self.random.gauss(0, sway * (0.3 + row / deep)) * self.scale)
            broken.paste(above.crop((0, row, above.width, row + strip)), (shift, row))
        fade = ImageOps.flip(_ramp()).resize(broken.size).point(lambda value: round(value * strength))
        cut = Cut(fade, 0, line)
        self.image.paste(broken, cut.box, (self.within(cut, ground) if ground else cut).mask)

    def finish(self, tooth: float = 0.09) -> Image.Image:
        """Give the print its paper: a fine tooth over everything."""
        grain = _grain(*self.image.size, 0.8)
        light = grain.point(lambda value: round(255 - (255 - value) * tooth)).convert("RGB")
        return ImageChops.multiply(self.image, light)


def _slope(size: tuple[int, int], towards: float, start: float, strength: float) -> Image.Image:
    """From 0 to `strength` in one direction, across a box of this size. Made small and spread: it is smooth."""
    width, height = coarse = max(2, size[0] // 8), max(2, size[1] // 8)
    x, y = cos(radians(towards)), sin(radians(towards))
    gain = 255 / (abs(x) * width + abs(y) * height)
    origin = (width if x < 0 else 0) * x + (height if y < 0 else 0) * y
    # An affine look into the ramp: each pixel reads the ramp at its own way along the direction.
    ramp = _ramp().transform(coarse, Image.Transform.AFFINE, (0, 0, 128, x * gain, y * gain, -origin * gain), Image.Resampling.BILINEAR)
    ramp = ramp.point([round(max(0.0, value / 255 - start) / (1 - start) * 255 * strength) for value in range(256)])
    return ramp.resize(size, Image.Resampling.BILINEAR)


def _sharper(mask: Image.Image, level: float, gain: float) -> Image.Image:
    return mask.point(lambda value: round(min(255.0, max(0.0, (value - level) * gain + 128))))
