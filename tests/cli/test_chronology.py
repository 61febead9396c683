"""`lif review chronology` and `lif review conflict` as somebody at a terminal meets them."""

import json
from pathlib import Path

import pytest

from tests.conftest import RunLif
from tests.exchange.office import document, workbook
from tests.support import found, path_of, replace_text, write_file

POLICE = [
    ["Date", "Event", "Source"],
    ["November 2015", "Two officers called after a neighbour heard a child crying at night", "Log"],
    ["12/03/2016 14:30", "Mother was seen at the new address with both children", "Notebook"],
]
SCHOOL = [
    ["Date", "Event"],
    ["14 March 2016", "Mother was seen at the new address with both the children"],
    ["2016", "Attendance 71%"],
]


@pytest.fixture
def board_with_two(tiny_board: Path, run_lif: RunLif) -> Path:
    """The tiny Board with the chronologies of two agencies."""
    workbook(tiny_board / "police.xlsx", {"Police": POLICE})
    document(tiny_board / "school.docx", SCHOOL)
    for file, agency in (("police.xlsx", "police"), ("school.docx", "health-trust")):
        done = run_lif(
            "review", "chronology", "import", "CR-2017-001", file, "--agency", agency, cwd=tiny_board
        )
        assert (done.returncode, done.stderr) == (0, "")
        assert "2 new, 0 as before, 0 gone" in done.stdout
    return tiny_board


def test_the_composite_in_order_with_its_agencies(board_with_two: Path, run_lif: RunLif) -> None:
    done = run_lif("review", "chronology", "show", "CR-2017-001", cwd=board_with_two, env={"COLUMNS": "200"})
    assert (done.returncode, done.stderr) == (0, "")
    lines = [line for line in done.stdout.splitlines() if line]
    assert (
        lines[0] == "CR-2017-001 Family A: 4 entries from Saltmere Health Trust (2) and Saltmere Police (2)"
    )
    starts = [
        "November 2015 ",
        "--- Nothing for at least 103 days",
        "2016 ",
        "12 March 2016, 14:30 ",
        "14 March 2016 ",
    ]
    places = [next(n for n, line in enumerate(lines) if line.startswith(start)) for start in starts]
    assert sorted(places) == [places[0], places[2], places[1], places[3], places[4]]
    assert all("Saltmere" in lines[place] for place in (places[0], *places[2:]))
    assert done.stdout.count("! Perhaps the same event: ") == 2
    assert "! Perhaps the same event: Saltmere Police, 12 March 2016, 14:30" in done.stdout
    assert "1 November 2015" not in done.stdout


def test_as_json(board_with_two: Path, run_lif: RunLif) -> None:
    done = run_lif(
        "review", "chronology", "show", "CR-2017-001", "--gap", "50", "--format", "json", cwd=board_with_two
    )
    data = json.loads(done.stdout)
    assert (data["kind"], data["schemaVersion"], data["review"], data["gapDays"]) == (
        "chronology",
        1,
        "CR-2017-001",
        50,
    )
    assert [entry["date"] for entry in data["entries"]] == ["2015-11", "2016", "2016-03-12", "2016-03-14"]
    assert data["entries"][2]["time"] == "14:30"
    assert data["entries"][2]["file"] == "records/reviews/2017/CR-2017-001.chronology/police.csv"
    assert data["perhapsSame"] == [{"entries": [2, 3], "days": 2}]
    assert data["gaps"] == [
        {"from": "2015-11", "to": "2016-03-12", "days": 103, "exact": False, "before": 2, "perhaps": [1]}
    ]


def test_one_agency_and_another_length(board_with_two: Path, run_lif: RunLif) -> None:
    done = run_lif(
        "review",
        "chronology",
        "show",
        "CR-2017-001",
        "--agency",
        "police",
        "--gap",
        "200",
        cwd=board_with_two,
    )
    assert "2 entries from Saltmere Police (2)" in done.stdout
    assert "Nothing for" not in done.stdout
    assert "Attendance" not in done.stdout


