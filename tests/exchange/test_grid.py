"""A sheet as people see it: fills, merged cells, formulas, what is hidden."""

import re
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.styles import PatternFill
from openpyxl.styles.colors import Color

from lif.exchange.grid import Grid, read_grids
from lif.store.errors import Refusal
from tests.exchange.office import document, with_part
from tests.support import write_file


def saved(folder: Path, sheet: Any) -> Grid:
    sheet.parent.save(folder / "in.xlsx")
    return read_grids(folder / "in.xlsx").grids[0]


@pytest.fixture
def sheet() -> Any:
    return openpyxl.Workbook().active


def test_merged_cells_count_for_every_row(sheet: Any, tmp_path: Path) -> None:
    sheet.append(["Wide", None, "x"])
    sheet.append(["Down", "a", "b"])
    sheet.append([None, "c", "d"])
    sheet.merge_cells("A1:B1")
    sheet.merge_cells("A2:A3")
    grid = saved(tmp_path, sheet)
    assert [(cell.text, cell.merged) for cell in grid.rows[1]] == [
        ("Wide", "A1:B1"),
        ("", "A1:B1"),
        ("x", ""),
    ]
    assert [grid.cell(row, 0).text for row in (2, 3)] == ["Down", "Down"]
    assert grid.place(3, 1) == "sheet 'Sheet', B3"


def test_a_merged_column_without_end(sheet: Any, tmp_path: Path) -> None:
    sheet.append(["x", "y"])
    sheet.merge_cells("A1:A2")
    sheet.parent.save(tmp_path / "in.xlsx")
    file = with_part(
        tmp_path / "in.xlsx",
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b'"A1:A2"', b'"A1:A1048576"'),
    )
    assert list(read_grids(file).grids[0].rows) == [1]


@pytest.mark.parametrize(
    ("colour", "expected"),
    [
        (Color("FFFF0000"), "FF0000"),
        (Color(theme=9), "F79646"),
        (Color(theme=9, tint=0.4), "FAC090"),
        (Color(theme=9, tint=-0.25), "E46D0A"),
        (Color(indexed=10), "FF0000"),
        (Color(theme=99), ""),
    ],
)
def test_fills(colour: Color, expected: str, sheet: Any, tmp_path: Path) -> None:
    sheet["A1"].value = "x"
    sheet["B1"].fill = PatternFill("solid", fgColor=colour)
    sheet["C1"].fill = PatternFill("lightGrid", fgColor=colour)
    found = saved(tmp_path, sheet).cell(1, 1).colour
    assert len(found) == len(expected)
    # Programs round differently.
    for start in range(0, len(expected), 2):
        assert abs(int(found[start : start + 2], 16) - int(expected[start : start + 2], 16)) <= 2
    assert read_grids(tmp_path / "in.xlsx").grids[0].cell(1, 2).colour == ""


def test_a_workbook_without_a_theme(sheet: Any, tmp_path: Path) -> None:
    sheet["A1"].value = "x"
    sheet["A1"].fill = PatternFill("solid", fgColor=Color(theme=9))
    sheet.parent.save(tmp_path / "in.xlsx")
    with_part(tmp_path / "in.xlsx", "xl/theme/theme1.xml", lambda _: b"<a/>")
    assert read_grids(tmp_path / "in.xlsx").grids[0].cell(1, 0).colour == ""


def test_formulas_are_known_by_what_they_came_to(sheet: Any, tmp_path: Path) -> None:
    sheet.append(["x", "=1+1", "=2+2"])
    sheet.parent.save(tmp_path / "in.xlsx")
    file = with_part(
        tmp_path / "in.xlsx", "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b'<c r="B1"><f>1+1</f><v></v></c>', b'<c r="B1"><f>1+1</f><v>7</v></c>'),
    )  # fmt: skip
    cells = read_grids(file).grids[0].rows[1]
    assert [(cell.text, cell.formula) for cell in cells] == [("x", False), ("7", True), ("", True)]


