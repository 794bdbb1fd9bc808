"""Cloonagh Strand the morning after: hundreds of yellow hard hats along the tideline, and a school class with crates."""

from collections.abc import Sequence

from .plate import Plate
from .shapes import Point, Points, blob, box, cloud, curve, ground, oval, ripple, turn

INK, SLATE, SEA, FOAM, SAND, WET, DUNE, YELLOW, AMBER, RED = (
    "#24303a",
    "#6d8592",
    "#7fa3a8",
    "#f1f3ea",
    "#e2cfa4",
    "#b7a88a",
    "#a9a676",
    "#f2bc2e",
    "#b5741d",
    "#c3452f",
)


def draw(plate: Plate) -> None:
    _sky(plate)
    _sea(plate)
    _beach(plate)
    _dunes(plate)
    _tideline(plate)
    _class(plate)
    _crates(plate)
    _near_hats(plate)


def _sky(plate: Plate) -> None:
    plate.wash(["#8fa6b0", "#b6c3c2", "#dcdccb", "#efe6cc"], bottom=440)
    plate.halo(520, 380, 700, "#fff7df", 0.8, flat=0.5)
    for x, y, length, high in ((340, 130, 900, 90), (1160, 190, 900, 84), (760, 290, 700, 40), (120, 300, 400, 36)):
        bank = plate.fill("#dfe2da", *cloud(plate.random, x, y, length, high))
        plate.shade(bank, SLATE, 0.75, towards=90)
    head = plate.fill("#8c9c9c", [(-10, 440), *curve([(-10, 356), (110, 366), (240, 396), (360, 424), (430, 438)], steps=7), (430, 442)])
    plate.shade(head, SLATE, 0.7, towards=90)


def _sea(plate: Plate) -> None:
    plate.wash(["#9fb8b6", SEA, "#86a9a8", "#a8c2b8", "#b4c8bb"], top=438, bottom=690)
    random = plate.random
    for tint, number, strength in (("#5f858f", 130, 0.6), (FOAM, 60, 0.7)):
        marks = []
        for _ in range(number):
            near = random.random() ** 1.3
            marks.append(ripple(random, random.uniform(-20, 1400), 446 + 170 * near, 30 + 190 * near * random.random(), 1.6 + 4 * near))
        plate.fill(tint, *marks, strength=strength)
    for y, shift, lift in ((520, 0, 12), (566, 70, 17)):
        line = curve([(x + shift, y + lift * (0.6 if i % 2 else -0.4)) for i, x in enumerate(range(-100, 1500, 130))], steps=8)
        roller = plate.fill("#6f969c", [*line, *[(x, py + 24) for x, py in reversed(line)]])
        plate.shade(roller, "#c9dcd2", 0.8, towards=90)
        foam = [
            ripple(random, x + random.uniform(-14, 14), py + random.uniform(0, 6), random.uniform(40, 120), random.uniform(5, 11))
            for x, py in line
        ]
        plate.fill(FOAM, *foam, strength=0.92)


EDGE: Points = curve([(-40, 650), (200, 668), (430, 640), (700, 640), (930, 606), (1160, 588), (1380, 548), (1640, 506)], steps=12)


def _beach(plate: Plate) -> None:
    random = plate.random
    wet = plate.fill(WET, ground(EDGE, 1010))
    plate.shade(wet, "#8fa6a2", 0.75, towards=-90, start=0.35)
    dry = plate.fill(SAND, ground([(x, y + 62 + 0.02 * x) for x, y in EDGE], 1010))
    plate.shade(dry, "#b98f5c", 0.5, towards=90, start=0.2)
    plate.line(FOAM, 12, [(x, y + random.uniform(-2, 2)) for x, y in EDGE])
    plate.line(FOAM, 4, [(x, y + 16 + random.uniform(-3, 3)) for x, y in EDGE], strength=0.7)
    ripples = [
        ripple(random, random.uniform(-20, 1620), random.uniform(740, 1000), random.uniform(50, 190), random.uniform(3, 8))
        for _ in range(130)
    ]
    plate.fill("#c6ad7c", *ripples[::2], strength=0.65)
    plate.fill("#f2e4c2", *ripples[1::2], strength=0.65)
    wrack = [
        blob(
            random,
            x + random.uniform(-16, 16),
            y + 66 + 0.02 * x + random.gauss(0, 7),
            random.uniform(5, 20),
            random.uniform(2, 6),
            knots=7,
            wobble=0.35,
        )
        for x, y in EDGE
        for _ in range(2)
    ]
    plate.fill("#5c5238", *wrack, strength=0.85)


