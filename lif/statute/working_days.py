"""Working days in England: Monday to Friday without bank holidays, from a table that works offline."""

from datetime import date, timedelta
from functools import cache

from lif.statute.files import read_file
from lif.statute.model import BankHolidays

_SATURDAY = 5


@cache
def _table() -> tuple[BankHolidays, dict[date, str]]:
    table = BankHolidays.model_validate(read_file("bank_holidays.yaml"))
    return table, {date.fromisoformat(day): name for day, name in table.days.items()}


def bank_holidays() -> dict[date, str]:
    """The bank holidays in the table that fall on Monday to Friday, with their names."""
    return _table()[1]


def years_covered() -> tuple[int, int]:
    """The first and the last year of the table. Outside them only weekends are known."""
    return _table()[0].first_year, _table()[0].last_year


def is_weekend(day: date) -> bool:
    """Whether it is a Saturday or Sunday."""
    return day.weekday() >= _SATURDAY


def is_working_day(day: date) -> bool:
    """Whether it is Monday to Friday and no bank holiday of the table."""
    return not is_weekend(day) and day not in bank_holidays()


def working_days_from(day: date, count: int, step: int) -> tuple[date, tuple[date, ...]]:
    """The day so many working days after `day` (`step` 1) or before it (-1), and the bank holidays left out.

    `day` itself is day 0, whether or not it is a working day; `count` is at least 1.
    """
    left_out = []
    while count:
        day += timedelta(days=step)
        if is_working_day(day):
            count -= 1
        elif not is_weekend(day):
            left_out.append(day)
    return day, tuple(left_out)
