"""The periods of a series: which are missing, which overlap, which only say again what the one before said."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from lif.records.indicator import Value
from lif.records.periods import Months, PeriodForm, form_of, months_of, period_at

MOST_MISSING = 12
"""So many missing periods are named; a series that stops for longer began anew."""
_REPEATED_WHOLE = 20
_REPEATED_COUNT = 100


def in_order(values: Sequence[Value]) -> list[Value]:
    """The values of one area in the order of their periods."""
    return sorted(values, key=lambda value: months_of(value.period))


def usual_form(values: Sequence[Value]) -> PeriodForm | None:
    """How most of the periods are written; of two alike the one seen first."""
    forms = Counter(form_of(value.period) for value in values)
    return forms.most_common(1)[0][0] if forms else None


def overlaps(ordered: Sequence[Value]) -> list[tuple[Value, Value]]:
    """Each value whose period lies in that of an earlier one at least in part, with that earlier one."""
    found = []
    reaching: Value | None = None
    end = -1
    for value in ordered:
        months = months_of(value.period)
        if reaching is not None and months.first < end and value.period != reaching.period:
            found.append((reaching, value))
        if months.end > end:
            reaching, end = value, months.end
    return found


def missing(ordered: Sequence[Value]) -> list[tuple[str, Value]]:
    """Each period between the first and the last that has no row, with the value that follows it."""
    found: list[tuple[str, Value]] = []
    for before, after in pairwise(ordered):
        form = form_of(before.period)
        if form != form_of(after.period):
            continue
        months, last = months_of(before.period), months_of(after.period)
        gaps = []
        while (months := Months(months.end, months.length)).first < last.first:
            gaps.append(period_at(form, months))
        if len(gaps) <= MOST_MISSING:
            found += [(gap, after) for gap in gaps]
    return found


def repeated(ordered: Sequence[Value]) -> list[tuple[Value, Value]]:
    """Each value that says the very same as the one before it, with that one; small numbers are left out."""
    return [
        (before, after)
        for before, after in pairwise(ordered)
        if after.value is not None
        and (before.value, before.numerator, before.denominator)
        == (after.value, after.numerator, after.denominator)
        and _is_large(after)
    ]


def _is_large(value: Value) -> bool:
    if value.denominator is not None and value.numerator is not None:
        return value.numerator > 0 and value.denominator >= _REPEATED_WHOLE
    return value.denominator is None and value.numerator is None and (value.value or 0) >= _REPEATED_COUNT
