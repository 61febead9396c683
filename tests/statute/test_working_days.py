"""Working days: the table held to its source, and the count held to a plain one."""

from datetime import date, timedelta

import holidays
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lif.statute.working_days import (
    bank_holidays,
    is_weekend,
    is_working_day,
    working_days_from,
    years_covered,
)

YEARS = range(2012, 2028)
OFFICIAL = holidays.country_holidays("GB", subdiv="ENG", years=list(YEARS))


def plainly_working(day: date) -> bool:
    return day.strftime("%a") not in ("Sat", "Sun") and day not in OFFICIAL


def test_the_table_is_that_of_the_package() -> None:
    assert years_covered() == (YEARS[0], YEARS[-1])
    assert set(bank_holidays()) == {day for day in OFFICIAL if day.weekday() < 5}
    assert all(name.strip() for name in bank_holidays().values())


@pytest.mark.parametrize("day", ["2020-05-08", "2022-06-02", "2022-06-03", "2022-09-19", "2023-05-08"])
def test_the_days_that_came_but_once(day: str) -> None:
    assert not is_working_day(date.fromisoformat(day))


@pytest.mark.parametrize("day", ["2020-05-04", "2022-05-30", "2017-04-13"])
def test_days_that_were_not_holidays(day: str) -> None:
    assert is_working_day(date.fromisoformat(day))


def test_every_day_of_the_table_by_itself() -> None:
    day = date(YEARS[0], 1, 1)
    while day.year <= YEARS[-1]:
        assert is_working_day(day) is plainly_working(day)
        assert is_weekend(day) is (day.strftime("%a") in ("Sat", "Sun"))
        day += timedelta(days=1)


@settings(max_examples=400, deadline=None)
@given(
    start=st.dates(date(YEARS[0], 2, 15), date(YEARS[-1], 11, 1)),
    count=st.integers(1, 25),
    step=st.sampled_from((1, -1)),
)
def test_the_count_is_that_of_counting_day_by_day(start: date, count: int, step: int) -> None:
    end, left_out = working_days_from(start, count, step)
    between = [start + timedelta(days=step * n) for n in range(1, abs((end - start).days) + 1)]
    assert between[-1] == end
    assert plainly_working(end)
    assert sum(plainly_working(day) for day in between) == count
    assert list(left_out) == [day for day in between if day in OFFICIAL and day.weekday() < 5]
