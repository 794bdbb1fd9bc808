"""Saturday market on Ropewalk Square: three stalls under striped awnings, their goods, and the people at them."""

from collections.abc import Sequence

from .birds import pigeon
from .plate import Plate
from .shapes import Point, Points, blob, box, curve, move, oval, ripple

INK, NAVY, TOMATO, LEAF, OCHRE, CREAM, PAPER, SLATE, WOOD = (
    "#22272e",
    "#2d4a63",
    "#c74a33",
    "#6b8447",
    "#dfa53f",
    "#f7ead0",
    "#efe2c8",
    "#75848c",
    "#9a6b42",
)
STREET = 700


def draw(plate: Plate) -> None:
    _sky(plate)
    _houses(plate)
    _bunting(plate)
    _pavement(plate)
    _behind(plate)
    _stall(plate, 60, 470, TOMATO)
    _stall(plate, 580, 450, NAVY)
    _stall(plate, 1080, 480, LEAF)
    _vegetables(plate, 60, 470)
    _fish(plate, 580, 450)
    _apples_and_bread(plate, 1080, 480)
    _in_front(plate)


def _sky(plate: Plate) -> None:
    plate.wash(["#9fc3c9", "#cfdccf", "#f2e6c6"], bottom=STREET)
    plate.halo(1300, 120, 520, "#fff5d6", 0.8)


def _houses(plate: Plate) -> None:
    walls = (
        ("#d9b48f", 220, 250),
        ("#b7c0b4", 190, 205),
        ("#d8907a", 210, 236),
        ("#e6cf9d", 180, 190),
        ("#9fb0b8", 230, 246),
        ("#cf9f87", 190, 210),
        ("#bdb89a", 220, 232),
        ("#d3a86f", 200, 214),
    )
    x = -20.0
    for wall, width, top in walls:
        front = plate.fill(wall, box(x, top, width, 520))
        plate.shade(front, SLATE, 0.55, towards=180, start=0.25)
        plate.fill("#5b6670", [(x - 5, top + 2), (x + 14, top - 54), (x + width - 14, top - 54), (x + width + 5, top + 2)])
        plate.fill("#8c5a48", box(x + width * 0.7, top - 92, 32, 56))
        plate.fill("#c07a55", box(x + width * 0.7 + 4, top - 104, 9, 14), box(x + width * 0.7 + 19, top - 104, 9, 14))
        for row in range(2):
            for i in range(3):
                left, upper = x + 22 + i * (width - 44 + 14) / 3, top + 30 + row * 110
                plate.fill(PAPER, box(left - 5, upper - 5, 44, 80))
                glass = plate.fill("#4c616c", box(left, upper, 34, 70))
                plate.shade(glass, "#dbe6df", 0.8, towards=-130, start=0.3)
                plate.line(PAPER, 3, [(left + 17, upper), (left + 17, upper + 70)], [(left, upper + 34), (left + 34, upper + 34)])
                if (i + row + int(x)) % 4 == 0:
                    plate.fill(LEAF, *[blob(plate.random, left + 6 + 11 * j, upper + 74, 9, 8) for j in range(3)])
                    plate.fill(TOMATO, *[oval(left + 4 + 12 * j, upper + 71, 4, 4) for j in range(3)])
        x += width


def _bunting(plate: Plate) -> None:
    for start, end, dip in (((-20, 150), (820, 130), 90), ((760, 120), (1640, 170), 100)):
        (ax, ay), (bx, by) = start, end
        rope = curve([(ax, ay), ((ax + bx) / 2, (ay + by) / 2 + dip), (bx, by)], steps=26)
        plate.line(INK, 2.4, rope)
        for i, (x, y) in enumerate(rope[1::3]):
            flag = plate.fill((TOMATO, CREAM, NAVY, OCHRE, LEAF)[i % 5], [(x - 17, y), (x + 17, y + 2), (x, y + 40)])
            plate.shade(flag, INK, 0.4, towards=20, start=0.3)


