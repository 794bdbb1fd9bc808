"""The Tholsel, the old council hall, across a wet Ropewalk Square on a morning after rain."""

from collections.abc import Sequence

from .birds import pigeon
from .plate import Plate
from .shapes import Point, Points, blob, box, cloud, curve, move, oval, ripple, turn

INK, SLATE, STEEL, STONE, CREAM, BRICK, MUSTARD, DAMP = (
    "#1d2932",
    "#3f5260",
    "#8799a1",
    "#dcc69b",
    "#f4e6c8",
    "#a4513c",
    "#dc9f3d",
    "#a3a7a6",
)
FOOT = 726


def draw(plate: Plate) -> None:
    _sky(plate)
    _terrace(plate)
    _hall(plate)
    _tower(plate)
    _tree(plate, 1400, 730, 1.12)
    _square(plate)
    _people(plate)
    _pigeons(plate)


def _sky(plate: Plate) -> None:
    plate.wash(["#9fb6bb", "#c6cfc6", "#ecdfc2", "#f6e8cb"], bottom=FOOT)
    plate.halo(210, 300, 620, "#fff3d6", 0.8, flat=0.8)
    for x, y, length, high in ((300, 190, 620, 70), (1240, 130, 760, 84), (1420, 330, 520, 46), (60, 400, 420, 40)):
        bank = plate.fill("#dfe0d5", *cloud(plate.random, x, y, length, high))
        plate.shade(bank, STEEL, 0.7, towards=90, start=0.1)


def arch(x: float, foot: float, width: float, high: float) -> Points:
    """A round-headed opening, by its left foot."""
    spring = foot - high + width / 2
    return [
        (x, foot),
        *oval(x + width / 2, spring, width / 2, width / 2, steps=32)[16:],
        (x + width, spring),
        (x + width, foot),
    ]


def _terrace(plate: Plate) -> None:
    """The neighbours: shopfronts to the left and right, lower and in shadow."""
    fronts = (
        (-40, 190, 386, "#8d6a5b"),
        (150, 150, 420, "#6f7f83"),
        (1150, 170, 400, "#7c5d54"),
        (1320, 150, 440, "#93866f"),
        (1470, 190, 396, "#6a6f78"),
    )
    for x, width, top, wall in fronts:
        front = plate.fill(wall, box(x, top, width, FOOT - top))
        plate.shade(front, INK, 0.6, towards=90 if x < 700 else 0)
        plate.fill(SLATE, [(x - 6, top), (x + 16, top - 58), (x + width - 16, top - 58), (x + width + 6, top)])
        plate.fill("#5a4a48", box(x + width - 56, top - 104, 34, 60))
        panes = [box(x + 24 + i * (width - 48) / 3, top + 36 + 104 * row, 32, 60) for i in range(3) for row in range(2)]
        plate.fill(INK, *panes)
        plate.line(CREAM, 3, *[[pane[0], pane[1], pane[2], pane[3], pane[0]] for pane in panes])
        shop = "#27474c" if x in (150, 1320) else "#6d2f2c"
        plate.fill(shop, box(x + 8, FOOT - 112, width - 16, 112))
        plate.fill(
            MUSTARD if x != 150 else "#f1d48c", *[box(x + 22 + i * (width - 44) / 2, FOOT - 84, (width - 60) / 2, 60) for i in range(2)]
        )
        plate.fill(CREAM, box(x + 8, FOOT - 116, width - 16, 18), strength=0.9)


def _hall(plate: Plate) -> None:
    front = plate.fill(STONE, box(300, 372, 850, FOOT - 372))
    plate.shade(front, "#8b775f", 0.75, towards=12, start=0.2)
    _courses(plate)
    plate.fill(SLATE, [(286, 356), (372, 262), (1078, 262), (1164, 356)])
    roof = plate.cut([(286, 356), (372, 262), (1078, 262), (1164, 356)])
    plate.shade(roof, INK, 0.9, towards=20, start=0.1)
    slates = plate.strokes([[(280, 348 - 12 * i), (1170, 348 - 12 * i)] for i in range(8)], 2)
    plate.ink(plate.within(slates, roof), "#7c919b", 0.45)
    plate.fill(CREAM, box(284, 352, 882, 12), box(292, 366, 866, 8), box(300, 548, 850, 11))
    plate.fill("#8b775f", box(300, 374, 850, 6), box(300, 559, 850, 4), strength=0.7)
    for i in range(5):
        _bay(plate, 334 + i * 164, lit=i in (0, 3, 4))
    plate.fill("#b39c78", box(290, 706, 870, 20))
    for x in (300, 1122):
        plate.fill("#e8d4aa", *[box(x, 380 + 42 * i, 28 if i % 2 else 20, 38) for i in range(8)])


