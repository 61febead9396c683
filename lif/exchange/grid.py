"""A sheet as people see it: every cell with its text and its fill, merged cells counted for what they cover."""

import io
import re
import unicodedata
import warnings
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from lif.exchange.sheet import opened
from lif.exchange.sheet_marks import SheetMarks, sheet_marks
from lif.exchange.table import column_letter, csv_rows
from lif.exchange.workbook_out import LONGEST_TEXT, read_text
from lif.store.errors import Refusal

MOST_COLUMNS = 200
_LINE_ENDS = re.compile("\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")
_NOT_SEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]")
_OF_EXCEL = re.compile(r"#(REF!|N/A|NAME\?|VALUE!|DIV/0!|NULL!|NUM!|SPILL!|CALC!)|##+")


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell shows."""

    text: str = ""
    """Without the white space around it, its lines ended by line feeds; days as `2017-11-24`."""
    formula: bool = False
    """Whether the text is what a formula came to when the file was last saved."""
    colour: str = ""
    """The colour it is filled with, as `RRGGBB`; "" for none."""
    merged: str = ""
    """The range of merged cells that it belongs to, such as `D5:D8`; "" for none."""

    @property
    def mistake(self) -> bool:
        """Whether it shows a mistake of Excel's, such as #REF!."""
        return is_mistake(self.text)


EMPTY = Cell()


