"""Figures of the Board's own area that its own history does not lead one to expect, and those that are missing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from lif.records.indicator import Unit, Value
from lif.records.periods import months_of
from lif.rules.figures.course import missing
from lif.rules.figures.history import FACTOR, Point, base_breaks, steps
from lif.rules.figures.question import Commented, Question, figure, story

_LARGEST_BASE: Final[dict[Unit, float]] = {"percent": 1.5, "ratio": 1.5, "rate-per-10000": 1.1}
"""How many times its last one the base of a share may be. A population hardly changes within a year."""
_BREAK = "; and if what is counted changed, record that: lif data change {} --breaks-series --date DATE"


@dataclass(frozen=True, slots=True)
class Own:
    """The figures of the Board's own area."""

    name: str
    """The id of the indicator."""
    title: str
    """The name of the area."""
    unit: Unit
    ordered: Sequence[Value]
    """In order; those whose periods are written alike."""


def unexpected(own: Own, breaks: Sequence[str], commented: Commented) -> Iterator[Question]:
    """Figures that history does not lead one to expect, and breaks of the series: those recorded on a day, and others."""
    values = [value for value in own.ordered if value.value is not None]
    points = [_point(value) for value in values]
    begins: set[int] = set()
    for day in breaks:
        yield from _recorded_break(own, values, day, commented, begins)
    for step in steps(points, begins, counts=own.unit == "count"):
        value, before = values[step.at], values[step.before]
        went = f"from {figure(before, own.unit)} in {before.period} to {figure(value, own.unit)}"
        rule = (
            f"The steps before were {step.mean:,.1f} on average; by the rule of the moving range one of more than "
            f"{FACTOR * step.mean:,.1f} ({FACTOR} times that) is of another kind"
        )
        if step.stays:
            begins.add(step.at)
            message = (
                f"{own.title} {value.period}: a break in the series, {went}, and it stays there. {rule}."
            )
            yield story("D553", own.name, value, message, _BREAK.format(own.name))
        else:
            message = f"{own.title} {value.period} is outside the range of its own history: {went}. {rule}."
            yield story("D552", own.name, value, message)
    largest = _LARGEST_BASE.get(own.unit)
    if largest:
        for place in base_breaks(points, largest):
            if begins.isdisjoint((place - 1, place, place + 1)):
                yield _base_break(own, values, place)


def _recorded_break(
    own: Own, values: Sequence[Value], day: str, commented: Commented, begins: set[int]
) -> Iterator[Question]:
    """A break that the change log records: readers of the figures around it are to be told."""
    month = 12 * int(day[:4]) + int(day[5:7]) - 1
    place = next((at for at, value in enumerate(values) if months_of(value.period).end > month), None)
    if place is None or (place == 0 and months_of(values[0].period).first > month):
        return
    # A year that ends in March is kept under the year of its end, so that the day may lie in the one before it.
    begins |= {place, place + 1}
    around = [value.period for value in values[place : place + 2]]
    answer = next((at for at, (period, _) in enumerate(commented) if period in around), None)
    message = (
        f"{own.title} {around[0]}: the series has a break on {day}, as the change log says, and no commentary on "
        f"{' or '.join(around)} tells those who read the figures."
    )
    yield replace(story("D553", own.name, values[place], message), answered_by=answer)


def _base_break(own: Own, values: Sequence[Value], place: int) -> Question:
    value = values[place]
    before = next(one for one in reversed(values[:place]) if one.denominator is not None)
    message = (
        f"{own.title} {value.period}: perhaps a break in the series: what it is a share of went from "
        f"{before.denominator:,f} in {before.period} to {value.denominator:,f}."
    )
    return story("D553", own.name, value, message, _BREAK.format(own.name))


def gaps(own: Own) -> Iterator[Question]:
    """Periods without a row, between two that have one."""
    for period, following in missing(own.ordered):
        message = f"{own.title} has no figure for {period}, though for periods before and after it."
        hint = (
            f"Bring it in: lif data import {own.name} FILE.csv. If there is none, say why: "
            f"lif data comment {own.name} --period {period}"
        )
        yield Question("D554", "remark", following.area, period, following.line, message, hint)


def _point(value: Value) -> Point:
    part, whole = value.numerator, value.denominator
    return Point(
        float(value.value or 0),
        float(part) if part is not None else None,
        float(whole) if whole is not None else None,
    )