def test_what_is_hidden_is_told(sheet: Any, tmp_path: Path) -> None:
    sheet.append(["x"])
    sheet.append(["y"])
    sheet.row_dimensions[2].hidden = True
    sheet.parent.create_sheet("Lists").sheet_state = "veryHidden"
    assert saved(tmp_path, sheet).hidden_rows == {2}
    assert read_grids(tmp_path / "in.xlsx").hidden == ("Lists",)


def test_texts_are_cleaned_and_numbers_are_as_shown(sheet: Any, tmp_path: Path) -> None:
    sheet.append([" a\u2028b \x7f", "_x000D_\nc", 0.25, 3.0])
    sheet["C1"].number_format = "0%"
    assert [cell.text for cell in saved(tmp_path, sheet).rows[1]] == ["a\nb", "c", "25%", "3"]


def test_more_columns_than_anybody_reads(sheet: Any, tmp_path: Path) -> None:
    sheet.cell(1, 201).value = "x"
    with pytest.raises(Refusal, match="beyond its column GR"):
        saved(tmp_path, sheet)


def test_files_of_other_kinds(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="is a Word document"):
        read_grids(document(tmp_path / "in.docx", [["x"]]))
    (grid,) = read_grids(write_file(tmp_path, "in.csv", "a;b\n;\nc;d\n")).grids
    assert (list(grid.rows), grid.place(3, 1), grid.name) == ([1, 3], "B3", "in.csv")
    with pytest.raises(Refusal, match="damaged"):
        read_grids(write_file(tmp_path, "in.xlsx", b"PK\x03\x04 and no more"))


def test_a_cell_that_is_only_coloured_in_the_last_row(sheet: Any, tmp_path: Path) -> None:
    sheet.append(["x", "y"])
    sheet.cell(1_048_576, 1).fill = PatternFill("solid", fgColor="FFFF0000")
    assert [*saved(tmp_path, sheet).rows] == [1]


def test_text_in_the_last_row_is_not_passed_over(sheet: Any, tmp_path: Path) -> None:
    sheet.cell(1_048_576, 1).value = "x"
    with pytest.raises(Refusal, match="goes on beyond row 20000"):
        saved(tmp_path, sheet)


def test_a_row_that_no_sheet_has(sheet: Any, tmp_path: Path) -> None:
    sheet.append(["x"])
    sheet.parent.save(tmp_path / "in.xlsx")
    file = with_part(
        tmp_path / "in.xlsx",
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b'<row r="1"', b'<row r="999999999"'),
    )
    with pytest.raises(Refusal, match="damaged"):
        read_grids(file)


def test_merged_ranges_that_lie_over_each_other_without_end(sheet: Any, tmp_path: Path) -> None:
    sheet.append(["x"])
    sheet.cell(20_000, 1).value = "y"
    sheet.merge_cells("A1:A2")
    sheet.parent.save(tmp_path / "in.xlsx")
    whole = b'<mergeCell ref="B1:GR1048576"/>'
    file = with_part(
        tmp_path / "in.xlsx",
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b'<mergeCell ref="A1:A2"/>', b'<mergeCell ref="A1:GR1048576"/>' + whole),
    )
    with pytest.raises(Refusal, match="damaged"):
        read_grids(file)


def test_a_cell_that_holds_more_than_excel_keeps(sheet: Any, tmp_path: Path) -> None:
    sheet["B2"] = "x"
    sheet.parent.save(tmp_path / "in.xlsx")
    path = with_part(tmp_path / "in.xlsx", "xl/worksheets/sheet1.xml", _much_longer)
    with pytest.raises(Refusal, match="B2 holds 40000 characters"):
        read_grids(path)


def _much_longer(xml: bytes) -> bytes:
    return re.sub(
        rb'<c r="B2".*?</c>', b'<c r="B2" t="inlineStr"><is><t>' + b"x" * 40_000 + b"</t></is></c>", xml
    )
