"""No suppressed figure follows from what is printed: by subtraction, by division, or through several totals."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lif.insight.figures.suppression import Share, Sum, hidden_too, hidden_words, printable
from lif.records.indicator import Indicator, Value
from tests.insight.samples import record
from tests.support import tiny_records

AREAS = ("E06000001", "E06000002", "E06000003")
REGION = "E12000006"


def indicator(**changes: str) -> Indicator:
    made = record("indicator", {**tiny_records()["indicator", "repeat-plans"], **changes})
    assert isinstance(made, Indicator)
    return made


def value(area: str, parts: str, figure: str, mark: str = "", period: str = "2017") -> Value:
    numerator, denominator = (None if part == "-" else Decimal(part) for part in parts.split("/"))
    return Value(period, area, numerator, denominator, Decimal(figure) if figure else None, mark, 1)


def shown(**figures: int) -> dict[object, Decimal]:
    return {name: Decimal(figure) for name, figure in figures.items()}


def test_a_part_that_follows_from_the_total_takes_the_smallest_other_part_with_it() -> None:
    figures = shown(total=40, police=22, health=4, school=11)

    also = hidden_too(figures, ["council"], [Sum("total", ("police", "health", "council", "school"))])

    assert also == {"health"}


def test_two_hidden_parts_need_no_third() -> None:
    sums = [Sum("total", ("police", "health", "council", "school"))]

    assert hidden_too(shown(total=40, police=22, school=11), ["council", "health"], sums) == set()


def test_a_true_0_protects_nothing_and_nothing_left_over_gives_every_part_away() -> None:
    sums = [Sum("total", ("police", "health", "council"))]

    assert hidden_too(shown(total=9, police=0, health=6), ["council"], sums) == {"health"}
    assert hidden_too(shown(total=9, police=9), ["health", "council"], sums) == {"police"}


def test_a_total_is_hidden_where_there_is_no_other_part() -> None:
    assert hidden_too(shown(total=3), ["council"], [Sum("total", ("council",))]) == {"total"}


def test_a_table_with_two_ways_of_adding_needs_a_whole_rectangle() -> None:
    rows, columns = ("a", "b", "c"), ("x", "y", "z")
    cells = {(row, column): Decimal(5 + 3 * place) for place, (row, column) in enumerate(
        (row, column) for row in rows for column in columns)}  # fmt: skip
    sums = [Sum((row, "all"), tuple((row, column) for column in columns)) for row in rows]
    sums += [Sum(("all", column), tuple((row, column) for row in rows)) for column in columns]
    figures: dict[object, Decimal] = {
        **cells,
        **{one.whole: sum((cells[part] for part in one.parts), Decimal()) for one in sums},
    }
    del figures["b", "y"]

    also = hidden_too(figures, [("b", "y")], sums)

    assert len(also) == 3
    hidden = {("b", "y"), *also}
    assert all(sum((row, column) in hidden for column in columns) in (0, 2) for row in rows)
    assert all(sum((row, column) in hidden for row in rows) in (0, 2) for column in columns)


def test_a_count_follows_from_a_share_too() -> None:
    share = [Share("percent", "some", "all", 100)]

    assert hidden_too(shown(percent=40, all=10), ["some"], shares=share) == {"percent"}
    assert hidden_too(shown(some=4, all=10), ["percent"], shares=share) == {"some"}
    assert hidden_too(shown(percent=40), ["some"], shares=share) == set()


def test_a_total_reaches_a_count_that_a_share_would_then_give() -> None:
    sums = [Sum("all", ("boys", "girls"))]
    share = [Share("percent", "some", "girls", 100)]

    also = hidden_too(shown(all=20, boys=12, percent=25), ["some"], sums, share)

    assert also == {"boys"}


@given(
    parts=st.lists(st.integers(0, 30), min_size=3, max_size=6),
    hidden=st.sets(st.integers(0, 5), min_size=1, max_size=2),
)
def test_after_it_nothing_hidden_is_left_alone_in_its_sum(parts: list[int], hidden: set[int]) -> None:
    figures: dict[object, Decimal] = {place: Decimal(part) for place, part in enumerate(parts)}
    figures["all"] = Decimal(sum(parts))
    gone = [place for place in sorted(hidden) if place < len(parts)]
    for place in gone:
        del figures[place]

    also = hidden_too(figures, gone, [Sum("all", tuple(range(len(parts))))])

    unseen = [place for place in range(len(parts)) if place in also or place in gone]
    assert not gone or "all" in also or len(unseen) > 1
    if gone and "all" not in also:
        assert sum(parts[place] for place in unseen) > 0, "nothing left over would give every one away"


def test_of_a_suppressed_share_the_count_behind_it_is_not_printed() -> None:
    found = printable([value(AREAS[0], "3/60", "", "c"), value(AREAS[1], "12/80", "15")], indicator())

    assert [(one.numerator, one.denominator, one.mark) for one in found.values] == [
        (None, Decimal(60), "c"),
        (Decimal(12), Decimal(80), ""),
    ]
    assert found.words == (
        "1 more figure is hidden here, because a suppressed one could be worked out from it."
    )


def test_areas_that_add_up_hide_a_second_one() -> None:
    values = [
        value(AREAS[0], "-/-", "", "c"),
        value(AREAS[1], "-/-", "31"),
        value(AREAS[2], "-/-", "12"),
        value(REGION, "-/-", "46"),
    ]

    found = printable(values, indicator(unit="count"), [(REGION, AREAS)])

    assert [one.mark or str(one.value) for one in found.values] == ["c", "31", "c", "46"]
    assert found.hidden_too == 1


def test_shares_of_areas_do_not_add_up_and_their_counts_do() -> None:
    values = [
        value(AREAS[0], "-/20", "", "c"),
        value(AREAS[1], "10/40", "25"),
        value(AREAS[2], "30/50", "60"),
        value(REGION, "43/110", "39.1"),
    ]

    found = printable(values, indicator(), [(REGION, AREAS)])

    assert [(str(one.numerator), str(one.denominator), one.mark) for one in found.values] == [
        ("None", "20", "c"),
        ("None", "40", "c"),
        ("30", "50", ""),
        ("43", "110", ""),
    ], "with its percentage the second numerator would follow again"
    assert found.hidden_too == 2


@pytest.mark.parametrize("mark", ["x", "z", "u", "low"])
def test_what_is_not_confidential_hides_nothing(mark: str) -> None:
    given_values = [value(AREAS[0], "3/60", "5" if mark == "u" else "", mark)]

    assert printable(given_values, indicator()).values == tuple(given_values)


def test_the_words_count() -> None:
    assert hidden_words(0) == ""
    assert hidden_words(2).startswith("2 more figures are hidden here")
    assert hidden_words(2).endswith("from them.")


def test_a_share_and_two_totals_give_no_part_away_together() -> None:
    counts, people, share = Sum("n", ("n1", "n2")), Sum("d", ("d1", "d2", "d3")), Share("v", "n2", "d2", 100)
    figures = shown(n=30, d=120, v=50, d1=40, d3=40)

    also = hidden_too(figures, ["n1"], [counts, people], [share])

    assert also
    left = {name: figure for name, figure in figures.items() if name not in also}
    assert hidden_too(left, ["n1"], [counts, people], [share]) == frozenset()


def test_a_share_and_sums_that_are_solved_only_together_give_no_part_away() -> None:
    """Two counts of 10 and two of 50 people, one share of 30 per cent and one of 10: only one pair holds."""
    counts, people = Sum("n", ("n1", "n2")), Sum("d", ("d1", "d2"))
    shares = [Share("v1", "n1", "d1", 100), Share("v2", "n2", "d2", 100)]

    assert hidden_too(shown(n=10, d=50, v1=30, v2=10), ["n1", "n2", "d1", "d2"], [counts, people], shares)
