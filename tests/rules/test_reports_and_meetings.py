"""What must hold of agency reports and meetings."""

from pathlib import Path

import pytest

from tests.support import found, tiny_records, write_board


@pytest.mark.parametrize(("agency", "period"), [("health-trust", "2017-Q1"), ("police", "2017-Q2")])
def test_another_agency_or_another_period_is_another_report(agency: str, period: str, tmp_path: Path) -> None:
    records = tiny_records()
    second = {**records["report", "AR-2017-001"], "id": "AR-2017-002", "agency": agency, "period": period}
    records["report", "AR-2017-002"] = second
    assert found(write_board(tmp_path, records)) == []


def test_assurance_reports_may_share_a_period(tmp_path: Path) -> None:
    records = tiny_records()
    for number in ("AR-2017-002", "AR-2017-003"):
        records["report", number] = {
            "schema_version": 1, "id": number, "kind": "assurance", "agency": "police", "period": "2017-Q1",
            "theme": "missed-appointments", "key_messages": ["Fewer."],
        }  # fmt: skip
    assert found(write_board(tmp_path, records)) == []


def test_a_record_is_detail_enough(tmp_path: Path) -> None:
    records = tiny_records()
    records["report", "AR-2017-001"]["new_risks"] = {"answer": "yes", "record": "CR-2017-001"}
    assert found(write_board(tmp_path, records)) == []


def test_papers_may_go_out_on_the_day(tmp_path: Path) -> None:
    records = tiny_records()
    records["meeting", "MT-2017-001"]["circulated"] = "2017-06-15"
    assert found(write_board(tmp_path, records)) == []


def test_an_indicator_picked_twice(tmp_path: Path) -> None:
    records = tiny_records()
    records["meeting", "MT-2017-001"]["picked"] *= 2
    [(code, _, text)] = found(write_board(tmp_path, records))
    assert (code, text) == ("D452", "indicator: repeat-plans")


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ({}, True),
        ({"starts": "14:00"}, True),
        ({"group": "executive"}, False),
        ({"date": "2017-06-16", "circulated": "2017-06-08"}, False),
        ({"cancelled": {"date": "2017-06-10", "by": "police", "reason": "Snow."}, "attendance": [], "decisions": []},
         False),
    ],
)  # fmt: skip
def test_a_group_meets_once_on_a_day(other: dict[str, object], expected: bool, tmp_path: Path) -> None:
    records = tiny_records()
    groups = records["board", "board"]["groups"]
    groups["executive"] = {**groups["strategic-board"], "title": "Executive"}
    first = records["meeting", "MT-2017-001"]
    records["meeting", "MT-2017-002"] = {**first, "id": "MT-2017-002", **other}
    assert ("D650" in [one[0] for one in found(write_board(tmp_path / "a", records))]) is expected
    first["starts"] = "09:30"
    second = found(write_board(tmp_path / "b", records))
    assert ("D650" in [one[0] for one in second]) is (expected and "starts" not in other), (
        "at two times they are two"
    )
