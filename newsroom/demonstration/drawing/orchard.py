"""The walled orchard at Kiladerry: old trees in rows, a ladder, baskets, long light from the left."""

from collections.abc import Sequence

from .plate import Cut, Plate
from .shapes import Point, Points, blob, box, cloud, curve, ground, oval, ridge, ripple, turn

INK, BARK, SHADE, LEAF, LIME, GRASS, SUN, RED, RUSSET, STONE = (
    "#252a24",
    "#54402f",
    "#2f4a36",
    "#587043",
    "#93a24e",
    "#7f9a4a",
    "#f3d88c",
    "#b93b2a",
    "#c98a3d",
    "#a79a86",
)
WALL = 470


def draw(plate: Plate) -> None:
    _beyond(plate)
    _wall(plate)
    _grass(plate)
    for x, foot, size in ((150, 560, 0.46), (420, 556, 0.44), (690, 554, 0.44), (960, 556, 0.44), (1230, 558, 0.46), (1500, 562, 0.47)):
        _tree(plate, x, foot, size, 10)
    for x, foot, size in ((-20, 700, 0.82), (500, 690, 0.78), (1090, 694, 0.8), (1610, 704, 0.84)):
        _tree(plate, x, foot, size, 16)
    _tree(plate, 300, 900, 1.36, 34)
    _tree(plate, 1290, 890, 1.3, 32)
    _ladder(plate)
    _sisters(plate)
    _baskets(plate)
    _fallen(plate)


def _beyond(plate: Plate) -> None:
    plate.wash(["#a9c4c0", "#d6dcc4", "#f6e6b6"], bottom=WALL + 40)
    plate.halo(120, 190, 700, "#fff4cf", 0.95, flat=0.8)
    for x, y, length, high in ((1100, 120, 640, 60), (1480, 220, 460, 44), (760, 80, 420, 34)):
        bank = plate.fill("#f7ecd2", *cloud(plate.random, x, y, length, high))
        plate.shade(bank, "#9fb3ad", 0.6, towards=90)
    for colour, height, rise in (("#aebfa8", 400, 90), ("#8fa588", 440, 60)):
        hill = plate.fill(colour, ground(ridge(plate.random, -40, 1640, height, rise, bumps=6), 540))
        plate.shade(hill, SUN, 0.5, towards=180, start=0.3)


def _wall(plate: Plate) -> None:
    """Brick courses on a stone foot, with a green door and pears trained flat against it."""
    wall = plate.fill("#b5795a", box(-5, WALL - 70, 1610, 120))
    plate.shade(wall, "#6b3f34", 0.6, towards=0, start=0.25)
    random = plate.random
    bricks = [
        box(-10 + 34 * i + (17 if row % 2 else 0), WALL - 66 + 13 * row, 31, 10)
        for row in range(9)
        for i in range(48)
        if random.random() < 0.32
    ]
    plate.fill("#c9906b", *bricks[::2], strength=0.8)
    plate.fill("#8f5643", *bricks[1::2], strength=0.6)
    coping = plate.fill("#cdbfa3", box(-5, WALL - 80, 1610, 14))
    plate.shade(coping, "#7c6f5c", 0.7, towards=90)
    plate.fill("#5d4636", box(796, WALL - 62, 72, 112))
    door = plate.fill("#3f6a58", box(802, WALL - 56, 60, 106))
    plate.shade(door, INK, 0.6, towards=0)
    plate.line("#2a4a3d", 3, *[[(802 + 15 * i, WALL - 56), (802 + 15 * i, WALL + 50)] for i in range(1, 4)])
    for x in (270, 560, 1100, 1380):
        stems = [[(x, WALL + 50), (x, WALL - 60)], *[[(x - 90, WALL - 44 + 32 * i), (x + 90, WALL - 44 + 32 * i)] for i in range(3)]]
        plate.line(BARK, 4, *stems)
        leaves = [
            blob(random, x + random.uniform(-92, 92), WALL - 46 + 32 * random.randrange(3) + random.uniform(-7, 5), 9, 6, knots=6)
            for _ in range(44)
        ]
        plate.fill(LEAF, *leaves[::2])
        plate.fill(LIME, *leaves[1::2])
        plate.fill(SUN, *[oval(x + random.uniform(-84, 84), WALL - 38 + 32 * random.randrange(3), 4.5, 6) for _ in range(10)])


