"""A question about a figure: its code, where it is asked, and what answers it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from lif.records.indicator import UNIT_AFTER, Unit, Value
from lif.store.findings import Severity

_BY_ANY_COMMENTARY = frozenset({"D552", "D553", "D554"})
"""Questions about what lies behind a figure: whatever is said about the period answers them."""


@dataclass(frozen=True, slots=True)
class Question:
    """Something to be asked about a figure."""

    code: str
    severity: Severity
    area: str
    """The code of the area."""
    period: str
    line: int
    """The line of the CSV file at which it is asked."""
    message: str
    hint: str
    answered_by: int | None = None
    """The place of the commentary that answers it; None where it is open."""


@dataclass(frozen=True, slots=True)
class Rounded:
    """A published figure that differs from its parts because those are rounded."""

    area: str
    period: str
    figure: Decimal
    expected: float
    rounded_to: int
    """What the counts of the area are rounded to: 10 or 5."""
    decimals: int


Commented = Sequence[tuple[str, tuple[str, ...]]]
"""Of each commentary the period, and the codes of the questions that it answers."""


def answered(question: Question, commented: Commented) -> Question:
    """The question with the first commentary that answers it, where there is one."""
    if question.answered_by is not None:
        return question
    for place, (period, codes) in enumerate(commented):
        if period == question.period and (question.code in codes or question.code in _BY_ANY_COMMENTARY):
            return replace(question, answered_by=place)
    return question


def doubt(code: str, name: str, value: Value, message: str, severity: Severity = "warning") -> Question:
    """A question about a figure that may simply be wrong; `name` is the indicator's id."""
    hint = (
        "Correct it, here or at its source. If it is right as it stands, say why: "
        f"lif data comment {name} --period {value.period} --answers {code}"
    )
    return Question(code, severity, value.area, value.period, value.line, message, hint)


def story(code: str, name: str, value: Value, message: str, more: str = "") -> Question:
    """A question about what lies behind a figure. `more` is said after how it is answered."""
    told = f"say what lies behind it: lif data comment {name} --period {value.period}"
    hint = f"Correct it if it is wrong; else {told}{more}"
    return Question(code, "remark", value.area, value.period, value.line, message, hint)


def figure(value: Value, unit: Unit) -> str:
    """A figure as it stands, with its unit."""
    return f"{value.value:,f}{UNIT_AFTER.get(unit, '')}"


def with_parts(value: Value, unit: Unit) -> str:
    """A figure with the counts behind it, as far as there are any."""
    said = figure(value, unit) if value.value is not None else ""
    if value.numerator is None or value.denominator is None:
        return said
    return f"{said} ({count(value)})" if said else count(value)


def count(value: Value) -> str:
    """The counts behind a figure, such as `34 of 210`."""
    return f"{value.numerator:,f} of {value.denominator:,f}"
