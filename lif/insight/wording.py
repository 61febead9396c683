"""Dates, periods and counts in the words that people use."""

from collections.abc import Iterable
from datetime import date

from lif.records.base import MONTHS, PartialDate
from lif.records.periods import months_of


def day_words(day: date | PartialDate) -> str:
    """`24 November 2017`, or `November 2017` or `2017` where no more is known."""
    known = PartialDate.of(day) if isinstance(day, date) else day
    words = [MONTHS[known.month - 1]] if known.month else []
    return " ".join([*([str(known.day)] if known.day else []), *words, str(known.year)])


def day_short(day: date) -> str:
    """`24 Nov 2017`, for columns."""
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def period_bounds(period: str) -> tuple[date, date]:
    """First and last day of a period such as `2017`, `2017/18`, `2017-H1`, `2017-Q3` or `2017-04`."""
    months = months_of(period)
    (year, month), (last_year, last) = divmod(months.first, 12), divmod(months.end - 1, 12)
    return date(year, month + 1, 1), PartialDate(last_year, last + 1).latest


def period_words(period: str) -> str:
    """`October to December 2017`, `October 2017 to March 2018`, `April 2017`; years stay as they are written."""
    if "H" in period or "Q" in period:
        first, last = period_bounds(period)
        begins = MONTHS[first.month - 1] + (f" {first.year}" if first.year != last.year else "")
        return f"{begins} to {MONTHS[last.month - 1]} {last.year}"
    if "-" in period:
        return day_words(PartialDate.parse(period))
    return period


def period_short(period: str) -> str:
    """As on the axis of a chart: `Oct–Dec 2017`, `Oct 2017–Mar 2018`, `Apr 2017`; years stay as they are written."""
    if "-" not in period:
        return period
    first, last = period_bounds(period)
    begins, ends = MONTHS[first.month - 1][:3], f"{MONTHS[last.month - 1][:3]} {last.year}"
    if first.month == last.month:
        return ends
    return f"{begins} {first.year}–{ends}" if first.year != last.year else f"{begins}–{ends}"


def quarter_before(day: date) -> str:
    """The last quarter that had ended by a day, as a period: `2017-Q3` on 1 March 2018."""
    quarter, year = (day.month - 1) // 3, day.year - (day.month <= 6)
    return f"{year}-Q{(quarter - 2) % 4 + 1}"


def listed(words: Iterable[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    parts = list(words)
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def either(words: Iterable[str]) -> str:
    """`a`, `a or b`, `a, b or c`."""
    parts = list(words)
    return " or ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def counted(number: int, one: str, many: str = "") -> str:
    """`no actions`, `1 action`, `2 actions`."""
    return f"{number or 'no'} {one if number == 1 else many or one + 's'}"


def times(number: int) -> str:
    """`once`, `twice`, `3 times`."""
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def plain(slug: str) -> str:
    """A short name as words: `families who move` for `families-who-move`."""
    return slug.replace("-", " ")


def sentence(text: str) -> str:
    """The text with a capital at its start and a full stop at its end."""
    text = text.strip()
    return (text[:1].upper() + text[1:]) + ("" if text.endswith((".", "!", "?", "…")) else ".")
