"""The composite: nothing is lost, nothing made more exact, silences and disagreements as far as they can be known."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lif.insight.reviews.chronology import Composite, composite
from lif.records.base import PartialDate
from lif.records.chronology import ChronologyRow
from lif.records.review import Review
from tests.support import tiny_records

SAME = "Health visitor could not get an answer at the door"


def review(**keys: Any) -> Review:
    value = {**tiny_records()["review", "CR-2017-001"], **keys}
    return Review.model_validate(value)


def row(date: str, event: str = "Seen", time: str = "") -> ChronologyRow:
    return ChronologyRow(PartialDate.parse(date), time, event, "", "", 2)


def made(gap: int = 90, of: Review | None = None, **agencies: list[str | tuple[str, str]]) -> Composite:
    rows = {
        name: [row(one) if isinstance(one, str) else row(*one) for one in given]
        for name, given in agencies.items()
    }
    return composite(of or review(), rows, gap)


def order(found: Composite) -> list[str]:
    return [f"{line.row.date} {line.agency}" for line in found.lines]


def gaps(found: Composite) -> list[tuple[str, str, int, bool, int]]:
    return [(str(gap.start), str(gap.end), gap.days, gap.exact, gap.before) for gap in found.gaps]


def pairs(found: Composite) -> list[tuple[int, int, int]]:
    return [(pair.first, pair.second, pair.days) for pair in found.perhaps_same]


def test_what_is_known_less_exactly_stands_first() -> None:
    found = made(police=["2015-11-01", "2015-11", "2016"], school=["2015", "2015-10-31", "2015-11-01"])
    assert order(found) == [
        "2015 school", "2015-10-31 school", "2015-11 police", "2015-11-01 police", "2015-11-01 school",
        "2016 police",
    ]  # fmt: skip


DATES = st.builds(
    lambda year, month, day: PartialDate(year, month, day if month else 0),
    st.integers(2014, 2016), st.integers(0, 12), st.integers(0, 28),
)  # fmt: skip


@given(st.lists(st.tuples(DATES, st.sampled_from(["a", "b"])), max_size=12), st.integers(1, 200))
def test_nothing_is_lost_and_no_gap_holds_what_is_known(
    dated: list[tuple[PartialDate, str]], gap: int
) -> None:
    rows: dict[str, list[ChronologyRow]] = {}
    for date, agency in dated:
        rows.setdefault(agency, []).append(ChronologyRow(date, "", "Seen", "", "", 2))
    found = composite(review(), rows, gap)
    assert sorted((line.row.date, line.agency) for line in found.lines) == sorted(dated)
    assert [line.row.date for line in found.lines] == sorted(date for date, _ in dated)
    for one in found.gaps:
        assert one.days > gap
        for date, _ in dated:
            inside = one.start.latest < date.latest and date.earliest < one.end.earliest
            assert not (inside and date.month)
    known = {date.earliest.toordinal() + n for date, _ in dated if date.month
             for n in range((date.latest - date.earliest).days + 1)}  # fmt: skip
    silent = longest_silence(known)
    assert bool(found.gaps) == (silent > gap)


def longest_silence(days: set[int]) -> int:
    """The most days from one day to the next, counted plainly."""
    ordered = sorted(days)
    return max((after - before for before, after in pairwise(ordered)), default=0)


def test_a_gap_is_longer_than_the_days_asked_for() -> None:
    assert gaps(made(90, police=["2015-01-01", "2015-04-01"])) == []
    assert gaps(made(89, police=["2015-01-01"], school=["2015-04-01"])) == [
        ("2015-01-01", "2015-04-01", 90, True, 1)
    ]


def test_a_month_counts_as_filled_and_a_year_does_not() -> None:
    found = made(police=["2015-01", "2015", "2015-12-20"])
    assert gaps(found) == [("2015-01", "2015-12-20", 323, False, 2)]
    assert [str(found.lines[place].row.date) for place in found.gaps[0].perhaps] == ["2015"]
    assert made(police=["2015-01-01", "2014", "2015-12-20"]).gaps[0].perhaps == ()


def test_the_ends_of_the_period_count() -> None:
    of = review(period={"start": "2014", "end": "2016-06-30"})
    found = made(90, of, police=["2015-05-01", "2015-06-01"])
    assert gaps(found) == [("2014", "2015-05-01", 121, False, 0), ("2015-06-01", "2016-06-30", 395, True, 2)]
    assert gaps(made(90, of)) == []
    assert gaps(made(90, of, police=["2013-12-31", "2014-12-31", "2016-07-31"])) == [
        ("2014-12-31", "2016-07-31", 578, True, 2)
    ]


def test_much_the_same_on_days_near_each_other_is_marked() -> None:
    found = made(police=[("2015-03-12", SAME)], school=[("2015-03-14", SAME + " and left a note")])
    assert pairs(found) == [(0, 1, 2)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("2015-03-12", SAME), ("2015-03-12", SAME)),
        (("2015-03-12", SAME), ("2015-03", SAME)),
        (("2015-03-12", SAME), ("2015", SAME)),
        (("2015-03-12", SAME), ("2015-04-13", SAME)),
        (("2015-03-12", SAME), ("2015-03-14", "Health visitor seen at the clinic with both children")),
        (("2015-03-12", "Not seen"), ("2015-03-14", "Not seen")),
    ],
)
def test_what_is_not_marked(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert pairs(made(police=[one], school=[other])) == []
    assert pairs(made(police=[one, ("2015-03-14", "x")], school=[other])) == []


def test_one_agency_does_not_disagree_with_itself() -> None:
    assert pairs(made(police=[("2015-03-12", SAME), ("2015-03-14", SAME)])) == []


def test_what_comes_again_and_again_in_both_is_not_mixed_up() -> None:
    found = made(police=[("2015-03-12", SAME), ("2015-03-20", SAME)], school=[("2015-03-12", SAME)])
    assert pairs(found) == []


def test_what_the_review_records_already_is_not_marked_again() -> None:
    conflict = {
        "event": "Visit",
        "given": [{"date": "2015-03-12", "source": "Police"}, {"date": "2015-03-14", "source": "School"}],
    }
    of = review(conflicting_dates=[conflict])
    found = made(90, of, police=[("2015-03-12", SAME)], school=[("2015-03-14", SAME)])
    assert pairs(found) == []
    assert [(place, one.event) for place, one in found.conflicts] == [(0, "Visit")]


def test_recorded_conflicts_stand_at_the_date_that_is_used() -> None:
    given = [{"date": "2015-03-12", "source": "Police"}, {"date": "2016", "source": "School"}]
    of = review(
        conflicting_dates=[
            {"event": "Late", "given": given, "used": "2017", "reason": "x"},
            {"event": "Used", "given": given, "used": "2016", "reason": "x"},
            {"event": "Open", "given": given},
        ]
    )
    found = made(900, of, police=["2015-03-12", "2016-01-01"])
    assert [(place, one.event) for place, one in found.conflicts] == [(0, "Open"), (1, "Used"), (2, "Late")]


def test_only_the_agencies_asked_for() -> None:
    rows = {"police": [row("2015")], "school": [row("2016")]}
    found = composite(review(), rows, 90, ["school", "nobody"])
    assert (found.agencies, order(found)) == (("school",), ["2016 school"])


def test_who_was_asked_and_has_given_none() -> None:
    assert made(school=["2015"]).lacking == ("police",)
    assert made(police=["2015"]).lacking == ()
