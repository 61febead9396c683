"""A table as a workbook to be read, filtered and printed; nothing in it is filled in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from math import ceil
from textwrap import wrap
from typing import Any, Final

from lif.exchange.table import column_letter
from lif.exchange.workbook_out import put_text, workbook_bytes

_ACCENT, _WHITE, _LINE, _TINT = "FF1D4D7A", "FFFFFFFF", "FFB6BCC6", "FFFBE9E7"
_LINE_HEIGHT: Final = 15.0
"""Points, for letters of 11 points."""
_WIDEST_ON_A4: Final = 180
"""Characters on one line across; on more, letters are smaller than seven points."""
_WIDEST_ON_A3: Final = 255
"""The same on A3; a wider table goes on on further pages beside it."""
_MOST_LINES: Final = 27
"""Excel makes no row higher than 409 points."""


@dataclass(frozen=True, slots=True)
class SheetTable:
    """What is written. A text may hold line feeds; a number is one for the program that opens it, too."""

    title: str
    notes: Sequence[str]
    """Sentences between the title and the head, one on each line."""
    name: str
    """The name of the sheet: at most 31 characters, none of `[]:*?/\\`."""
    columns: Sequence[tuple[str, int]]
    """Headings, with the width in characters as Excel counts it."""
    rows: Sequence[Sequence[str | int | Decimal | None]]
    marked: Sequence[bool]
    """For each row whether it stands out. A cell must say the same in words."""
    author: str
    marking: str
    """At the head and the foot of every page."""
    named: int = 1
    """How many columns say what a row is about; they are printed again where a row goes on on another page."""


def table_workbook(table: SheetTable, day: date) -> bytes:
    """The workbook, the same bytes for the same content; `day` is the only time in it."""
    import openpyxl  # noqa: PLC0415 - takes a while, and few need it

    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.title = table.name
    head = _above(sheet, table)
    for number, (heading, _) in enumerate(table.columns, start=1):
        _heading(sheet.cell(head, number), heading)
    sheet.row_dimensions[head].height = _height([(heading, width - 3) for heading, width in table.columns])
    for row, (cells, marked) in enumerate(zip(table.rows, table.marked, strict=True), start=head + 1):
        for number, content in enumerate(cells, start=1):
            _fill(sheet.cell(row, number), content, marked=marked)
        widths = [width for _, width in table.columns]
        texts = [content if isinstance(content, str) else "" for content in cells]
        sheet.row_dimensions[row].height = _height(list(zip(texts, widths, strict=True)))
    _set_up(sheet, table, head)
    book.properties.creator = table.author
    book.properties.title = table.title
    book.properties.language = "en-GB"
    return workbook_bytes(book, day)


def _above(sheet: Any, table: SheetTable) -> int:
    """The title and the notes; gives the row of the head."""
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415 - as above

    put_text(sheet["A1"], table.title)
    sheet["A1"].font = Font("Calibri", size=14, bold=True, color=_ACCENT)
    last = column_letter(len(table.columns) - 1)
    across = sum(width for _, width in table.columns)
    for row, note in enumerate(table.notes, start=2):
        sheet.merge_cells(f"A{row}:{last}{row}")
        put_text(sheet.cell(row, 1), note)
        sheet.cell(row, 1).alignment = Alignment(wrap_text=True, vertical="top")
        sheet.row_dimensions[row].height = _height([(note, across)])
    return len(table.notes) + 3


def _heading(cell: Any, heading: str) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill  # noqa: PLC0415 - as above

    put_text(cell, heading)
    cell.font = Font("Calibri", bold=True, color=_WHITE)
    cell.fill = PatternFill("solid", fgColor=_ACCENT)
    cell.alignment = Alignment(wrap_text=True, vertical="center")


def _fill(cell: Any, content: str | int | Decimal | None, *, marked: bool) -> None:
    from openpyxl.styles import Alignment, Border, PatternFill, Side  # noqa: PLC0415 - as above

    if isinstance(content, int | Decimal):
        cell.value = content
        cell.number_format = _number_format(content)
    elif content:
        put_text(cell, content)
    if marked:
        cell.fill = PatternFill("solid", fgColor=_TINT)
    cell.alignment = Alignment(
        wrap_text=True, vertical="top", horizontal="left" if isinstance(content, str) else "right"
    )
    line = Side("thin", _LINE)
    cell.border = Border(left=line, right=line, top=line, bottom=line)


def _number_format(number: int | Decimal) -> str:
    """With as many decimals as the number has, so that 20.0 does not become 20."""
    exponent = number.as_tuple().exponent if isinstance(number, Decimal) else 0
    decimals = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return "#,##0" + (f".{'0' * decimals}" if decimals else "")


def _height(cells: Sequence[tuple[str, int]]) -> float:
    """The height in points of a row with these texts in columns of these widths."""
    most = max((sum(_lines(part, width) for part in text.split("\n")) for text, width in cells), default=1)
    return min(most, _MOST_LINES) * _LINE_HEIGHT


def _lines(text: str, width: int) -> int:
    # Excel counts widths by figures, and letters are a little narrower.
    return max(1, len(wrap(text, round(1.1 * width))))


def _is_wide(table: SheetTable) -> bool:
    """Whether nobody could read it on A4, for want of size."""
    return sum(width for _, width in table.columns) > _WIDEST_ON_A4


def _pages_across(table: SheetTable) -> int:
    """On how many pages beside each other it is printed, so that letters stay large enough to be read."""
    widths = [width for _, width in table.columns]
    again = sum(widths[: table.named])
    return max(1, ceil((sum(widths) - again) / max(1, _WIDEST_ON_A3 - again)))


def _set_up(sheet: Any, table: SheetTable, head: int) -> None:
    """Widths, what stays in sight, the filter, and how it is printed."""
    for place, (_, width) in enumerate(table.columns):
        sheet.column_dimensions[column_letter(place)].width = width
    last = column_letter(len(table.columns) - 1)
    sheet.freeze_panes = f"A{head + 1}"
    sheet.auto_filter.ref = f"A{head}:{last}{head + len(table.rows)}"
    sheet.print_title_rows = f"{head}:{head}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A3 if _is_wide(table) else sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth = across = _pages_across(table)
    if across > 1:
        sheet.print_title_cols = f"A:{column_letter(table.named - 1)}"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top = sheet.page_margins.bottom = 0.75
    # In a footer "&" begins a code of Excel.
    sheet.oddHeader.center.text = sheet.oddFooter.center.text = table.marking.replace("&", "&&")
    sheet.oddFooter.right.text = "Page &P of &N"
    sheet.print_area = f"A1:{last}{head + len(table.rows)}"
