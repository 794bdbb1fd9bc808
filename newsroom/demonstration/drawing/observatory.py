"""Carn Head at night with the lamps off: the dome, the Milky Way, six people and a red torch."""

from collections.abc import Sequence

from .plate import Plate
from .shapes import Point, Points, blob, box, curve, oval, ridge, ripple, turn

INK, NIGHT, INDIGO, VIOLET, TEAL, MILK, ROSE, RED = "#070d18", "#101b33", "#1f3157", "#4a4a7c", "#2f6f7c", "#e9ecdf", "#b98aa0", "#d8472f"
SEA = 690


def draw(plate: Plate) -> None:
    _sky(plate)
    _galaxy(plate)
    _stars(plate)
    _sea(plate)
    _head(plate)
    _dome(plate)
    _watchers(plate)
    _grasses(plate)


def _sky(plate: Plate) -> None:
    plate.wash([INK, NIGHT, "#1a2c50", "#2b4a6b", "#4f7f86", "#9fb39a"], bottom=SEA)
    plate.halo(420, SEA, 900, "#d9c59a", 0.5, flat=0.26)
    plate.halo(1300, SEA - 40, 600, TEAL, 0.4, flat=0.4)


def _galaxy(plate: Plate) -> None:
    """A leaning band: clouds of light, a dark lane through it, and dust of stars thickest at its middle."""
    random = plate.random
    for i in range(15):
        x, y = 380.0 + 62 * i, 720.0 - 60 * i
        plate.halo(
            x + random.uniform(-26, 26),
            y + random.uniform(-20, 20),
            random.uniform(150, 230),
            ("#8f93b4", ROSE, "#7fa3ad", "#cfc3c4")[i % 4],
            0.42,
        )
    for i in range(11):
        plate.halo(520 + 70 * i, 600 - 62 * i, random.uniform(60, 105), MILK, 0.34)
    for i in range(46):
        x, y = 470.0 + 17 * i, 652 - 15.4 * i
        reach = 14 + 22 * random.random() + 12 * (i % 9 == 0)
        plate.halo(x + random.gauss(0, 9), y + random.gauss(0, 9), reach * 1.7, "#16213c", min(0.62, 0.05 * (i + 1)))
        if 16 < i < 34:
            plate.halo(x + 34 + 2.4 * (i - 16), y + 10 + 2.0 * (i - 16), reach * 1.2, "#16213c", 0.5)
    dust = []
    for _ in range(1500):
        along = random.uniform(-0.1, 1.1)
        off = random.gauss(0, 62)
        x, y = 360 + 900 * along + off * 0.7, 740 - 860 * along + off * 0.72
        if y < SEA - 4:
            size = random.choice((0.9, 1.0, 1.3))
            dust.append(oval(x, y, size, size, steps=6))
    plate.fill(MILK, *dust, strength=0.85)


def _stars(plate: Plate) -> None:
    random = plate.random
    field = [
        oval(random.uniform(0, 1600), SEA * random.random() ** 1.2, size, size, steps=8) for size in (0.9, 1.2, 1.7) for _ in range(240)
    ]
    plate.fill("#dfe7ea", *field, strength=0.9)
    for x, y, size, tint in (
        (210, 170, 3.2, "#fff4d8"),
        (1390, 120, 3.6, "#dff0ff"),
        (300, 420, 2.8, "#ffd9b8"),
        (1120, 470, 2.6, MILK),
        (1500, 380, 3.0, "#fff4d8"),
        (90, 300, 2.4, MILK),
        (640, 120, 2.8, "#dff0ff"),
    ):
        plate.halo(x, y, 26, tint, 0.7)
        plate.fill(tint, oval(x, y, size, size, steps=12))
        plate.line(tint, 1.4, [(x - 11, y), (x + 11, y)], [(x, y - 11), (x, y + 11)], strength=0.8)
    for points in ([(196, 250), (250, 232), (300, 262), (346, 250), (352, 196), (424, 172), (438, 228), (346, 250)],):
        plate.fill("#fff8e6", *[oval(x, y, 2.9, 2.9, steps=12) for x, y in points])
    tail = [(1292, 286), (1294, 282), (1470, 196)]
    plate.fill("#f6fbf4", tail, strength=0.8)
    plate.halo(1293, 284, 22, "#f6fbf4", 0.9)


