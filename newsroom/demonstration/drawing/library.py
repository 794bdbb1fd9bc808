"""The library on Chandler Street after the librarians have gone: lamps, one reader, one cat, the harbour in the window."""

from .plate import Plate
from .shapes import Point, Points, box, curve, move, oval, ripple

INK, GREEN, MOSS, OXBLOOD, WOOD, AMBER, CREAM, NIGHT = (
    "#15201f",
    "#1f3a35",
    "#42614f",
    "#722f2b",
    "#6b452c",
    "#eaae4f",
    "#f5e2b4",
    "#1c3345",
)
#: Where the side walls end and the back wall begins, and the point to which everything runs.
BACK = (520.0, 1080.0, 196.0, 640.0)
SPINES = ("#8f3b32", "#2f5a54", "#c48b3d", "#d9c190", "#44516a", "#6e4a5a", "#a3a06a", "#54362a", "#b8603f", "#24404a", "#e5d3a4")


def draw(plate: Plate) -> None:
    _room(plate)
    _window(plate)
    for side in (-1, 1):
        for bay in range(3):
            _shelves(plate, side, bay)
    _back_shelves(plate)
    _table(plate)
    _reader(plate)
    _cat(plate)
    _ladder(plate)
    _lamps(plate)


def _wall(side: int, depth: float, height: float) -> Point:
    """A point on a side wall: depth 0 at the sheet's edge, 1 at the back; height 0 at the floor, 1 at the ceiling."""
    left, right, top, foot = BACK
    # Depth is squeezed as the eye sees it, so that bays shrink evenly toward the back.
    near = 1 - (1 - depth) / (1 + 0.55 * depth)
    x = (-60 + (left + 60) * near) if side < 0 else (1660 - (1660 - right) * near)
    floor, ceiling = 1090 - (1090 - foot) * near, -150 + (top + 150) * near
    return x, floor + (ceiling - floor) * height


def _panel(side: int, depths: tuple[float, float], heights: tuple[float, float]) -> Points:
    return [
        _wall(side, depths[0], heights[0]),
        _wall(side, depths[1], heights[0]),
        _wall(side, depths[1], heights[1]),
        _wall(side, depths[0], heights[1]),
    ]


def _room(plate: Plate) -> None:
    left, right, top, foot = BACK
    plate.fill(GREEN, box(-5, -5, 1610, 1010))
    ceiling = plate.fill("#2b3a33", [(-60, -150), (left, top), (right, top), (1660, -150)])
    plate.shade(ceiling, INK, 0.9, towards=-90)
    beams = [[_wall(-1, depth, 1), _wall(1, depth, 1)] for depth in (0.3, 0.55, 0.78, 0.98)]
    plate.line("#4a3526", 16, *beams)
    floor = plate.fill("#5a3b29", [(-60, 1090), (left, foot), (right, foot), (1660, 1090)])
    boards = [[(left + (right - left) * i / 14, foot), (-700 + 3000 * i / 14, 1090)] for i in range(15)]
    plate.ink(plate.within(plate.strokes(boards, 3), floor), INK, 0.5)
    plate.shade(floor, INK, 0.85, towards=-90, start=0.2)
    rug = plate.fill(OXBLOOD, [(590, 730), (1010, 730), (1250, 1010), (350, 1010)])
    plate.ink(plate.within(plate.cut([(616, 744), (984, 744), (1200, 1010), (400, 1010)]), rug), "#8d4a39")
    plate.ink(plate.cut([(640, 758), (960, 758), (1150, 1010), (450, 1010)]), OXBLOOD)
    diamonds = [[(800, 790 + 70 * i), (880 + 26 * i, 820 + 74 * i), (800, 850 + 80 * i), (720 - 26 * i, 820 + 74 * i)] for i in range(3)]
    plate.fill("#b9784a", *diamonds, strength=0.8)
    plate.shade(rug, INK, 0.55, towards=90, start=0.3)
    back = plate.fill("#35513f", box(left, top, right - left, foot - top))
    plate.shade(back, INK, 0.7, towards=90, start=0.2)


