"""Cloonagh Strand in August darkness: a breaking wave lit from inside, a swimmer, footprints that shine."""

from math import sin

from .plate import Plate
from .shapes import Points, blob, box, curve, ground, oval, ridge, ripple

INK, NIGHT, BLUE, DUSK, GLOW, FOAM, PALE, WARM = "#060f17", "#0d2230", "#16405a", "#3a4a6a", "#36d0c4", "#b9f7e6", "#e8fff5", "#f2b25c"


def draw(plate: Plate) -> None:
    _sky(plate)
    _sea(plate)
    _swimmer(plate)
    _breaker(plate)
    _sand(plate)
    _footprints(plate)
    _walkers(plate)


def _sky(plate: Plate) -> None:
    plate.wash([INK, "#0f1d33", "#22365a", DUSK, "#7b6f86"], bottom=420)
    random = plate.random
    plate.fill(
        "#e8edf0",
        *[oval(random.uniform(0, 1600), 330 * random.random(), size, size, steps=8) for size in (0.9, 1.3, 1.8) for _ in range(130)],
        strength=0.9,
    )
    far = plate.fill("#26304c", ground(ridge(random, -30, 1640, 408, 46, bumps=8), 424))
    plate.shade(far, INK, 0.6, towards=90)
    head = plate.fill(
        "#111c2c", [(1120, 424), *curve([(1120, 422), (1240, 380), (1360, 340), (1500, 322), (1620, 300)], steps=7), (1620, 424)]
    )
    plate.shade(head, INK, 0.8, towards=100)
    plate.halo(1420, 372, 70, WARM, 0.7)
    plate.fill("#d9d2bd", [(1398, 384), (1398, 364), (1412, 352), (1440, 352), (1452, 364), (1452, 384)], strength=0.35)
    plate.fill("#ffdf9c", box(1408, 366, 9, 11), box(1430, 366, 9, 11))


def _sea(plate: Plate) -> None:
    plate.wash(["#3a4f6a", "#1c3a52", "#102a3d", NIGHT, "#0c2533"], top=418, bottom=760)
    random = plate.random
    for tint, number, strength in ((INK, 150, 0.55), ("#5d7f92", 70, 0.4), (GLOW, 46, 0.55)):
        marks = []
        for _ in range(number):
            near = random.random() ** 1.2
            marks.append(ripple(random, random.uniform(-20, 1620), 430 + 300 * near, 30 + 170 * near * random.random(), 1.6 + 5 * near))
        plate.fill(tint, *marks, strength=strength)
    for y, rise in ((520, 5), (582, 8)):
        crest = [(x, y + rise * sin(x / 90 + y)) for x in range(-20, 1640, 20)]
        band = plate.cut([*crest, *[(x, py + 12 + rise) for x, py in reversed(crest)]])
        plate.shade(band, GLOW, 0.62, towards=-90)


def _swimmer(plate: Plate) -> None:
    """Mid-stroke: dark head, one bright arm, a wake of light behind."""
    x, y = 560.0, 600.0
    random = plate.random
    plate.halo(x - 40, y + 8, 210, GLOW, 0.75, flat=0.34)
    wake = [ripple(random, x - 60 - 26 * i, y + 6 + random.uniform(-4, 14) + i, 120 - 6 * i, 7) for i in range(11)]
    plate.fill(FOAM, *wake[::2], strength=0.85)
    plate.fill(GLOW, *wake[1::2], strength=0.8)
    plate.fill(INK, curve([(x - 96, y + 10), (x - 40, y - 8), (x + 6, y - 6), (x + 18, y + 10), (x - 30, y + 16)], closed=True, steps=5))
    plate.fill("#12202a", oval(x + 30, y - 8, 20, 19))
    plate.line(FOAM, 3, curve([(x + 12, y - 18), (x + 30, y - 28), (x + 48, y - 16)], steps=6))
    arm = [
        (x - 20, y - 2),
        (x - 4, y - 14),
        (x + 34, y - 60),
        (x + 46, y - 60),
        (x + 96, y - 2),
        (x + 88, y + 4),
        (x + 42, y - 42),
        (x + 16, y + 2),
    ]
    plate.fill("#12303b", arm)
    plate.line(FOAM, 3.4, arm[1:5])
    drops = [
        oval(x + 70 + random.gauss(14, 20), y - 22 + random.gauss(0, 20), random.uniform(1.4, 4), random.uniform(1.4, 4), steps=9)
        for _ in range(46)
    ]
    plate.fill(PALE, *drops)
    plate.fill(PALE, *[ripple(random, x + 96, y + 6 + 4 * i, 70 - 8 * i, 6) for i in range(4)])


