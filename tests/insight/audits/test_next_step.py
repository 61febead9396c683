"""What comes next in an audit."""

from datetime import date
from pathlib import Path
from typing import Any

from lif.insight.audits.next_step import next_steps
from lif.store.load import load
from tests.insight.returns.samples import AUDIT, board_with, returned, row
from tests.support import tiny_records, write_board

DAY = date(2018, 3, 1)
TINY = "AU-2017-001"


def _entry(word: str, day: str, **keys: Any) -> dict[str, Any]:
    return {"date": day, "by": "business-manager", "entry": word, **keys}


def _commands(root: Path, *log: dict[str, Any], day: date = DAY, **fields: Any) -> list[str]:
    """The commands for the tiny Board's audit with another log."""
    records = tiny_records()
    records["board", "board"]["groups"]["executive"] = {
        "title": "Executive Group",
        "chair": "independent-chair",
    }
    records["audit", TINY] |= {"log": list(log), "instrument": None, **fields}
    records["audit", TINY] = {
        key: value for key, value in records["audit", TINY].items() if value is not None
    }
    board = load(write_board(root, records))
    return [one.command for one in next_steps(board, board.by_id[TINY], day)]


HELD = _entry("held", "2017-03-16")
REPORTED = _entry("reported", "2017-05-01")
ASKS = [{"id": "R1", "text": "Ask why."}]


def test_a_plan_is_to_be_held_and_says_how_late_it_is(tmp_path: Path) -> None:
    board = board_with(tmp_path, ["police", "health-trust"])
    first, second = next_steps(board, board.by_id[AUDIT], date(2017, 7, 1))
    assert first.command == f"lif audit tool {AUDIT}"
    assert second.command == f"lif audit hold {AUDIT} --date DATE"
    assert second.text.endswith("It is planned for 30 June 2017. That is 1 day ago.")


def test_a_round_names_the_missing_and_wants_its_paper_and_its_report(tmp_path: Path) -> None:
    log = [returned("police", "2017-06-20"), _entry("held", "2017-06-30")]
    board = board_with(tmp_path, ["police", "health-trust"], log, {"police": [row("1.1", "0")]})
    steps = next_steps(board, board.by_id[AUDIT], DAY)
    assert [one.command for one in steps] == [
        f"lif audit returns {AUDIT}", f"lif audit moderate {AUDIT} --agency AGENCY", f"lif audit results {AUDIT}",
        f"lif edit {AUDIT}", f"lif audit report {AUDIT} --date DATE",
    ]  # fmt: skip
    assert "Saltmere Health Trust" in steps[0].text


def test_an_agency_below_the_standard_wants_a_plan(tmp_path: Path) -> None:
    log = [returned("police", "2017-06-20"), _entry("held", "2017-06-30"), _entry("reported", "2017-07-30")]
    board = board_with(tmp_path, ["police"], log, {"police": [row("1.1", "0")]})
    commands = [one.command for one in next_steps(board, board.by_id[AUDIT], DAY)]
    assert f"lif audit improve {AUDIT} --agency police" in commands


def test_what_is_reported_goes_its_way_and_is_answered(tmp_path: Path) -> None:
    assert _commands(tmp_path, HELD, REPORTED, recommendations=ASKS) == [
        f"lif audit share {TINY} --group executive",
        f"lif action add PLAN --answers {TINY}.R1",
        f"lif edit {TINY}",
    ]


def test_what_has_arrived_goes_no_further(tmp_path: Path) -> None:
    shared = _entry("shared", "2017-05-02", group="strategic-board")
    assert _commands(tmp_path, HELD, REPORTED, shared, revisit_due="2018-02-14") == [
        f"lif audit revisit {TINY}"
    ]


def test_one_agency_by_itself_need_not_go_all_the_way(tmp_path: Path) -> None:
    shared = _entry("shared", "2017-05-02", channel="Its own staff")
    found = _commands(tmp_path, HELD, REPORTED, shared, kind="single-agency", revisit_due="2018-02-14")
    assert found == [f"lif audit revisit {TINY}"]


def test_what_was_looked_at_again_can_be_closed_and_then_nothing_is_left(tmp_path: Path) -> None:
    shared = _entry("shared", "2017-05-02", group="strategic-board")
    visit = _entry("revisited", "2018-01-10", outcome="improved", found="All six.")
    assert _commands(tmp_path / "open", HELD, REPORTED, shared, visit) == [
        f'lif audit close {TINY} --reason "…"'
    ]
    closed = _entry("closed", "2018-02-01", reason="Full circle.")
    assert _commands(tmp_path / "closed", HELD, REPORTED, shared, visit, closed) == []


def test_before_its_first_day_nothing_comes_next(tmp_path: Path) -> None:
    assert _commands(tmp_path, HELD, day=date(2017, 3, 15)) == []
