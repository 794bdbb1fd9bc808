"""Garve Bay as an old chart: the coast, the depths, the light on Carn Point and the ferry's line to Inishgarve."""

from itertools import pairwise
from math import hypot

from .plate import Cut, Plate
from .shapes import Point, Points, blob, box, curve, oval, turn

INK, DEEP, PAPER, LAND, MOSS, OCHRE, RED = "#22363c", "#4f8c94", "#f0e4c6", "#e3cd96", "#a9ab72", "#b98d4c", "#b9472f"
DEPTHS = ("#6ea3a6", "#88b5b2", "#a5c8bd", "#c4dac8")
COAST: Points = [
    (-60, 268), (60, 262), (130, 306), (210, 282), (268, 330), (300, 408), (336, 452), (366, 420), (384, 350), (450, 296),
    (540, 302), (600, 262), (690, 292), (760, 270), (822, 330), (900, 322), (962, 376), (1004, 360), (1040, 300), (1066, 372),
    (1120, 402), (1104, 470), (1170, 520), (1144, 590), (1202, 640), (1180, 720), (1110, 742), (1064, 806), (990, 826), (930, 884),
    (900, 930), (964, 946), (1030, 1060), (1680, 1060), (1680, -60), (-60, -60),
]  # fmt: skip
PIER, SLIP = (1010.0, 384.0), (688.0, 566.0)


def draw(plate: Plate) -> None:
    land = _land_and_depths(plate)
    _rhumbs(plate, land)
    _relief(plate, land)
    _coastline(plate, land)
    _river_and_town(plate)
    _soundings(plate, land)
    _light(plate)
    _ferry_line(plate)
    _rose(plate, (250.0, 760.0), 118)
    _border(plate)


def _land_and_depths(plate: Plate) -> Cut:
    random = plate.random
    islands = [
        blob(random, 600, 590, 98, 46, knots=13, wobble=0.24),
        blob(random, 330, 640, 20, 14),
        blob(random, 372, 662, 9, 7),
        blob(random, 760, 690, 15, 9),
    ]
    skerries = [
        blob(random, x, y, 7, 5, knots=7) for x, y in ((470, 470), (486, 482), (842, 440), (1000, 640), (1016, 628), (560, 866), (720, 520))
    ]
    land = plate.cut(curve(COAST, closed=True, steps=9), *islands, *skerries)
    sea = plate.fill(DEEP, box(-10, -10, 1620, 1020))
    for reach, tint in zip((120, 76, 44, 20), DEPTHS, strict=True):
        plate.ink(plate.grown(land, reach), tint)
    plate.shade(sea, INK, 0.36, towards=118, start=0.2)
    plate.ink(land, LAND)
    return land


def _rhumbs(plate: Plate, land: Cut) -> None:
    """Bearings from the rose across the sea, as pilots drew them."""
    x, y = 250.0, 760.0
    lines = [[(x, y), turn([(x + 1900, y)], 22.5 * i, (x, y))[0]] for i in range(16)]
    lines += [[(1010, 950), turn([(2400, 950)], 30 * i, (1010, 950))[0]] for i in range(12)]
    plate.ink(plate.without(plate.strokes(lines, 1.6), land), INK, 0.4)


def _relief(plate: Plate, land: Cut) -> None:
    plate.shade(land, OCHRE, 0.3, towards=-60)
    for reach, tint in ((-30, "#d6c48c"), (-62, "#c5b97f"), (-100, MOSS)):
        plate.ink(plate.within(plate.grown(land, reach), land), tint, 0.75)
    random = plate.random
    for x, y, size in _peaks():
        _hill(plate, x + random.uniform(-8, 8), y, size)
    woods = [blob(random, 1300 + random.gauss(0, 120), 620 + random.gauss(0, 90), 9, 8, knots=7) for _ in range(70)]
    plate.shade(plate.ink(plate.within(plate.cut(*woods), plate.grown(land, -16)), "#6f8558"), INK, 0.6, towards=50, start=0.2)
    fields = [
        [(x, y), (x + 46, y - 12), (x + 58, y + 20), (x + 10, y + 34)]
        for x, y in (
            (1180, 200),
            (1240, 190),
            (1196, 248),
            (1258, 240),
            (1330, 820),
            (1392, 806),
            (1344, 868),
            (1410, 856),
            (460, 170),
            (520, 160),
            (478, 216),
        )
    ]
    plate.fill("#cfc07c", *fields[::2])
    plate.fill("#8f9f66", *fields[1::2])
    plate.line("#7c6a45", 1.6, *[[*field, field[0]] for field in fields])