def _window(plate: Plate) -> None:
    """A round-headed window on to the bay: moon, headland, the beam, boats at their moorings."""
    frame = [(652, 540), (652, 330), *oval(800, 330, 148, 120)[20:], (948, 330), (948, 540)]
    plate.fill("#d8c194", [(634, 552), (634, 328), *oval(800, 328, 166, 138)[20:], (966, 328), (966, 552)])
    pane = plate.fill(NIGHT, frame)
    plate.shade(pane, "#5c8d97", 0.85, towards=90, start=0.12)
    plate.halo(872, 300, 96, CREAM, 0.75, inside=pane)
    plate.ink(plate.within(plate.cut(oval(872, 300, 24, 24)), pane), "#fdf3d2")
    random = plate.random
    stars = [oval(random.uniform(660, 940), random.uniform(220, 390), 1.6, 1.6, steps=8) for _ in range(44)]
    plate.ink(plate.within(plate.cut(*stars), pane), CREAM)
    land = plate.cut([(652, 470), *curve([(652, 452), (700, 436), (746, 446), (800, 462)]), (800, 474), (652, 474)])
    plate.ink(plate.within(land, pane), INK)
    water = plate.ink(plate.within(plate.cut(box(640, 468, 320, 90)), pane), "#27495a")
    path = [ripple(random, 868 + random.uniform(-12, 12), 474 + 7 * i, 60 - 3 * i * random.random(), 3.4) for i in range(9)]
    plate.ink(plate.within(plate.cut(*path), water), CREAM)
    for x, y, size in ((720, 500, 1.0), (780, 488, 0.7)):
        plate.fill(
            INK,
            [(x - 22 * size, y - 6 * size), (x + 26 * size, y - 8 * size), (x + 18 * size, y + 4 * size), (x - 18 * size, y + 4 * size)],
        )
        plate.line(INK, 2, [(x, y - 4), (x, y - 40 * size)])
        plate.fill(AMBER, oval(x, y - 40 * size, 2.4, 2.4))
    plate.line("#d8c194", 8, [(800, 212), (800, 540)], [(652, 390), (948, 390)], [(652, 470), (948, 470)])
    plate.line("#d8c194", 5, [(726, 226), (726, 540)], [(874, 226), (874, 540)])
    plate.fill("#c4a876", box(622, 540, 356, 16))


def _shelves(plate: Plate, side: int, bay: int) -> None:
    start, end = 0.02 + bay * 0.325, 0.02 + bay * 0.325 + 0.3
    case = plate.fill(WOOD, _panel(side, (start, end), (0.02, 0.93)))
    plate.shade(case, INK, 0.6, towards=180 if side < 0 else 0, start=0.1)
    plate.fill("#7d5334", _panel(side, (start - 0.012, end + 0.012), (0.93, 0.965)))
    for row in range(6):
        low = 0.045 + row * 0.147
        hollow = plate.fill("#22201c", _panel(side, (start + 0.018, end - 0.018), (low, low + 0.126)))
        _books(plate, side, (start + 0.022, end - 0.022), low)
        plate.shade(hollow, INK, 0.55, towards=-90, start=0.3)


def _books(plate: Plate, side: int, depths: tuple[float, float], low: float) -> None:
    random = plate.random
    at = depths[0]
    while at < depths[1] - 0.006:
        thick = random.uniform(0.007, 0.017)
        if random.random() < 0.07:
            at += thick * 2
            continue
        until = min(at + thick, depths[1])
        high = low + random.uniform(0.082, 0.117)
        tint = random.choice(SPINES)
        plate.fill(tint, _panel(side, (at, until), (low, high)))
        if thick > 0.01:
            plate.fill("#ecd9a6" if tint not in ("#d9c190", "#e5d3a4") else OXBLOOD, _panel(side, (at, until), (high - 0.03, high - 0.022)))
        plate.line(INK, 1.5, [_wall(side, until, low), _wall(side, until, high)], strength=0.6)
        at = until


