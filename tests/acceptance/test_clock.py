"""`lif clock`: the list, a due date with its rule, source and mark, and what it says to bad input."""

import json
from pathlib import Path

import pytest

from tests.conftest import RunLif
from tests.support import replace_text, tiny_records, write_record


def test_a_due_date_in_words(run_lif: RunLif, tmp_path: Path) -> None:
    done = run_lif("clock", "scr-notify", "2017-04-13", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    text = " ".join(done.stdout.split())
    assert "Due: Monday 24 April 2017" in text
    assert "5 working days from when the authority becomes aware of a notifiable incident" in text
    assert "Good Friday (14 April 2017), Easter Monday (17 April 2017)" in text
    assert "Source: Working Together to Safeguard Children 2015" in text
    assert "Mark: V2, read in a secondary source" in text
    assert "not verified" not in text


def test_what_is_not_verified_says_so(run_lif: RunLif, tmp_path: Path) -> None:
    done = run_lif("clock", "scr-prepublish", "2017-04-24", cwd=tmp_path)
    text = " ".join(done.stdout.split())
    assert "Due: Tuesday 11 April 2017 at the latest" in text
    assert "Mark: U, not verified" in text


@pytest.mark.parametrize("typed", ["2017-04-13", "13/04/2017", "13 April 2017", "13.4.17"])
def test_for_programs(run_lif: RunLif, tmp_path: Path, typed: str) -> None:
    done = run_lif("clock", "scr-notify", typed, "--format", "json", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    content = json.loads(done.stdout)
    assert (content["schemaVersion"], content["kind"]) == (1, "clock")
    assert (content["due"], content["start"]) == ("2017-04-24", "2017-04-13")
    assert content["rule"] == "scr-notify"
    assert content["source"] == "Working Together to Safeguard Children 2015"
    assert (content["mark"], content["verified"]) == ("V2", True)
    assert "Thursday 13 April 2017 is day 0" in content["counting"]


def test_hours_from_a_day_and_from_a_moment(run_lif: RunLif, tmp_path: Path) -> None:
    done = run_lif("clock", "cdr-notify", "2018-12-31", "--format", "json", cwd=tmp_path)
    assert json.loads(done.stdout)["due"] == "2019-01-02"
    done = run_lif("clock", "cdr-notify", "2018-12-31T14:30", "--format", "json", cwd=tmp_path)
    assert json.loads(done.stdout)["due"] == "2019-01-02T14:30"
    done = run_lif("clock", "cdr-notify", "2018-12-31 14:30", cwd=tmp_path)
    assert "Wednesday 2 January 2019, 14:30" in done.stdout


@pytest.mark.parametrize(
    "moment", ["9999-12-31T23:59", "0001-01-01T00:00", "2018-02-30T10:00", "2018-02-28T25:00"]
)
def test_a_moment_that_no_clock_counts_from(run_lif: RunLif, tmp_path: Path, moment: str) -> None:
    done = run_lif("clock", "cdr-notify", moment, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Write " in done.stderr


def test_the_list(run_lif: RunLif, tmp_path: Path) -> None:
    done = run_lif("clock", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert any(line.split()[0] == "rapid-review" and "15 working days" in line for line in lines)
    assert any("panel guidance" in line for line in lines)
    assert "U not verified" in done.stderr
    content = json.loads(run_lif("clock", "--format", "json", cwd=tmp_path).stdout)
    assert content["kind"] == "clocks"
    by_rule = {one["rule"]: one for one in content["clocks"]}
    assert len(by_rule) == 18
    assert by_rule["scr-tell"]["verified"] is False
    assert by_rule["cspr-notify"]["tests"] == [
        {"regime": "wt2018", "test": "serious-incident"},
        {"regime": "wt2023", "test": "serious-incident"},
    ]


def test_one_clock_without_a_date(run_lif: RunLif, tmp_path: Path) -> None:
    done = run_lif("clock", "scr-decide", cwd=tmp_path)
    assert done.returncode == 0
    assert "1 month from when the Board is notified" in done.stdout
    assert "lif clock scr-decide DATE" in done.stderr
    content = json.loads(run_lif("clock", "scr-decide", "--format", "json", cwd=tmp_path).stdout)
    assert (content["rule"], "due" in content) == ("scr-decide", False)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("scr-notif", "2017-04-13"), "scr-notify"),
        (("scr-notif",), "scr-notify"),
        (("scr-notify", "2017-02-30"), "30 February 2017"),
        (("scr-notify", "2017-04"), "full day"),
        (("scr-notify", "soon"), "soon"),
        (("scr-notify", "2017-04-13T10:00"), "without the time"),
        (("cdr-notify", "2017-04-13T25:00"), "2017-11-24T14:30"),
    ],
)
def test_bad_input(run_lif: RunLif, tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    done = run_lif("clock", *arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stdout == ""
    assert said in done.stderr


def test_the_boards_rule_for_day_zero(run_lif: RunLif, tiny_board: Path, tmp_path: Path) -> None:
    values = tiny_records()[("board", "board")]
    values["settings"]["day_zero"] = "next-day"
    write_record(tiny_board, "board", "board", values)
    inside = run_lif("clock", "scr-notify", "2017-05-08", cwd=tiny_board)
    assert "Tuesday 16 May 2017" in inside.stdout
    assert "by the Board's setting" in " ".join(inside.stdout.split())
    outside = run_lif("clock", "scr-notify", "2017-05-08", cwd=tmp_path)
    assert "Monday 15 May 2017" in outside.stdout
    named = run_lif("--root", tiny_board, "clock", "scr-notify", "2017-05-08", cwd=tmp_path)
    assert named.stdout == inside.stdout
    wrong = run_lif("--root", tmp_path, "clock", "scr-notify", "2017-05-08", cwd=tmp_path)
    assert wrong.returncode == 2


def test_a_board_that_cannot_be_read_stops_no_clock(run_lif: RunLif, tiny_board: Path) -> None:
    replace_text(tiny_board / "records/board.yaml", "default_marking: official", "default_marking: [official")
    done = run_lif("clock", "scr-notify", "2017-04-13", cwd=tiny_board)
    assert done.returncode == 0
    assert "Monday 24 April 2017" in done.stdout
    assert "lif validate" in done.stderr