def _dunes(plate: Plate) -> None:
    random = plate.random
    plate.fill("#efe7d2", box(1448, 410, 62, 44))
    plate.fill("#5d6a70", [(1440, 412), (1456, 384), (1502, 384), (1518, 412)])
    plate.fill(RED, box(1472, 420, 13, 24))
    dune = plate.fill(
        "#d3c493",
        [
            *curve([(1010, 640), (1130, 560), (1220, 520), (1330, 470), (1450, 450), (1540, 404), (1640, 396)], steps=8),
            *curve([(1640, 770), (1480, 742), (1290, 712), (1120, 676), (1010, 640)], steps=8),
        ],
    )
    plate.shade(dune, "#9a8a5c", 0.75, towards=120, start=0.1)
    blades = []
    for _ in range(340):
        x = random.uniform(1090, 1610)
        y = 654 - (x - 1090) * 0.42 + random.uniform(-30, 110)
        high = random.uniform(18, 44)
        blades.append(curve([(x, y), (x - high * 0.2, y - high * 0.6), (x - high * random.uniform(0.4, 0.8), y - high)], steps=3))
    plate.line("#6f7a48", 2.4, *blades[::2])
    plate.line(DUNE, 2.4, *blades[1::2])


def hat(plate: Plate, x: float, y: float, size: float, lean: float, *, upside_down: bool = False) -> None:
    """One hard hat on the sand, a little sunk, with its ridge and its shadow."""
    middle = (x, y)
    plate.fill(INK, ripple(plate.random, x + 8 * size, y + 12 * size, 92 * size, 12 * size), strength=0.4)
    shell = [
        *curve(
            [
                (x - 38 * size, y + 8 * size),
                (x - 34 * size, y - 20 * size),
                (x - 4 * size, y - 40 * size),
                (x + 28 * size, y - 22 * size),
                (x + 36 * size, y + 8 * size),
            ],
            steps=7,
        )
    ]
    brim = [
        *curve([(x - 43 * size, y + 5 * size), (x, y + 9 * size), (x + 40 * size, y + 4 * size), (x + 62 * size, y + 7 * size)], steps=5),
        *curve(
            [
                (x + 58 * size, y + 12 * size),
                (x + 20 * size, y + 17 * size),
                (x - 20 * size, y + 16 * size),
                (x - 43 * size, y + 12 * size),
            ],
            steps=5,
        ),
    ]
    if upside_down:
        lean += 180
    dome = plate.fill(YELLOW, turn(shell, lean, middle))
    plate.shade(dome, AMBER, 0.85, towards=50, start=0.3)
    plate.line(
        "#fbe08a",
        4.5 * size,
        turn(curve([(x - 22 * size, y - 22 * size), (x - 6 * size, y - 35 * size), (x + 14 * size, y - 26 * size)], steps=6), lean, middle),
    )
    plate.shade(plate.fill("#e0a524", turn(brim, lean, middle)), AMBER, 0.7, towards=90)
    if upside_down:
        plate.fill("#7a4d16", turn(oval(x, y + 10 * size, 34 * size, 7 * size), lean, middle))


def _tideline(plate: Plate) -> None:
    """Hats by the hundred, smaller toward the far end."""
    random = plate.random
    spots = []
    for _ in range(150):
        along = random.random()
        i = int(along * 0.64 * (len(EDGE) - 1))
        x, y = EDGE[i]
        near = 1 - along
        spots.append((x + random.uniform(-16, 16), y + 60 + random.gauss(0, 16) * (0.4 + near), 0.1 + 0.22 * near + 0.05 * random.random()))
    for x, y, size in sorted(spots, key=lambda spot: spot[1]):
        if size > 0.2:
            hat(plate, x, y, size, random.uniform(-30, 30), upside_down=random.random() < 0.25)
        else:
            plate.fill(YELLOW, oval(x, y, 40 * size, 26 * size, steps=14))
            plate.fill(AMBER, ripple(random, x, y + 16 * size, 90 * size, 16 * size))
    floating = [(random.uniform(60, 1000), random.uniform(530, 626)) for _ in range(16)]
    for x, y in floating:
        plate.fill(YELLOW, [(x - 8, y), *oval(x, y, 8, 7, steps=16)[8:], (x + 8, y)])
        plate.fill("#5f858f", ripple(random, x, y + 2, 26, 3))