def is_mistake(text: str) -> bool:
    """Whether a text is a mistake that Excel shows, such as #REF!."""
    return bool(_OF_EXCEL.fullmatch(text))


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet."""

    file: str
    title: str
    """The name of the sheet; "" for a CSV file."""
    rows: Mapping[int, tuple[Cell, ...]]
    """The rows that hold anything, by their numbers from 1. Of merged cells, those in the first column of the
    range have its text, in every row of it; the others are empty."""
    hidden_rows: frozenset[int] = frozenset()
    remarks: tuple[str, ...] = ()

    def cell(self, row: int, column: int) -> Cell:
        """A cell by its row, from 1, and its column, from 0."""
        cells = self.rows.get(row, ())
        return cells[column] if column < len(cells) else EMPTY

    def place(self, row: int, column: int) -> str:
        """Where a cell is, in words: `sheet 'Actions', F7`."""
        return f"{self.where}{column_letter(column)}{row}"

    @property
    def name(self) -> str:
        """The sheet in words; a CSV file by its own name."""
        return f"sheet '{self.title}'" if self.title else self.file

    @property
    def where(self) -> str:
        """The words before the name of a cell, or of a row."""
        return f"sheet '{self.title}', " if self.title else ""


@dataclass(frozen=True, slots=True)
class Grids:
    """The sheets of a file that can be seen."""

    file: str
    grids: tuple[Grid, ...]
    hidden: tuple[str, ...] = ()
    """The names of sheets that are hidden, and were not read."""
    remarks: tuple[str, ...] = ()


def read_grids(path: Path) -> Grids:
    """The sheets of a workbook, or a CSV file as one. Raises Refusal where it is neither, or damaged."""
    kind, data = opened(path)
    if kind == "document":
        raise Refusal(
            f"{path.name} is a Word document.", "Copy its table into Excel, and save that as .xlsx."
        )
    if kind == "workbook":
        return _workbook(data, path.name)
    numbered, remarks = csv_rows(data, path.name)
    rows = {number: tuple(Cell(clean(text)) for text in cells) for number, cells in numbered}
    return Grids(path.name, (Grid(path.name, "", rows),), (), tuple(remarks))


def clean(text: str) -> str:
    """The text with the line ends and composed characters that records have; no word is changed."""
    lines = (line.rstrip() for line in _LINE_ENDS.split(text.strip()))
    return unicodedata.normalize("NFC", _NOT_SEEN.sub("", "\n".join(lines)).strip())


def _workbook(data: bytes, file: str) -> Grids:
    import openpyxl  # noqa: PLC0415 - takes a while, and few need it

    from lif.exchange.fill_colours import theme_colours  # noqa: PLC0415 - the same
    from lif.exchange.package import damaged  # noqa: PLC0415 - the same
    from lif.exchange.workbook import DAMAGED  # noqa: PLC0415 - the same

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about styles and forms that are not read here
        try:
            shown = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            theme = theme_colours(shown.loaded_theme)
            with zipfile.ZipFile(io.BytesIO(data)) as zipped:
                marked = {sheet.title: sheet_marks(zipped, sheet) for sheet in shown.worksheets}
                comments = any("comments" in name.lower() for name in zipped.namelist())
            written = None
            if any(one.formulas for one in marked.values()):
                written = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
            grids = [
                _grid(file, sheet, written[sheet.title] if written else None, marked[sheet.title], theme)
                for sheet in shown.worksheets
                if sheet.sheet_state == "visible"
            ]
        except DAMAGED:
            raise damaged(file) from None
    hidden = tuple(sheet.title for sheet in shown.worksheets if sheet.sheet_state != "visible")
    remarks = [f"{file} has comments on cells; they are not read."] if comments else []
    return Grids(file, tuple(grids), hidden, tuple(remarks))


def _grid(file: str, shown: Any, written: Any, marked: SheetMarks, theme: tuple[str, ...]) -> Grid:
    from lif.exchange.package import damaged  # noqa: PLC0415 - as above

    rows = dict(_rows(file, shown, written, theme))
    lowest = max(rows, default=0)
    ranges = [one for one in marked.ranges if one[1] < MOST_COLUMNS]
    covered = sum(
        max(min(last, lowest) - first + 1, 0) * (min(right, MOST_COLUMNS - 1) - left + 1)
        for first, left, last, right, _ in ranges
    )
    if covered > lowest * MOST_COLUMNS:  # ranges that lie over each other, which Excel never writes
        raise damaged(file)
    for first, left, last, right, text in ranges:
        head = replace(_at(rows, first, left), merged=text)
        beside = replace(EMPTY, colour=head.colour, merged=text)
        for row in range(first, min(last, lowest) + 1):
            if row != first and not head.text and row not in rows:
                continue
            for column in range(left, min(right, MOST_COLUMNS - 1) + 1):
                _put(rows, row, column, head if column == left else beside)
    kept = {
        number: tuple(cells)
        for number, cells in sorted(rows.items())
        if any(cell.text or cell.colour for cell in cells)
    }
    hidden = marked.hidden_rows & kept.keys()
    return Grid(file, shown.title, kept, frozenset(hidden))


def _rows(file: str, shown: Any, written: Any, theme: tuple[str, ...]) -> Iterator[tuple[int, list[Cell]]]:
    from lif.exchange.package import damaged  # noqa: PLC0415 - as above
    from lif.exchange.workbook import LAST_ROW, MOST_ROWS  # noqa: PLC0415 - as above

    shown.reset_dimensions()  # what a workbook says of its own size may be wrong
    if written is not None:
        written.reset_dimensions()
    formulas = written.iter_rows() if written is not None else None
    # Without a width, a row that holds nothing comes as nothing: a cell coloured in the last row of a sheet has a
    # million of them above it.
    for number, cells in enumerate(shown.iter_rows(), start=1):
        beside: Sequence[Any] = next(formulas, ()) if formulas is not None else ()
        if number > LAST_ROW:
            raise damaged(file)
        row = [_cell(cell, theme) for cell in cells[: MOST_COLUMNS + 1]]
        for place, one in enumerate(row):
            if len(one.text) > LONGEST_TEXT:
                raise Refusal(
                    f"{file}, sheet {shown.title}, {column_letter(place)}{number} holds {len(one.text)} characters; "
                    f"Excel keeps {LONGEST_TEXT} in a cell.",
                    "Shorten the text, or keep it in a document and refer to it; and save it again.",
                )
        for place, cell in enumerate(beside[: len(row)]):
            if cell.data_type == "f":
                row[place] = replace(row[place], formula=True)
        while row and row[-1] == EMPTY:
            row.pop()
        if len(row) > MOST_COLUMNS:
            raise Refusal(
                f"{file}, sheet {shown.title}, has something beyond its column {column_letter(MOST_COLUMNS - 1)}.",
                "Keep only the columns that are needed, and save it again.",
            )
        if row:
            if number <= MOST_ROWS:
                yield number, row
            elif any(cell.text for cell in row):
                raise Refusal(
                    f"{file}, sheet {shown.title}, goes on beyond row {MOST_ROWS} and was not read.",
                    "Keep only the rows that are needed, and save it again.",
                )


def _cell(cell: Any, theme: tuple[str, ...]) -> Cell:
    from lif.exchange.fill_colours import fill_colour  # noqa: PLC0415 - as above
    from lif.exchange.workbook import cell_text  # noqa: PLC0415 - as above

    colour = fill_colour(cell, theme)
    value = cell.value
    if value is None:
        return Cell(colour=colour) if colour else EMPTY
    if (
        isinstance(value, int | float)
        and not isinstance(value, bool)
        and str(cell.number_format).endswith("%")
    ):
        text = f"{value * 100:.10g}%"
    else:
        text = cell_text(value, cell.number_format)
    return Cell(clean(read_text(text)), colour=colour)


def _at(rows: Mapping[int, list[Cell]], row: int, column: int) -> Cell:
    cells = rows.get(row, [])
    return cells[column] if column < len(cells) else EMPTY


def _put(rows: dict[int, list[Cell]], row: int, column: int, cell: Cell) -> None:
    cells = rows.setdefault(row, [])
    cells.extend([EMPTY] * (column + 1 - len(cells)))
    cells[column] = cell