def _grass(plate: Plate) -> None:
    plate.wash(["#a9b65c", "#93a850", "#738c46", "#566f3c"], top=WALL + 50)
    random = plate.random
    for x, y, wide in ((420, 640, 560), (1000, 640, 520), (720, 800, 900), (1560, 800, 420), (820, 960, 1100)):
        light = [ripple(random, x + random.uniform(-60, 60), y + 9 * i, wide * random.uniform(0.5, 1), 12) for i in range(5)]
        plate.fill("#cfca72", *light, strength=0.5)
    blades = []
    for _ in range(620):
        near = random.random() ** 0.8
        left, foot, high = random.uniform(-10, 1610), WALL + 60 + 480 * near, 4 + 14 * near
        blades.append([(left, foot), (left + random.uniform(-0.5, 0.7) * high, foot - high)])
    plate.line(SHADE, 2, *blades[::2], strength=0.65)
    plate.line("#dcd67f", 2, *blades[1::2], strength=0.6)
    daisies = [oval(random.uniform(0, 1600), random.uniform(640, 1000), 3.4, 2.6, steps=10) for _ in range(140)]
    plate.fill("#fbf5e0", *daisies)


def _tree(plate: Plate, x: float, foot: float, size: float, fruit: int) -> None:
    """An old standard: leaning trunk, open crown built from dark to light toward the sun, and what hangs in it."""
    random = plate.random
    cast = [ripple(random, x + 150 * size, foot + 4 + 6 * i * size, (430 - 30 * i) * size, 20 * size) for i in range(4)]
    plate.fill(SHADE, *cast, strength=0.55)
    lean = random.uniform(-18, 18)
    _trunk(plate, x, foot, size, lean)
    cx, cy = x + lean * size, foot - 300 * size
    for tint, number, shift, spread in (
        (SHADE, 46, 26, 1.0),
        ("#456039", 42, 8, 0.96),
        (LEAF, 40, -10, 0.86),
        (LIME, 26, -34, 0.66),
        ("#c9c062", 11, -58, 0.45),
    ):
        leaves = []
        leaf = min(size, 0.62 + size * 0.12)
        for _ in range(round(number * (size / leaf) ** 1.3)):
            spot = turn([(cx + 190 * size * spread * random.random() ** 0.5, cy)], random.uniform(0, 360), (cx, cy))[0]
            leaves.append(
                blob(
                    random,
                    spot[0] + shift * size,
                    cy + (spot[1] - cy) * 0.68 + shift * 0.5 * size,
                    31 * leaf,
                    22 * leaf,
                    knots=7,
                    wobble=0.3,
                )
            )
        crown = plate.fill(tint, *leaves)
        if size > 0.6:
            plate.shade(crown, INK, 0.5, towards=30, start=0.45)
    _fruit(plate, cx, cy, size, fruit)


def _trunk(plate: Plate, x: float, foot: float, size: float, lean: float) -> None:
    sides = ([(-34, -8), (-20, 50), (lean - 22, 150), (lean - 60, 260)], [(lean + 70, 270), (lean + 16, 160), (24, 50), (40, -8)])
    left, right = (curve([(x + dx * size, foot - up * size if up > 0 else foot + 8) for dx, up in side], steps=7) for side in sides)
    trunk = plate.fill(BARK, [*left, (x + lean * size, foot - 210 * size), *right])
    plate.shade(trunk, INK, 0.85, towards=0, start=0.15)
    if size > 0.6:
        _bark(plate, trunk, (x, foot), size, lean)


