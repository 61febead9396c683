"""A CSV file as a table: every cell with its row and its column, as the user sees them in a spreadsheet.

Reads what spreadsheets and statistics offices write: UTF-8 with or without a byte-order mark, Windows text,
commas, semicolons or tabs, either line end. Whatever else comes in is refused in one sentence.
"""

import csv
import difflib
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from lif.exchange.child_level import refuse_child_level
from lif.store.errors import NothingFound, Refusal
from lif.store.yaml_text import half_merged

LARGEST_FILE = 64 * 1024 * 1024
"""Bytes. The largest official file on children's services is a tenth of it."""
_LONGEST_CELL = 1024 * 1024
_DELIMITERS = ",;\t"
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_CONTROL_BYTES = bytes([*range(0x09), *range(0x0E, 0x20), 0x7F])
_LONGEST_HEAD = 100_000
"""Characters within which the first line of a file with anything in it begins."""
_SAVE_AS_CSV = "Open it in Excel and save it with: File, Save As, CSV UTF-8 (Comma delimited)."
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_KNOWN_BEGINNINGS = (
    (b"PK\x03\x04", "an Excel workbook (or another zipped file), whatever its name ends in"),
    (b"\xd0\xcf\x11\xe0", "an old Excel or Word file, whatever its name ends in"),
    (b"%PDF", "a PDF"),
    *((beginning, "saved as Unicode Text (UTF-16)") for beginning in _UTF_16),
)
_NAMED_AT_MOST = 8


class Row(NamedTuple):
    """One row of a table."""

    number: int
    """Its number as a spreadsheet counts: the header of an ordinary file is row 1."""
    cells: tuple[str, ...]
    """As many cells as the table has columns, without the white space around them."""


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet that came in: names of columns, rows of cells, and what is worth saying about the file."""

    file: str
    """The file's name, for messages."""
    columns: tuple[str, ...]
    """The names of the columns, without the white space around them; "" where a column has none."""
    rows: tuple[Row, ...]
    """All rows that hold anything, in order."""
    remarks: tuple[str, ...]
    """What was read with a caveat, in sentences."""
    sheet: str = ""
    """Which of the file's tables it is, such as `sheet Police` or `table 2`; "" where there is only one."""
    lettered: bool = False
    """Whether its columns have letters, as in a workbook."""
    merged: Mapping[tuple[int, int], str] = field(default_factory=dict)
    """Cells that are one with others above or below, each with the range: by number of row, and column from 0."""

    def has(self, column: str) -> bool:
        """Whether a column of this name exists."""
        return column in self.columns

    def position(self, column: str) -> int:
        """Where a column stands, from 0. Raises Refusal where there is none, or more than one."""
        found = [place for place, name in enumerate(self.columns) if name == column]
        if len(found) == 1:
            return found[0]
        if found:
            letters = " and ".join(column_letter(place) for place in found)
            raise Refusal(
                f"{self.file} has more than one column called {column}: {letters}.",
                "Give them different names in the header, so that it is clear which one is meant.",
            )
        named = [name for name in self.columns if name]
        by_small_letters = {name.casefold(): name for name in named}
        near = difflib.get_close_matches(column.casefold(), by_small_letters, n=3, cutoff=0.5)
        nearest = " or ".join(by_small_letters[name] for name in near)
        raise Refusal(
            f"{self.file} has no column called {column}.",
            (f"Did you mean {nearest}? " if near else "") + f"Its columns are: {', '.join(named)}.",
        )

    def place(self, row: Row, column: str) -> str:
        """Where a cell is, in words."""
        file = f"{self.file}, {self.sheet}" if self.sheet else self.file
        if self.lettered:
            return f"{file}, cell {column_letter(self.position(column))}{row.number} ({column})"
        return f"{file}, row {row.number}, column {column}"


def column_letter(position: int) -> str:
    """The letter of a column in a spreadsheet: 0 is A, 26 is AA."""
    letters = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def rows_named(numbers: Sequence[int]) -> str:
    """`row 4`, `rows 4 and 9`, `rows 4, 9, 12 and 30 more`."""
    if len(numbers) == 1:
        return f"row {numbers[0]}"
    shown = [str(number) for number in numbers[:_NAMED_AT_MOST]]
    left = len(numbers) - len(shown)
    last = f"{left} more" if left else shown.pop()
    return f"rows {', '.join(shown)} and {last}"


def quoted_cell(text: str) -> str:
    """A cell as a message may show it: a few words at most, so that no narrative gets into an error."""
    shown = " ".join(text.split())
    return f"“{shown}”" if len(shown) <= 30 else f"a text of {len(text)} characters"


def read_table(path: Path) -> Table:
    """The table in a CSV file. Raises Refusal where it cannot be read, or is about individual children."""
    data = file_bytes(path)
    for beginning, what in _KNOWN_BEGINNINGS:
        if data.startswith(beginning):
            raise Refusal(f"{path.name} is no CSV file; it is {what}.", _SAVE_AS_CSV)
    numbered, remarks = csv_rows(data, path.name)
    table = table_of(path.name, numbered, remarks)
    refuse_child_level(table.file, table.columns)
    return table


