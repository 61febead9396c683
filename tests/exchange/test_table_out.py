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
    assert written(("a", "b"), width=100).active.page_setup.paperSize == 8


def test_numbers_are_numbers_with_the_decimals_they_have() -> None:
    sheet = written((Decimal("20.0"), 1234), ("suppressed", None))["Sheet"]
    assert [(cell.value, cell.data_type, cell.number_format) for cell in sheet[5]] == [
        (20, "n", "#,##0.0"), (1234, "n", "#,##0"),
    ]  # fmt: skip
    assert [cell.value for cell in sheet[6]] == ["suppressed", None]