def _peaks() -> list[tuple[float, float, float]]:
    ridge_of = [(700 + 62 * i, 190 - 26 * (i % 2) - 4 * i, 44 + 9 * (i % 3)) for i in range(6)]
    return [
        *ridge_of,
        (1420, 300, 60),
        (1490, 342, 46),
        (1380, 360, 40),
        (1500, 620, 52),
        (1450, 700, 40),
        (1540, 720, 44),
        (210, 150, 46),
        (270, 130, 40),
        (130, 170, 36),
    ]


def _hill(plate: Plate, x: float, y: float, size: float) -> None:
    """A molehill, as mapmakers drew mountains, lit from the west."""
    left = curve(
        [(x - size, y), (x - size * 0.45, y - size * 0.5), (x, y - size), (x + size * 0.4, y - size * 0.45), (x + size, y)], steps=6
    )
    plate.fill("#d9cb95", left)
    dark = [
        (x, y - size),
        *curve([(x, y - size), (x + size * 0.4, y - size * 0.45), (x + size, y)], steps=6),
        (x + size * 0.12, y),
        (x - size * 0.06, y - size * 0.5),
    ]
    plate.shade(plate.fill("#8d8a5c", dark), INK, 0.7, towards=70)
    plate.line(INK, 2.4, left)


def _coastline(plate: Plate, land: Cut) -> None:
    rim = plate.without(plate.grown(land, 2.2), land)
    plate.ink(rim, INK, 0.9)
    for reach in (8, 14):
        ring = plate.without(plate.grown(land, reach), plate.grown(land, reach - 2))
        plate.ink(ring, INK, 0.35)


def _river_and_town(plate: Plate) -> None:
    river = curve([(1040, 306), (1052, 240), (1110, 200), (1120, 130), (1180, 84), (1200, -20)], steps=10)
    plate.line(INK, 13, river)
    plate.line(DEPTHS[2], 9, river)
    random = plate.random
    roofs = [(980 + random.uniform(-26, 110), 322 + random.uniform(-40, 30)) for _ in range(34)]
    for x, y in sorted(roofs, key=lambda roof: roof[1]):
        if abs(x - 1042) > 16:
            plate.fill("#f6ecd2", box(x, y, 13, 9))
            plate.fill(RED, [(x - 2, y), (x + 6.5, y - 8), (x + 15, y)])
    roads = (
        curve([(1082, 310), (1150, 260), (1160, 180), (1240, 120), (1400, 140), (1610, 100)]),
        curve([(960, 320), (860, 250), (640, 230), (440, 250), (330, 280), (306, 390)]),
        curve([(1100, 350), (1240, 420), (1300, 540), (1270, 700), (1320, 800), (1300, 1010)]),
    )
    plate.line("#8a6d42", 3, *[piece for road in roads for piece in _dashes(road, 9, 6)])
    plate.line(INK, 4, [(1012, 372), (1024, 406)], [(962, 376), (990, 398)])
    for x, y in ((604, 574), (628, 582), (580, 588), (650, 572), (1152, 150), (1168, 158), (1140, 162)):
        plate.fill(RED, [(x - 5, y), (x + 2, y - 8), (x + 9, y)])
        plate.fill("#f6ecd2", box(x - 3, y, 10, 6))


def _soundings(plate: Plate, land: Cut) -> None:
    """Dots where the lead was dropped, wider apart in deep water."""
    random = plate.random
    shore = plate.grown(land, 20)
    dots = [
        oval(x + random.uniform(-9, 9), y + random.uniform(-9, 9), 2.2, 2.2, steps=10)
        for x in range(50, 1200, 46)
        for y in range(300, 980, 42)
    ]
    plate.ink(plate.without(plate.cut(*dots), shore), INK, 0.75)
    crosses = []
    for x, y in ((700, 430), (840, 560), (460, 760), (900, 720), (180, 480)):
        crosses += [[(x - 7, y), (x + 7, y)], [(x, y - 7), (x, y + 7)]]
    plate.line(RED, 2.6, *crosses)


