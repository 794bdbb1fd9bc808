"""The inner harbour at dusk: quay houses, three boats, the last light behind Carn Head."""

from .birds import gull
from .boats import Berth, Paint, punt, trawler, wake_of
from .plate import Plate
from .shapes import Points, box, cloud, curve, ground, oval, ridge, ripple

NIGHT, SLATE, TEAL, WINE, CORAL, APRICOT, STRAW = "#12262f", "#23434d", "#3d6a70", "#6d3644", "#cf6a4c", "#eea766", "#f9dfae"
SHORE = 520


def draw(plate: Plate) -> None:
    _sky(plate)
    _far_land(plate)
    _water(plate)
    _quay(plate)
    _fleet(plate)
    _near_posts(plate)
    _gulls(plate)


def _sky(plate: Plate) -> None:
    plate.wash(["#24505c", "#4d7d7e", "#a89a82", "#eda870", "#f8d9a0"], bottom=SHORE)
    plate.halo(1085, SHORE - 30, 560, STRAW, 0.9, flat=0.5)
    plate.halo(1085, SHORE - 10, 260, "#fff2cf", 0.9, flat=0.6)
    random = plate.random
    for x, y, length, high in ((1230, 250, 720, 66), (700, 190, 560, 44), (1480, 120, 520, 46), (930, 96, 420, 26), (760, 330, 420, 30)):
        bank = plate.fill("#8a6462", *cloud(random, x, y, length, high), strength=0.85)
        plate.shade(bank, WINE, 0.75, towards=-90, start=0.1)
        lit = [
            ripple(random, x + random.uniform(-0.2, 0.2) * length, y + 7 + 3 * i, length * random.uniform(0.4, 0.8), 7) for i in range(4)
        ]
        plate.fill(CORAL if y < 200 else "#f3b27a", *lit, strength=0.9)


def _far_land(plate: Plate) -> None:
    for colour, height, rise, left in (("#8d6f6b", 470, 60, 560), ("#5d545c", 500, 46, 700)):
        land = plate.fill(colour, ground(ridge(plate.random, left, 1640, height, rise, bumps=8), SHORE))
        plate.shade(land, APRICOT, 0.5, towards=-90)
    head = [(1240, SHORE), *curve([(1240, 518), (1330, 478), (1420, 462), (1500, 420), (1620, 396)]), (1620, SHORE)]
    plate.shade(plate.fill(SLATE, head), NIGHT, 0.7, towards=90)
    plate.halo(1464, 362, 110, "#fff2cf", 0.75)
    tower = plate.fill("#e9d9bd", [(1450, 444), (1456, 374), (1472, 374), (1478, 438)])
    plate.shade(tower, WINE, 0.9, towards=180)
    plate.fill(NIGHT, [(1451, 376), (1477, 376), (1477, 370), (1473, 370), (1473, 354), (1464, 342), (1455, 354), (1455, 370), (1451, 370)])
    plate.fill("#fffbe6", box(1459, 356, 10, 12))


def _water(plate: Plate) -> None:
    plate.wash(["#f3cf98", "#d99772", "#7d7f79", "#2f5963", "#1b3b46", NIGHT], top=SHORE, bottom=1000)
    random = plate.random
    for tint, number, spread, middle in ((STRAW, 90, 150, 1085), (CORAL, 120, 420, 1000), (SLATE, 190, 900, 800), (NIGHT, 120, 900, 800)):
        marks = []
        for _ in range(number):
            near = random.random() ** (2.2 if tint == STRAW else 1.1)
            deep = near if tint in (STRAW, CORAL) else 0.12 + 0.88 * near
            y = SHORE + 6 + deep * 460
            marks.append(
                ripple(
                    random,
                    random.gauss(middle, spread * (0.3 + deep)),
                    y,
                    26 + 170 * deep * random.random(),
                    2 + 9 * deep * random.random(),
                )
            )
        plate.fill(tint, *marks, strength=0.75)


def _quay(plate: Plate) -> None:
    random, x = plate.random, -30.0
    for number, (wall, width) in enumerate(HOUSES):
        high = 470 - 250 * (1 - x / 800) * random.uniform(0.82, 1.05) + 20
        _house(plate, x, width * (1 - x / 1700), high, wall, lit=number % 3 != 1)
        x += width * (1 - x / 1700)
    face = plate.fill("#3a3f45", [(-10, 548), (760, 512), (812, 514), (812, 540), (-10, 700)])
    plate.shade(face, NIGHT, 0.95, towards=90, start=0.1)
    below = plate.cut([(-10, 699), (812, 540), (812, 566), (-10, 880)])
    plate.shade(below, NIGHT, 0.75, towards=-78)
    courses = [[(-10, 548 + 38 * i), (812, 513 + 7 * i)] for i in range(1, 4)]
    plate.line(NIGHT, 2, *courses, strength=0.7)
    plate.line("#caa27b", 4, [(-10, 547), (760, 511), (812, 513)])
    _on_the_quay(plate)
    for step in range(4):
        lamp_x = 110 + step * 185
        foot = 545 - lamp_x * 0.045
        plate.line(NIGHT, 5 - step * 0.7, [(lamp_x, foot), (lamp_x, foot - 120 + step * 18)])
        plate.halo(lamp_x, foot - 124 + step * 18, 84 - 12 * step, "#ffe4a3", 0.7)
        plate.fill("#fff3cf", box(lamp_x - 6, foot - 130 + step * 18, 12, 10))