def _bark(plate: Plate, trunk: Cut, root: Point, size: float, lean: float) -> None:
    """Furrows, and lichen on the weather side."""
    random, (x, foot) = plate.random, root
    furrows = []
    for dx in (-18, -6, 8, 20):
        upper = (x + (lean + dx * 0.6) * size, foot - 160 * size)
        furrows.append(curve([(x + dx * size, foot - 10), (x + (dx * 0.7 + 4) * size, foot - 80 * size), upper], steps=6))
    plate.line("#8a6c4c", 2.4, *furrows[:2], strength=0.9)
    plate.line(INK, 2.4, *furrows[2:], strength=0.7)
    spots = [(x + random.uniform(-20, 4) * size, foot - random.uniform(20, 150) * size) for _ in range(7)]
    lichen = [blob(random, left, up, 7 * size, 9 * size, knots=7) for left, up in spots]
    plate.ink(plate.within(plate.cut(*lichen), trunk), "#b9c2a4", 0.7)


def _fruit(plate: Plate, cx: float, cy: float, size: float, fruit: int) -> None:
    random = plate.random
    spots = [(cx + random.uniform(-170, 170) * size, cy + random.uniform(-90, 110) * size) for _ in range(fruit)]
    if size < 0.6:
        plate.fill(RED, *[oval(x, y, 5, 5, steps=12) for x, y in spots])
        return
    radius = 8.5 * size + 2
    for i, (x, y) in enumerate(spots):
        _apple(plate, x, y, radius, RED if i % 3 else RUSSET)


def _apple(plate: Plate, x: float, y: float, radius: float, tint: str) -> None:
    apple = plate.fill(tint, oval(x, y, radius, radius * 0.94, steps=20))
    plate.shade(apple, "#4f1a1a" if tint == RED else "#6f4518", 0.85, towards=40, start=0.3)
    plate.fill("#f6d9a0", oval(x - radius * 0.4, y - radius * 0.4, radius * 0.2, radius * 0.16, steps=10))
    plate.line(INK, 2, [(x, y - radius * 0.8), (x + 2, y - radius * 1.4)])


def _ladder(plate: Plate) -> None:
    """A tripod ladder leaning into the near tree."""
    feet, top = ((1068, 934), (1168, 946)), (1196, 566)
    plate.line("#7b5c3a", 9, [(1300, 930), top])
    plate.line("#d1a866", 10, [feet[0], (top[0] - 14, top[1])], [feet[1], (top[0] + 14, top[1])])
    rungs = []
    for i in range(1, 9):
        share = i / 9
        rungs.append(
            [
                (feet[0][0] + (top[0] - 14 - feet[0][0]) * share, feet[0][1] + (top[1] - feet[0][1]) * share),
                (feet[1][0] + (top[0] + 14 - feet[1][0]) * share, feet[1][1] + (top[1] - feet[1][1]) * share),
            ]
        )
    plate.line("#b98d4c", 8, *rungs)
    plate.line("#7b5c3a", 2.4, *[[(a[0], a[1] + 5), (b[0], b[1] + 5)] for a, b in rungs])


def _sisters(plate: Plate) -> None:
    """Two old women in aprons, one holding an apple up to the light."""
    _woman(plate, 700, 880, 1.12, "#4c5f7a", "#e9e2d4", lifted=True)
    _woman(plate, 816, 892, 1.06, "#8c4a44", "#c9c3bb", lifted=False)


