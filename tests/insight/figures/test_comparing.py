"""Figures beside others and beside their own past are said as their polarity asks, and never without a figure."""

from typing import Any

import pytest

from lif.insight.figures.comparing import beside_words, changed_words, headline, trend, verdicts
from lif.insight.figures.readings import Reading, read_indicator
from lif.records.indicator import Value
from tests.insight.figures.test_readings import value
from tests.insight.samples import day, profile, record
from tests.support import tiny_records

OWN, REGION, ENGLAND = "E06000055", "E12000006", "E92000001"
NEIGHBOURS = [f"E0600000{number}" for number in range(1, 5)]
PLACES = [
    {"name": "East of England", "code": REGION, "role": "region"},
    {"name": "England", "code": ENGLAND, "role": "england"},
]
NEAR = [{"name": code, "code": code, "role": "statistical-neighbour"} for code in NEIGHBOURS]
AREA = {"name": "Bedford", "code": OWN, "authority": "822"}


def read(
    *values: Value, comparators: list[dict[str, str]] | None = None, on: str = "2026-03-01", **fields: Any
) -> Reading:
    board = profile(area=AREA, comparators=PLACES if comparators is None else comparators)
    made = record("indicator", {**tiny_records()["indicator", "repeat-plans"], **fields})
    return read_indicator("repeat-plans", made, values, board, day(on))


def own(*figures: str, first: int = 2013) -> list[Value]:
    """Own figures of years in a row; a mark in place of a figure stands for none."""
    return [
        value(str(year), OWN, "", text) if text in ("c", "x", "z") else value(str(year), OWN, text)
        for year, text in enumerate(figures, start=first)
    ]


def test_bedfords_repeat_plans_of_2025() -> None:
    """Department for Education, Characteristics of children in need, table D3: 29 of 173; OGL v3.0."""
    found = read(
        value("2025", OWN, "16.8", parts=(29, 173)),
        value("2025", REGION, "22.5"),
        value("2025", ENGLAND, "24.5"),
        polarity="lower-is-better",
    )

    assert headline(found) == "16.8%, lower is better; better than East of England 22.5% and England 24.5%"


@pytest.mark.parametrize(
    ("polarity", "words"),
    [
        ("lower-is-better", "worse than East of England 19.1%; better than England 24.5%"),
        ("higher-is-better", "better than East of England 19.1%; worse than England 24.5%"),
        ("neither", "higher than East of England 19.1%; lower than England 24.5%"),
    ],
)
def test_beside_others_as_the_polarity_asks(polarity: str, words: str) -> None:
    values = [
        value("2025", OWN, "20.7"),
        value("2025", REGION, "19.1"),
        value("2025", ENGLAND, "24.5"),
    ]

    assert beside_words(read(*values, polarity=polarity)) == words


def test_a_count_is_not_set_beside_areas_of_another_size() -> None:
    found = read(value("2025", OWN, "1539"), value("2025", ENGLAND, "402400"), unit="count")

    assert verdicts(found) == {}
    assert beside_words(found) == "not compared with other areas, because a count follows their size"
    assert found.latest_words == "1,539"  # nobody counts tenths of a child


def test_what_is_printed_alike_is_the_same() -> None:
    found = read(value("2025", OWN, "20.71"), value("2025", REGION, "20.69"), comparators=PLACES[:1])

    assert beside_words(found) == "the same as East of England 20.7%"


def test_the_neighbours_come_with_how_many_have_a_figure() -> None:
    values = [
        value("2025", OWN, "20.7"),
        *(value("2025", code, "18") for code in NEIGHBOURS[:3]),
        value("2025", NEIGHBOURS[3], "", "c"),
    ]
    found = read(*values, comparators=NEAR, polarity="lower-is-better")

    said = "worse than the neighbours' median 18.0% (3 of 4 have a figure; left out: 1 suppressed)"
    assert beside_words(found) == said


def test_a_comparator_without_a_figure_is_named_with_the_reason() -> None:
    values = [value("2025", OWN, "20.7"), value("2025", REGION, "", "c"), value("2025", ENGLAND, "24.5")]

    said = "better than England 24.5%; not compared with East of England: suppressed"
    assert beside_words(read(*values, polarity="lower-is-better")) == said


def test_a_suppressed_figure_is_compared_with_nobody() -> None:
    found = read(value("2025", OWN, "", "c"), value("2025", ENGLAND, "24.5"), polarity="lower-is-better")

    assert verdicts(found) == {}
    said = "suppressed, lower is better; not compared with East of England: no figure, England: 24.5%"
    assert headline(found) == said


def test_without_figures_from_elsewhere() -> None:
    assert beside_words(read(value("2025", OWN, "20.7"))) == "no figure from elsewhere is held"
    assert beside_words(read(value("2025", OWN, "20.7"), comparators=[])) == ""


@pytest.mark.parametrize(
    ("figures", "polarity", "moves", "words"),
    [
        (
            ("16.2", "17.3", "17.8"),
            "lower-is-better",
            2,
            "up 2 years running, from 16.2% in 2013 to 17.8% in 2015: worse",
        ),
        (
            ("20", "16.2", "17.3", "17.8"),
            "higher-is-better",
            2,
            "up 2 years running, from 16.2% in 2014 to 17.8% in 2016: better",
        ),
        (("9", "8", "7"), "neither", 2, "down 2 years running, from 9.0% in 2013 to 7.0% in 2015"),
        (("9", "7", "8"), "neither", 1, "no steady direction: between 7.0% and 9.0% in 3 periods"),
        (
            ("7", "c", "8", "9"),
            "neither",
            1,
            "no steady direction: between 7.0% and 9.0% in 3 periods",
        ),
        (("7", "7", "7"), "neither", 0, "no steady direction: between 7.0% and 7.0% in 3 periods"),
        (("7", "8"), "neither", 0, "no trend can be told: 2 figures, and a trend needs 3"),
        (("7", "8", "9", "c"), "neither", 0, "no trend can be told: the latest figure is suppressed"),
        ((), "neither", 0, "no trend can be told: no figures, and a trend needs 3"),
    ],
)
def test_the_trend_of_its_own(figures: tuple[str, ...], polarity: str, moves: int, words: str) -> None:
    found = trend(read(*own(*figures), polarity=polarity))

    assert (found.words, found.moves) == (words, moves)


def test_a_change_of_the_measure_is_said_only_within_the_figures() -> None:
    change = {"by": "business-manager", "text": "Counted otherwise."}
    within = read(*own("7", "8", "9"), changes=[{"date": "2014-10-05", **change}])
    before = read(*own("7", "8", "9"), changes=[{"date": "2012-10-05", **change}])

    assert changed_words(within) == "measured differently since 5 October 2014"
    assert changed_words(before) == ""