def _on_the_quay(plate: Plate) -> None:
    """Tyres, a ladder, stacked boxes, two people, and the windows again in the water."""
    for x in range(60, 780, 92):
        y = 592 - x * 0.06
        high = 30 - x * 0.019
        plate.ink(plate.without(plate.cut(oval(x, y, high * 0.5, high)), plate.cut(oval(x, y, high * 0.2, high * 0.5))), "#171d22")
    plate.line("#6f5b50", 4, [(300, 536), (300, 644)], [(322, 535), (322, 640)], *[[(300, y), (322, y)] for y in range(550, 640, 15)])
    for x, y in ((192, 528), (192, 512), (192, 496), (228, 527), (228, 511), (420, 519), (446, 518), (432, 506)):
        plate.shade(plate.fill("#b9763f", box(x, y, 34 - x * 0.02, 14)), NIGHT, 0.8, towards=90)
    for x, foot, coat in ((372, 530, "#d8b26a"), (396, 529, "#243842")):
        plate.fill(
            coat,
            curve([(x - 9, foot - 6), (x - 8, foot - 34), (x, foot - 40), (x + 8, foot - 34), (x + 9, foot - 6)], closed=True, steps=5),
        )
        plate.fill("#221d22", box(x - 6, foot - 10, 5, 14), box(x + 1, foot - 10, 5, 14), oval(x, foot - 46, 6.5, 8))
    random = plate.random
    lights = [
        ripple(random, x + random.uniform(-22, 22), 706 - x * 0.19 + random.uniform(0, 90), random.uniform(14, 54), 4)
        for x in range(30, 760, 20)
    ]
    plate.fill("#f2b866", *lights, strength=0.8)


HOUSES = (
    ("#7c4a4b", 150),
    ("#a8795e", 130),
    ("#56606a", 150),
    ("#8c5a4e", 120),
    ("#b18d6d", 130),
    ("#5b4652", 120),
    ("#77706b", 120),
    ("#93604f", 110),
)


def _house(plate: Plate, x: float, width: float, top: float, wall: str, *, lit: bool) -> None:
    foot = 552 - x * 0.045
    roof = top - width * 0.34
    front = plate.fill(wall, [(x, foot), (x, top), (x + width / 2, roof), (x + width, top), (x + width, foot)])
    plate.shade(front, NIGHT, 0.8, towards=180, start=0.2)
    plate.line("#2c2b33", 8, [(x - 3, top + 3), (x + width / 2, roof), (x + width + 3, top + 3)])
    plate.fill("#3b2f37", box(x + width * 0.68, roof + width * 0.02, width * 0.13, width * 0.24))
    rows = max(2, int((foot - top) / 78))
    for row in range(rows):
        for column in (0.18, 0.58):
            pane = box(x + width * column, top + 16 + row * (foot - top - 30) / rows, width * 0.22, (foot - top) / rows * 0.5)
            glow = lit and plate.random.random() < 0.62
            plate.fill("#ffd98a" if glow else "#27313a", pane)
            middle = pane[0][0] + width * 0.11
            plate.line("#3a2a2e", 2, [(middle, pane[0][1]), (middle, pane[2][1])])


def _fleet(plate: Plate) -> None:
    blue = Paint("#1f4a5a", "#e9d9bd", "#e8d8bb", NIGHT, "#ffdf95", WINE)
    red = Paint("#a8412f", "#f1d6a8", "#e2c9a4", NIGHT, "#ffdf95", "#7d4a48")
    ochre = Paint("#6d5a35", "#d9b36a", "#cbb38f", NIGHT, "#ffe9b5", "#5d4a4b")
    for berth, paint in ((Berth(900, 590, 0.42, -1), ochre), (Berth(560, 690, 0.8, 1), red), (Berth(1130, 800, 1.32, -1), blue)):
        wake_of(plate, berth, NIGHT, 130 * berth.size, 0.75)
        trawler(plate, berth, paint)
        plate.fill(paint.lamp, *_glints(plate, berth), strength=0.8)
    small = Berth(520, 868, 1.0, 1)
    wake_of(plate, Berth(520, 868, 0.5, 1), NIGHT, 60, 0.8)
    punt(plate, small, ochre)
    plate.line("#d8c49b", 2.4, curve([(448, 848), (350, 866), (250, 800)], steps=8))


def _glints(plate: Plate, berth: Berth) -> list[Points]:
    """Wheelhouse light on the water."""
    random = plate.random
    at = berth.x - berth.facing * 70 * berth.size
    return [
        ripple(
            random,
            at + random.uniform(-16, 16),
            berth.y + 14 + 9 * i * berth.size,
            46 * berth.size * random.uniform(0.4, 1),
            4 * berth.size,
        )
        for i in range(9)
    ]


def _near_posts(plate: Plate) -> None:
    for x, top in ((150, 742), (246, 780)):
        post = plate.fill("#2a2427", [(x - 26, 1010), (x - 22, top + 8), (x - 14, top), (x + 18, top), (x + 24, top + 8), (x + 28, 1010)])
        plate.shade(post, CORAL, 0.5, towards=0, start=0.55)
        plate.line("#d8c49b", 7, [(x - 25, top + 56), (x + 26, top + 50)], [(x - 25, top + 68), (x + 26, top + 62)])


def _gulls(plate: Plate) -> None:
    for x, y, size in ((760, 210, 1.0), (822, 250, 0.7), (700, 268, 0.6), (1290, 180, 0.8)):
        gull(plate, x, y, size, "#f6e3c2")
