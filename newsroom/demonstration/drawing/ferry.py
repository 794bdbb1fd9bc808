"""The Inishgarve ferry in a morning swell, the island behind her and a squall to the west."""

from .boats import Berth
from .plate import Plate
from .shapes import Point, Points, box, cloud, curve, ground, oval, ridge, ripple

INK, NAVY, SEA, GLASS, FOAM, CREAM, RED, BUFF, GREEN = (
    "#14262e",
    "#1d4450",
    "#2f6b73",
    "#62a09a",
    "#eef1e4",
    "#f3e6c8",
    "#c2452d",
    "#e2ac55",
    "#6d8a58",
)
AFLOAT = 640


def draw(plate: Plate) -> None:
    _sky(plate)
    _island(plate)
    _swell(plate, 560, "#5f9a98", "#3d7f84", 15)
    _swell(plate, 598, "#4a8a8d", NAVY, 20)
    _boat(plate, Berth(770, AFLOAT, 2.15, 1))
    _bow_wave(plate)
    _swell(plate, 690, "#35757d", NAVY, 34)
    _swell(plate, 780, "#285f69", INK, 52)
    _swell(plate, 900, NAVY, INK, 60)
    _birds(plate)


def _sky(plate: Plate) -> None:
    plate.wash(["#6f98a3", "#a9c2bf", "#e6dfc4", "#f6ddb0"], bottom=600)
    plate.halo(1330, 350, 520, "#fff1cb", 0.85, flat=0.7)
    for x, y, length, high in ((420, 150, 1000, 96), (120, 250, 620, 80), (1180, 110, 720, 60), (1420, 220, 460, 40), (820, 290, 620, 36)):
        bank = plate.fill("#e9e6d7" if x > 500 else "#8ba1a6", *cloud(plate.random, x, y, length, high))
        plate.shade(bank, "#5d7f88" if x > 500 else "#3f5d68", 0.6, towards=90)
    squall = plate.cut([(-20, 250), (300, 250), (200, 570), (-20, 570)])
    plate.shade(squall, "#48666f", 0.75, towards=-100)
    slants = [[(x, 250 + (x % 70)), (x - 96, 560)] for x in range(10, 380, 13)]
    plate.line("#506f78", 2, *slants, strength=0.45)


def _island(plate: Plate) -> None:
    far = plate.fill("#8fa7a1", ground(ridge(plate.random, 700, 1640, 520, 70, bumps=7), 640))
    plate.shade(far, "#f6ddb0", 0.4, towards=-60)
    top = curve([(930, 600), (980, 540), (1060, 500), (1160, 470), (1240, 438), (1340, 428), (1420, 452), (1500, 440), (1640, 490)])
    isle = plate.fill(GREEN, ground(top, 640))
    plate.shade(isle, NAVY, 0.85, towards=170, start=0.25)
    walls = [curve([(1060 + 70 * i, 600), (1090 + 66 * i, 540), (1120 + 62 * i, 480 + 4 * i)], steps=6) for i in range(7)]
    walls += [curve([(1010, 560 + 26 * i), (1240, 530 + 24 * i), (1610, 540 + 22 * i)], steps=6) for i in range(3)]
    plate.ink(plate.within(plate.strokes(walls, 3), isle), "#c9c59a", 0.7)
    for x, y, size in (
        (1240, 520, 1.0),
        (1292, 528, 0.9),
        (1180, 548, 0.85),
        (1372, 516, 1.05),
        (1432, 534, 0.9),
        (1120, 566, 0.8),
        (1508, 524, 1.0),
    ):
        plate.fill("#f6efdc", box(x, y, 40 * size, 20 * size))
        plate.fill("#4d5458", [(x - 4, y), (x + 5, y - 14 * size), (x + 35 * size, y - 14 * size), (x + 44 * size, y)])
        plate.fill(RED if x in (1292, 1432) else NAVY, box(x + 16 * size, y + 6 * size, 7 * size, 14 * size))
        plate.fill("#6a5d55", box(x + 4 * size, y - 22 * size, 6 * size, 10 * size))
    chapel = [(1322, 444), (1322, 418), (1336, 400), (1350, 418), (1350, 444)]
    plate.shade(plate.fill("#b9b59a", chapel, box(1350, 426, 34, 18)), NAVY, 0.7, towards=180)
    rocks = [
        (920, 608),
        *curve([(930, 600), (980, 584), (1040, 594), (1140, 582), (1280, 592), (1460, 584), (1640, 590)]),
        (1640, 624),
        (920, 624),
    ]
    plate.shade(plate.fill("#4b4f4d", rocks), INK, 0.8, towards=90)


