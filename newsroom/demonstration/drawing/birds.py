"""Birds that come into more than one picture."""

from .plate import Plate
from .shapes import curve

STANDING = [(-20, 4), (-34, 8), (-18, -6), (-2, -14), (10, -18), (15, -27), (22, -26), (26, -22), (21, -20), (19, -8), (8, 4)]


def pigeon(plate: Plate, x: float, y: float, facing: int, colour: str, legs: str) -> None:
    plate.fill(colour, curve([(x + facing * px, y + py) for px, py in STANDING], closed=True, steps=4))
    plate.line(legs, 2, [(x, y + 2), (x, y + 12)], [(x + 7 * facing, y + 2), (x + 7 * facing, y + 12)])


def gull(plate: Plate, x: float, y: float, size: float, colour: str) -> None:
    """Far off: two strokes of a wing."""
    wings = [
        (x - 34 * size, y - 8 * size),
        (x - 14 * size, y - 15 * size),
        (x, y),
        (x + 15 * size, y - 16 * size),
        (x + 36 * size, y - 5 * size),
    ]
    plate.line(colour, 4 * size, curve(wings, steps=6))
