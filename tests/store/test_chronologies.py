"""The CSV file of a chronology: each thing wrong with it has its line and column, and nothing is lost in writing."""

from pathlib import Path

import pytest

from lif.records.base import PartialDate
from lif.records.chronology import ChronologyRow
from lif.records.chronology_files import chronology_file, chronology_of
from lif.rules.check import check
from lif.rules.validation import validate
from lif.store.chronologies import read_chronology, write_chronology
from lif.store.listing import LARGEST_FILE
from lif.store.load import load
from tests.support import write_file

HEAD = "date,time,event,source,comment\n"
FILE = "records/reviews/2017/CR-2017-001.chronology/police.csv"


def wrong(text: str | bytes) -> list[tuple[str, int, int]]:
    data = text if isinstance(text, bytes) else text.encode()
    return [(each.code, each.line, each.column) for each in read_chronology(data, FILE)[1]]


@pytest.mark.parametrize(
    "text",
    [
        '=HYPERLINK("http://x")',
        "+44 rang",
        "- at home",
        "@school",
        "\tseen",
        "'=seen",
        "''-",
        "'Gran' rang",
        "seen",
    ],
)
def test_a_text_comes_back_as_it_was_and_is_never_a_formula(text: str) -> None:
    data = write_chronology([ChronologyRow(PartialDate.parse("2017"), "", text, text, text, 2)])

    (found,), findings = read_chronology(data, FILE)

    assert (found.event, found.source, found.comment, findings) == (text, text, text, [])
    cells = data.decode().partition("\n")[2].strip().split(",")[2:]
    assert not any(cell.strip('"').startswith(("=", "+", "-", "@", "\t")) for cell in cells)


def test_a_merge_left_open_is_said_as_such_and_no_row_of_it_is_read() -> None:
    rows = "2015,,Moved,,\n<<<<<<< HEAD\n2016,,Seen,,\n=======\n2017,,Seen,,\n>>>>>>> office\n"

    found, findings = read_chronology((HEAD + rows).encode(), FILE)

    assert found == ()
    assert [(one.code, one.line, one.column) for one in findings] == [("Y117", 3, 1)]
    # A line drawn within a text is no mark of git's.
    assert wrong(HEAD + '2015,,"Seen\n=======\nagain",,\n') == []


def row(date: str, time: str = "", event: str = "Seen at school", line: int = 2) -> ChronologyRow:
    return ChronologyRow(PartialDate.parse(date), time, event, "", "", line)


@pytest.mark.parametrize(
    "text", ["2015-11,,Moved,,", "2015,,Moved,Letter,", "2015-11-12,00:00,Moved,,Late", "2015,,x,,"]
)
def test_a_row_that_is_fine(text: str) -> None:
    rows, findings = read_chronology((HEAD + text + "\n").encode(), FILE)
    assert (len(rows), findings) == (1, [])
    assert rows[0].date.isoformat() == text.partition(",")[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12/11/2015,,Moved,,", [("V503", 2, 1)]),
        ("2015-13,,Moved,,", [("V503", 2, 1)]),
        (",,Moved,,", [("V503", 2, 1)]),
        ("2015-11-12,2pm,Moved,,", [("V503", 2, 12)]),
        ("2015-11-12,24:00,Moved,,", [("V503", 2, 12)]),
        ("2015-11-12,,,,", [("V503", 2, 13)]),
        ("2015-11-12,, ,,", [("V503", 2, 13)]),
        ("x,y,,,", [("V503", 2, 1), ("V503", 2, 3), ("V503", 2, 5)]),
        ("2015-11-12,Moved", [("V503", 2, 1)]),
        ('2015,,"two\nlines",,\n2015,,Moved', [("V503", 4, 1)]),
    ],
)  # fmt: skip
def test_a_row_that_is_wrong(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert wrong(f"{HEAD}{text}\n") == expected


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", ("V502", 1, 1)),
        (b"date,event\n", ("V502", 1, 1)),
        (HEAD.encode() + b"2017,,caf\xe9,,\n", ("V501", 2, 1)),
        (HEAD.encode("utf-16"), ("V501", 1, 1)),
        (HEAD.encode() + b"2017,,a\x00b,,\n", ("V501", 1, 1)),
        (HEAD.encode() + b"2017,," + b"x" * 200_000, ("V501", 2, 1)),
    ],
)
def test_a_file_that_is_none(data: bytes, expected: tuple[str, int, int]) -> None:
    assert wrong(data) == [expected]