def _courses(plate: Plate) -> None:
    random = plate.random
    stones = [box(308 + random.uniform(0, 790), 384 + 21 * random.randrange(16), random.uniform(24, 58), 17) for _ in range(90)]
    plate.fill("#b59f7c", *stones, strength=0.45)
    plate.fill("#ecd9b1", *[move(stone, 37, 21) for stone in stones[:40] if stone[1][0] < 1080], strength=0.5)


def _bay(plate: Plate, x: float, *, lit: bool) -> None:
    """One of five: an arch below with a warm passage behind it, a tall window above."""
    plate.fill("#eddcb6", arch(x - 13, FOOT - 20, 144, 152))
    hollow = plate.fill("#2a2b31", arch(x, FOOT - 20, 118, 138))
    plate.halo(x + 59, FOOT - 76, 92, MUSTARD if lit else "#8a5b34", 0.75, inside=hollow)
    plate.fill("#e9d6ab", [(x + 49, FOOT - 178), (x + 69, FOOT - 178), (x + 66, FOOT - 146), (x + 52, FOOT - 146)])
    plate.fill(CREAM, box(x + 14, 404, 90, 134), [(x + 8, 404), (x + 59, 380), (x + 110, 404)])
    glass = plate.fill("#33424d", box(x + 22, 410, 74, 120))
    plate.shade(glass, "#c9d3cc", 0.8, towards=-125, start=0.35)
    if lit:
        plate.fill("#f0c266", box(x + 22, 472, 74, 58), strength=0.92)
    bars = [[(x + 59, 410), (x + 59, 530)], [(x + 22, 450), (x + 96, 450)], [(x + 22, 490), (x + 96, 490)]]
    plate.line(CREAM, 4, *bars, [(x + 22, 470), (x + 96, 470)])
    plate.fill("#eedcb4", box(x + 6, 536, 106, 9))


def _tower(plate: Plate) -> None:
    """Clock, louvres and copper cap over the middle bay. The clock stands at four minutes to seven."""
    body = plate.fill(STONE, box(640, 138, 170, 226))
    plate.shade(body, "#8b775f", 0.9, towards=0, start=0.25)
    plate.fill(CREAM, box(630, 356, 190, 10), box(632, 132, 186, 12))
    plate.fill("#eddcb6", [(640, 364), (725, 318), (810, 364)])
    dial = (725.0, 222.0)
    plate.fill("#c4ad84", oval(*dial, 66, 66))
    plate.fill("#faf1da", oval(*dial, 57, 57))
    plate.line(INK, 5, *[_hand(dial, 30 * hour, 44, 52) for hour in range(12)])
    plate.line(INK, 6, _hand(dial, 208, 0, 28), _hand(dial, 336, 0, 45))
    plate.fill(BRICK, oval(*dial, 6, 6))
    lantern = plate.fill("#d3bd92", box(668, 72, 114, 62))
    plate.shade(lantern, "#8b775f", 0.9, towards=0, start=0.3)
    plate.fill(INK, *[arch(678 + 34 * i, 130, 24, 52) for i in range(3)])
    dome = plate.fill("#5f9286", [(660, 74), *curve([(664, 72), (680, 34), (725, 16), (770, 34), (786, 72)], steps=8), (790, 74)])
    plate.shade(dome, INK, 0.8, towards=10, start=0.3)
    plate.line(INK, 4, [(725, 18), (725, -20)])
    plate.line(INK, 3, [(985, 264), (985, 150)])
    flag = plate.fill(
        BRICK, [*curve([(987, 154), (1020, 146), (1050, 160), (1084, 150)]), *curve([(1084, 198), (1050, 206), (1020, 192), (987, 200)])]
    )
    plate.shade(flag, INK, 0.5, towards=0)


def _hand(dial: Point, degrees: float, inner: float, outer: float) -> Points:
    from_middle = oval(*dial, 1, 1, steps=360)[(round(degrees) - 90) % 360]
    x, y = from_middle[0] - dial[0], from_middle[1] - dial[1]
    return [(dial[0] + x * inner, dial[1] + y * inner), (dial[0] + x * outer, dial[1] + y * outer)]