def _swell(plate: Plate, y: float, light: str, dark: str, rise: float) -> None:
    """One row of waves across the sheet: peaks, their dark backs, foam and streaks."""
    random = plate.random
    knots = [(-60.0, y)]
    while knots[-1][0] < 1680:
        x = knots[-1][0] + random.uniform(3.2, 5.4) * rise
        knots.append((x, y - (rise if len(knots) % 2 else 0) * random.uniform(0.55, 1)))
    line = curve(knots, steps=8)
    wave = plate.fill(light, ground(line))
    plate.shade(wave, dark, 0.95, towards=90, start=0.02)
    for (x, top), (after, _) in zip(knots[1::2], knots[2::2], strict=False):
        hollow = curve([(x, top + 2), (x + (after - x) * 0.45, top + rise * 0.7), (after, y + rise * 0.5)], steps=6)
        lee = [(x, top + 2), *hollow, (x - rise * 0.6, y + rise * 0.9), (x - rise * 0.9, y + rise * 0.4)]
        plate.shade(plate.cut(lee), dark, 0.9, towards=40)
        _crest(plate, x, top, rise)
    streaks = [
        ripple(
            random,
            random.uniform(-20, 1620),
            y + rise * random.uniform(0.5, 2.6),
            rise * random.uniform(1.2, 4),
            rise * random.uniform(0.06, 0.16),
        )
        for _ in range(56)
    ]
    plate.fill(GLASS, *streaks[::2], strength=0.6)
    plate.fill(dark, *streaks[1::2], strength=0.6)


#: The white on top of a wave, in parts of its height.
CREST: Points = [(-0.8, 0.32), (-0.2, -0.03), (0.3, 0.1), (0.9, 0.42), (0.2, 0.24), (-0.3, 0.16)]


def _crest(plate: Plate, x: float, top: float, rise: float) -> None:
    random = plate.random
    plate.fill(FOAM, curve([(x + dx * rise, top + dy * rise) for dx, dy in CREST], closed=True, steps=5), strength=0.9)
    lace = []
    for _ in range(9):
        left, down = x + rise * random.uniform(-1.6, 1.3), top + rise * random.uniform(0.45, 1.1)
        lace.append(ripple(random, left, down, rise * random.uniform(0.4, 1.5), rise * 0.07))
    plate.fill(FOAM, *lace, strength=0.75)


SHEER: Points = [*curve([(-190, -50), (-120, -42), (20, -44), (130, -62), (214, -92)], steps=8)]
HULL: Points = [*SHEER, *curve([(214, -92), (194, -40), (176, 30)], steps=6), (-178, 30)]


def _boat(plate: Plate, berth: Berth) -> None:
    _upper_works(plate, berth)
    hull = plate.fill(RED, berth(HULL))
    plate.shade(hull, "#5e1f1d", 0.95, towards=125, start=0.25)
    plate.fill(CREAM, berth([*SHEER, *[(x, y + 11) for x, y in reversed(SHEER)]]))
    plate.ink(plate.within(plate.strokes([berth([(x, y + 34) for x, y in SHEER])], 3.5), hull), "#5e1f1d")
    plate.fill(INK, *[berth(oval(-158 + 41 * i, -6, 8, 8)) for i in range(8)])
    plate.fill("#dcb877", *[berth(oval(-158 + 41 * i, -6, 4.6, 4.6)) for i in range(8)])
    plate.fill(INK, berth(oval(186, -62, 4.5, 3.2)))
    tyres = [plate.without(plate.cut(berth(oval(x, -26, 9, 12))), plate.cut(berth(oval(x, -26, 4, 6)))) for x in (-130, -60, 10, 80)]
    for tyre in tyres:
        plate.ink(tyre, INK)


def _upper_works(plate: Plate, berth: Berth) -> None:
    lower = plate.fill(CREAM, berth([(-132, -40), (-132, -96), (66, -96), (84, -46)]))
    plate.shade(lower, "#8b8a78", 0.8, towards=180, start=0.3)
    for i in range(6):
        plate.fill(
            NAVY,
            berth(curve([(-122 + 30 * i, -86), (-102 + 30 * i, -86), (-102 + 30 * i, -64), (-122 + 30 * i, -64)], closed=True, steps=4)),
        )
        plate.fill("#7fb0ac", berth([(-119 + 30 * i, -82), (-109 + 30 * i, -82), (-119 + 30 * i, -70)]), strength=0.8)
    plate.fill("#b99a62", berth([(-140, -96), (78, -96), (74, -102), (-136, -102)]))
    bridge = plate.fill(CREAM, berth([(-8, -102), (-2, -148), (52, -148), (66, -102)]))
    plate.shade(bridge, "#8b8a78", 0.8, towards=180, start=0.4)
    plate.fill(INK, berth([(4, -142), (50, -142), (56, -122), (2, -122)]))
    plate.fill("#8fc0b8", berth([(8, -139), (20, -139), (17, -125), (6, -125)]), berth([(26, -139), (46, -139), (51, -125), (25, -125)]))
    plate.fill(NAVY, berth([(-12, -148), (60, -148), (54, -155), (-8, -155)]))
    funnel = plate.fill(BUFF, berth([(-68, -102), (-62, -152), (-36, -152), (-32, -102)]))
    plate.shade(funnel, "#6d4420", 0.85, towards=0, start=0.35)
    plate.fill(INK, berth([(-63, -144), (-62, -154), (-36, -154), (-35, -144)]))
    plate.line(INK, 5, berth([(16, -154), (16, -214)]), berth([(0, -192), (32, -192)]))
    plate.line(INK, 2, berth([(16, -212), (206, -92)]), berth([(16, -212), (-132, -100)]), berth([(188, -84), (188, -108)]))
    _rails_and_people(plate, berth)
    plate.fill("#5f7074", *[berth(ripple(plate.random, -58 - 13 * i, -160 - 5 * i, 20 + 11 * i, 5 + i)) for i in range(6)], strength=0.45)


