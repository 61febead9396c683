"""Periods that are missing, overlap, or say again what the one before said."""

from decimal import Decimal

import pytest

from lif.records.indicator import Value
from lif.rules.figures.course import in_order, missing, overlaps, repeated, usual_form


def series(*periods: str) -> list[Value]:
    return in_order([Value(period, "E06999999", None, None, Decimal(1), "", 2) for period in periods])


@pytest.mark.parametrize(
    ("periods", "gaps"),
    [
        (["2015", "2017"], ["2016"]),
        (["2017", "2013"], ["2014", "2015", "2016"]),
        (["2016-Q3", "2017-Q2"], ["2016-Q4", "2017-Q1"]),
        (["2016/17", "2018/19"], ["2017/18"]),
        (["2016-H1", "2017-H1"], ["2016-H2"]),
        (["2016-11", "2017-02"], ["2016-12", "2017-01"]),
        (["2016", "2017"], []),
        (["2016", "2018-Q1"], []),
        (["1990", "2017"], []),  # that is no gap
    ],
)
def test_gaps_are_named(periods: list[str], gaps: list[str]) -> None:
    assert [period for period, _ in missing(series(*periods))] == gaps


@pytest.mark.parametrize(
    ("periods", "pairs"),
    [
        (["2016", "2017"], []),
        (["2016/17", "2017"], [("2016/17", "2017")]),
        (["2017", "2017-Q1", "2017-Q2", "2017-Q4"], [("2017", "2017-Q1"), ("2017", "2017-Q2")]),
        (["2017-H1", "2017-Q2", "2017-Q3"], [("2017-H1", "2017-Q2")]),
        (["2017", "2017"], []),  # the reader of the file says so already
    ],
)
def test_overlapping_periods_are_found(periods: list[str], pairs: list[tuple[str, str]]) -> None:
    assert [(one.period, other.period) for one, other in overlaps(series(*periods))] == pairs


def test_the_usual_form_is_that_of_most() -> None:
    assert usual_form(series("2016", "2017-Q1", "2017-Q2")) == "quarter"
    assert usual_form([]) is None


@pytest.mark.parametrize(
    ("part", "whole", "figure", "found"),
    [
        ("12", "80", "15", True),
        ("12", "19", "63", False),  # of so few it may well be
        ("0", "80", "0", False),
        (None, None, "140", True),
        (None, None, "40", False),
        ("12", "80", None, False),
    ],
)
def test_the_very_same_figure_twice(
    part: str | None, whole: str | None, figure: str | None, found: bool
) -> None:
    numbers = [None if text is None else Decimal(text) for text in (part, whole, figure)]
    values = [
        Value(period, "E06999999", numbers[0], numbers[1], numbers[2], "", 2) for period in ("2016", "2017")
    ]
    assert bool(repeated(values)) is found