def _woman(plate: Plate, x: float, foot: float, size: float, dress: str, hair: str, *, lifted: bool) -> None:
    def at(points: Sequence[Point]) -> Points:
        return [(x + px * size, foot + py * size) for px, py in points]

    plate.fill(SHADE, *[at(ripple(plate.random, 60, 4 + 5 * i, 210, 14)) for i in range(3)], strength=0.6)
    plate.line("#3a322c", 13 * size, at([(-12, -40), (-13, -2)]), at([(14, -40), (15, -2)]))
    plate.fill("#2f3a2e", at(oval(-8, 0, 17, 8)), at(oval(21, 0, 17, 8)))
    body = plate.fill(dress, at(curve([(-44, -34), (-36, -120), (-32, -176), (0, -194), (32, -176), (36, -120), (46, -34)], steps=6)))
    plate.shade(body, INK, 0.75, towards=0, start=0.3)
    apron = plate.fill("#efe3c4", at(curve([(-20, -172), (-22, -120), (-34, -52), (28, -52), (22, -120), (18, -172)], steps=5)))
    plate.shade(apron, "#8d7b58", 0.7, towards=20, start=0.3)
    face = plate.fill("#e0b08d", at(oval(0, -222, 22, 26)))
    plate.fill("#e0b08d", at(box(-8, -204, 17, 18)))
    plate.shade(face, "#86503a", 0.7, towards=0, start=0.4)
    crown = plate.fill(
        hair,
        at(
            curve(
                [(-24, -216), (-27, -240), (-12, -256), (12, -256), (27, -238), (25, -214), (16, -236), (-14, -236)], closed=True, steps=5
            )
        ),
        at(oval(14, -256, 12, 11)),
    )
    plate.shade(crown, "#6d665c", 0.6, towards=0, start=0.3)
    plate.line(INK, 2.4 * size, at([(-12, -222), (-5, -222)]), at([(5, -222), (12, -222)]))
    plate.line("#8d4a3c", 2.4 * size, at(curve([(-7, -208), (0, -205), (8, -209)], steps=4)))
    if lifted:
        plate.line(dress, 19 * size, at(curve([(-30, -166), (-62, -190), (-58, -246)], steps=6)))
        plate.fill("#e0b08d", at(oval(-57, -256, 10, 11)))
        _apple(plate, x - 58 * size, foot - 276 * size, 15, RUSSET)
        plate.line(dress, 18 * size, at(curve([(30, -166), (44, -130), (20, -100)], steps=6)))
    else:
        plate.line(
            dress,
            18 * size,
            at(curve([(-30, -166), (-44, -126), (-18, -98)], steps=6)),
            at(curve([(30, -166), (46, -126), (22, -96)], steps=6)),
        )
        plate.fill("#e0b08d", at(oval(-14, -96, 10, 9)), at(oval(18, -94, 10, 9)))


def _baskets(plate: Plate) -> None:
    for x, y, tint in ((936, 936, RED), (580, 944, RUSSET)):
        for row, lift in ((0, 0), (1, 15), (2, 27)):
            for i in range(5 - row):
                _apple(plate, x + (i - (4 - row) / 2) * 25, y - 4 - lift, 14, tint if (i + row) % 4 else RED)
        basket = plate.fill(
            "#b9824a",
            curve([(x - 66, y - 6), (x - 60, y + 46), (x - 40, y + 60), (x + 40, y + 60), (x + 60, y + 46), (x + 66, y - 6)], steps=6),
        )
        plate.shade(basket, "#4d331d", 0.85, towards=25, start=0.15)
        plate.line(
            "#7a5128",
            2.6,
            *[curve([(x - 64 + 2 * i, y + 11 * i), (x, y + 6 + 11 * i), (x + 64 - 2 * i, y + 11 * i)], steps=8) for i in range(5)],
        )
        plate.line("#e0b276", 8, curve([(x - 68, y - 6), (x, y + 2), (x + 68, y - 6)], steps=8))


def _fallen(plate: Plate) -> None:
    random = plate.random
    for x, y, tint in (
        (404, 930, RED),
        (452, 958, RUSSET),
        (346, 962, RED),
        (1252, 966, RUSSET),
        (1420, 936, RED),
        (1384, 964, RED),
        (246, 940, RUSSET),
        (1060, 972, RED),
    ):
        plate.fill(SHADE, ripple(random, x + 14, y + 11, 46, 8), strength=0.7)
        _apple(plate, x, y, 13, tint)