def _rails_and_people(plate: Plate, berth: Berth) -> None:
    coats = (NAVY, BUFF, "#8c3b30", "#5c7a6a", INK, "#d7b98a", "#39606a")
    for i, coat in enumerate(coats):
        x = -126 + 16.5 * i + (i % 3) * 2
        if -72 < x < -30:
            x += 34
        foot = -100.0
        plate.fill(
            coat,
            berth(curve([(x - 5, foot), (x - 4.5, foot - 15), (x, foot - 19), (x + 4.5, foot - 15), (x + 5, foot)], closed=True, steps=4)),
        )
        plate.fill("#7a4f3c" if i % 2 else "#d9a98a", berth(oval(x, foot - 22.5, 3.2, 3.8)))
        plate.fill(
            RED if i in (1, 4) else INK, berth([(x - 3.4, foot - 23), (x - 2, foot - 27.5), (x + 2, foot - 27.5), (x + 3.4, foot - 23)])
        )
    posts: list[list[Point]] = [[(x, -102), (x, -116)] for x in range(-134, 0, 12)]
    plate.line(FOAM, 2.2, *[berth(post) for post in posts], berth([(-134, -116), (-4, -116)]), berth([(-134, -109), (-4, -109)]))
    bow: list[list[Point]] = [[(90 + 14 * i, -52 - 4.2 * i), (90 + 14 * i, -68 - 4.2 * i)] for i in range(8)]
    plate.line(FOAM, 2.2, *[berth(post) for post in bow], berth([(90, -68), (188, -97)]))
    plate.fill("#9a6a3c", berth(box(100, -76, 22, 20)))
    plate.fill("#d9c79c", berth(box(124, -74, 14, 14)), berth(box(110, -90, 16, 14)))
    ring = plate.without(plate.cut(berth(oval(74, -72, 9, 9))), plate.cut(berth(oval(74, -72, 4.5, 4.5))))
    plate.ink(ring, RED)


def _bow_wave(plate: Plate) -> None:
    random = plate.random
    curl = curve(
        [(1140, 668), (1170, 628), (1196, 640), (1250, 628), (1300, 660), (1370, 672), (1280, 690), (1180, 700)], closed=True, steps=6
    )
    plate.shade(plate.fill(FOAM, curl), "#7fb0ac", 0.8, towards=90, start=0.3)
    side = [ripple(random, x, 672 + random.uniform(-8, 10), random.uniform(40, 130), random.uniform(6, 14)) for x in range(370, 1190, 34)]
    plate.fill(FOAM, *side, strength=0.9)
    spray = [
        oval(1180 + random.gauss(40, 44), 620 + random.gauss(0, 22), random.uniform(1.5, 5), random.uniform(1.5, 5), steps=10)
        for _ in range(70)
    ]
    plate.fill(FOAM, *spray)
    wake = [ripple(random, x, 684 + random.uniform(-12, 12), random.uniform(60, 150), random.uniform(4, 10)) for x in range(20, 380, 26)]
    plate.fill(FOAM, *wake, strength=0.7)


def _birds(plate: Plate) -> None:
    """Gannets: long white wings with dipped black tips."""
    for x, y, size, lean in ((250, 400, 1.1, -0.3), (330, 330, 0.8, 0.2), (1010, 250, 1.0, 0.1), (560, 210, 0.7, -0.1)):
        wing = [(-70, -22 + 20 * lean), (-30, -14), (0, -2), (34, -18), (72, -30 - 20 * lean), (36, -8), (6, 8), (-28, -4)]
        plate.fill("#fbf6e6", curve([(x + px * size, y + py * size) for px, py in wing], closed=True, steps=5))
        plate.fill(
            INK,
            [
                (x - 70 * size, y + (-22 + 20 * lean) * size),
                (x - 50 * size, y + (-20 + 14 * lean) * size),
                (x - 50 * size, y - 9 * size + 8 * lean),
            ],
        )
        plate.fill(
            INK,
            [
                (x + 72 * size, y + (-30 - 20 * lean) * size),
                (x + 52 * size, y + (-25 - 13 * lean) * size),
                (x + 50 * size, y + (-15 - 8 * lean) * size),
            ],
        )
        plate.fill("#f0cf8a", oval(x + 10 * size, y - 1 * size, 8 * size, 5 * size))