def _sea(plate: Plate) -> None:
    plate.wash(["#7d9a90", "#33566a", "#1a2d47", NIGHT], top=SEA, bottom=1000)
    plate.fill("#3a5566", [*ridge(plate.random, -20, 330, SEA - 6, 26, bumps=4), (372, SEA - 10), (430, SEA + 2), (-20, SEA + 2)])
    random = plate.random
    marks = [
        ripple(random, random.uniform(-20, 900), SEA + 5 + 250 * random.random() ** 1.5, random.uniform(20, 130), random.uniform(1.5, 4))
        for _ in range(130)
    ]
    plate.fill("#c3cfb4", *marks[::3], strength=0.4)
    plate.fill(NIGHT, *marks[1::3], *marks[2::3], strength=0.45)
    for x, y in ((120, SEA - 12), (150, SEA - 10), (330, SEA - 8)):
        plate.halo(x, y, 16, "#ffd58a", 0.9)
        plate.fill("#ffe9b8", oval(x, y, 1.8, 1.8, steps=8))


def _head(plate: Plate) -> None:
    cliff = [
        *curve(
            [(250, 1010), (300, 900), (420, 846), (520, 800), (640, 782), (800, 752), (1000, 742), (1200, 726), (1400, 722), (1620, 700)],
            steps=9,
        ),
        (1620, 1010),
    ]
    land = plate.fill("#142030", cliff)
    plate.shade(land, INK, 0.9, towards=100, start=0.1)
    plate.line(
        "#4f6f7a",
        2.6,
        curve([(300, 900), (420, 846), (520, 800), (640, 782), (800, 752), (1000, 742), (1200, 726), (1400, 722), (1620, 700)], steps=9),
        strength=0.8,
    )
    rocks = [
        blob(
            plate.random,
            plate.random.uniform(280, 560),
            plate.random.uniform(880, 990),
            plate.random.uniform(14, 46),
            plate.random.uniform(10, 24),
            knots=7,
        )
        for _ in range(26)
    ]
    plate.shade(plate.fill("#22324a", *rocks), INK, 0.9, towards=60)
    path = plate.fill(
        "#2b3a48",
        [
            *curve([(840, 1010), (930, 900), (1120, 820), (1180, 760)], steps=8),
            *curve([(1206, 758), (1170, 828), (1010, 900), (960, 1010)], steps=8),
        ],
    )
    plate.shade(path, INK, 0.7, towards=90)


def _dome(plate: Plate) -> None:
    """A white drum under a copper dome, its shutter open, red light inside."""
    drum = plate.fill("#b9bdb5", [(1080, 744), (1084, 590), (1330, 590), (1334, 738)])
    plate.shade(drum, "#2a3850", 0.9, towards=0, start=0.12)
    plate.fill("#8e938f", box(1072, 580, 270, 16))
    cap = [(1076, 582), *oval(1207, 582, 131, 138, steps=60)[30:], (1338, 582)]
    dome = plate.fill("#5c8480", cap)
    plate.shade(dome, NIGHT, 0.9, towards=20, start=0.15)
    ribs = [
        curve([(1207 + dx, 582), (1207 + dx * 0.82, 510), (1207 + dx * 0.42, 456), (1207, 444)], steps=7) for dx in (-116, -84, 84, 116)
    ]
    plate.ink(plate.within(plate.strokes(ribs, 2.4), dome), "#233a44", 0.9)
    slot = plate.within(plate.cut([(1168, 594), (1178, 430), (1236, 430), (1246, 594)]), dome)
    plate.ink(slot, "#2a1013")
    plate.halo(1207, 560, 110, RED, 0.9, inside=slot)
    plate.fill(INK, turn(box(1190, 452, 34, 128), -24, (1207, 560)))
    plate.fill("#cdd2c8", turn(box(1186, 436, 42, 24), -24, (1207, 560)))
    plate.line("#a9b9b0", 3, [(1168, 590), (1178, 448)], [(1246, 590), (1236, 448)])
    door = plate.fill("#1c1216", box(1128, 662, 44, 80))
    plate.halo(1150, 700, 60, RED, 0.8, inside=door)
    plate.line("#6f7570", 4, box(1126, 660, 48, 84)[:2], [(1126, 742), (1126, 660)], [(1174, 742), (1174, 660)])
    plate.fill("#231a1f", box(1238, 640, 46, 34))
    plate.fill("#7d2b22", box(1242, 644, 17, 26), box(1263, 644, 17, 26))
    hut = plate.fill("#6f7672", [(1334, 738), (1334, 664), (1440, 664), (1440, 732)])
    plate.shade(hut, NIGHT, 1.0, towards=0)
    plate.fill("#2b3b46", [(1326, 666), (1352, 630), (1432, 630), (1450, 666)])


