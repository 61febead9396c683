"""Periods of reporting as months, so that they can be put in order, followed and held against each other."""

from typing import Literal, NamedTuple

PeriodForm = Literal["year", "financial-year", "half", "quarter", "month"]


class Months(NamedTuple):
    """The months of a period, counted from January of the year 0."""

    first: int
    length: int

    @property
    def end(self) -> int:
        """The month behind the last."""
        return self.first + self.length


def form_of(period: str) -> PeriodForm:
    """How a period is written: `2017`, `2017/18`, `2017-H1`, `2017-Q3` or `2017-04`."""
    if "/" in period:
        return "financial-year"
    if "-" not in period:
        return "year"
    return "half" if "H" in period else "quarter" if "Q" in period else "month"


def months_of(period: str) -> Months:
    """The months of a period.

    A year with a stroke runs from April to March; its first half is April to September and its first quarter
    April to June, as Boards count them.
    """
    first = 12 * int(period[:4])
    match form_of(period):
        case "financial-year":
            return Months(first + 3, 12)
        case "half":
            return Months(first + 3 + 6 * (int(period[-1]) - 1), 6)
        case "quarter":
            return Months(first + 3 + 3 * (int(period[-1]) - 1), 3)
        case "month":
            return Months(first + int(period[5:]) - 1, 1)
        case _:
            return Months(first, 12)


def period_at(form: PeriodForm, months: Months) -> str:
    """The period of a form that has these months, written as records keep it."""
    if form == "year":
        return str(months.first // 12)
    if form == "month":
        return f"{months.first // 12}-{months.first % 12 + 1:02d}"
    year, month = divmod(months.first - 3, 12)
    if form == "financial-year":
        return f"{year}/{(year + 1) % 100:02d}"
    return f"{year}-H{month // 6 + 1}" if form == "half" else f"{year}-Q{month // 3 + 1}"
