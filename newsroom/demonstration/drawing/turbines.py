"""Four turbines on the Slievegarve ridge, early, with mist in the valleys and the bog road in front."""

from .plate import Plate
from .shapes import Points, blob, cloud, curve, ground, oval, ridge, ripple, turn

INK, PLUM, HEATHER, SMOKE, MIST, STRAW, BLUSH, MOSS, RUST = (
    "#232a33",
    "#4c3f52",
    "#8a6a83",
    "#a9a5b0",
    "#e9dfd2",
    "#f7dfa6",
    "#efb08a",
    "#626b43",
    "#8d5637",
)


def draw(plate: Plate) -> None:
    _sky(plate)
    _hills(plate)
    for x, foot, size, angle in ((1395, 560, 0.62, 10), (1130, 588, 0.86, 50), (800, 640, 1.18, 24), (330, 700, 1.62, 78)):
        _turbine(plate, x, foot, size, angle)
    _bog(plate)
    _road(plate)
    _sheep(plate)
    _cotton(plate)


def _sky(plate: Plate) -> None:
    plate.wash(["#7f96ab", "#b3b6ba", "#e8c9a9", STRAW, "#fdf0cc"], bottom=640)
    plate.halo(1180, 520, 720, "#fff3cf", 0.9, flat=0.62)
    plate.halo(1180, 505, 190, "#fffbe8", 1.0)
    plate.fill("#fff8e2", oval(1180, 500, 46, 46))
    for x, y, length, high in ((300, 150, 820, 60), (980, 96, 700, 44), (1400, 210, 620, 50), (620, 270, 520, 34), (120, 330, 520, 40)):
        bank = plate.fill("#f4dcc0", *cloud(plate.random, x, y, length, high), strength=0.9)
        plate.shade(bank, HEATHER, 0.75, towards=-100, start=0.15)


def _hills(plate: Plate) -> None:
    layers = (
        ("#c9b3b3", 520, 90, 6, MIST),
        ("#a9929f", 570, 80, 7, MIST),
        ("#86748a", 632, 86, 6, "#e3cfc4"),
        ("#6a5a70", 690, 70, 7, "#cdb4b0"),
    )
    for colour, height, rise, bumps, haze in layers:
        hill = plate.fill(colour, ground(ridge(plate.random, -60, 1660, height, rise, bumps=bumps)))
        plate.shade(hill, haze, 0.95, towards=90, start=0.0)
    for x, y, length in ((260, 600, 700), (900, 640, 900), (1420, 610, 560), (500, 690, 800), (1250, 700, 700)):
        plate.fill("#f4e8d8", *cloud(plate.random, x, y, length, 26), strength=0.55)


BLADE: Points = [
    *curve([(-4, 0), (-11, -26), (-9, -80), (-4, -168), (0, -212)], steps=6),
    *curve([(0, -212), (4, -120), (5, -40), (4, 0)], steps=5),
]


def _turbine(plate: Plate, x: float, foot: float, size: float, angle: float) -> None:
    top = foot - 330 * size
    tower = plate.fill("#fbf4e6", [(x - 9 * size, foot + 30), (x - 4.4 * size, top), (x + 4.4 * size, top), (x + 9 * size, foot + 30)])
    plate.shade(tower, HEATHER, 0.8, towards=180, start=0.35)
    house = plate.fill(
        "#f3e9da",
        curve(
            [
                (x - 12 * size, top - 7 * size),
                (x + 18 * size, top - 8 * size),
                (x + 24 * size, top),
                (x + 16 * size, top + 7 * size),
                (x - 12 * size, top + 7 * size),
            ],
            closed=True,
            steps=4,
        ),
    )
    plate.shade(house, PLUM, 0.8, towards=90)
    for i in range(3):
        blade = [(x - 6 * size + px * size, top + py * size) for px, py in BLADE]
        plate.fill("#fdf8ee", turn(blade, angle + 120 * i, (x - 6 * size, top)))
        trailing = [(x - 6 * size + px * size * 0.55, top + py * size) for px, py in BLADE[:25]]
        plate.fill("#b9a5ae", turn([*trailing, blade[24], *blade[23::-1]], angle + 120 * i, (x - 6 * size, top)), strength=0.9)
    plate.fill("#e6dacb", oval(x - 6 * size, top, 9 * size, 9 * size))
    plate.fill(INK, oval(x - 6 * size, top, 3 * size, 3 * size))
    mist = cloud(plate.random, x, foot + 34, 420 * size, 34 * size)
    plate.fill("#efe3d6", *mist, strength=0.92)


