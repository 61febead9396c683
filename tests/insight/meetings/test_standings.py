"""Attendance, decisions and papers on a day."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lif.insight.meetings.attendance import attendance_rates, missing_from
from lif.insight.meetings.decisions import all_decisions
from lif.insight.meetings.standing import meetings_on
from lif.store.load import load
from tests.support import Records, tiny_records, write_board

DAY = date(2018, 3, 1)


def with_meetings(*meetings: dict[str, Any]) -> Records:
    """The tiny Board with these meetings of the Strategic Board in the place of its own."""
    records = tiny_records()
    del records["meeting", "MT-2017-001"]
    for number, meeting in enumerate(meetings, start=1):
        name = f"MT-2017-{number:03d}"
        records["meeting", name] = {
            "schema_version": 1, "id": name, "group": "strategic-board", "date": f"2017-0{number}-10", **meeting
        }  # fmt: skip
    return records


def came(**states: str) -> list[dict[str, str]]:
    return [{"agency": name.replace("_", "-"), "state": state} for name, state in states.items()]


def test_not_recorded_is_never_absent_and_a_deputy_counts(tmp_path: Path) -> None:
    records = with_meetings(
        {"attendance": came(police="present", health_trust="deputy")},
        {"attendance": came(police="absent")},
        {"attendance": came(police="apologies", health_trust="present")},
        {},
        {"cancelled": {"date": "2017-05-01", "by": "police", "reason": "Snow."}},
    )
    board = load(write_board(tmp_path, records))
    found = attendance_rates(board, date(2017, 1, 1), date(2017, 12, 31))
    assert [one.id for one in found.meetings] == ["MT-2017-001", "MT-2017-002", "MT-2017-003"]
    assert [one.id for one in found.without] == ["MT-2017-004"]
    [police, trust] = found.agencies
    assert (police.agency, police.attended, police.of, police.missed_running) == ("police", 1, 3, 2)
    assert (trust.attended, trust.of, trust.times("not-recorded"), trust.missed_running) == (2, 2, 1, 0)
    assert missing_from(board, board.by_id["MT-2017-002"].record) == ["health-trust"]


@pytest.mark.parametrize(("key", "when"), [("joined", "2017-06"), ("left", "2016-12")])
def test_a_seat_counts_only_while_the_agency_is_a_partner(key: str, when: str, tmp_path: Path) -> None:
    records = with_meetings({"attendance": came(police="present")})
    records["agency", "health-trust"][key] = when
    found = attendance_rates(load(write_board(tmp_path, records)), date(2017, 1, 1), date(2017, 12, 31))
    assert [one.agency for one in found.agencies] == ["police"]


def decision(**keys: Any) -> dict[str, Any]:
    return {"id": "D1", "text": "Ask again.", **keys}


@pytest.mark.parametrize(
    ("keys", "state", "late"),
    [
        ({}, "noted", 0),
        ({"owner": "police"}, "open", 0),
        ({"owner": "police", "due": "2018-03-01"}, "open", 0),
        ({"owner": "police", "due": "2018-02-27"}, "late", 2),
        ({"due": "2018-02-27", "done": {"date": "2018-03-01", "by": "police", "how": "It was."}}, "done", 0),
        ({"due": "2018-02-27", "done": {"date": "2018-03-02", "by": "police", "how": "It was."}}, "late", 2),
        (
            {"owner": "police", "withdrawn": {"date": "2018-02-01", "by": "police", "reason": "No."}},
            "withdrawn",
            0,
        ),
    ],
)
def test_where_a_decision_stands(keys: dict[str, Any], state: str, late: int, tmp_path: Path) -> None:
    board = load(write_board(tmp_path, with_meetings({"decisions": [decision(**keys)]})))
    [one] = all_decisions(board, DAY)
    assert (one.state, one.late) == (state, late)
    assert all_decisions(board, date(2017, 1, 9)) == []


@pytest.mark.parametrize(
    ("log", "state"),
    [
        ([], "late"),
        ([{"date": "2017-06-01", "by": "police", "entry": "rejected", "reason": "No."}], "late"),
        ([{"date": "2017-06-01", "by": "police", "entry": "superseded", "reason": "Another."}], "late"),
        ([{"date": "2017-06-01", "by": "police", "entry": "completed", "note": "Done."},
          {"date": "2017-06-02", "by": "health-trust", "entry": "evidenced", "evidence": "The list was seen."},
          {"date": "2017-06-03", "by": "health-trust", "entry": "evaluated", "impact": "improved",
           "result": "Fewer children were missed."},
          {"date": "2017-06-04", "by": "strategic-board", "entry": "closed"}], "done"),
    ],
)  # fmt: skip
def test_actions_that_answer_it_carry_a_decision_out(log: list[Any], state: str, tmp_path: Path) -> None:
    records = with_meetings({"decisions": [decision(owner="police", due="2017-05-01")]})
    action = records["plan", "AP-2017-001"]["actions"][0]
    action["answers"] = ["MT-2017-001.D1"]
    action["log"] = log
    [one] = all_decisions(load(write_board(tmp_path, records)), DAY)
    assert one.state == state
    assert one.by_actions is (state == "done")
    assert one.since == (date(2017, 6, 4) if state == "done" else None)


@pytest.mark.parametrize(("out", "in_time"), [("2017-01-03", True), ("2017-01-04", False), (None, None)])
def test_papers_beside_the_lead_time_of_the_group(
    out: str | None, in_time: bool | None, tmp_path: Path
) -> None:
    board = load(write_board(tmp_path, with_meetings({"circulated": out} if out else {})))
    [one] = meetings_on(board, DAY)
    assert (one.in_time, one.papers_due, one.state) == (in_time, date(2017, 1, 3), "held")
