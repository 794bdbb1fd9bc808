"""Working boats, side on, with what floats under them. Sizes are in plate units, `y` is the waterline."""

from collections.abc import Sequence
from dataclasses import dataclass

from .plate import Plate
from .shapes import Point, Points, box, curve, move, ripple


@dataclass(frozen=True)
class Paint:
    """What a boat is painted with."""

    hull: str
    band: str
    house: str
    dark: str
    lamp: str
    shade: str


class Berth:
    """Where a boat lies: turns the boat's own measures into the plate's. `facing` is 1 for bow right, -1 for bow left."""

    def __init__(self, x: float, y: float, size: float, facing: int) -> None:
        self.x, self.y, self.size, self.facing = x, y, size, facing

    def __call__(self, points: Sequence[Point]) -> Points:
        return [(self.x + self.facing * self.size * x, self.y + self.size * y) for x, y in points]


HULL = [
    *curve([(-152, -44), (-60, -30), (40, -36), (120, -60), (168, -88)], steps=8),
    *curve([(168, -88), (146, -36), (128, 8)], steps=6),
    (-138, 8),
]
WORN = [
    *curve([(-148, -26), (-60, -13), (40, -19), (124, -42), (158, -62)], steps=8),
    *curve([(153, -50), (120, -31), (40, -9), (-60, -4), (-147, -16)], steps=8),
]
HOUSE = [(-112, -38), (-112, -96), (-104, -102), (-36, -102), (-26, -92), (-20, -34)]
ROOF = [(-120, -100), (-116, -108), (-30, -108), (-18, -100)]
WINDOWS = [box(-102, -90, 17, 20), box(-79, -90, 17, 20), box(-56, -90, 17, 20)]


def trawler(plate: Plate, berth: Berth, paint: Paint) -> None:
    """A decked fishing boat with its wheelhouse aft, a mast forward and gear on deck."""
    _rig(plate, berth, paint)
    house = plate.fill(paint.house, berth(HOUSE))
    plate.shade(house, paint.shade, 0.75, towards=0 if berth.facing < 0 else 180, start=0.25)
    plate.fill(paint.dark, berth(ROOF))
    for window in WINDOWS:
        plate.fill(paint.lamp, berth(window))
    _gear(plate, berth, paint)
    hull = plate.fill(paint.hull, berth(HULL))
    plate.shade(hull, paint.dark, 0.9, towards=90, start=0.15)
    plate.fill(paint.band, berth(WORN))
    plate.line(paint.dark, 3 * berth.size, berth(HULL[:41]))


def _rig(plate: Plate, berth: Berth, paint: Paint) -> None:
    poles = [[(62, -40), (62, -210)], [(62, -60), (-8, -168)], [(62, -60), (130, -150)], [(-70, -104), (-70, -160)]]
    plate.line(paint.dark, 4.5 * berth.size, *[berth(pole) for pole in poles])
    stays = [
        [(62, -208), (166, -88)], [(62, -208), (-70, -158)], [(62, -208), (-8, -168)], [(62, -208), (130, -150)],
        [(-70, -158), (-150, -46)], [(-8, -168), (-8, -40)], [(130, -150), (124, -66)],
    ]  # fmt: skip
    plate.line(paint.dark, 1.6 * berth.size, *[berth(stay) for stay in stays])
    plate.fill(paint.lamp, berth([(58, -198), (66, -198), (66, -188), (58, -188)]))


def _gear(plate: Plate, berth: Berth, paint: Paint) -> None:
    plate.fill(
        paint.dark, berth([(8, -38), (8, -58), (40, -58), (40, -38)]), berth(curve([(84, -48), (92, -70), (112, -74), (122, -58)], steps=6))
    )
    plate.fill(paint.band, *[berth(move(box(0, 0, 13, 8), -4 + 14 * i, -46 - 8 * (i % 2))) for i in range(-1, 1)])
    rail = [berth([(x, -30), (x, -62)]) for x in range(-148, -110, 12)]
    plate.line(paint.dark, 2 * berth.size, *rail, berth([(-150, -60), (-112, -60)]))


def wake_of(plate: Plate, berth: Berth, colour: str, depth: float, strength: float = 0.8) -> None:
    """The broken picture of a hull in the water below it."""
    random = plate.random
    marks = []
    for i in range(26):
        down = depth * (i / 26) ** 1.3
        length = (300 - 210 * i / 26) * berth.size * random.uniform(0.5, 1)
        marks.append(
            ripple(
                random,
                berth.x + random.uniform(-60, 60) * berth.size * (1 - i / 40),
                berth.y + 6 + down,
                length,
                5 * berth.size + 5 * i / 26,
            )
        )
    plate.fill(colour, *marks, strength=strength)


def punt(plate: Plate, berth: Berth, paint: Paint) -> None:
    """An open rowing boat."""
    rim = curve([(-70, -20), (-30, -8), (20, -8), (76, -28)], steps=8)
    hull = plate.fill(paint.hull, berth([*rim, *curve([(76, -28), (60, 2), (20, 8), (-50, 6), (-70, -20)], steps=6)]))
    plate.shade(hull, paint.dark, 0.9, towards=90)
    plate.fill(
        paint.dark,
        berth(
            [*curve([(-62, -17), (-28, -7), (20, -7), (66, -24)], steps=8), *curve([(66, -24), (18, -14), (-30, -14), (-62, -17)], steps=8)]
        ),
    )