def _watchers(plate: Plate) -> None:
    plate.halo(812, 806, 170, RED, 0.42, flat=0.5)
    for x, foot, size, look in (
        (690, 836, 0.94, 1),
        (742, 848, 1.0, 1),
        (770, 846, 0.62, 1),
        (872, 838, 0.98, -1),
        (930, 842, 0.9, 1),
        (610, 846, 0.96, 1),
    ):
        _watcher(plate, x, foot, size, look)
    legs = [[(808, 746), (784, 842)], [(808, 746), (832, 842)], [(808, 746), (812, 846)]]
    plate.line("#05080f", 6, *legs)
    plate.fill("#0a101a", turn(box(746, 732, 116, 24), -38, (808, 744)))
    plate.fill("#27364a", turn(box(850, 728, 20, 32), -38, (808, 744)))
    plate.fill(RED, oval(826, 800, 5, 5))
    plate.halo(826, 800, 30, RED, 0.9)


#: A bobble hat, a hood and a flat cap, facing right.
HEADGEAR = (
    [(-12, -118), (-11, -132), (-4, -136), (-3, -143), (4, -143), (5, -136), (13, -131), (15, -119)],
    [(-15, -100), (-15, -126), (0, -137), (15, -128), (12, -116), (4, -112), (4, -102)],
    [(-12, -120), (-10, -131), (4, -133), (22, -124), (14, -119)],
)


def _watcher(plate: Plate, x: float, foot: float, size: float, look: int) -> None:
    def at(points: Sequence[Point]) -> Points:
        return [(x + look * px * size, foot + py * size) for px, py in points]

    coat = curve([(-19, -34), (-23, -72), (-15, -98), (2, -104), (17, -96), (23, -70), (19, -34)], closed=True, steps=5)
    legs = [(-15, -40), (-16, 2), (-4, 2), (-1, -34), (4, 2), (16, 2), (14, -40)]
    plate.fill("#0b121e", at(coat), at(legs), at(oval(3, -117, 12.5, 14)))
    plate.fill("#0b121e", at(curve(HEADGEAR[round(x) % 3], closed=True, steps=4)))
    rim = plate.strokes(
        [at(curve([(17, -96), (23, -70), (19, -36)], steps=5)), at(curve([(15, -124), (16, -112), (9, -102)], steps=4))], 2.4
    )
    plate.ink(rim, "#b8513c" if 640 < x < 900 else "#4d6f80", 0.9)


def _grasses(plate: Plate) -> None:
    random = plate.random
    blades = []
    for _ in range(420):
        x = random.uniform(420, 1610)
        y = 1006 - 130 * random.random() ** 2
        high = random.uniform(16, 54)
        blades.append(curve([(x, y), (x + high * 0.1, y - high * 0.6), (x + high * random.uniform(0.2, 0.7), y - high)], steps=3))
    plate.line("#05080f", 2.6, *blades[::2])
    plate.line("#2f4b58", 2, *blades[1::2], strength=0.75)
    heads = [oval(blade[-1][0], blade[-1][1], 5, 3.4, steps=10) for blade in blades[1:120:6]]
    plate.fill("#7d8f92", *heads, strength=0.8)
