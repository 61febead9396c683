"""Days in words."""

from datetime import date

from lif.records.base import MONTHS, PartialDate

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def day_words(day: date | PartialDate) -> str:
    """`24 April 2017`, or `April 2017` or `2017` where no more is known."""
    parts = (str(day.day or ""), MONTHS[day.month - 1] if day.month else "", str(day.year))
    return " ".join(part for part in parts if part)


def full_day_words(day: date) -> str:
    """`Monday 24 April 2017`."""
    return f"{_WEEKDAYS[day.weekday()]} {day_words(day)}"
