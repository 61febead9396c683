"""Whether figures follow from the counts beside them; by the real excerpts none at authority level is doubted."""

import csv
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from lif.records.indicator import Unit, Value
from lif.rules.figures.parts import decimals_of, follows, is_no_share, rounding_of, slip_of
from tests.support import CHECKOUT

DATA = CHECKOUT / "tests" / "data" / "dfe"
ENGLAND, REGION, BEDFORD = "E92000001", "E12000006", "E06000055"


def value(
    figure: str | None, part: str | None = None, whole: str | None = None, area: str = "E06999999"
) -> Value:
    numbers = [None if text is None else Decimal(text) for text in (part, whole, figure)]
    return Value("2017", area, numbers[0], numbers[1], numbers[2], "", 2)


@pytest.mark.parametrize(
    ("one", "unit", "decimals", "standing"),
    [
        (value("232.9", "9645", "41415"), "rate-per-10000", 1, "contradicts"),
        (value("2328.9", "9645", "41415"), "rate-per-10000", 1, "follows"),
        (value("381.5", "1580", "41415"), "rate-per-10000", 1, "follows"),
        (value("16.8", "29", "173"), "percent", 1, "follows"),
        (value("16.7", "29", "173"), "percent", 1, "follows"),  # cut off, not rounded
        (value("16.6", "29", "173"), "percent", 1, "contradicts"),
        (value("17", "29", "173"), "percent", 0, "follows"),
        (value("0.17", "29", "173"), "ratio", 2, "follows"),
        (value("0.3", "29", "173"), "ratio", 1, "contradicts"),
        (value("29", "29"), "count", 0, "follows"),
        (value("30", "29"), "count", 0, "contradicts"),
        (value("0", "0", "173"), "percent", 1, "follows"),
    ],
)
def test_a_figure_stands_to_its_parts(one: Value, unit: Unit, decimals: int, standing: str) -> None:
    found = follows(one, unit, decimals, 1)
    assert found is not None
    assert found.standing == standing


@pytest.mark.parametrize(
    ("one", "unit"),
    [
        (value(None, "1", "2"), "percent"),
        (value("1", None, "2"), "percent"),
        (value("1", "1", None), "percent"),
        (value("0", "0", "0"), "percent"),
        (value("12", "60", "5"), "days"),
    ],
)
def test_without_its_parts_nothing_can_be_said(one: Value, unit: Unit) -> None:
    assert follows(one, unit, 1, 1) is None


def test_the_expected_rate_is_told() -> None:
    found = follows(value("232.9", "9645", "41415"), "rate-per-10000", 1, 1)
    assert found is not None
    assert round(found.expected, 1) == 2328.9
    assert slip_of(Decimal("232.9"), found.expected) == "a tenth of it"
    assert slip_of(Decimal(23289), found.expected) == "ten times as much"
    assert slip_of(Decimal(1500), found.expected) == ""


@pytest.mark.parametrize(
    ("figure", "part", "whole"),
    [("22.7", "14550", "64390"), ("19.4", "910", "4660"), ("20.8", "930", "4500"), ("16.1", "700", "4380")],
)
def test_rounded_counts_explain_the_published_percentages_that_differ(
    figure: str, part: str, whole: str
) -> None:
    """All four of 26 printed for England and the East of England that differ by more than 0.1 from their counts.

    Source: the Department for Education, second or subsequent child protection plans, 2013 to 2025.
    """
    printed = value(figure, part, whole, REGION)
    unrounded, rounded = (follows(printed, "percent", 1, to) for to in (1, 10))
    assert (unrounded and unrounded.standing, rounded and rounded.standing) == ("contradicts", "rounding")


def test_rounding_explains_no_more_than_it_can() -> None:
    found = follows(value("20.4", "910", "4660", REGION), "percent", 1, 10)
    assert found is not None
    assert found.standing == "contradicts"


@pytest.mark.parametrize(
    ("area", "counts", "to"),
    [
        (ENGLAND, [("10", "20")], 10),
        ("E06999999", [("10", "20")], 1),  # two round numbers may be an accident
        ("E06999999", [("10", "20"), ("30", "40")], 10),
        ("E06999999", [("10", "25"), ("30", "40")], 5),
        (ENGLAND, [("10", "21")], 1),
        (ENGLAND, [(None, None)], 1),
    ],
)
def test_rounding_shows_in_all_counts_of_an_area(
    area: str, counts: list[tuple[str | None, str | None]], to: int
) -> None:
    assert rounding_of(area, [value("50", part, whole, area) for part, whole in counts]) == to


def test_a_whole_number_among_others_lost_its_nought() -> None:
    assert decimals_of([value("15"), value("15.4"), value("20.70"), value(None)]) == [1, 1, 1, 1]
    assert decimals_of([value("15"), value("16")]) == [0, 0]
    assert decimals_of([value("20.675105"), value("20.7")]) == [6, 1]


@pytest.mark.parametrize(
    ("one", "unit", "no_share"),
    [
        (value("100", "5", "5"), "percent", False),
        (value("100.1"), "percent", True),
        (value("-1"), "count", True),
        (value(None, "6", "5"), "percent", True),
        (value("12000", "6", "5"), "rate-per-10000", False),
    ],
)
def test_no_share_is_larger_than_the_whole(one: Value, unit: Unit, no_share: bool) -> None:
    assert is_no_share(one, unit) is no_share


def rows(file: str, part: str, whole: str, figure: str) -> Iterator[Value]:
    """The rows of an excerpt that have all three numbers."""
    with (DATA / file).open(encoding="utf-8-sig", newline="") as text:
        for line, row in enumerate(csv.DictReader(text), start=2):
            area = row["new_la_code"] or row["region_code"] or row["country_code"]
            cells = [row[part], row[whole], row[figure]]
            if all(cell.replace(".", "").isdigit() for cell in cells):
                first, second, third = map(Decimal, cells)
                yield Value(row["time_period"], area, first, second, third, "", line)


REAL: tuple[tuple[str, str, str, str, Unit], ...] = (
    ("d3_cpps_subsequent_plan_2013_to_2025.csv", "CPP_subsequent", "CPP_start", "CPP_subsequent_percent", "percent"),
    ("c1_children_in_need_referrals_and_rereferrals_2013_to_2025.csv", "rereferral_count", "referral_count",
     "rereferral_percent", "percent"),
    ("cla_number_and_rate_per_10k_children.csv", "children_count", "population_estimate", "rate_per_10000",
     "rate-per-10000"),
)  # fmt: skip


def standings(table: tuple[str, str, str, str, Unit]) -> dict[tuple[str, str], str]:
    by_area: dict[str, list[Value]] = {}
    for one in rows(*table[:4]):
        by_area.setdefault(one.area, []).append(one)
    found: dict[tuple[str, str], str] = {}
    for area, values in by_area.items():
        for one, decimals in zip(values, decimals_of(values), strict=True):
            stands = follows(one, table[4], decimals, rounding_of(area, values))
            assert stands is not None
            found[area, one.period] = stands.standing
    return found


@pytest.mark.parametrize("table", REAL, ids=lambda table: Path(table[0]).stem[:3])
def test_no_real_figure_of_an_authority_is_doubted(table: tuple[str, str, str, str, Unit]) -> None:
    """Source: the Department for Education's published tables, excerpts in tests/data/dfe."""
    found = standings(table)
    assert len(found) > 40
    assert set(found.values()) <= {"follows", "rounding"}
    assert {area for (area, _), standing in found.items() if standing == "rounding"} <= {ENGLAND, REGION}
