"""An Excel workbook as sheets of text: values as Excel last showed them; no formula is ever worked out."""

import datetime
import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from typing import Any

import openpyxl

from lif.exchange.package import DAMAGED_PACKAGE, damaged
from lif.exchange.sheet import Sheet
from lif.exchange.sheet_marks import sheet_marks
from lif.store.errors import Refusal

MOST_ROWS = 20_000
"""Beyond that nothing is read, in any sheet."""
LAST_ROW = 1_048_576
"""The last row that Excel has."""
_MOST_COLUMNS = 50
DAMAGED = (*DAMAGED_PACKAGE, LookupError, TypeError, AttributeError, SyntaxError, ArithmeticError, OSError)
"""What the library raises over a workbook that is none: it takes each part to be there and well-formed."""
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')


def workbook_sheets(data: bytes, file: str) -> list[Sheet]:
    """The sheets of a workbook that are not hidden. Raises Refusal where it cannot be read."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about styles and forms that are not read here
        try:
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            with zipfile.ZipFile(io.BytesIO(data)) as zipped:
                marked = {sheet.title: sheet_marks(zipped, sheet) for sheet in book.worksheets}
            written = None
            if any(marks.formulas for marks in marked.values()):
                written = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
            hidden = tuple(sheet.title for sheet in book.worksheets if sheet.sheet_state != "visible")
            fractions: dict[str, set[tuple[int, int]]] = {sheet.title: set() for sheet in book.worksheets}
            return [
                Sheet(
                    f"sheet {sheet.title}",
                    tuple(_rows(sheet, file, fractions[sheet.title])),
                    lettered=True,
                    merged=tuple(marked[sheet.title].ranges),
                    hidden_rows=marked[sheet.title].hidden_rows,
                    formulas=frozenset(_formulas(written[sheet.title])) if written else frozenset(),
                    fractions=frozenset(fractions[sheet.title]),
                    hidden_sheets=hidden,
                )
                for sheet in book.worksheets
                if sheet.sheet_state == "visible"
            ]
        except DAMAGED:
            raise damaged(file) from None


def _formulas(sheet: Any) -> Iterator[tuple[int, int]]:
    sheet.reset_dimensions()
    for number, cells in zip(range(1, MOST_ROWS + 1), sheet.iter_rows(), strict=False):
        for place, cell in enumerate(cells[:_MOST_COLUMNS]):
            if cell.data_type == "f":
                yield number, place


def _rows(sheet: Any, file: str, fractions: set[tuple[int, int]]) -> Iterator[tuple[int, list[str]]]:
    # Any: the types of the library know no sheet that is only read.
    # What a workbook says of its own size may be wrong.
    sheet.reset_dimensions()
    # Without a width, a row that holds nothing comes as nothing: something in the last row of a sheet has a million
    # of them above it.
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        if number > LAST_ROW:
            raise damaged(file)
        texts = [
            cell_text(cell.value, cell.number_format) if cell.value is not None else ""
            for cell in cells[:_MOST_COLUMNS]
        ]
        fractions.update(
            (number, place)
            for place, cell in enumerate(cells[:_MOST_COLUMNS])
            if isinstance(cell.value, float) and not cell.value.is_integer()
        )
        while texts and not texts[-1].strip():
            texts.pop()
        if texts:
            if number > MOST_ROWS:
                raise Refusal(
                    f"{file}, sheet {sheet.title}, goes on beyond row {MOST_ROWS} and was not read.",
                    "Keep only the rows that are needed, and save it again.",
                )
            yield number, texts


def cell_text(value: object, number_format: str) -> str:
    """The value of a cell as text: days as `2017-11-24`, as precise as they are shown."""
    match value:
        case datetime.datetime():
            day = _as_shown(value, number_format)
            return f"{day} {value:%H:%M}" if value.time() != datetime.time() else day
        case datetime.date():
            return _as_shown(value, number_format)
        case datetime.time():
            return f"{value:%H:%M}"
        case float():
            return f"{value:.15g}"
        case _:
            return str(value)


def _as_shown(day: datetime.date, number_format: str) -> str:
    """A date as precisely as its cell shows it: Excel keeps "Nov 2015" as its first day, which nobody said."""
    shown = _LITERAL.sub("", number_format).lower()
    if "d" in shown:
        return f"{day:%Y-%m-%d}"
    return f"{day:%Y-%m}" if "m" in shown else f"{day:%Y}"