def _pavement(plate: Plate) -> None:
    plate.wash(["#b9b09c", "#cdc3aa", "#d8ccb0"], top=STREET)
    random = plate.random
    slabs = [
        ripple(random, random.uniform(-20, 1620), STREET + 14 + 290 * random.random(), random.uniform(40, 130), random.uniform(2, 5))
        for _ in range(170)
    ]
    plate.fill("#958c7b", *slabs[::2], strength=0.6)
    plate.fill("#eadfc6", *slabs[1::2], strength=0.7)
    plate.shade(plate.cut(box(-5, STREET - 10, 1610, 315)), "#6e6a66", 0.5, towards=-90, start=0.45)


def _stall(plate: Plate, x: float, width: float, tint: str) -> None:
    """Posts, a striped awning with a scalloped edge, a table with its cloth and the shadow below."""
    dark = plate.fill("#4b4239", box(x + 14, 420, width - 28, 220))
    plate.shade(dark, INK, 0.7, towards=-90)
    plate.fill(WOOD, box(x + 8, 392, 13, 420), box(x + width - 21, 392, 13, 420))
    stripes = 9
    for i in range(stripes):
        a, b = x - 26 + (width + 52) * i / stripes, x - 26 + (width + 52) * (i + 1) / stripes
        c, d = x + 30 + (width - 60) * i / stripes, x + 30 + (width - 60) * (i + 1) / stripes
        colour = tint if i % 2 == 0 else CREAM
        panel = plate.fill(colour, [(c, 300), (d, 300), (b, 404), (a, 404)])
        plate.shade(panel, INK, 0.45, towards=90, start=0.2)
        edge = plate.fill(colour, [(a, 404), (b, 404), *oval((a + b) / 2, 412, (b - a) / 2, 26, steps=24)[0:13]])
        plate.shade(edge, INK, 0.65, towards=90)
    plate.line(INK, 3, [(x - 26, 404), (x + width + 26, 404)], strength=0.5)
    under = plate.cut([(x + 14, 432), (x + width - 14, 432), (x + width - 14, 520), (x + 14, 520)])
    plate.shade(under, INK, 0.85, towards=-90)
    cloth = plate.fill(CREAM if tint != LEAF else "#e8d9b5", [(x - 8, 640), (x + width + 8, 640), (x + width + 14, 806), (x - 14, 806)])
    plate.shade(cloth, "#7d7768", 0.6, towards=90, start=0.2)
    folds = [curve([(x + 20 + i * 52, 652), (x + 15 + i * 52, 730), (x + 22 + i * 52, 802)], steps=5) for i in range(int(width / 52))]
    plate.line("#a59b86", 4, *folds, strength=0.7)
    shade = plate.cut([(x - 14, 806), (x + width + 14, 806), (x + width + 70, 846), (x + 40, 846)])
    plate.ink(shade, INK, 0.45)


def _behind(plate: Plate) -> None:
    """Passers-by between the stalls, farther off."""
    for x, foot, size, coat in (
        (548, 712, 0.74, "#5b4452"),
        (1052, 716, 0.78, "#7d8a5a"),
        (20, 716, 0.76, "#a4614a"),
        (1584, 716, 0.76, NAVY),
    ):
        _person(plate, x, foot, size, coat, "#c8926e", INK)


