"""Figures that contradict the counts beside them, each other, or how often the indicator says they come."""

from collections.abc import Iterator, Sequence
from typing import Final

from lif.records.indicator import UNIT_AFTER, Unit, Value
from lif.records.periods import PeriodForm, form_of
from lif.rules.figures.course import overlaps, repeated
from lif.rules.figures.parts import Follows, decimals_of, follows, is_no_share, rounding_of, slip_of
from lif.rules.figures.question import Question, Rounded, count, doubt, figure, with_parts

_FORMS: Final[dict[str, tuple[PeriodForm, ...]]] = {
    "yearly": ("year", "financial-year"),
    "half-yearly": ("half",),
    "quarterly": ("quarter",),
    "monthly": ("month",),
}


def doubts_of_area(
    name: str, unit: Unit, title: str, ordered: Sequence[Value]
) -> Iterator[Question | Rounded]:
    """What may simply be wrong in the figures of one area, and what only published rounding explains."""
    yield from _parts(name, unit, title, ordered)
    for before, after in overlaps(ordered):
        message = (
            f"{title}: the period {after.period} shares months with {before.period} (line {before.line}), so the "
            "same children may be counted twice."
        )
        yield doubt("D555", name, after, message)


def repeats(name: str, unit: Unit, title: str, ordered: Sequence[Value]) -> Iterator[Question]:
    """Figures that are the very same as those of the period before."""
    for before, after in repeated(ordered):
        message = (
            f"{title} {after.period}: {with_parts(after, unit)} is the very same as in {before.period}. "
            "Perhaps the earlier figure was sent again."
        )
        yield doubt("D559", name, after, message, "remark")


def other_frequency(name: str, frequency: str, ordered: Sequence[Value]) -> Iterator[Question]:
    """One question for all periods that are not as often as the indicator says."""
    other = [value for value in ordered if form_of(value.period) not in _FORMS[frequency]]
    if other:
        first = other[0]
        is_not = "is not that" if len(other) == 1 else f"and {len(other) - 1} more are not those"
        message = f"{first.period} {is_not} of an indicator whose figures come {frequency}."
        hint = (
            f"Correct the period; or, if figures come as often as that: lif data change {name} --frequency …"
        )
        yield Question("D556", "remark", first.area, first.period, first.line, message, hint)


def _parts(name: str, unit: Unit, title: str, rows: Sequence[Value]) -> Iterator[Question | Rounded]:
    """Figures that are no share, or do not follow from the counts beside them."""
    to = None
    for value, decimals in zip(rows, decimals_of(rows), strict=True):
        if is_no_share(value, unit):
            message = (
                f"{title} {value.period}: {with_parts(value, unit)} cannot be: {_no_share(value, unit)}."
            )
            yield doubt("D551", name, value, message)
            continue
        found = follows(value, unit, decimals, 1)
        if found is None or value.value is None or found.standing == "follows":
            continue
        if to is None:
            to = rounding_of(value.area, rows)
        found = follows(value, unit, decimals, to) or found
        if found.standing == "rounding":
            yield Rounded(value.area, value.period, value.value, found.expected, to, decimals)
        else:
            yield doubt("D550", name, value, _contradiction(title, value, unit, found))


def _no_share(value: Value, unit: Unit) -> str:
    if value.value is not None and value.value < 0:
        return "no figure of this kind is less than nothing"
    if unit == "percent" and value.value is not None and value.value > 100:
        return "a part is never more than the whole"
    return "the part is larger than the whole"


def _contradiction(title: str, value: Value, unit: Unit, found: Follows) -> str:
    expected = f"{found.expected:,.{found.decimals}f}{UNIT_AFTER.get(unit, '')}"
    said = figure(value, unit)
    if unit == "count":
        return f"{title} {value.period}: the figure is {said}, and the count beside it {expected}."
    slip = slip_of(value.value, found.expected) if value.value is not None else ""
    told = f" It is {slip}: perhaps the decimal point slipped." if slip else ""
    return f"{title} {value.period}: {said} does not follow from {count(value)}, which make {expected}.{told}"
