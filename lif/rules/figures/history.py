"""Whether a figure lies in the range that its own history leads one to expect.

The rule is the upper limit of the moving range on a chart of individual values: a step between two periods that is
more than 3.267 times the mean of the steps before is not of the same kind as they. Source: W. A. Shewhart's control
charts, with the factor D4 for ranges of two; D. J. Wheeler, "Understanding Variation". A slow trend raises no
question by it, a sudden step does. Of small numbers a step must also be larger than two standard errors, as far as
their parts tell: small numbers move by chance.
"""

import math
from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

LEAST: Final = 5
"""So many earlier figures are needed before one can be called unusual."""
FACTOR: Final = 3.267
"""How many times the mean step may be."""
_ERRORS = 2
_SHARE = 0.1
"""Where no parts tell what chance does, a step of a tenth is the least that is asked about."""
_WHOLE = 50
"""Of a base smaller than that it is no surprise when it changes by half."""


class Point(NamedTuple):
    """A figure with its parts, where they are known."""

    value: float
    part: float | None = None
    whole: float | None = None


class Step(NamedTuple):
    """A figure that its history did not lead one to expect."""

    at: int
    """Its place among the points."""
    before: int
    """The place of the figure that it is held against."""
    mean: float
    """The mean of the steps before."""
    stays: bool
    """Whether the figure after it stays there: then the series has a break."""


def steps(points: Sequence[Point], begins: Collection[int], *, counts: bool) -> list[Step]:
    """The figures that stand out, in order. `begins` are places where the series is known to begin anew.

    `counts` says that the values themselves are counts. A figure that stands out alone is left out of what the
    following ones are held against; after a break only what follows it counts.
    """
    found: list[Step] = []
    earlier: list[int] = []
    for at, point in enumerate(points):
        if at in begins:
            earlier = []
        if len(earlier) >= LEAST:
            before = earlier[-1]
            mean = _mean_step([points[place].value for place in earlier])
            if _stands_out(points[before], point, mean, counts):
                following = points[at + 1] if at + 1 < len(points) and at + 1 not in begins else None
                stays = (
                    following is not None
                    and (following.value > points[before].value) == (point.value > points[before].value)
                    and _stands_out(points[before], following, mean, counts)
                )
                found.append(Step(at, before, mean, stays))
                if not stays:
                    continue
                earlier = []
        earlier.append(at)
    return found


def _mean_step(values: Sequence[float]) -> float:
    sizes = [abs(after - before) for before, after in pairwise(values)]
    return sum(sizes) / len(sizes)


def _stands_out(before: Point, after: Point, mean: float, counts: bool) -> bool:
    step = abs(after.value - before.value)
    return step > FACTOR * mean and step > _by_chance(before, after, counts)


def _by_chance(before: Point, after: Point, counts: bool) -> float:
    """How far chance alone may move a figure: two standard errors of the difference."""
    if counts:
        return _ERRORS * math.sqrt(max(0.0, before.value) + max(0.0, after.value))
    if before.whole and after.whole and before.part is not None and after.part is not None:
        part, whole = before.part + after.part, before.whole + after.whole
        share = min(1.0, max(0.0, part / whole))
        if part:
            scale = (before.value + after.value) / (before.part / before.whole + after.part / after.whole)
            return _ERRORS * scale * math.sqrt(share * (1 - share) * (1 / before.whole + 1 / after.whole))
    return _SHARE * abs(before.value)


def base_breaks(points: Sequence[Point], largest: float) -> list[int]:
    """The places at which the base of a share is more than `largest` times what it was, or less than that part.

    One that goes back again at once is named at its going alone.
    """
    found = []
    bases = [(at, point.whole) for at, point in enumerate(points) if point.whole is not None]
    usual = 0.0
    last = 0.0
    for at, whole in bases:
        back = min(usual, whole) > 0 and 1 / largest <= whole / usual <= largest
        if min(last, whole) >= _WHOLE and not 1 / largest <= whole / last <= largest and not back:
            found.append(at)
            usual = last
        else:
            usual = whole
        last = whole
    return found