def _person(plate: Plate, x: float, foot: float, size: float, coat: str, skin: str, hair: str, *, hat: str = "") -> None:
    def at(points: Sequence[Point]) -> Points:
        return [(x + px * size, foot + py * size) for px, py in points]

    plate.fill(INK, *[at(ripple(plate.random, 10, 2, 110, 14))], strength=0.4)
    plate.line("#31343c", 19 * size, at([(-12, -84), (-13, -6)]), at([(14, -84), (16, -6)]))
    plate.fill(INK, at(oval(-9, -3, 15, 7)), at(oval(20, -3, 15, 7)))
    body = plate.fill(coat, at(curve([(-36, -76), (-38, -150), (-28, -196), (0, -210), (28, -196), (40, -150), (38, -76)], steps=6)))
    plate.shade(body, INK, 0.75, towards=180, start=0.3)
    plate.fill(skin, at(box(-8, -222, 17, 22)))
    # Everyone in front looks at the stalls: ears and the back of a head, no face.
    plate.fill(skin, at(oval(-20, -232, 5, 7)), at(oval(21, -232, 5, 7)))
    head = plate.fill(
        hair,
        at(
            curve([(-20, -226), (-23, -250), (-8, -264), (14, -262), (24, -246), (20, -226), (10, -214), (-10, -214)], closed=True, steps=5)
        ),
    )
    plate.shade(head, INK, 0.5, towards=180, start=0.3)
    if hat:
        plate.fill(hat, at(curve([(-24, -250), (-18, -274), (2, -280), (20, -272), (25, -250)], steps=5)), at(box(-32, -254, 62, 7)))


def _seller(plate: Plate, x: float, coat: str, apron: str, skin: str, hair: str, hat: str = "") -> None:
    """Behind the table: only what shows above it."""
    body = plate.fill(
        coat, curve([(x - 52, 650), (x - 50, 566), (x - 34, 524), (x, 512), (x + 34, 524), (x + 50, 566), (x + 52, 650)], steps=6)
    )
    plate.shade(body, INK, 0.75, towards=180, start=0.35)
    plate.fill(apron, [(x - 26, 560), (x + 26, 560), (x + 32, 650), (x - 32, 650)])
    plate.line(apron, 5, [(x - 24, 562), (x - 14, 520)], [(x + 24, 562), (x + 14, 520)])
    plate.fill(skin, box(x - 10, 496, 20, 24))
    face = plate.fill(skin, oval(x, 478, 24, 29))
    plate.shade(face, "#6d3b2c", 0.6, towards=180, start=0.35)
    plate.fill(
        hair,
        curve(
            [(x - 27, 486), (x - 28, 460), (x - 10, 444), (x + 16, 446), (x + 29, 464), (x + 26, 486), (x + 18, 466), (x - 12, 464)],
            closed=True,
            steps=5,
        ),
    )
    if hat:
        plate.fill(hat, curve([(x - 29, 460), (x - 22, 434), (x, 426), (x + 22, 434), (x + 29, 460)], steps=5))
    plate.line(INK, 2.4, [(x - 12, 480), (x - 5, 480)], [(x + 6, 480), (x + 13, 480)])
    plate.line("#8a3f35", 2.4, curve([(x - 7, 493), (x + 1, 497), (x + 9, 492)], steps=4))


def _crate(plate: Plate, x: float, y: float, width: float, high: float) -> None:
    front = plate.fill("#b98550", box(x, y, width, high))
    plate.shade(front, "#5c3b22", 0.7, towards=90)
    plate.line("#5c3b22", 2.6, [(x, y + high * 0.36), (x + width, y + high * 0.36)], [(x, y + high * 0.7), (x + width, y + high * 0.7)])
    plate.fill("#8a5f38", box(x, y, 8, high), box(x + width - 8, y, 8, high))


def _heap(plate: Plate, x: float, y: float, width: float, tint: str, dark: str, size: float) -> None:
    """A crate's round goods: two rows and a crown."""
    random = plate.random
    for row, lift in ((0, 0.0), (1, 0.9), (2, 1.7)):
        count = int(width / (size * 2)) - row
        for i in range(count):
            cx = x + width / 2 + (i - (count - 1) / 2) * size * 1.95 + random.uniform(-2, 2)
            item = plate.fill(tint, oval(cx, y - size * 0.5 - lift * size, size, size * 0.94, steps=22))
            plate.shade(item, dark, 0.8, towards=130, start=0.25)


