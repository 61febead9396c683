"""A table that goes out as a workbook."""

import io
from datetime import date
from decimal import Decimal
from typing import Any

import openpyxl

from lif.exchange.table_out import SheetTable, table_workbook


def written(*rows: tuple[str | int | Decimal | None, ...], width: int = 20) -> Any:
    table = SheetTable(
        title="Title", notes=["A note."], name="Sheet", columns=[("One", width), ("Two", width)], rows=rows,
        marked=[False] * len(rows), author="The Board", marking="OFFICIAL & MORE",
    )  # fmt: skip
    return openpyxl.load_workbook(io.BytesIO(table_workbook(table, date(2018, 3, 1))))


def test_cells_hold_text_and_rows_are_as_high_as_their_text() -> None:
    sheet = written(("12", "=1+1"), ("word " * 40, "one\ntwo"))["Sheet"]
    assert [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)] == [
        ["One", "Two"], ["12", "=1+1"], ["word " * 40, "one\ntwo"],
    ]  # fmt: skip
    assert sheet["B5"].data_type == "s"
    assert sheet.row_dimensions[6].height > 8 * sheet.row_dimensions[5].height
    assert sheet.oddFooter.center.text == "OFFICIAL && MORE"  # as Excel writes it


def test_wide_tables_are_printed_on_larger_paper() -> None:
    assert written(("a", "b")).active.page_setup.paperSize == 9
    wide = written(("a", "b"), width=100).active
    assert (wide.page_setup.paperSize, wide.page_setup.fitToWidth, wide.print_title_cols) == (8, 1, None)


def test_what_nobody_could_read_on_one_page_goes_on_beside_it_with_its_names_again() -> None:
    table = SheetTable(
        title="Title", notes=[], name="Sheet", columns=[("Name", 40), *((f"Column {n}", 50) for n in range(8))],
        rows=[], marked=[], author="The Board", marking="OFFICIAL",
    )  # fmt: skip
    sheet: Any = openpyxl.load_workbook(io.BytesIO(table_workbook(table, date(2018, 3, 1)))).active
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (2, 0)
    assert (sheet.print_title_cols, sheet.print_title_rows) == ("$A:$A", "$3:$3")


def test_numbers_are_numbers_with_the_decimals_they_have() -> None:
    sheet = written((Decimal("20.0"), 1234), ("suppressed", None))["Sheet"]
    assert [(cell.value, cell.data_type, cell.number_format) for cell in sheet[5]] == [
        (20, "n", "#,##0.0"), (1234, "n", "#,##0"),
    ]  # fmt: skip
    assert [cell.value for cell in sheet[6]] == ["suppressed", None]