def _bog(plate: Plate) -> None:
    random = plate.random
    for colour, height, rise, bumps in (("#6f5a5c", 730, 40, 5), (MOSS, 800, 46, 6), ("#4d5438", 884, 40, 5)):
        land = plate.fill(colour, ground(ridge(random, -60, 1660, height, rise, bumps=bumps)))
        plate.shade(land, INK, 0.75, towards=100, start=0.12)
        plate.shade(land, BLUSH, 0.42, towards=-70, start=0.35)
    tufts = []
    for _ in range(520):
        near = random.random() ** 0.7
        x, y, high = random.uniform(-10, 1610), 726 + 280 * near, 5 + 17 * near
        tufts += [
            curve([(x, y), (x + dx * 0.4, y - high * 0.6), (x + dx, y - high)], steps=3) for dx in (-high * 0.45, high * 0.1, high * 0.55)
        ]
    plate.line(RUST, 2, *tufts[::3], strength=0.85)
    plate.line("#c79a56", 2, *tufts[1::3], strength=0.8)
    plate.line(INK, 2.4, *tufts[2::3], strength=0.6)
    heath = [
        blob(random, random.uniform(0, 1600), random.uniform(750, 990), random.uniform(8, 26), random.uniform(4, 10), knots=8)
        for _ in range(110)
    ]
    plate.fill("#9a5f7c", *heath, strength=0.6)
    for x, y, length in ((1240, 822, 210), (1392, 866, 150), (880, 774, 130)):
        pool = plate.fill(
            "#dcd3cb", *[ripple(random, x + random.uniform(-20, 20), y + 5 * i, length * random.uniform(0.7, 1), 13) for i in range(3)]
        )
        plate.shade(pool, "#5b6b84", 0.8, towards=90, start=0.1)


def _road(plate: Plate) -> None:
    left = curve([(420, 1010), (560, 930), (820, 872), (950, 832), (900, 790), (800, 762), (812, 738), (800, 716)], steps=10)
    right = curve([(812, 712), (828, 738), (824, 758), (950, 788), (1030, 836), (930, 890), (760, 946), (700, 1010)], steps=10)
    road = plate.fill("#cdb59a", [*left, *right])
    plate.shade(road, PLUM, 0.6, towards=120, start=0.2)
    plate.line("#7c6a55", 3, left, right)
    middle = curve([(560, 1010), (664, 936), (880, 880), (990, 834), (925, 790), (812, 760)], steps=10)
    plate.line(MOSS, 7, middle, strength=0.7)
    for x, y, high in ((470, 960, 56), (640, 890, 44), (1050, 850, 40), (780, 862, 36), (1000, 776, 28), (866, 752, 22)):
        post = plate.fill("#40382f", [(x - high * 0.08, y), (x - high * 0.06, y - high), (x + high * 0.06, y - high), (x + high * 0.08, y)])
        plate.shade(post, BLUSH, 0.8, towards=0, start=0.4)


def _sheep(plate: Plate) -> None:
    for x, y, size, facing in (
        (1120, 900, 1.3, -1),
        (1216, 932, 1.5, 1),
        (1052, 948, 1.0, -1),
        (690, 790, 0.6, 1),
        (640, 802, 0.55, 1),
        (1480, 816, 0.7, -1),
    ):
        shadow = [ripple(plate.random, x, y + 30 * size, 92 * size, 10 * size)]
        plate.fill(INK, *shadow, strength=0.5)
        plate.line(INK, 5 * size, *[[(x + dx * size, y + 8 * size), (x + dx * size, y + 30 * size)] for dx in (-20, -10, 14, 22)])
        fleece = plate.fill("#f3ead8", blob(plate.random, x, y, 34 * size, 21 * size, knots=14, wobble=0.07))
        plate.shade(fleece, PLUM, 0.75, towards=115, start=0.25)
        head = [
            (x + facing * 30 * size, y - 16 * size),
            (x + facing * 48 * size, y - 12 * size),
            (x + facing * 52 * size, y + 2 * size),
            (x + facing * 40 * size, y + 4 * size),
        ]
        plate.fill("#2a2528", curve(head, closed=True, steps=5), oval(x + facing * 30 * size, y - 15 * size, 8 * size, 3 * size))
        plate.fill("#3f6fa0", oval(x - facing * 16 * size, y - 8 * size, 5 * size, 4 * size))


def _cotton(plate: Plate) -> None:
    """Bog cotton in the near corner, large and out of the way of the road."""
    random = plate.random
    for _ in range(46):
        x, high = random.uniform(-10, 330) if random.random() < 0.6 else random.uniform(1280, 1610), random.uniform(50, 150)
        foot = 1010
        lean = random.uniform(8, 34)
        plate.line("#a7a069", 2.4, curve([(x, foot), (x + lean * 0.3, foot - high * 0.6), (x + lean, foot - high)], steps=5))
        tuft = plate.fill("#fbf4e4", blob(random, x + lean + 6, foot - high, 13, 9, knots=9, wobble=0.28))
        plate.shade(tuft, HEATHER, 0.7, towards=110, start=0.4)
