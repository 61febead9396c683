"""Periods in the forms that files use; the frequency of the indicator settles what is meant."""

import pytest

from lif.exchange.periods import Frequency, read_period


@pytest.mark.parametrize(
    ("text", "frequency", "period"),
    [
        ("2017", "yearly", "2017"), ("2017/18", "yearly", "2017/18"), ("2017-18", "yearly", "2017/18"),
        ("201718", "yearly", "2017/18"), ("2017/2018", "yearly", "2017/18"), ("1999/00", "yearly", "1999/00"),
        ("2011-12", "yearly", "2011/12"), ("2011-12", "monthly", "2011-12"), ("Apr-17", "monthly", "2017-04"),
        ("April 2017", "monthly", "2017-04"), ("01/04/2017", "monthly", "2017-04"),
        ("14/07/2017", "monthly", "2017-07"), ("27/08/17", "quarterly", "2017-Q2"),
        ("31/03/2018", "quarterly", "2017-Q4"), ("2018-01-01", "half-yearly", "2017-H2"),
        ("2017-Q3", "quarterly", "2017-Q3"),
        ("2017 q3", "quarterly", "2017-Q3"), ("Q3 2017/18", "quarterly", "2017-Q3"),
        ("2017/18 Q3", "quarterly", "2017-Q3"), ("2017-H1", "half-yearly", "2017-H1"),
        ("H2 2017/18", "half-yearly", "2017-H2"), ("2017 h1", "half-yearly", "2017-H1"),
    ],
)  # fmt: skip
def test_periods(text: str, frequency: Frequency, period: str) -> None:
    assert read_period(text, frequency) == period


@pytest.mark.parametrize(
    ("text", "frequency"),
    [
        ("2017/19", "yearly"), ("2017-Q3", "yearly"), ("2017", "quarterly"), ("2017-Q5", "quarterly"),
        ("2017-H1", "quarterly"), ("2017-Q1", "half-yearly"), ("2017-H3", "half-yearly"),
        ("14/04/2017", "yearly"), ("2017", "monthly"), ("", "yearly"), ("2017.0", "yearly"),
    ],
)  # fmt: skip
def test_what_does_not_fit_the_frequency_is_refused(text: str, frequency: Frequency) -> None:
    with pytest.raises(ValueError, match=f"indicator that is {frequency}"):
        read_period(text, frequency)
