"""Periods as months, and the other way round."""

import pytest

from lif.records.periods import form_of, months_of, period_at

JANUARY_2017 = 12 * 2017


@pytest.mark.parametrize(
    ("period", "form", "first", "count"),
    [
        ("2017", "year", 0, 12),
        ("2017/18", "financial-year", 3, 12),
        ("2017-H1", "half", 3, 6),
        ("2017-H2", "half", 9, 6),
        ("2017-Q1", "quarter", 3, 3),
        ("2017-Q4", "quarter", 12, 3),
        ("2017-04", "month", 3, 1),
        ("2017-12", "month", 11, 1),
        ("2099/00", "financial-year", 12 * 82 + 3, 12),
    ],
)
def test_a_period_has_its_months_and_is_found_by_them(period: str, form: str, first: int, count: int) -> None:
    assert form_of(period) == form
    assert months_of(period) == (JANUARY_2017 + first, count)
    assert months_of(period).end == JANUARY_2017 + first + count
    assert period_at(form_of(period), months_of(period)) == period
