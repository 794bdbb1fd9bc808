"""Points and lines, before any ink: curves through points, ridges, ripples, turned boxes.

Pure geometry in the plates' own units, 1600 by 1000. The caller passes the random source.
"""

from collections.abc import Sequence
from functools import lru_cache
from math import cos, pi, sin
from random import Random

Point = tuple[float, float]
Points = list[Point]


@lru_cache
def _weights(steps: int) -> list[tuple[float, float, float, float]]:
    """How much each of four knots pulls, step by step from the second knot to the third."""
    shares = [step / steps for step in range(steps)]
    return [((2 * t**2 - t**3 - t) / 2, (3 * t**3 - 5 * t**2 + 2) / 2, (4 * t**2 - 3 * t**3 + t) / 2, (t**3 - t**2) / 2) for t in shares]


def curve(points: Sequence[Point], *, closed: bool = False, steps: int = 10) -> Points:
    """A smooth line through every point (Catmull-Rom)."""
    ring = [points[-1], *points, points[0], points[1]] if closed else [points[0], *points, points[-1]]
    line: Points = []
    for (ax, ay), (bx, by), (cx, cy), (dx, dy) in zip(ring, ring[1:], ring[2:], ring[3:], strict=False):
        line.extend((p * ax + q * bx + r * cx + s * dx, p * ay + q * by + r * cy + s * dy) for p, q, r, s in _weights(steps))
    return line if closed else [*line, points[-1]]


def ridge(random: Random, left: float, right: float, height: float, rise: float, *, bumps: int = 9) -> Points:
    """A skyline from left to right around `height`, its hills up to `rise` high, with small teeth."""
    step = (right - left) / bumps
    peaks = [(left + step * i, height - rise * random.random()) for i in range(bumps + 1)]
    return [(x, y + random.uniform(-1.5, 1.5)) for x, y in curve(peaks, steps=14)]


def ground(skyline: Sequence[Point], bottom: float = 1010) -> Points:
    """The land under a skyline, down to `bottom`."""
    return [*skyline, (skyline[-1][0], bottom), (skyline[0][0], bottom)]


def ripple(random: Random, x: float, y: float, length: float, thickness: float) -> Points:
    """One brush mark of water: thin at both ends, thickest a little off the middle."""
    middle = x + length * random.uniform(-0.12, 0.12)
    sway = random.uniform(-0.5, 0.5) * thickness
    return curve(
        [(x - length / 2, y), (middle, y - thickness / 2 + sway), (x + length / 2, y), (middle, y + thickness / 2 + sway)],
        closed=True,
        steps=5,
    )


def cloud(random: Random, x: float, y: float, length: float, high: float) -> list[Points]:
    """A bank of cloud: streaks laid over each other, longest at the bottom, its top in steps."""
    streaks = []
    for i in range(7):
        share = i / 6
        streaks.append(
            ripple(
                random,
                x + length * random.uniform(-0.22, 0.22),
                y - high * share,
                length * (1 - 0.72 * share) * random.uniform(0.7, 1),
                high * random.uniform(0.22, 0.34),
            )
        )
    return streaks


def box(x: float, y: float, width: float, height: float) -> Points:
    return [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]


def oval(x: float, y: float, across: float, high: float, *, steps: int = 40) -> Points:
    """An ellipse around its middle, by its two radii."""
    return [(x + across * cos(2 * pi * i / steps), y + high * sin(2 * pi * i / steps)) for i in range(steps)]


def blob(random: Random, x: float, y: float, across: float, high: float, *, knots: int = 11, wobble: float = 0.16) -> Points:
    """A leafy or stony round: an oval whose edge wanders."""
    knotted = []
    for i in range(knots):
        reach = 1 + random.uniform(-wobble, wobble)
        knotted.append((x + across * reach * cos(2 * pi * i / knots), y + high * reach * sin(2 * pi * i / knots)))
    return curve(knotted, closed=True, steps=6)


def turn(points: Sequence[Point], degrees: float, around: Point) -> Points:
    c, s = cos(degrees * pi / 180), sin(degrees * pi / 180)
    ox, oy = around
    return [(ox + (x - ox) * c - (y - oy) * s, oy + (x - ox) * s + (y - oy) * c) for x, y in points]


def move(points: Sequence[Point], dx: float, dy: float) -> Points:
    return [(x + dx, y + dy) for x, y in points]


def mirror(points: Sequence[Point], axis: float) -> Points:
    """The same upside down under a waterline."""
    return [(x, 2 * axis - y) for x, y in points]