def _tree(plate: Plate, x: float, foot: float, size: float) -> None:
    """A lime with its lower crown thinned."""
    random = plate.random
    plate.fill("#3a3230", [(x - 15, foot), (x - 8, foot - 190 * size), (x + 9, foot - 190 * size), (x + 17, foot)])
    plate.line("#3a3230", 7, *[[(x, foot - 150 * size), (x + dx, foot - 270 * size)] for dx in (-70, -26, 40, 82)])
    middle = foot - 300 * size
    for tint, number, lean in (("#3f4f38", 46, 14), ("#66733f", 40, -4), ("#93903f", 26, -22), ("#c3a650", 12, -36)):
        leaves = []
        for _ in range(number):
            reach, way = random.random() ** 0.6 * (1 - (14 - lean) / 160), random.uniform(0, 360)
            spot = turn([(x + 118 * size * reach, middle)], way, (x, middle))[0]
            leaves.append(
                blob(
                    random,
                    spot[0] + lean * size,
                    middle + (spot[1] - middle) * 0.86 + lean * size,
                    25 * size,
                    19 * size,
                    knots=8,
                    wobble=0.3,
                )
            )
        crown = plate.fill(tint, *leaves)
        plate.shade(crown, INK, 0.5, towards=45, start=0.4)


def _square(plate: Plate) -> None:
    ground = plate.cut([(-5, FOOT), (1605, FOOT), (1605, 1005), (-5, 1005)])
    plate.wash(["#b9b3a2", "#a3a09b", "#878b8f", "#6a737b"], top=FOOT)
    plate.reflect(FOOT, 250, 0.62, sway=3, ground=ground)
    random = plate.random
    setts = []
    for row in range(26):
        y = FOOT + 10 + 264 * (row / 26) ** 1.5
        setts += [ripple(random, random.uniform(-20, 1620), y, 20 + row * 4.2, 1.2 + row * 0.16) for _ in range(30)]
    plate.fill(INK, *setts[::2], strength=0.34)
    plate.fill("#e9e3d2", *setts[1::2], strength=0.34)
    plate.shade(ground, INK, 0.45, towards=90, start=0.35)
    for x, y, length in ((380, 850, 420), (1050, 900, 560), (700, 960, 400), (1330, 800, 260)):
        plate.fill(
            "#d9dcd3",
            *[ripple(random, x + random.uniform(-30, 30), y + 7 * i, length * random.uniform(0.6, 1), 8) for i in range(3)],
            strength=0.55,
        )
    kerb = plate.fill("#c9bd9f", box(-5, FOOT - 2, 1610, 9))
    plate.shade(kerb, INK, 0.5, towards=0, start=0.3)


def _people(plate: Plate) -> None:
    _walker(plate, 470, 846, 1.15, "#7d2f2b", umbrella=BRICK)
    _walker(plate, 906, 782, 0.8, "#274b54", umbrella="")
    _walker(plate, 944, 784, 0.78, "#c08a35", umbrella="")
    _walker(plate, 1224, 880, 1.3, INK, umbrella="#2f5a63")
    _walker(plate, 240, 770, 0.7, "#4b4452", umbrella="")


UMBRELLA = [
    *curve([(-42, -140), (-22, -180), (22, -194), (66, -180), (86, -140)], steps=7),
    *curve([(86, -140), (64, -149), (43, -140), (22, -149), (1, -140), (-20, -149), (-42, -140)], steps=4),
]


def _walker(plate: Plate, x: float, foot: float, size: float, coat: str, *, umbrella: str) -> None:
    def at(points: Sequence[Point]) -> Points:
        return [(x + px * size, foot + py * size) for px, py in points]

    plate.fill(INK, *[at(ripple(plate.random, 0, 8 + 9 * i, 62 - 6 * i, 7)) for i in range(7)], strength=0.4)
    plate.line(INK, 9 * size, at([(-4, -46), (-14, -2)]), at([(6, -46), (16, -4)]))
    body = plate.fill(coat, at(curve([(-22, -40), (-19, -96), (-6, -114), (10, -113), (20, -94), (24, -38)], steps=6)))
    plate.shade(body, INK, 0.7, towards=0, start=0.35)
    plate.fill("#4a2f2a", at(oval(3, -126, 11, 13)))
    plate.fill(INK, at([(-9, -128), (-6, -142), (10, -142), (15, -130)]))
    if umbrella:
        plate.line(INK, 3 * size, at([(18, -80), (22, -186)]))
        plate.fill("#4a2f2a", at(oval(19, -82, 5, 5)))
        cover = plate.fill(umbrella, at(UMBRELLA))
        plate.shade(cover, INK, 0.75, towards=20, start=0.3)


def _pigeons(plate: Plate) -> None:
    for x, y, facing in ((640, 880, 1), (690, 902, -1), (742, 868, 1), (600, 916, 1), (818, 894, -1)):
        pigeon(plate, x, y, facing, "#3c4650", INK)
    for x, y in ((520, 250), (560, 226), (474, 214)):
        plate.fill(
            "#46525a",
            curve(
                [(x - 24, y - 12), (x - 4, y - 3), (x + 6, y - 20), (x + 10, y - 2), (x + 22, y + 3), (x - 2, y + 6)], closed=True, steps=4
            ),
        )