def _back_shelves(plate: Plate) -> None:
    """Low cases under and beside the window."""
    random = plate.random
    for left, right, top, rows in ((534, 628, 250, 6), (972, 1066, 250, 6), (640, 960, 570, 1)):
        plate.fill(WOOD, box(left, top, right - left, 636 - top))
        high = (636 - top) / rows
        for row in range(rows):
            shelf = top + 6 + row * high
            plate.fill("#211c19", box(left + 6, shelf, right - left - 12, high - 10))
            x = left + 8.0
            while x < right - 12:
                wide, tall = random.uniform(4, 9), (high - 14) * random.uniform(0.66, 0.96)
                plate.fill(random.choice(SPINES), box(x, shelf + high - 10 - tall, wide - 0.8, tall))
                x += wide
    plate.shade(plate.cut(box(530, 250, 540, 390)), INK, 0.5, towards=90, start=0.35)


def _table(plate: Plate) -> None:
    for x in (486, 1114):
        plate.fill("#3c2519", [(x - 14, 806), (x + 14, 806), (x + 9, 968), (x - 9, 968)])
    top = plate.fill("#8a5a37", [(520, 746), (1080, 746), (1172, 812), (428, 812)])
    plate.shade(top, INK, 0.7, towards=180, start=0.35)
    plate.halo(890, 778, 330, AMBER, 0.8, flat=0.28, inside=top)
    plate.fill("#54341f", [(428, 812), (1172, 812), (1168, 834), (432, 834)])
    for x, y, tint, stack in ((560, 780, "#2f5a54", 3), (1040, 784, OXBLOOD, 2)):
        for i in range(stack):
            cover = (tint, "#d9c190", "#44516a")[i % 3]
            plate.fill(cover, box(x - 42 + 5 * (i % 2), y - 15 - 15 * i, 84, 12))
            plate.fill("#f0e2bd", box(x - 38 + 5 * (i % 2), y - 12 - 15 * i, 80, 6))
    plate.fill("#e9dcc0", oval(1000, 798, 17, 6))
    plate.shade(plate.fill("#3d6a70", box(988, 774, 24, 22)), INK, 0.7, towards=0)


SKIN, HAIR, JUMPER = "#d59d78", "#2b1d1a", "#2d4f63"
# fmt: off
FACE: Points = [(782, 606), (786, 574), (814, 558), (842, 574), (846, 606), (834, 640), (814, 650), (794, 640)]
LOCKS: Points = [
    (778, 616), (774, 578), (790, 546), (820, 538), (850, 552), (856, 590), (848, 612), (842, 590), (820, 578), (796, 586), (788, 612),
    (786, 640), (772, 650),
]
SPREAD: Points = [(744, 800), (760, 778), (790, 776), (815, 786), (840, 776), (870, 778), (886, 800), (850, 798), (815, 806), (780, 798)]
# fmt: on


def _reader(plate: Plate) -> None:
    """Seen from across the table, elbows on it, an open book under the lamp."""
    body = plate.fill(JUMPER, curve([(742, 800), (738, 716), (768, 668), (812, 654), (856, 668), (888, 716), (884, 800)], steps=7))
    plate.shade(body, INK, 0.85, towards=180, start=0.15)
    plate.fill("#c58a67", curve([(798, 664), (800, 634), (828, 634), (830, 664), (814, 676)], closed=True, steps=4))
    plate.shade(plate.fill(SKIN, curve(FACE, closed=True, steps=6)), "#7a4430", 0.75, towards=180, start=0.3)
    plate.fill(HAIR, curve(LOCKS, closed=True, steps=5))
    plate.line(HAIR, 2.6, [(794, 612), (806, 614)], [(822, 614), (834, 612)])
    plate.line("#8a4a3a", 2.6, [(808, 634), (820, 634)])
    _arm(plate, 748, 1)
    _arm(plate, 880, -1)
    _open_book(plate)


