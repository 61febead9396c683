"""A chronology from CSV, Excel or Word: the same rows, dates as precise as given, every bad cell named."""

from pathlib import Path

import pytest

from lif.exchange.chronology import ChronologyColumns, ChronologyRead, read_chronology_sheets
from lif.exchange.sheet import read_sheets
from lif.store.errors import NothingFound, Refusal, WrongUse
from tests.exchange.office import document, workbook
from tests.support import write_file

HEAD = ["Date", "Time", "Event", "Source", "Comment"]
ROWS = [
    HEAD,
    ["12/03/2015", "2.30pm", "Moved", "Log", "Late"],
    ["November 2015", "", "Seen", "", ""],
    ["2014", "", "Referred", "Letter", ""],
]
SAID = [
    ("2015-03-12", "14:30", "Moved", "Log", "Late"),
    ("2015-11", "", "Seen", "", ""),
    ("2014", "", "Referred", "Letter", ""),
]


def read(path: Path, sheet: str | None = None, **columns: str) -> ChronologyRead:
    return read_chronology_sheets(path.name, read_sheets(path), ChronologyColumns(**columns), sheet)


def said(found: ChronologyRead) -> list[tuple[str, ...]]:
    return [(row.date.isoformat(), row.time, row.event, row.source, row.comment) for row in found.rows]


def csv(root: Path, text: str) -> Path:
    return write_file(root, "in.csv", text)


def test_the_same_rows_from_all_three(tmp_path: Path) -> None:
    for path in (
        csv(tmp_path, "\n".join(",".join(row) for row in ROWS)),
        workbook(tmp_path / "in.xlsx", {"A": ROWS}),
        document(tmp_path / "in.docx", ROWS),
    ):
        found = read(path)
        assert (said(found), found.remarks) == (SAID, ()), path.name
        assert [row.line for row in found.rows] == [2, 3, 4]


def test_the_columns_as_the_user_names_them(tmp_path: Path) -> None:
    path = csv(tmp_path, "When,What  happened,From,Ref\n2015,Moved,Log,1\n")
    found = read(path, date="when", event="what happened", source="FROM")
    assert said(found) == [("2015", "", "Moved", "Log", "")]
    assert found.remarks == ("in.csv: nothing was taken from Ref.",)


def test_a_title_above_the_columns_is_passed_over(tmp_path: Path) -> None:
    path = workbook(tmp_path / "in.xlsx", {"A": [["Chronology of the Police"], [], *ROWS]})
    assert [row.line for row in read(path).rows] == [4, 5, 6]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("14/07/2017 15:30", ("2017-07-14", "15:30")),
        ("14/7/2017 at 3.30pm", ("2017-07-14", "15:30")),
        ("2017-07-14T09:05", ("2017-07-14", "09:05")),
        ("2017-07-14 00:00", ("2017-07-14", "")),
        ("14.7.2017", ("2017-07-14", "")),
        ("Nov-15", ("2015-11", "")),
    ],
)
def test_a_date_with_a_time_in_one_cell(cell: str, expected: tuple[str, str], tmp_path: Path) -> None:
    (row,) = read(csv(tmp_path, f"Date,Event\n{cell},Moved\n")).rows
    assert (row.date.isoformat(), row.time) == expected


def test_a_time_of_its_own_goes_before_one_beside_the_date(tmp_path: Path) -> None:
    (row,) = read(csv(tmp_path, "Date,Time,Event\n14/07/2017 15:30,09:00,Moved\n")).rows
    assert row.time == "09:00"


def test_a_year_of_two_digits_is_said(tmp_path: Path) -> None:
    found = read(csv(tmp_path, "Date,Event\n14/7/17,Moved\n2016,Seen\n14/7/17 15:00,Moved\n"))
    assert found.remarks == (
        "in.csv, column Date, rows 2 and 4: a year of two digits was read as one of 1950 to 2049.",
    )


def test_every_cell_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    rows = [HEAD, ["early 2015", "", "Moved", "", ""], ["", "", "Seen", "", ""], ["2015", "dusk", "Seen", "", ""],
            ["2015", "", "", "", "x"], ["2015", "", "#REF!", "", ""], ["31/02/2015", "", "Seen", "", ""],
            ["2015", "", "Fine", "", ""]]  # fmt: skip
    with pytest.raises(Refusal) as refused:
        read(workbook(tmp_path / "in.xlsx", {"Police": rows}))
    places = [line.split(":")[0].strip() for line in refused.value.message.splitlines()[1:]]
    assert places == [
        f"in.xlsx, sheet Police, cell {cell}"
        for cell in ("A2 (Date)", "A3 (Date)", "B4 (Time)", "C5 (Event)", "C6 (Event)", "A7 (Date)")
    ]
    assert "early 2015 is no date" in refused.value.message
    with pytest.raises(Refusal, match="table 1, row 2, column Date: early 2015"):
        read(document(tmp_path / "in.docx", [row[:3] for row in rows[:2]]))


def test_narrative_in_the_date_column_is_not_repeated(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as refused:
        read(csv(tmp_path, "Date,Event\nHis mother rang the school in the morning,x\n"))
    assert "mother" not in refused.value.message


def test_every_table_of_a_document_that_has_the_columns(tmp_path: Path) -> None:
    path = document(
        tmp_path / "in.docx", [["Key", "Meaning"], ["HV", "Health visitor"]], ROWS[:2], [HEAD, *ROWS[3:]]
    )
    assert said(read(path)) == [SAID[0], SAID[2]]


def test_a_document_without_tables(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"in\.docx holds no table\.") as refused:
        read(document(tmp_path / "in.docx"))
    assert "row of its own" in refused.value.hint


def test_of_several_sheets_one_must_be_chosen(tmp_path: Path) -> None:
    path = workbook(tmp_path / "in.xlsx", {"Draft": ROWS[:2], "Notes": [["x"]], "Final": ROWS})
    with pytest.raises(WrongUse, match=r"more than one sheet with these columns: Draft, Final\."):
        read(path)
    assert said(read(path, "final")) == SAID
    with pytest.raises(WrongUse, match="no sheet called Finl"):
        read(path, "Finl")


def test_columns_that_are_not_there(tmp_path: Path) -> None:
    path = csv(tmp_path, "When,Event\n2015,Moved\n")
    with pytest.raises(Refusal, match="no columns called date and event") as refused:
        read(path)
    assert "When, Event" in refused.value.hint
    with pytest.raises(Refusal, match="no column called Sorce"):
        read(path, date="When", source="Sorce")


def test_a_header_with_nothing_below_it(tmp_path: Path) -> None:
    with pytest.raises(NothingFound):
        read(csv(tmp_path, "Date,Event\n"))


def test_columns_that_identify_somebody_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"NHS No \(NHS number\)") as refused:
        read(csv(tmp_path, "Date,Event,NHS No\n2015,Moved,1\n"))
    assert "counts" not in refused.value.hint


def test_a_row_with_more_cells_than_columns_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="row 2 has more cells"):
        read(csv(tmp_path, "Date,Event\n2015,Moved, again\n"))