def file_bytes(path: Path) -> bytes:
    """What stands in a file that came in. Raises Refusal for one that is missing, empty or too large."""
    try:
        if path.is_dir():
            raise NothingFound(f"{path} is a folder, not a file.", "Name the file in it.")
        # The size is not asked for beforehand: that of a device or a pipe is 0, and it may have no end.
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        raise NothingFound(f"There is no file {path}.", "Check the name and the folder.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name cannot be used"
        raise Refusal(
            f"{path.name} could not be opened: {reason}.", "Close it in Excel and try again."
        ) from None
    if len(data) > LARGEST_FILE:
        raise Refusal(
            f"{path.name} is larger than {LARGEST_FILE // 1024 // 1024} MiB and was not read.",
            "Keep only the rows and columns that are needed, and save it again.",
        )
    if not data.strip():
        raise NothingFound(f"{path.name} is empty.", "Export it again.")
    return data


def csv_rows(data: bytes, file: str) -> tuple[Iterator[tuple[int, list[str]]], list[str]]:
    """The rows of a CSV file that hold anything, numbered as in a spreadsheet, and what is to be said of them."""
    text, remarks = _text(data, file)
    return _numbered_rows(text, file), remarks


def _text(data: bytes, file: str) -> tuple[str, list[str]]:
    remarks: list[str] = []
    if data.startswith(_UTF_16):
        raise Refusal(f"{file} is saved as Unicode Text (UTF-16).", _SAVE_AS_CSV)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        try:
            text = data.decode("cp1252")
        except UnicodeDecodeError:
            raise Refusal(f"{file} is neither UTF-8 nor Windows text.", _SAVE_AS_CSV) from None
        remarks.append(
            f"{file} is not UTF-8; it was read as Windows text, as Excel saves a plain CSV. Check that "
            "dashes, quotation marks and accents came through."
        )
    # Each of these characters is one byte, and bytes are searched ten times as fast.
    control = _CONTROL.search(text) if len(data.translate(None, _CONTROL_BYTES)) < len(data) else None
    if control:
        line = text.count("\n", 0, control.start()) + 1
        raise Refusal(f"{file}, line {line}, holds a character that belongs in no text file.", _SAVE_AS_CSV)
    if "<<<<<<<" in text and (marks := half_merged(text)):
        raise Refusal(
            f"{file}, line {marks[0].line}, holds one of git's marks around two versions: it says two things at once.",
            "Keep the rows that are right, delete the others and the marks, then import it again.",
        )
    return text, remarks


def table_of(
    file: str,
    numbered: Iterator[tuple[int, list[str]]],
    remarks: Sequence[str] = (),
    *,
    sheet: str = "",
    lettered: bool = False,
) -> Table:
    """The table of numbered rows, of which the first holds the names of the columns.

    Raises Refusal where there is nothing below it, or where a row has more cells than there are columns.
    """
    header_number, header = next(numbered, (0, []))
    if not header:
        raise NothingFound(f"{file} is empty.", "Export it again.")
    columns = tuple(" ".join(name.split()) for name in header)
    while columns and not columns[-1]:
        columns = columns[:-1]
    width = len(columns)
    rows: list[Row] = []
    short: list[int] = []
    long: list[int] = []
    for number, cells in numbered:
        kept = tuple(map(str.strip, cells))
        if len(kept) < width:
            short.append(number)
            kept += ("",) * (width - len(kept))
        elif len(kept) > width:
            if any(kept[width:]):
                long.append(number)
            kept = kept[:width]
        rows.append(Row(number, kept))
    if long:
        raise Refusal(
            f"{file}: {rows_named(long)} {_have(long)} more cells than the header has columns, so it is not "
            "clear which cell belongs to which column.",
            "A comma inside a text is often the reason: put the text in quotation marks, or export again.",
        )
    if not rows:
        raise NothingFound(
            f"{file} has a header in row {header_number} and nothing below it.", "Export it again."
        )
    shape = _about_shape(file, columns, rows, short)
    return Table(file, columns, tuple(rows), (*remarks, *shape), sheet, lettered)


def _numbered_rows(text: str, file: str) -> Iterator[tuple[int, list[str]]]:
    """The rows that hold anything, numbered as in a spreadsheet: blank rows count."""
    # The limit belongs to the whole process, so it is put back for whoever reads CSV next.
    before = csv.field_size_limit(_LONGEST_CELL)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    number = 0
    try:
        for cells in rows:
            number += 1
            if cells and (cells[0].strip() or "".join(cells).strip()):
                yield number, cells
    except csv.Error as error:
        if "field larger than" in str(error):
            raise Refusal(
                f"{file}: row {number + 1} has a cell of more than a million characters.",
                "Shorten it. Where a quotation mark was opened and not closed, close it.",
            ) from None
        raise Refusal(
            f"{file}: row {number + 1} cannot be read as CSV: a quotation mark in it is opened and not "
            "closed, or stands in the middle of a text.",
            "Export the file again, or mend the row; a quotation mark inside a text is written twice.",
        ) from None
    finally:
        csv.field_size_limit(before)


def _delimiter(text: str) -> str:
    """The delimiter that stands most often in the first line with anything in it, outside quotation marks."""
    line = next((line for line in text[:_LONGEST_HEAD].splitlines() if line.strip(' \t,;"')), "")
    outside = "".join(line.split('"')[::2])
    return max(_DELIMITERS, key=outside.count)


def _about_shape(file: str, columns: tuple[str, ...], rows: list[Row], short: list[int]) -> list[str]:
    remarks = []
    if short:
        remarks.append(
            f"{file}: {rows_named(short)} {_have(short)} fewer cells than the header has columns; the "
            "missing ones, at the end, count as empty."
        )
    for place, name in enumerate(columns):
        if not name and any(row.cells[place] for row in rows):
            remarks.append(f"{file}: column {column_letter(place)} has no name, so nothing is taken from it.")
    twice = sorted({name for name in columns if name and columns.count(name) > 1})
    for name in twice:
        remarks.append(
            f"{file}: more than one column is called {name}; it is not clear which one would be meant."
        )
    return remarks


def _have(numbers: Sequence[int]) -> str:
    return "has" if len(numbers) == 1 else "have"
