"""Tables of figures in CSV files and workbooks: titles, two rows of headings, merged cells, several sheets."""

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from lif.exchange.figure_sheet import figure_table, fits, open_figures
from lif.exchange.figures import Figures, read_figures
from lif.exchange.mapping import GivenColumns, mapping_for, wanted_columns
from lif.store.errors import NothingFound, Refusal
from tests.exchange.test_figures import indicator

AREAS = {"E06000055": "Bedford", "E92000001": "England"}
OWN = GivenColumns(period="Quarter", numerator="Seen", denominator="All", value="Percent", own=True)
Sheet = tuple[str, Sequence[Sequence[Any]], Sequence[str]]


def workbook(tmp_path: Path, *sheets: Sheet, hidden: Sequence[str] = ()) -> Path:
    """Sheets, each with its title, its rows and the ranges that are merged."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows, merged in sheets:
        sheet = book.create_sheet(title)
        for number, row in enumerate(rows, start=1):
            for column, value in enumerate(row, start=1):
                cell = sheet.cell(number, column, value)
                if isinstance(value, float) and value < 1:
                    cell.number_format = "0.0%"
                if isinstance(value, datetime.date):
                    cell.number_format = "dd/mm/yyyy"
        for cells in merged:
            sheet.merge_cells(cells)
        if title in hidden:
            sheet.sheet_state = "hidden"
    path = tmp_path / "f.xlsx"
    book.save(path)
    return path


def csv(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "f.csv"
    path.write_bytes(text.encode("utf-8"))
    return path


def read(path: Path, given: GivenColumns = OWN, **changes: Any) -> Figures:
    measure = indicator(**{"frequency": "quarterly", **changes})
    table = figure_table(open_figures(path), wanted_columns(given, measure.mapping), given.sheet)
    found = read_figures(table, mapping_for(table, given, measure), measure, AREAS)
    return Figures(found.values, found.other_rows, found.other_areas, (*table.remarks, *found.remarks))


def said(found: Figures) -> list[str]:
    return [
        f"{v.area} {v.period}: {v.numerator} of {v.denominator} = {v.value}{v.mark}" for v in found.values
    ]


def refused(path: Path, given: GivenColumns = OWN, **changes: Any) -> str:
    with pytest.raises(Refusal) as refusal:
        read(path, given, **changes)
    return f"{refusal.value.message}\n{refusal.value.hint}"


HEAD = ("Quarter", "Seen", "All", "Percent")


def test_a_workbook_is_read_as_a_csv_file_is(tmp_path: Path) -> None:
    rows = [
        HEAD,
        ("2017-Q1", 31, 52, 59.6),
        (),
        ("2017-Q2", "c", 8, "c"),
        ("2017-Q3", 0, 7, 0),
        ("2017-Q4", "x", "x", "x"),
    ]

    assert said(read(workbook(tmp_path, ("Return interviews", rows, ())))) == [
        "E06000055 2017-Q1: 31 of 52 = 59.6",
        "E06000055 2017-Q2: None of 8 = Nonec",
        "E06000055 2017-Q3: 0 of 7 = 0",
        "E06000055 2017-Q4: None of None = Nonex",
    ]
    text = "\n".join(",".join(map(str, row)) for row in rows)
    assert read(csv(tmp_path, text)).values == read(workbook(tmp_path, ("A", rows, ()))).values


def test_titles_above_the_headings_are_no_figures(tmp_path: Path) -> None:
    rows = [("Return interviews",), (), ("Prepared by", "the police"), HEAD, ("2017-Q1", 31, 52, 59.6)]

    found = read(workbook(tmp_path, ("A", rows, ["A1:D1"])))

    assert said(found) == ["E06000055 2017-Q1: 31 of 52 = 59.6"]
    assert found.remarks == ("f.xlsx: the headings are in row 4; row 3 above them is not read as figures.",)


def test_of_two_rows_of_headings_the_upper_one_tells_columns_apart(tmp_path: Path) -> None:
    upper = ("Quarter", "Interviews", None, "Visits", None)
    lower = (None, "Seen", "Percent", "Seen", "Percent")
    rows = [upper, lower, ("2017-Q1", 31, 59.6, 4, 50)]
    merged = ["A1:A2", "B1:C1", "D1:E1"]
    given = GivenColumns(period="Quarter", numerator="Visits: Seen", value="Visits: Percent", own=True)

    found = read(workbook(tmp_path, ("A", rows, merged)), given)

    assert said(found) == ["E06000055 2017-Q1: 4 of None = 50"]
    assert "rows 1 and 2 are both headings" in found.remarks[0]
    text = "\n".join(",".join(str(cell or "") for cell in row) for row in rows)
    assert said(read(csv(tmp_path, text), given)) == said(found)
    alone = GivenColumns(period="Quarter", value="Percent", own=True)
    says = refused(workbook(tmp_path, ("A", rows, merged)), alone)
    assert "no column called Percent" in says
    assert "Did you mean Visits: Percent or Interviews: Percent?" in says


def test_a_figure_that_stands_for_several_rows_is_refused_with_its_cells(tmp_path: Path) -> None:
    rows = [HEAD, ("2017-Q1", 31, 52, 59.6), ("2017-Q2", 30, 50, None)]

    says = refused(workbook(tmp_path, ("A", rows, ["D2:D3"])))

    assert "cell D2 (Percent): D2:D3 are one cell, so it is not clear whose figure this is." in says
    assert "cell D3 (Percent)" in says


@pytest.mark.parametrize(
    ("cells", "place", "advice"),
    [
        (("about 30", 52, 59.6), "B2 (Seen)", "Write a number"),
        (("£31", 52, 59.6), "B2 (Seen)", "Take the £ sign off."),
        ((31, "60%", 59.6), "C2 (All)", "Take the % sign off"),
        ((31, 52, "#REF!"), "D2 (Percent)", "Write a number"),
        ((31, 52, None), "D2 (Percent)", "this cell is empty"),
        ((31, 52, "n/a"), "D2 (Percent)", "one of the marks: c suppressed"),
    ],
)
def test_what_is_no_number_is_refused_with_its_cell(
    tmp_path: Path, cells: tuple[Any, ...], place: str, advice: str
) -> None:
    says = refused(workbook(tmp_path, ("A", [HEAD, ("2017-Q1", *cells)], ())))

    assert f"f.xlsx, sheet A, cell {place}: " in says
    assert advice in says


def test_thousands_and_percentages_are_read_as_they_are_shown(tmp_path: Path) -> None:
    rows = [HEAD, ("2017-Q1", "1,234", 2000, 0.617), ("2017-Q2", "1,100", "2,000", "55.0 %")]

    assert said(read(workbook(tmp_path, ("A", rows, ())))) == [
        "E06000055 2017-Q1: 1234 of 2000 = 61.7",
        "E06000055 2017-Q2: 1100 of 2000 = 55.0",
    ]
    assert "B2" not in refused(workbook(tmp_path, ("A", rows, ())), unit="rate-per-10000")


def test_days_stand_for_their_quarter_and_a_short_year_is_noted(tmp_path: Path) -> None:
    rows = [HEAD, ("14/07/2017", 3, 6, 50), ("27/11/17", 4, 8, 50), (datetime.date(2018, 1, 5), 1, 2, 50)]

    found = read(workbook(tmp_path, ("A", rows, ())))

    assert [value.period for value in found.values] == ["2017-Q2", "2017-Q3", "2017-Q4"]
    assert found.remarks == (
        "f.xlsx: Quarter holds days, read with the day first and taken for the period that they fall in: "
        "14/07/2017 is 2017-Q2; 27/11/17 is 2017-Q3; 2018-01-05 is 2017-Q4.",
        "f.xlsx: row 3: Quarter gives the year in two digits; 50 to 99 are taken for the 1900s, 00 to 49 for the "
        "2000s.",
    )
    text = "Quarter,Seen,All,Percent\n14/07/2017,1,2,50\n27/08/17,1,2,50\n"
    assert "several rows for the same period" in refused(csv(tmp_path, text))


def test_a_row_of_totals_is_passed_over_and_named(tmp_path: Path) -> None:
    rows = [HEAD, ("2017-Q1", 3, 6, 50), ("Total for the year", 3, 6, 50)]

    found = read(workbook(tmp_path, ("A", rows, ())))

    assert (len(found.values), found.remarks) == (1, ("f.xlsx: row 3: a total, so passed over.",))


def test_areas_may_stand_there_by_the_names_that_the_board_has_for_them(tmp_path: Path) -> None:
    text = "Quarter,Where,Percent\n2017-Q1,bedford,5\n2017-Q1,England,6\n2017-Q1,Luton,7\n"

    found = read(csv(tmp_path, text), GivenColumns(period="Quarter", area=("Where",), value="Percent"))

    assert [value.area for value in found.values] == ["E06000055", "E92000001"]
    assert "row 4: no code of an area" in found.remarks[0]


def test_marks_may_stand_in_a_column_of_their_own(tmp_path: Path) -> None:
    head = "Quarter,Percent,Flag\n"
    given = GivenColumns(period="Quarter", value="Percent", mark="Flag", own=True)

    found = read(csv(tmp_path, head + "2017-Q1,5,\n2017-Q2,,c\n2017-Q3,5,u\n2017-Q4,low,low\n"), given)

    assert [(str(value.value), value.mark) for value in found.values] == [
        ("5", ""), ("None", "c"), ("5", "u"), ("None", "low"),
    ]  # fmt: skip
    says = refused(csv(tmp_path, head + "2017-Q1,5,c\n2017-Q2,x,c\n2017-Q3,5,?\n"), given)
    assert "row 2, column Flag: this says c (suppressed), and the figure says otherwise." in says
    assert "row 3, column Flag: this says c" in says
    assert "row 4, column Flag: “?” is none of the marks" in says


def test_the_sheet_is_the_one_with_the_columns(tmp_path: Path) -> None:
    table = [HEAD, ("2017-Q1", 3, 6, 50)]
    notes = ("Notes", [("How to read this",)], ())
    one = workbook(tmp_path, notes, ("Police", table, ()), ("Old", table, ()), hidden=["Old"])

    found = read(one)

    assert len(found.values) == 1
    assert found.remarks == ("f.xlsx: the hidden sheet Old was not read.",)
    two = workbook(tmp_path, ("Police", table, ()), ("Health", [HEAD, ("2017-Q1", 4, 8, 50)], ()))
    assert 'Say which one is meant: --sheet "NAME"' in refused(two)
    given = GivenColumns("Quarter", (), "Seen", "All", "Percent", sheet="health", own=True)
    assert said(read(two, given)) == ["E06000055 2017-Q1: 4 of 8 = 50"]
    with pytest.raises(NothingFound, match="no sheet called Housing"):
        figure_table(open_figures(two), (), "Housing")


def test_child_level_columns_are_refused_by_name_in_any_sheet(tmp_path: Path) -> None:
    rows = [("List",), ("Quarter", "Date of birth", "UPN"), ("2017-Q1", "1/2/2010", "A1")]
    path = workbook(tmp_path, ("A", [HEAD, ("2017-Q1", 3, 6, 50)], ()), ("B", rows, ()))

    assert "Date of birth (date of birth), UPN (unique pupil number)" in refused(path)


def test_a_word_document_and_an_empty_workbook_are_refused(tmp_path: Path) -> None:
    with pytest.raises(NothingFound, match="nothing in any sheet"):
        open_figures(workbook(tmp_path, ("A", [], ())))
    with pytest.raises(NothingFound, match="is empty"):
        open_figures(csv(tmp_path, " \n,,\n"))


def test_a_file_tells_whether_it_has_columns(tmp_path: Path) -> None:
    raw = open_figures(csv(tmp_path, "Quarter,Percent\n2017-Q1,5\n"))

    assert fits(raw, ["Quarter", "Percent"])
    assert not fits(raw, ["Quarter", "Seen"])
    assert not fits(raw, [])
