"""Whether a figure follows from the counts beside it, and whether published rounding explains that it does not quite.

Statistical offices round counts of the nation and its regions to ten, or to five, and work out the percentage from
the unrounded ones; worked out again, it can differ in its first decimal. Source of that practice: the Department for
Education's statistics of children in need.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final, Literal, NamedTuple

from lif.records.indicator import Unit, Value

SCALE: Final[dict[Unit, int]] = {"percent": 100, "rate-per-10000": 10_000, "ratio": 1}
"""By what a share is multiplied in each unit; units that are not here are no shares."""

_ENOUGH = 4
"""So many counts that are all round are no accident."""
_LARGER_THAN_AN_AUTHORITY = ("E92", "E12", "E13", "K", "W92", "S92", "N92")
"""How the codes of nations and regions begin."""

Standing = Literal["follows", "rounding", "contradicts"]


class Follows(NamedTuple):
    """What the counts beside a figure make, and how the figure stands to it."""

    expected: float
    standing: Standing
    decimals: int
    """How many decimals the figure is printed with."""


def rounding_of(area: str, values: Iterable[Value]) -> int:
    """To what the counts of an area are rounded, by their look: 10, 5, or 1 where they are not."""
    counts = [count for value in values for count in (value.numerator, value.denominator) if count]
    if not counts or (len(counts) < _ENOUGH and not area.startswith(_LARGER_THAN_AN_AUTHORITY)):
        return 1
    if any(count % 5 for count in counts):
        return 1
    return 5 if any(count % 10 for count in counts) else 10


def decimals_of(values: Sequence[Value]) -> list[int]:
    """How many decimals each value was printed with; a whole number among others with decimals lost its nought."""
    own = [_decimals(value.value) if value.value is not None else 0 for value in values]
    return [one or min(1, max(own, default=0)) for one in own]


def follows(value: Value, unit: Unit, decimals: int, rounded_to: int) -> Follows | None:
    """How a figure stands to the counts beside it; None where it has none to follow from.

    It follows where it differs by no more than one in its last decimal.
    """
    if value.value is None or value.numerator is None:
        return None
    figure = float(value.value)
    if unit == "count":
        same = value.value == value.numerator
        return Follows(float(value.numerator), "follows" if same else "contradicts", 0)
    scale = SCALE.get(unit)
    if scale is None or not value.denominator:
        return None
    part, whole = float(value.numerator), float(value.denominator)
    expected = scale * part / whole
    step = 1.000001 * 10.0**-decimals
    if abs(figure - expected) <= step:
        return Follows(expected, "follows", decimals)
    half = rounded_to / 2
    least, most = scale * (part - half) / (whole + half), scale * (part + half) / max(whole - half, half)
    explained = rounded_to > 1 and least - step <= figure <= most + step
    return Follows(expected, "rounding" if explained else "contradicts", decimals)


def is_no_share(value: Value, unit: Unit) -> bool:
    """Whether a percentage is of more than the whole, or less than nothing."""
    if unit == "percent":
        if value.value is not None and not 0 <= value.value <= 100:
            return True
        if value.numerator is not None and value.denominator is not None:
            return value.numerator > value.denominator
    return value.value is not None and value.value < 0


def slip_of(figure: Decimal, expected: float) -> str:
    """In words, if the figure is the expected one with its decimal point elsewhere; else ""."""
    if not expected or not figure:
        return ""
    times = float(figure) / expected
    for factor, words in ((10, "ten times"), (100, "a hundred times"), (1000, "a thousand times")):
        if abs(times / factor - 1) < _NEAR:
            return f"{words} as much"
        if abs(times * factor - 1) < _NEAR:
            return f"{_PARTS[factor]} of it"
    return ""


_NEAR = 0.005
_PARTS = {10: "a tenth", 100: "a hundredth", 1000: "a thousandth"}


def _decimals(figure: Decimal) -> int:
    exponent = figure.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
