"""A year of rain: twelve glass columns of water under twelve months of weather, over a valley."""

from .plate import Plate
from .shapes import Points, blob, box, cloud, curve, ground, move, oval, ridge, ripple

INK, DEEP, BLUE, PALE, PAPER, CLAY, GOLD = "#18323d", "#1f5263", "#4b8c99", "#b7d2cd", "#f3ead6", "#bf5f3e", "#e2a84b"
#: Millimetres a month, January first, the mean of all gauges.
MONTHS = (214, 168, 142, 96, 88, 74, 92, 131, 118, 189, 226, 241)
FLOOR, TALLEST = 838, 470


def draw(plate: Plate) -> None:
    _valley(plate)
    _weather(plate)
    _columns(plate)
    _normal(plate)
    _foot(plate)


def _valley(plate: Plate) -> None:
    plate.wash(["#93b3b4", "#c7d6cb", "#efe6cd", PAPER], bottom=900)
    for colour, height, rise, bumps in (("#c3d0c0", 560, 150, 6), ("#a3bab0", 640, 120, 7), ("#7fa19d", 720, 110, 6)):
        hill = plate.fill(colour, ground(ridge(plate.random, -40, 1640, height, rise, bumps=bumps)))
        plate.shade(hill, DEEP, 0.32, towards=90, start=0.1)


def _x(month: int) -> float:
    return 154 + month * 117


def _weather(plate: Plate) -> None:
    """Above each column the sky that filled it: sun, cloud or a downpour."""
    random = plate.random
    for month, rain in enumerate(MONTHS):
        x, y = _x(month) + 38, 120 + 16 * (month % 2)
        if rain < 125:
            plate.halo(x + 12, y, 110, GOLD, 0.7)
            plate.shade(plate.fill(GOLD, oval(x + 12, y, 34, 34)), CLAY, 0.75, towards=60, start=0.2)
        if rain > 80:
            tint = "#eef0e6" if rain < 130 else ("#9fb4b8" if rain < 200 else "#5b7d88")
            bank = plate.fill(tint, *_puff(plate, x, y + 30, 0.8 + rain / 500))
            plate.shade(bank, DEEP, 0.7, towards=90, start=0.3)
        drops = _drops(plate, x, y + 56, rain)
        if drops:
            plate.line(DEEP, 3.2, *drops, strength=0.85)
    plate.fill("#dfe6dc", *cloud(random, 760, 60, 1200, 40), strength=0.5)


def _puff(plate: Plate, x: float, y: float, size: float) -> list[Points]:
    rounds = ((-34, 2, 24, 18), (-8, -16, 30, 26), (24, -6, 26, 22), (42, 6, 18, 13), (0, 8, 48, 14))
    return [blob(plate.random, x + dx * size, y + dy * size, a * size, b * size, wobble=0.06) for dx, dy, a, b in rounds]