def _arm(plate: Plate, x: float, turned: int) -> None:
    bent = [(0, 712), (-18, 770), (6, 800), (54, 788), (56, 768), (20, 768)]
    arm = plate.fill(JUMPER, curve([(x + dx * turned, y) for dx, y in bent], closed=True, steps=5))
    plate.shade(arm, INK, 0.7, towards=180, start=0.3)
    plate.fill(SKIN, oval(x + 56 * turned, 778, 14, 10))


def _open_book(plate: Plate) -> None:
    pages = plate.fill("#fbf0d2", curve(SPREAD, closed=True, steps=4))
    plate.shade(pages, "#b98d4c", 0.6, towards=180, start=0.2)
    left = [[(764, 784 + 4 * i), (800, 786 + 4 * i)] for i in range(3)]
    right = [[(830, 786 + 4 * i), (864, 784 + 4 * i)] for i in range(3)]
    plate.line("#a08a62", 1.6, [(815, 786), (815, 805)], *left, *right)


def _lamps(plate: Plate) -> None:
    """The green-shaded lamp on the table, two globes overhead, and what they light."""
    plate.line("#b98d4c", 6, [(930, 796), (930, 716)])
    plate.fill("#b98d4c", oval(930, 798, 34, 9))
    plate.halo(930, 720, 240, "#ffd27e", 0.62)
    plate.shade(
        plate.fill("#2f7a5c", curve([(872, 716), (884, 684), (930, 672), (976, 684), (988, 716)], steps=6)),
        INK,
        0.6,
        towards=180,
        start=0.2,
    )
    plate.fill("#fff0c4", oval(930, 717, 56, 5))
    for x, y, size in ((640, 150, 24), (960, 150, 24), (360, 70, 40), (1240, 70, 40)):
        plate.line(INK, 3, [(x, -10), (x, y - size)])
        plate.halo(x, y, size * 6, AMBER, 0.6)
        plate.shade(plate.fill("#ffe9b4", oval(x, y, size, size)), AMBER, 0.8, towards=60, start=0.25)
    plate.shade(plate.cut(box(-5, 700, 1610, 305)), INK, 0.45, towards=90, start=0.3)


def _cat(plate: Plate) -> None:
    body = curve([(560, 546), (566, 516), (586, 502), (606, 512), (618, 540), (612, 552), (572, 554)], closed=True, steps=5)
    cat = move(body, 84, 0)
    plate.fill(
        "#b8703c",
        cat,
        move(curve([(596, 512), (596, 486), (604, 494), (616, 494), (624, 486), (626, 510), (612, 522)], closed=True, steps=4), 84, 0),
    )
    plate.line("#b8703c", 9, move(curve([(570, 548), (544, 552), (536, 536), (546, 524)], steps=6), 84, 0))
    plate.line("#6d3a20", 3, *[move([(578 + 9 * i, 514 + 2 * i), (574 + 9 * i, 534)], 84, 0) for i in range(3)])


def _ladder(plate: Plate) -> None:
    rails = ([_wall(1, 0.2, 0.0), _wall(1, 0.36, 0.93)], [_wall(1, 0.27, 0.0), _wall(1, 0.41, 0.93)])
    plate.line("#b98d4c", 9, *rails)
    (ax, ay), (bx, by) = rails[0]
    (cx, cy), (dx, dy) = rails[1]
    rungs = [[(ax + (bx - ax) * i / 9, ay + (by - ay) * i / 9), (cx + (dx - cx) * i / 9, cy + (dy - cy) * i / 9)] for i in range(1, 9)]
    plate.line("#9a7038", 6, *rungs)
