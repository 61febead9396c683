"""Periods as files write them: 2017, 2017/18, 2017-18, 201718, 2017-Q3, Q3 2017, 2017-04, Apr-17."""

import re
from typing import Literal

from lif.exchange.dates import read_date
from lif.exchange.table import quoted_cell

Frequency = Literal["yearly", "quarterly", "monthly"]

_YEAR = re.compile(r"[0-9]{4}")
_FINANCIAL_YEAR = re.compile(r"([0-9]{4})(?:/|-|–|)(?:[0-9]{2})?([0-9]{2})")
_QUARTER = re.compile(r"([0-9]{4})(?:/[0-9]{2})?[ -]?q([1-4])|q([1-4])[ -]([0-9]{4})(?:/[0-9]{2})?")
_EXAMPLES = {
    "yearly": "2017, or 2017/18 for a financial year",
    "quarterly": "2017-Q3 (Q1 is April to June)",
    "monthly": "2017-04",
}


def read_period(text: str, frequency: Frequency) -> str:
    """The period that a cell gives, in the form in which values are kept.

    The frequency of the indicator settles what could be read in two ways: 2011-12 is a financial year or a
    December. Raises ValueError with a sentence where the cell holds no period of this frequency.
    """
    plain = " ".join(text.split()).lower()
    period = {"yearly": _yearly, "quarterly": _quarterly, "monthly": _monthly}[frequency](plain)
    if period:
        return period
    shown = quoted_cell(text) if plain else "An empty cell"
    raise ValueError(
        f"{shown} is no period of an indicator that is {frequency}. Write it as {_EXAMPLES[frequency]}."
    )


def _yearly(plain: str) -> str:
    if _YEAR.fullmatch(plain):
        return plain
    match = _FINANCIAL_YEAR.fullmatch(plain)
    if match and (int(match[1]) + 1) % 100 == int(match[2]):
        return f"{match[1]}/{match[2]}"
    return ""


def _quarterly(plain: str) -> str:
    match = _QUARTER.fullmatch(plain)
    return f"{match[1] or match[4]}-Q{match[2] or match[3]}" if match else ""


def _monthly(plain: str) -> str:
    try:
        date = read_date(plain)
    except ValueError:
        return ""
    return f"{date.year:04d}-{date.month:02d}" if date.month and date.day in (0, 1) else ""