def _drops(plate: Plate, x: float, y: float, rain: int) -> list[Points]:
    random = plate.random
    lines = []
    for _ in range(max(0, rain - 84) // 6):
        left, top, length = x + random.uniform(-46, 44), y + random.uniform(0, 92), random.uniform(12, 30)
        lines.append([(left, top), (left - length * 0.24, top + length)])
    return lines


def _columns(plate: Plate) -> None:
    for month, rain in enumerate(MONTHS):
        left, top = _x(month), FLOOR - TALLEST - 18
        glass = plate.fill("#f7f3e6", _tube(left, top, 76, FLOOR - top + 4), strength=0.55)
        high = TALLEST * rain / 250
        level = FLOOR - high
        surface = curve([(left + 4, level + 3), (left + 24, level - 3), (left + 50, level + 4), (left + 72, level)], steps=6)
        water = plate.within(plate.cut([*surface, (left + 72, FLOOR + 2), (left + 4, FLOOR + 2)]), glass)
        plate.ink(water, BLUE if rain < 200 else DEEP)
        plate.shade(water, DEEP if rain < 200 else INK, 0.85, towards=76, start=0.12)
        plate.line("#dcebe4", 3.5, surface)
        plate.line("#e6efe6", 5, [(left + 14, level + 22), (left + 14, FLOOR - 26)], strength=0.5)
        plate.line(
            INK,
            3.5,
            [(left, top - 6), (left + 4, top), (left + 4, FLOOR + 2), (left + 72, FLOOR + 2), (left + 72, top), (left + 76, top - 6)],
        )
        plate.line(INK, 2, *[[(left + 58, FLOOR - 47 * i), (left + 70, FLOOR - 47 * i)] for i in range(1, 11)], strength=0.75)
        bubbles = [
            oval(left + plate.random.uniform(20, 56), level + plate.random.uniform(24, max(30, high - 14)), 3.4, 3.4, steps=12)
            for _ in range(rain // 30)
        ]
        plate.fill("#cfe2dc", *bubbles, strength=0.7)


def _tube(x: float, y: float, width: float, high: float) -> Points:
    return box(x + 4, y, width - 8, high)


def _normal(plate: Plate) -> None:
    """The long mean of each month, as a clay-red thread from column to column."""
    means = (176, 134, 128, 98, 96, 90, 99, 124, 130, 170, 182, 190)
    knots = [(_x(month) + 38, FLOOR - TALLEST * mean / 250) for month, mean in enumerate(means)]
    plate.line(PAPER, 11, curve(knots, steps=12))
    plate.line(CLAY, 5.5, curve(knots, steps=12))
    plate.fill(PAPER, *[oval(x, y, 12, 12) for x, y in knots])
    plate.fill(CLAY, *[oval(x, y, 8, 8) for x, y in knots])


def _foot(plate: Plate) -> None:
    shelf = plate.fill("#5a4336", box(-10, FLOOR + 4, 1620, 26))
    plate.shade(shelf, INK, 0.8, towards=90)
    plate.fill("#7b5c46", box(-10, FLOOR + 2, 1620, 7))
    field = plate.fill("#e7d9b8", box(-10, FLOOR + 30, 1620, 180))
    plate.shade(field, "#a98a5f", 0.42, towards=90)
    random = plate.random
    for month, rain in enumerate(MONTHS):
        x = _x(month) + 38
        rings = [oval(x, 926, rain * 0.2 * i / 3, rain * 0.052 * i / 3) for i in (3, 2, 1)]
        plate.shade(plate.fill(BLUE, rings[0], strength=0.9), DEEP, 0.8, towards=20)
        plate.line("#cfe2dc", 2, *[[*ring, ring[0]] for ring in rings[1:]], strength=0.8)
    tufts = []
    for _ in range(120):
        x, y = random.uniform(0, 1600), random.uniform(884, 996)
        tufts += [[(x, y), (x + dx, y - random.uniform(6, 15))] for dx in (-4, 0, 5)]
    plate.line("#7d7445", 2, *tufts, strength=0.55)
    plate.fill("#c9b68c", *[ripple(random, random.uniform(0, 1600), random.uniform(880, 996), 90, 3) for _ in range(50)], strength=0.6)
    _gauge(plate)


def _gauge(plate: Plate) -> None:
    """A volunteer's copper gauge with its funnel, left of the first month."""
    x = 62
    can = plate.fill("#b4703f", box(x - 30, 780, 60, 150), curve([(x - 42, 752), (x - 34, 778), (x + 34, 778), (x + 42, 752)], steps=4))
    plate.shade(can, INK, 0.85, towards=0, start=0.3)
    plate.line("#f0c694", 5, [(x - 16, 792), (x - 16, 918)], strength=0.8)
    rim = plate.fill("#d89a63", oval(x, 752, 43, 9))
    plate.shade(rim, INK, 0.4, towards=0)
    plate.fill(INK, *[move(oval(0, 0, 36, 6), x, 753)])
