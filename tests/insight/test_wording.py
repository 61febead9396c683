"""Dates, periods and counts are said as people say them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lif.insight.wording import (
    counted,
    day_words,
    listed,
    period_bounds,
    period_short,
    period_words,
    quarter_before,
    sentence,
    times,
)
from lif.records.base import PartialDate


def test_dates_are_as_precise_as_they_are_known() -> None:
    assert day_words(date(2017, 11, 24)) == "24 November 2017"
    assert day_words(PartialDate(2017, 11)) == "November 2017"
    assert day_words(PartialDate(2017)) == "2017"


@pytest.mark.parametrize(
    ("period", "first", "last", "words", "short"),
    [
        ("2017", "2017-01-01", "2017-12-31", "2017", "2017"),
        ("2017/18", "2017-04-01", "2018-03-31", "2017/18", "2017/18"),
        ("2017-H1", "2017-04-01", "2017-09-30", "April to September 2017", "Apr–Sep 2017"),
        ("2017-H2", "2017-10-01", "2018-03-31", "October 2017 to March 2018", "Oct 2017–Mar 2018"),
        ("2017-Q1", "2017-04-01", "2017-06-30", "April to June 2017", "Apr–Jun 2017"),
        ("2017-Q3", "2017-10-01", "2017-12-31", "October to December 2017", "Oct–Dec 2017"),
        ("2017-Q4", "2018-01-01", "2018-03-31", "January to March 2018", "Jan–Mar 2018"),
        ("2016-02", "2016-02-01", "2016-02-29", "February 2016", "Feb 2016"),
    ],
)
def test_periods_have_bounds_and_words(period: str, first: str, last: str, words: str, short: str) -> None:
    assert period_bounds(period) == (date.fromisoformat(first), date.fromisoformat(last))
    assert period_words(period) == words
    assert period_short(period) == short


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_the_quarter_before_ended_at_most_a_quarter_ago(day: date) -> None:
    last = period_bounds(quarter_before(day))[1]

    assert 1 <= (day - last).days <= 92


def test_counts_and_lists_read_well() -> None:
    assert [counted(number, "day") for number in (0, 1, 2)] == ["no days", "1 day", "2 days"]
    assert counted(2, "agency", "agencies") == "2 agencies"
    assert [times(number) for number in (1, 2, 3)] == ["once", "twice", "3 times"]
    assert [listed(words) for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]
    assert sentence(" it is. ") == "It is."
    assert sentence("why?") == "Why?"
    assert sentence("so") == "So."
