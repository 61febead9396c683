"""Which highlight reports a meeting reads, and who gave none."""

from pathlib import Path
from typing import Any

from lif.insight.reports.given import highlights, themed_reports
from tests.insight.samples import board_of, day
from tests.support import Records, tiny_records


def reports(*given: tuple[str, str, str | None]) -> Records:
    """The tiny Board with these highlight reports: agency, period, day of receipt."""
    made = tiny_records()
    base = made.pop(("report", "AR-2017-001"))
    for number, (agency, period, received) in enumerate(given, start=1):
        name = f"AR-2017-{number:03d}"
        report: dict[str, Any] = {**base, "id": name, "agency": agency, "period": period}
        made["report", name] = {**report, **({"received": received} if received else {})}
    return made


def test_reports_on_the_last_quarter_are_read_and_others_are_missing(tmp_path: Path) -> None:
    made = reports(("police", "2017-Q3", "2018-01-15"), ("health-trust", "2017-Q2", "2017-10-10"))

    found = highlights(board_of(tmp_path, made), day("2018-03-01"))

    assert (found.period, found.expected_period, found.expected) == ("2017-Q3", "2017-Q3", 2)
    assert [report.id for report in found.reports] == ["AR-2017-001"]
    assert found.missing == (("health-trust", "2017-Q2"),)


def test_a_report_received_after_the_day_is_missing(tmp_path: Path) -> None:
    made = reports(("police", "2017-Q3", "2018-01-15"), ("health-trust", "2017-Q3", "2018-03-02"))

    assert highlights(board_of(tmp_path, made), day("2018-03-01")).missing == (("health-trust", ""),)


def test_where_nobody_reported_on_the_last_quarter_the_latest_reports_are_read(tmp_path: Path) -> None:
    made = reports(("police", "2017-Q1", None), ("health-trust", "2016-Q4", None))

    found = highlights(board_of(tmp_path, made), day("2018-03-01"))

    assert (found.period, found.expected_period) == ("2017-Q1", "2017-Q3")
    assert found.missing == (("health-trust", "2016-Q4"),)


def test_nothing_is_expected_of_agencies_that_left_or_are_not_asked(tmp_path: Path) -> None:
    made = reports(("police", "2017-Q3", "2018-01-15"))
    made["agency", "health-trust"]["left"] = "2018-02"
    made["agency", "school"] = {
        "schema_version": 1,
        "name": "S",
        "type": "education",
        "highlight_reports": False,
    }
    board = board_of(tmp_path, made)

    assert highlights(board, day("2018-03-01")).missing == ()
    assert highlights(board, day("2018-02-28")).missing == (("health-trust", ""),)


def test_themed_reports_since_the_last_meeting(tmp_path: Path) -> None:
    made = reports()
    base = {
        "schema_version": 1, "kind": "assurance", "agency": "police", "period": "2017",
        "theme": "missing", "key_messages": ["Fewer."],
    }  # fmt: skip
    for number, received in enumerate(("2017-06-15", "2017-06-16", "2017-09-02"), start=1):
        name = f"AR-2017-{number:03d}"
        made["report", name] = {**base, "id": name, "received": received}
    board = board_of(tmp_path, made)

    def read(after: str | None) -> list[str]:
        since = day(after) if after else None
        return [report.id for report in themed_reports(board, since, day("2017-09-01"))]

    assert read("2017-06-15") == ["AR-2017-002"]
    assert read(None) == ["AR-2017-001", "AR-2017-002"]
