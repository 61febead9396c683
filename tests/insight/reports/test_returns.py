"""Which reports are asked for, of whom and for which period, and whether they have come."""

from pathlib import Path
from typing import Any

import pytest

from lif.insight.reports.given import highlights
from lif.insight.reports.returns import last_period, report_returns, sort_of_period
from tests.insight.samples import board_of, day
from tests.support import Records, tiny_records

LADO = {"id": "lado", "title": "Allegations", "kind": "assurance", "theme": "lado", "every": "financial-year",
        "agency": "police", "due_days": 150, "to": "executive"}  # fmt: skip
CDOP = {"id": "cdop", "title": "Child deaths", "kind": "child-deaths", "every": "half-year"}


def asking(*asked: dict[str, Any], due: int | None = 21) -> Records:
    """The tiny Board, in which these reports are asked for."""
    made = tiny_records()
    board = made["board", "board"]
    board["groups"]["executive"] = {"title": "Executive"}
    board["reports_asked"] = list(asked)
    if due is not None:
        board["settings"]["report_due_days"] = due
    return made


def told(
    tmp_path: Path, made: Records, on: str, period: str | None = None
) -> list[tuple[str, str, str, str]]:
    found = report_returns(board_of(tmp_path, made), day(on), period)
    return [(one.asked, one.agency, one.period, one.state) for one in found]


@pytest.mark.parametrize(
    ("every", "on", "period"),
    [
        ("quarter", "2018-03-31", "2017-Q3"), ("quarter", "2018-04-01", "2017-Q4"),
        ("half-year", "2017-09-30", "2016-H2"), ("half-year", "2017-10-01", "2017-H1"),
        ("half-year", "2018-02-01", "2017-H1"), ("half-year", "2018-04-01", "2017-H2"),
        ("financial-year", "2018-03-31", "2016/17"), ("financial-year", "2018-04-01", "2017/18"),
        ("financial-year", "2100-05-01", "2099/00"), ("year", "2018-01-01", "2017"),
    ],
)  # fmt: skip
def test_the_last_period_that_had_ended(every: str, on: str, period: str) -> None:
    assert last_period(every, day(on)) == period
    assert sort_of_period(period) == every


def test_what_is_asked_for_is_waited_for_until_its_day_and_late_after_it(tmp_path: Path) -> None:
    made = asking(LADO, CDOP)
    made["report", "AR-2017-001"].update(period="2017-Q1", received="2017-07-22")
    assert told(tmp_path / "a", made, "2017-07-22") == [
        ("highlight", "health-trust", "2017-Q1", "late"),
        ("highlight", "police", "2017-Q1", "received-late"),
        ("lado", "police", "2016/17", "waiting"),
        ("cdop", "", "2016-H2", "waiting"),
    ]
    assert told(tmp_path / "b", made, "2017-07-21") == [
        ("highlight", "health-trust", "2017-Q1", "waiting"),
        ("highlight", "police", "2017-Q1", "waiting"),
        ("lado", "police", "2016/17", "waiting"),
        ("cdop", "", "2016-H2", "waiting"),
    ]
    assert told(tmp_path / "c", made, "2017-09-01")[2] == ("lado", "police", "2016/17", "late")


def test_a_report_answers_by_its_sort_theme_agency_and_period(tmp_path: Path) -> None:
    made = asking(LADO, CDOP)
    base = {
        "schema_version": 1,
        "agency": "police",
        "key_messages": ["More is told."],
        "received": "2017-06-01",
    }
    made["report", "AR-2017-002"] = {**base, "id": "AR-2017-002", "kind": "assurance", "theme": "missing",
                                     "period": "2016/17"}  # fmt: skip
    assert told(tmp_path / "a", made, "2017-08-01")[2] == ("lado", "police", "2016/17", "waiting")
    made["report", "AR-2017-002"]["theme"] = "lado"
    assert told(tmp_path / "b", made, "2017-08-01")[2] == ("lado", "police", "2016/17", "received")
    made["report", "AR-2017-002"]["agency"] = "health-trust"
    assert told(tmp_path / "c", made, "2017-08-01")[2] == ("lado", "police", "2016/17", "waiting")
    made["report", "AR-2017-003"] = {**base, "id": "AR-2017-003", "kind": "child-deaths", "period": "2016-H2"}
    # Where no agency was asked, any may give it.
    assert told(tmp_path / "d", made, "2017-08-01")[3] == ("cdop", "police", "2016-H2", "received")


def test_of_a_period_only_what_comes_as_often(tmp_path: Path) -> None:
    once = {**LADO, "id": "fgm", "every": "once", "period": "2016/17"}
    made = asking(LADO, CDOP, once, {**CDOP, "id": "standards", "kind": "failures", "every": "as-it-occurs"})
    assert [one[0] for one in told(tmp_path / "a", made, "2018-03-01", "2016/17")] == ["lado", "fgm"]
    assert [one[0] for one in told(tmp_path / "b", made, "2018-03-01", "2017-Q3")] == [
        "highlight",
        "highlight",
    ]
    assert told(tmp_path / "c", made, "2018-03-01", "2017-04") == []
    assert [one[0] for one in told(tmp_path / "d", made, "2017-03-31")] == ["lado", "cdop"]
    assert [one[0] for one in told(tmp_path / "e", made, "2017-04-01")][2:] == ["lado", "cdop", "fgm"]


def test_nothing_is_asked_for_before_it_begins_or_after_it_ends(tmp_path: Path) -> None:
    begun = asking({**LADO, "begins": "2016-05"})
    assert told(tmp_path / "a", begun, "2017-05-01")[2:] == [("lado", "police", "2016/17", "waiting")]
    assert told(tmp_path / "b", begun, "2017-03-01")[2:] == []
    ended = asking({**LADO, "ends": "2016-03"})
    assert told(tmp_path / "c", ended, "2017-05-01")[2:] == []


def test_an_agency_that_came_after_the_quarter_owes_none_for_it(tmp_path: Path) -> None:
    made = asking()
    made["agency", "health-trust"]["joined"] = "2017-08"
    assert [one[1] for one in told(tmp_path, made, "2018-03-01", "2017-Q1")] == ["police"]
    assert [one[1] for one in told(tmp_path / "b", made, "2018-03-01", "2017-Q2")] == [
        "health-trust",
        "police",
    ]


def test_no_highlight_report_is_asked_of_a_quarter_before_the_framework_counts(tmp_path: Path) -> None:
    made = asking(LADO)
    made["framework", "framework"]["since"] = "2018-01-01"

    assert {one[0] for one in told(tmp_path / "a", made, "2018-03-31")} == {"lado"}
    assert highlights(board_of(tmp_path / "a", made), day("2018-03-31")).missing == ()
    assert {one[0] for one in told(tmp_path / "b", made, "2018-04-01")} == {"lado", "highlight"}