def _vegetables(plate: Plate, x: float, width: float) -> None:
    _seller(plate, x + 250, "#47624f", "#e8dcc2", "#d9a583", "#7a3d24")
    goods = (("#c23f2c", "#6d1f1b", 15), ("#e08a35", "#8a4220", 13), ("#76944a", "#35502b", 17))
    for i, (tint, dark, size) in enumerate(goods):
        left = x + 8 + i * 154
        _heap(plate, left, 596, 140, tint, dark, size)
        _crate(plate, left, 592, 142, 52)
    random = plate.random
    _crate(plate, x + 14, 824, 150, 70)
    _heap(plate, x + 14, 826, 150, "#e7d6ae", "#8f7346", 17)
    leeks = [
        curve([(x + 210 + 13 * i, 884), (x + 206 + 13 * i, 836), (x + 196 + 14 * i + random.uniform(-9, 9), 786)], steps=5)
        for i in range(8)
    ]
    plate.line("#eef0d6", 10, *[leek[:5] for leek in leeks])
    plate.line("#5f8a4c", 9, *[leek[4:] for leek in leeks])
    _crate(plate, x + 194, 862, 124, 44)


def _fish(plate: Plate, x: float, width: float) -> None:
    _seller(plate, x + 210, "#7d8f9c", "#f4efe2", "#8a5a40", "#1f1a1b", NAVY)
    slab = plate.fill("#dfe9e6", [(x + 10, 584), (x + width - 10, 584), (x + width + 6, 652), (x - 6, 652)])
    plate.shade(slab, "#8fa9b0", 0.7, towards=90)
    random = plate.random
    ice = [
        blob(random, random.uniform(x + 10, x + width - 10), random.uniform(584, 646), random.uniform(5, 12), random.uniform(4, 8), knots=6)
        for _ in range(130)
    ]
    plate.fill("#f8fcfa", *ice[::2])
    plate.fill("#b5cdd2", *ice[1::2], strength=0.8)
    for i in range(6):
        _mackerel(plate, x + 66 + i * 46, 598 + 27 * (i % 2), 1.15, ("#4f7480", "#77898a", "#b5604a")[i % 3])
    plate.fill("#e9b53f", *[oval(x + 40 + 92 * i, 640, 9, 7) for i in range(5)])
    plate.line("#5f8a4c", 4, *[curve([(x + 90 + 88 * i, 646), (x + 98 + 88 * i, 628), (x + 112 + 88 * i, 624)], steps=4) for i in range(4)])
    _scales(plate, x + 376)


def _mackerel(plate: Plate, x: float, y: float, size: float, tint: str) -> None:
    outline = curve(
        [(-46, 0), (-24, -11), (10, -11), (38, -2), (58, -13), (54, 0), (58, 12), (38, 3), (10, 11), (-24, 10)], closed=True, steps=5
    )
    fish = plate.fill("#dfe6e2", move([(px * size, py * size) for px, py in outline], x, y))
    plate.shade(fish, tint, 1.0, towards=-90, start=0.2)
    plate.line(INK, 2, *[[(x + dx, y - 9), (x + dx + 5, y - 2)] for dx in range(-18, 30, 9)], strength=0.7)
    plate.fill(INK, oval(x - 34, y - 2, 2.6, 2.6))


def _scales(plate: Plate, x: float) -> None:
    plate.fill("#b9c2c2", [(x - 26, 648), (x + 26, 648), (x + 16, 596), (x - 16, 596)])
    plate.fill("#f7f1e0", oval(x, 616, 17, 17))
    plate.line(TOMATO, 3, [(x, 616), (x + 9, 606)])
    plate.fill("#8d999b", curve([(x - 50, 580), (x - 38, 596), (x + 38, 596), (x + 50, 580)], steps=5))