def _light(plate: Plate) -> None:
    x, y = 334.0, 436.0
    sector = [(x, y), *[turn([(x + 230, y)], 38 + 6 * i, (x, y))[0] for i in range(19)]]
    plate.fill("#f4d987", sector, strength=0.5)
    plate.line(INK, 1.6, [(x, y), sector[1]], [(x, y), sector[-1]], strength=0.7)
    plate.fill(INK, oval(x, y, 11, 11))
    plate.fill("#f4d987", oval(x, y, 6, 6))
    star = [turn([(x + (30 if i % 2 == 0 else 11), y)], 22.5 * i, (x, y))[0] for i in range(16)]
    plate.fill(RED, star)
    plate.fill("#f4d987", oval(x, y, 7, 7))


def _ferry_line(plate: Plate) -> None:
    way = curve([PIER, (985, 470), (880, 540), (770, 572), SLIP], steps=14)
    plate.line(RED, 4, *[list(piece) for piece in _dashes(way, 16, 11)])
    plate.fill(RED, oval(*PIER, 7, 7), oval(*SLIP, 7, 7))
    x, y = 872.0, 540.0
    plate.fill(
        INK, [(x - 30, y - 6), (x + 34, y - 6), (x + 24, y + 9), (x - 24, y + 9)], box(x - 18, y - 19, 30, 13), box(x - 6, y - 30, 8, 12)
    )
    plate.fill(PAPER, *[box(x - 14 + 9 * i, y - 16, 5, 5) for i in range(3)])


def _dashes(way: list[Point], long: float, gap: float) -> list[Points]:
    pieces: list[Points] = []
    run, drawn = 0.0, True
    piece = [way[0]]
    for a, b in pairwise(way):
        run += hypot(b[0] - a[0], b[1] - a[1])
        piece.append(b)
        if run > (long if drawn else gap):
            if drawn:
                pieces.append(piece)
            run, drawn, piece = 0.0, not drawn, [b]
    return pieces


def _rose(plate: Plate, middle: Point, size: float) -> None:
    x, y = middle
    plate.fill(PAPER, oval(x, y, size * 0.76, size * 0.76), strength=0.85)
    plate.line(
        INK,
        2.4,
        [*oval(x, y, size * 0.76, size * 0.76), (x + size * 0.76, y)],
        [*oval(x, y, size * 0.68, size * 0.68), (x + size * 0.68, y)],
    )
    plate.line(INK, 2, *[turn([(x + size * 0.68, y), (x + size * (0.76 if i % 3 else 0.82), y)], 10 * i, middle) for i in range(36)])
    for reach, offset, dark in ((0.7, 45, OCHRE), (1.12, 0, INK)):
        for i in range(4):
            angle = offset + 90 * i
            tip, left, right = turn(
                [(x + size * reach, y), (x + size * 0.17, y - size * 0.17), (x + size * 0.17, y + size * 0.17)], angle, middle
            )
            plate.fill(dark if reach < 1 or i != 3 else RED, [middle, left, tip])
            plate.fill(PAPER, [middle, right, tip])
            plate.line(INK, 1.8, [middle, left, tip, right, middle])
    plate.fill(RED, oval(x, y, 9, 9))


def _border(plate: Plate) -> None:
    frame = plate.without(plate.whole(), plate.cut(box(34, 34, 1532, 932)))
    plate.ink(frame, PAPER)
    plate.line(INK, 2.4, _ring(34), _ring(20))
    plate.line(INK, 1.4, _ring(10))
    across = [box(34 + 76.6 * i, 20, 76.6, 14) for i in range(0, 20, 2)] + [box(34 + 76.6 * i, 966, 76.6, 14) for i in range(0, 20, 2)]
    down = [box(20, 34 + 77.7 * i, 14, 77.7) for i in range(0, 12, 2)] + [box(1566, 34 + 77.7 * i, 14, 77.7) for i in range(0, 12, 2)]
    plate.fill(INK, *across, *down)
    plate.shade(plate.whole(), OCHRE, 0.2, towards=60, start=0.3)


def _ring(rim: float) -> Points:
    corners = box(rim, rim, 1600 - 2 * rim, 1000 - 2 * rim)
    return [*corners, corners[0]]
