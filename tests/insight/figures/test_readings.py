"""Figures are read with their marks: what is suppressed is never a number and never in a median."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lif.insight.figures.readings import (
    NO_FIGURE,
    Reading,
    commentaries,
    gap_words,
    neighbour_medians,
    read_indicator,
    share_words,
)
from lif.records.indicator import Value
from tests.insight.samples import day, profile, record
from tests.support import tiny_records

OWN, ENGLAND = "E06999999", "E92000001"
NEIGHBOURS = [f"E0600000{number}" for number in range(1, 6)]
BOARD = profile(
    comparators=[
        {"name": "England", "code": ENGLAND, "role": "england"},
        *({"name": code, "code": code, "role": "statistical-neighbour"} for code in NEIGHBOURS),
    ]
)


def value(period: str, area: str, figure: str, mark: str = "", parts: tuple[int, int] | None = None) -> Value:
    top, bottom = (Decimal(part) for part in parts) if parts else (None, None)
    return Value(period, area, top, bottom, Decimal(figure) if figure else None, mark, 1)


def read(*values: Value, on: str = "2018-03-01", **fields: Any) -> Reading:
    made = record("indicator", {**tiny_records()["indicator", "repeat-plans"], **fields})
    return read_indicator("repeat-plans", made, values, BOARD, day(on))


@pytest.mark.parametrize(
    ("polarity", "before", "latest", "words"),
    [
        ("lower-is-better", "20", "18", "better: down from 20.0% in 2016"),
        ("lower-is-better", "18", "20", "worse: up from 18.0% in 2016"),
        ("higher-is-better", "18", "20", "better: up from 18.0% in 2016"),
        ("higher-is-better", "20", "18", "worse: down from 20.0% in 2016"),
        ("neither", "20", "18", "down from 20.0% in 2016"),
        ("lower-is-better", "18.01", "18.04", "unchanged since 2016"),
    ],
)
def test_a_change_is_said_as_its_polarity_asks(polarity: str, before: str, latest: str, words: str) -> None:
    found = read(value("2017", OWN, latest), value("2016", OWN, before), polarity=polarity)

    assert found.change == words


@pytest.mark.parametrize(
    ("mark", "word"), [("c", "suppressed"), ("x", "not available"), ("z", "not applicable")]
)
def test_a_mark_is_said_in_words_and_is_no_number(mark: str, word: str) -> None:
    found = read(
        value("2016", OWN, "15"), value("2017", OWN, "", mark), target={"value": 10, "basis": "forecast"}
    )

    assert found.latest_words == word
    assert found.change == f"not to be compared: the latest figure is {word}"
    assert found.target == "10.0%"
    assert gap_words(found) == f"no figure for 1 of 2 periods: 2017 {word}"


def test_a_true_nought_is_a_figure() -> None:
    found = read(value("2016", OWN, "0"), value("2017", OWN, "0.0"), target={"value": 0, "basis": "forecast"},
                 polarity="lower-is-better")  # fmt: skip

    assert (found.latest_words, found.change, found.target) == ("0.0%", "unchanged since 2016", "0.0%, met")


def test_a_figure_of_low_reliability_says_so() -> None:
    assert read(value("2017", OWN, "12", "u")).latest_words == "12.0% (low reliability)"


@pytest.mark.parametrize(
    ("polarity", "latest", "words"),
    [
        ("lower-is-better", "10", "10.0%, met"),
        ("lower-is-better", "10.1", "10.0%, not met"),
        ("higher-is-better", "10", "10.0%, met"),
        ("higher-is-better", "9.9", "10.0%, not met"),
        ("neither", "10", "10.0%"),
    ],
)
def test_whether_a_target_is_met(polarity: str, latest: str, words: str) -> None:
    found = read(value("2017", OWN, latest), polarity=polarity, target={"value": 10, "basis": "forecast"})

    assert found.target == words


def test_neighbours_are_a_median_of_those_that_have_a_figure() -> None:
    figures = [
        value("2017", NEIGHBOURS[0], "10"),
        value("2017", NEIGHBOURS[1], "20"),
        value("2017", NEIGHBOURS[2], "60"),
        value("2017", NEIGHBOURS[3], "", "c"),
        value("2017", OWN, "12"),
        value("2017", ENGLAND, "18.9"),
    ]

    found = read(*figures)

    assert found.neighbours
    assert (found.neighbours.median, found.neighbours.having, found.neighbours.of) == (Decimal(20), 3, 5)
    assert found.neighbours.words == "20.0% (median; 3 of 5 have a figure; left out: 1 suppressed)"
    assert [(other.name, other.words) for other in found.beside] == [("England", "18.9%")]
    assert neighbour_medians(found, BOARD) == {"2017": Decimal(20)}


def test_only_suppressed_neighbours_give_no_median() -> None:
    found = read(value("2017", OWN, "12"), value("2017", NEIGHBOURS[0], "", "c"))

    assert found.neighbours
    assert (found.neighbours.median, found.neighbours.words) == (None, NO_FIGURE)
    assert neighbour_medians(found, BOARD) == {}


def test_comparators_are_of_the_same_period() -> None:
    found = read(value("2017", OWN, "12"), value("2016", ENGLAND, "18.9"))

    assert [other.words for other in found.beside] == [NO_FIGURE]


def test_periods_that_begin_after_the_day_do_not_count() -> None:
    values = (value("2017", OWN, "12"), value("2018/19", OWN, "99"))

    assert read(*values, on="2018-03-31").latest_words == "12.0%"
    assert read(*values, on="2018-04-01").latest_words == "99.0%"


def test_without_any_figure_nothing_is_pretended() -> None:
    found = read()

    assert (found.latest, found.latest_words, found.change, found.target) == (None, "not known", "", "")
    assert read(value("2017", OWN, "12")).change == "no earlier period to compare with"


def test_a_share_comes_with_its_counts() -> None:
    assert share_words(value("2017", OWN, "15", parts=(1200, 8000))) == "1,200 of 8,000"
    assert share_words(value("2017", OWN, "15")) == ""
    assert share_words(None) == ""


@given(
    st.lists(
        st.one_of(st.sampled_from("cxz"), st.decimals(0, 1000, places=1)),
        min_size=0,
        max_size=len(NEIGHBOURS),
    )
)
def test_no_mark_ever_counts_in_a_median(cells: list[str | Decimal]) -> None:
    values = [
        value("2017", code, "", cell) if isinstance(cell, str) else value("2017", code, str(cell))
        for code, cell in zip(NEIGHBOURS, cells, strict=False)
    ]
    figures = sorted(cell for cell in cells if isinstance(cell, Decimal))

    found = read(value("2017", OWN, "12"), *values).neighbours

    assert found
    assert found.having == len(figures)
    assert (found.median is None) == (not figures)
    if found.median is not None:
        assert figures[0] <= found.median <= figures[-1]


def test_the_story_of_the_latest_period_comes_first_whenever_it_was_told() -> None:
    told = [
        {"period": "2017", "date": "2018-02-01", "by": "police", "text": "Latest."},
        {"period": "2015", "date": "2018-02-20", "by": "police", "text": "A late answer to an old question."},
        {"period": "2017", "date": "2018-02-01", "by": "police", "text": "Corrected."},
        {"period": "2017", "date": "2018-04-01", "by": "police", "text": "After the day."},
    ]
    made = record("indicator", {**tiny_records()["indicator", "repeat-plans"], "commentary": told})
    assert [one.text for one in commentaries(made, day("2018-03-01"))] == [
        "Corrected.", "Latest.", "A late answer to an old question.",
    ]  # fmt: skip