def _breaker(plate: Plate) -> None:
    """The near wave: a lit crest, a face that darkens downward, and two stretches where the lip has torn white."""
    random = plate.random
    top = curve(
        [
            (-60, 686),
            (110, 668),
            (300, 654),
            (470, 660),
            (640, 678),
            (800, 688),
            (960, 672),
            (1130, 648),
            (1310, 640),
            (1480, 656),
            (1660, 676),
        ],
        steps=16,
    )
    wave = plate.fill("#0b2c3b", [*top, (1660, 860), (-60, 860)])
    plate.shade(wave, GLOW, 0.95, towards=-90, start=0.38)
    plate.shade(wave, INK, 0.7, towards=90, start=0.45)
    ribs = []
    for x, y in top[::2]:
        for _ in range(3):
            left = x + random.uniform(-14, 14)
            deep = random.uniform(30, 120)
            ribs.append(curve([(left, y + 8), (left - 3 + random.uniform(-3, 3), y + deep * 0.5), (left - 14, y + deep)], steps=4))
    plate.ink(plate.within(plate.strokes(ribs, 1.8), wave), FOAM, 0.28)
    plate.line(GLOW, 4, top)
    for start, end in ((14, 74), (96, 168)):
        torn = top[start:end]
        for depth, tint in ((36, GLOW), (24, FOAM), (15, PALE)):
            plate.fill(tint, [*torn, *_torn(plate, torn, depth)])
        spray = [
            oval(x + random.gauss(0, 20), y - abs(random.gauss(0, 16)), size, size, steps=8)
            for x, y in torn
            for size in (random.uniform(0.8, 2.8),)
        ]
        plate.fill(PALE, *spray)
    plate.reflect(820, 70, 0.3, sway=6)


def _torn(plate: Plate, edge: Points, depth: float) -> Points:
    """The lower, ragged side of a strip of foam, from its right end to its left: thin at the ends, dripping between."""
    random, last = plate.random, len(edge) - 1
    return [
        (x + random.uniform(-4, 4), y + 3 + depth * (1 - (2 * i / last - 1) ** 4) * random.choice((0.25, 0.4, 0.55, 1.0)))
        for i, (x, y) in reversed(list(enumerate(edge)))
    ]


def _sand(plate: Plate) -> None:
    """Wet sand that mirrors a little of the light, with lace of foam along the swash."""
    random = plate.random
    edge = curve([(-40, 822), (160, 838), (380, 812), (600, 846), (820, 822), (1040, 850), (1280, 818), (1480, 842), (1640, 822)], steps=12)
    beach = plate.fill("#1a2730", ground(edge, 1010))
    plate.shade(beach, GLOW, 0.36, towards=-90, start=0.45)
    plate.shade(beach, INK, 0.85, towards=90, start=0.15)
    for drop, width, tint in ((0, 13, GLOW), (-4, 7, PALE), (20, 3, FOAM), (44, 2, "#5fb9b4")):
        plate.line(tint, width, [(x, y + drop + random.uniform(-2.4, 2.4)) for x, y in edge], strength=0.95 if drop <= 0 else 0.6)
    lace = [
        blob(random, x + random.uniform(-20, 20), y + random.uniform(4, 40), random.uniform(3, 11), random.uniform(2, 5), knots=7)
        for x, y in edge
        for _ in range(2)
    ]
    plate.fill(FOAM, *lace[::2], strength=0.55)
    specks = [oval(random.uniform(0, 1600), random.uniform(880, 1000), size, size, steps=6) for size in (0.9, 1.4) for _ in range(160)]
    plate.fill("#7de0d3", *specks, strength=0.8)


def _footprints(plate: Plate) -> None:
    for i in range(13):
        x, y = 360 + 62 * i, 986 - 9.5 * i
        size = 1.35 - 0.05 * i
        side = 9 if i % 2 else -9
        fade = 1 - i * 0.02 if i > 4 else 0.4 + 0.12 * i
        printed = [oval(x - 10 * size, y + side, 8 * size, 4 * size), oval(x + 8 * size, y + side, 12 * size, 5 * size)]
        plate.halo(x, y + side, 38 * size, GLOW, 0.6 * fade, flat=0.5)
        plate.fill(FOAM, *printed, strength=0.8 * fade)


def _walkers(plate: Plate) -> None:
    """Two at the edge, hand in hand, lit from the water on their seaward side."""
    for x, foot, size in ((1176, 886, 1.14), (1240, 882, 0.76)):
        coat = curve([(-20, -46), (-19, -92), (-12, -124), (2, -130), (15, -122), (20, -92), (24, -46)], closed=True, steps=5)
        legs = [(-14, -52), (-13, 0), (-3, 0), (1, -44), (6, -2), (16, -2), (16, -52)]
        head = curve([(-12, -140), (-10, -156), (3, -162), (16, -154), (16, -138), (4, -128)], closed=True, steps=5)
        plate.halo(x, foot + 2, 60 * size, GLOW, 0.8, flat=0.3)
        plate.fill(PALE, ripple(plate.random, x, foot + 1, 60 * size, 5))
        plate.fill(INK, *[[(x + px * size, foot + py * size) for px, py in part] for part in (coat, legs, head)])
        rims = (
            curve([(-20, -46), (-19, -92), (-12, -124)], steps=5),
            [(-13, -2), (-14, -46)],
            curve([(-12, -140), (-10, -156), (3, -162)], steps=5),
        )
        plate.line(GLOW, 2.6, *[[(x + px * size, foot + py * size) for px, py in rim] for rim in rims])
    plate.line(INK, 9, [(1194, 806), (1216, 838), (1230, 828)])