def _apples_and_bread(plate: Plate, x: float, width: float) -> None:
    _seller(plate, x + 180, "#8c3d44", "#e3cf9e", "#e0b08d", "#d8d2c6", "")
    _seller(plate, x + 330, "#3f5f74", "#efe6cf", "#b67a55", "#2b1c17", OCHRE)
    for i, (tint, dark) in enumerate((("#c9503a", "#7a2320"), ("#d8b64c", "#8c6a24"))):
        left = x + 10 + i * 120
        _heap(plate, left, 598, 108, tint, dark, 13)
        _crate(plate, left, 594, 108, 50)
    for i in range(4):
        loaf = plate.fill(
            "#c98a48",
            curve(
                [
                    (x + 268 + i * 50, 640),
                    (x + 262 + i * 50, 612),
                    (x + 286 + i * 50, 594),
                    (x + 312 + i * 50, 612),
                    (x + 308 + i * 50, 640),
                ],
                closed=True,
                steps=5,
            ),
        )
        plate.shade(loaf, "#6d3d1c", 0.8, towards=110, start=0.25)
        plate.line("#f0d3a0", 3.5, *[[(x + 274 + i * 50 + 10 * j, 616), (x + 282 + i * 50 + 10 * j, 604)] for j in range(3)])


def _in_front(plate: Plate) -> None:
    _person(plate, 392, 946, 1.28, OCHRE, "#dca985", "#4c2f20")
    _basket(plate, 462, 838)
    _person(plate, 872, 960, 1.34, "#4f5f7d", "#7a4c36", "#191516", hat=TOMATO)
    _person(plate, 970, 964, 0.86, TOMATO, "#7a4c36", "#191516")
    _person(plate, 1460, 950, 1.3, "#5c6b4c", "#e2b493", "#cfc8bb", hat=NAVY)
    _dog(plate)
    for x, y, facing in ((676, 930, 1), (730, 950, -1), (640, 956, 1)):
        pigeon(plate, x, y, facing, "#59646e", INK)


# fmt: off
DOG: Points = [
    (1196, 936), (1200, 902), (1240, 896), (1282, 898), (1300, 872), (1322, 876), (1330, 892), (1312, 902), (1304, 940), (1294, 966),
    (1284, 966), (1282, 932), (1226, 932), (1222, 966), (1210, 966),
]
# fmt: on


def _dog(plate: Plate) -> None:
    """On a red lead, with a brown saddle."""
    plate.fill(INK, ripple(plate.random, 1256, 966, 150, 12), strength=0.4)
    tail = curve([(1200, 912), (1178, 892), (1172, 872), (1184, 884), (1208, 900)], closed=True, steps=4)
    plate.shade(plate.fill("#e9dcc2", curve(DOG, closed=True, steps=5), tail), "#6b5b4a", 0.75, towards=115, start=0.25)
    ear = curve([(1302, 874), (1292, 890), (1300, 904), (1310, 886)], closed=True, steps=4)
    saddle = curve([(1226, 900), (1262, 896), (1268, 918), (1232, 920)], closed=True, steps=4)
    plate.fill("#4a3526", ear, oval(1328, 886, 4, 4), saddle)
    plate.line(TOMATO, 3, curve([(1306, 908), (1360, 930), (1412, 840)], steps=8))


def _basket(plate: Plate, x: float, y: float) -> None:
    plate.line("#8a5a30", 6, curve([(x - 44, y), (x - 30, y - 52), (x, y - 66), (x + 30, y - 52), (x + 44, y)], steps=6))
    plate.line(
        "#5f8a4c", 7, *[curve([(x - 10 + 9 * i, y), (x - 16 + 11 * i, y - 30), (x - 24 + 16 * i, y - 44)], steps=4) for i in range(4)]
    )
    plate.fill("#c23f2c", oval(x - 24, y - 4, 13, 12), oval(x + 28, y - 2, 13, 12))
    weave = plate.fill("#c0884a", [(x - 50, y), (x + 50, y), (x + 40, y + 54), (x - 40, y + 54)])
    plate.shade(weave, "#5c3b1e", 0.75, towards=120, start=0.1)
    plate.line("#7a5128", 2.4, *[[(x - 48 + 3 * i, y + 11 * i), (x + 48 - 3 * i, y + 11 * i)] for i in range(1, 5)])