def test_a_month_stands_before_its_days_and_a_day_before_its_hours() -> None:
    given = ["2015-12-01", "2015-11-02", "2015-11", "2015", "2016", "2015-11-01"]
    rows = [row(date) for date in given] + [row("2015-11-01", "09:00"), row("2015-11-01", "08:00")]
    written = write_chronology(rows).decode().splitlines()[1:]
    assert [line.split(",")[:2] for line in written] == [
        ["2015", ""], ["2015-11", ""], ["2015-11-01", ""], ["2015-11-01", "08:00"], ["2015-11-01", "09:00"],
        ["2015-11-02", ""], ["2015-12-01", ""], ["2016", ""],
    ]  # fmt: skip


def test_rows_of_one_day_stay_in_the_order_given() -> None:
    written = write_chronology([row("2015-11-01", event="b"), row("2015-11-01", event="a")]).decode()
    assert written.index(",b,") < written.index(",a,")


def test_what_is_written_reads_back_the_same() -> None:
    said = ChronologyRow(
        PartialDate.parse("2015-11"), "", 'He said "no", =1+1\nand left', "a,b", "{{ x }} 👧🏽", 2
    )
    rows, findings = read_chronology(write_chronology([said]), FILE)
    assert (rows, findings) == ((said,), [])
    assert b"\r" not in write_chronology([said])


def test_the_name_of_a_file_says_whose_it_is() -> None:
    assert chronology_file("CR-2017-001", "police") == FILE
    assert chronology_of(FILE) == ("CR-2017-001", "police")
    for other in ("records/reviews/2016/CR-2017-001.chronology/police.csv", "records/reviews/2017/police.csv",
                  "records/reviews/2017/CR-2017-001.chronology/x/police.csv", FILE + "x", "x/" + FILE):  # fmt: skip
        assert chronology_of(other) is None


def test_the_store_reads_them_with_the_board(tiny_board: Path) -> None:
    write_file(tiny_board, FILE, HEAD + "2016-11,,The school rang,Log,\n")
    board = load(tiny_board)
    assert [each.event for each in board.chronologies["CR-2017-001"]["police"]] == ["The school rang"]
    assert (check(board), board.files_read, set(board.values)) == ([], 16, {"repeat-plans"})


def test_what_is_wrong_is_found_by_both_ways_of_validating(tiny_board: Path) -> None:
    folder = "records/reviews/2017/CR-2017-001.chronology"
    write_file(tiny_board, FILE, HEAD + "yesterday,,The school rang,Log,\n")
    write_file(tiny_board, f"{folder}/health-trust.csv", b"\xff\xfe")
    write_file(tiny_board, f"{folder}/wenlow.csv", HEAD)
    write_file(tiny_board, f"{folder}/nobody.csv", HEAD)
    write_file(tiny_board, f"{folder}/deeper/police.csv", HEAD)
    write_file(tiny_board, f"{folder}/vast.csv", b"x" * (LARGEST_FILE + 1))
    write_file(tiny_board, "records/reviews/2017/CR-2017-002.chronology/police.csv", HEAD)
    findings = validate(tiny_board).findings
    assert findings == check(load(tiny_board))
    assert [(each.code, each.file.removeprefix("records/reviews/2017/")) for each in findings] == [
        ("F104", "CR-2017-001.chronology/deeper/police.csv"),
        ("V501", "CR-2017-001.chronology/health-trust.csv"),
        ("V522", "CR-2017-001.chronology/nobody.csv"),
        ("V503", "CR-2017-001.chronology/police.csv"),
        ("F105", "CR-2017-001.chronology/vast.csv"),
        ("V521", "CR-2017-002.chronology/police.csv"),
    ]


def test_a_review_that_cannot_be_read_is_not_said_to_be_missing(tiny_board: Path) -> None:
    write_file(tiny_board, FILE, HEAD)
    write_file(tiny_board, "records/reviews/2017/CR-2017-001.yaml", "a: b: c\n")
    assert "V521" not in {each.code for each in validate(tiny_board).findings}


def test_what_was_found_before_is_not_told_of_a_chronology_that_changed(
    tiny_board: Path, tmp_path: Path
) -> None:
    kept = tmp_path / "kept"
    for text, codes in (("2016-11,,Rang,,\n", []), ("once,,Rang,,\n", ["V503"]), ("2016,,Rang,,\n", [])):
        write_file(tiny_board, FILE, HEAD + text)
        assert [each.code for each in validate(tiny_board, kept).findings] == codes
        assert [each.code for each in validate(tiny_board, kept).findings] == codes
