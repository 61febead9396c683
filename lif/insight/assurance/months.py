"""Months after a day, as calendars count them."""

from datetime import date

from lif.records.base import PartialDate


def after_months(day: date, months: int) -> date:
    """The corresponding day so many months later, or earlier; the last of a month that is too short for it."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = PartialDate(year, month + 1).latest
    return last.replace(day=min(day.day, last.day))