CLASS = (
    (420, 806, 0.86, "#3f6a86", "carry"),
    (520, 818, 0.9, "#7a4a6a", "bend"),
    (640, 800, 0.82, "#4f7a52", "carry"),
    (742, 828, 1.2, RED, "board"),
    (856, 800, 0.8, "#d08a3c", "bend"),
    (960, 782, 0.74, "#3f6a86", "carry"),
    (1060, 748, 0.58, "#7a4a6a", "bend"),
    (1130, 730, 0.5, "#4f7a52", "carry"),
)


def _class(plate: Plate) -> None:
    """Children in coats, bending, carrying, one counting on a board; a teacher in red."""
    for x, foot, size, coat, pose in CLASS:
        _person(plate, x, foot, size, coat, pose)


def _person(plate: Plate, x: float, foot: float, size: float, coat: str, pose: str) -> None:
    def at(points: Sequence[Point]) -> Points:
        return [(x + px * size, foot + py * size) for px, py in points]

    plate.fill(INK, at(ripple(plate.random, 10, 3, 92, 10)), strength=0.4)
    plate.line("#39434c", 15 * size, at([(-10, -52), (-13, -6)]), at([(10, -52), (14, -6)]))
    plate.fill("#2f6a4f" if pose != "board" else INK, at(box(-22, -20, 17, 22)), at(box(6, -20, 17, 22)))
    tilt = 46 if pose == "bend" else 0
    hip = at([(0, -52)])[0]
    body = turn(at(curve([(-24, -44), (-26, -100), (-18, -126), (0, -134), (18, -126), (26, -100), (24, -44)], steps=6)), tilt, hip)
    jacket = plate.fill(coat, body)
    plate.shade(jacket, INK, 0.7, towards=0, start=0.35)
    plate.fill("#d9a583" if int(x) % 3 else "#8a5a40", turn(at(oval(2, -152, 17, 19)), tilt, hip))
    plate.fill(
        YELLOW if pose == "carry" else "#3a2a22",
        turn(at(curve([(-19, -152), (-16, -172), (2, -180), (20, -170), (22, -152)], steps=5)), tilt, hip),
    )
    if pose == "bend":
        plate.line(coat, 12 * size, [turn(at([(16, -110)]), tilt, hip)[0], at([(64, -30)])[0]])
        hat(plate, x + 74 * size, foot - 12 * size, 0.42 * size, 10)
    elif pose == "carry":
        plate.line(
            coat,
            12 * size,
            at(curve([(-22, -112), (-30, -84), (-4, -72)], steps=5)),
            at(curve([(22, -112), (32, -84), (10, -72)], steps=5)),
        )
        for i in range(3):
            hat(plate, x + 2 * size, foot - (70 + 17 * i) * size, 0.44 * size, 0)
    else:
        plate.line(
            coat,
            12 * size,
            at(curve([(-22, -112), (-34, -86), (-20, -78)], steps=5)),
            at(curve([(22, -112), (36, -92), (26, -84)], steps=5)),
        )
        plate.fill("#f4ecd8", at([(-28, -98), (24, -104), (30, -66), (-22, -60)]))
        plate.line(SLATE, 2, *[at([(-20, -90 + 8 * i), (20, -95 + 8 * i)]) for i in range(4)])


def _crates(plate: Plate) -> None:
    for x, y in ((1180, 850), (1310, 872)):
        for row in range(3):
            for i in range(4 - row):
                hat(plate, x + 22 + 32 * i + 16 * row, y - 4 - 20 * row, 0.44, plate.random.uniform(-14, 14))
        front = plate.fill("#4d7f95", box(x, y, 140, 62))
        plate.shade(front, INK, 0.75, towards=20, start=0.1)
        plate.fill("#35596b", *[box(x + 12 + 32 * i, y + 18, 22, 28) for i in range(4)])
        plate.line("#7fb0c0", 5, [(x - 3, y + 3), (x + 143, y + 3)])


def _near_hats(plate: Plate) -> None:
    for x, y, size, lean, over in (
        (150, 880, 1.9, -8, False),
        (340, 948, 1.5, 24, True),
        (560, 930, 1.15, -18, False),
        (980, 960, 1.7, 12, False),
        (1500, 960, 1.8, -20, True),
        (770, 972, 1.2, 8, True),
        (1240, 985, 1.0, 30, False),
    ):
        hat(plate, x, y, size, lean, upside_down=over)
        sand = [
            ripple(plate.random, x + plate.random.uniform(-30, 30) * size, y + (21 + 3 * i) * size, 120 * size, 7 * size) for i in range(2)
        ]
        plate.fill("#d8c193", *sand, strength=0.8)