def test_a_conflict_is_recorded_and_shown_at_its_place(board_with_two: Path, run_lif: RunLif) -> None:
    done = run_lif(
        "review", "conflict", "CR-2017-001", "--event", "Mother seen", "--given", "12 March 2016: Police",
        "--given", "14/03/2016: School", "--used", "12 March 2016", "--reason", "Noted at the time",
        cwd=board_with_two, env={"COLUMNS": "200"},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    shown = run_lif("review", "chronology", "show", "CR-2017-001", cwd=board_with_two).stdout
    assert "! The sources disagree: Mother seen" in shown
    assert "Given: 12 March 2016 (Police) and 14 March 2016 (School)." in shown
    assert "Used: 12 March 2016: Noted at the time." in shown
    assert "Perhaps the same" not in shown
    assert shown.index("disagree") < shown.index("12 March 2016, 14:30")
    assert found(board_with_two) == []


def test_a_date_without_its_source(tiny_board: Path, run_lif: RunLif) -> None:
    done = run_lif("review", "conflict", "CR-2017-001", "--event", "x", "--given", "2016", cwd=tiny_board)
    assert done.returncode == 2
    assert "a date and its source" in done.stderr


def test_a_date_that_cannot_be_read_is_named_and_nothing_is_taken(
    board_with_two: Path, run_lif: RunLif
) -> None:
    before = (board_with_two / "records/reviews/2017/CR-2017-001.chronology/police.csv").read_bytes()
    write_file(board_with_two, "in.csv", "Date,Event\n2015,Seen\nthe spring,Moved\n")
    done = run_lif(
        "review", "chronology", "import", "CR-2017-001", "in.csv", "--agency", "police", cwd=board_with_two
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert "in.csv, row 3, column Date: the spring is no date" in done.stderr
    assert (board_with_two / "records/reviews/2017/CR-2017-001.chronology/police.csv").read_bytes() == before


def test_what_would_be_gone_is_named_before_it_is(board_with_two: Path, run_lif: RunLif) -> None:
    write_file(board_with_two, "in.csv", "Date,Event\n2015,Seen\n")
    words = ("review", "chronology", "import", "CR-2017-001", "in.csv", "--agency", "police")
    done = run_lif(*words, "--dry-run", cwd=board_with_two)
    gone = (
        "Gone, or changed: records/reviews/2017/CR-2017-001.chronology/police.csv, line 2, of November 2015."
    )
    assert gone in done.stderr
    assert "-2015-11,,Two officers" in done.stdout
    assert "+2015,,Seen,," in done.stdout
    assert "neighbour" not in done.stderr
    assert run_lif(*words, cwd=board_with_two).stdout.count("1 new, 0 as before, 2 gone") == 1


def test_a_contribution_that_is_still_awaited_is_said(tiny_board: Path, run_lif: RunLif) -> None:
    words = ("review", "chronology", "import", "CR-2017-001", "in.csv", "--agency", "police", "--dry-run")
    write_file(tiny_board, "in.csv", "Date,Event\n2015,Seen\n")
    assert "asked for" not in run_lif(*words, cwd=tiny_board).stderr
    replace_text(path_of(tiny_board, "review", "CR-2017-001"), "state: received", "state: requested")
    assert "still has a contribution of this agency as asked for" in run_lif(*words, cwd=tiny_board).stderr


def test_a_review_without_any(tiny_board: Path, run_lif: RunLif) -> None:
    done = run_lif("review", "chronology", "show", "CR-2017-001", cwd=tiny_board)
    assert done.returncode == 0
    assert done.stdout.startswith(
        "CR-2017-001 has no chronology yet. Import one: lif review chronology import"
    )


def test_the_help_says_who_answers_for_names(tmp_path: Path, run_lif: RunLif) -> None:
    done = run_lif("review", "chronology", "import", "--help", cwd=tmp_path)
    assert "nothing here can tell whether a text names somebody" in " ".join(done.stdout.split())
