"""Periods as files write them: 2017, 2017/18, 2017-18, 201718, 2017-H1, 2017-Q3, Q3 2017, 2017-04, Apr-17."""

import re
from collections.abc import Callable
from typing import Literal

from lif.exchange.dates import read_date
from lif.exchange.table import quoted_cell
from lif.records.base import PartialDate

Frequency = Literal["yearly", "half-yearly", "quarterly", "monthly"]

_YEAR = re.compile(r"[0-9]{4}")
_FINANCIAL_YEAR = re.compile(r"([0-9]{4})(?:/|-|–|)(?:[0-9]{2})?([0-9]{2})")
_PART = re.compile(r"([0-9]{4})(?:/[0-9]{2})?[ -]?(h[12]|q[1-4])|(h[12]|q[1-4])[ -]([0-9]{4})(?:/[0-9]{2})?")
_EXAMPLES = {
    "yearly": "2017, or 2017/18 for a financial year",
    "half-yearly": "2017-H1 (H1 is April to September)",
    "quarterly": "2017-Q3 (Q1 is April to June)",
    "monthly": "2017-04",
}


def read_period(text: str, frequency: Frequency) -> str:
    """The period that a cell gives, in the form in which values are kept.

    The frequency of the indicator settles what could be read in two ways: 2011-12 is a financial year or a
    December. A day stands for the half-year, quarter or month that it falls in; the year that it belongs to is not
    certain. Raises ValueError with a sentence where the cell holds no period of this frequency.
    """
    plain = " ".join(text.split()).lower()
    period = _READERS[frequency](plain)
    if period:
        return period
    shown = quoted_cell(text) if plain else "An empty cell"
    raise ValueError(
        f"{shown} is no period of an indicator that is {frequency}. Write it as {_EXAMPLES[frequency]}."
    )


def is_day(text: str) -> bool:
    """Whether a cell holds a day, such as 14/07/2017."""
    return _day(text) is not None


def _day(text: str) -> PartialDate | None:
    try:
        date = read_date(text)
    except ValueError:
        return None
    return date if date.day else None


def _yearly(plain: str) -> str:
    if _YEAR.fullmatch(plain):
        return plain
    match = _FINANCIAL_YEAR.fullmatch(plain)
    if match and (int(match[1]) + 1) % 100 == int(match[2]):
        return f"{match[1]}/{match[2]}"
    return ""


def _half_yearly(plain: str) -> str:
    return _part(plain, "H") or _of_day(plain, 6, "H")


def _quarterly(plain: str) -> str:
    return _part(plain, "Q") or _of_day(plain, 3, "Q")


def _of_day(plain: str, months: int, letter: str) -> str:
    """The part of a financial year of so many months in which a day falls; "" where the text is no day."""
    day = _day(plain)
    if day is None:
        return ""
    since_april = (day.month - 4) % 12
    return f"{day.year - (day.month < 4)}-{letter}{since_april // months + 1}"


def _part(plain: str, letter: str) -> str:
    """A half or a quarter of a financial year; "" where the text is none."""
    match = _PART.fullmatch(plain)
    part = (match[2] or match[3]).upper() if match else ""
    return f"{match[1] or match[4]}-{part}" if match and part.startswith(letter) else ""


def _monthly(plain: str) -> str:
    try:
        date = read_date(plain)
    except ValueError:
        return ""
    return f"{date.year:04d}-{date.month:02d}" if date.month else ""


_READERS: dict[Frequency, Callable[[str], str]] = {
    "yearly": _yearly,
    "half-yearly": _half_yearly,
    "quarterly": _quarterly,
    "monthly": _monthly,
}
