"""A CSV file of the records as rows of as many cells as it has columns; what is no such row is a finding."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lif.store.findings import Finding
from lif.store.yaml_text import half_merged


@dataclass(frozen=True, slots=True)
class CsvRow:
    """One row below the first."""

    line: int
    """The line on which it begins."""
    cells: tuple[str, ...]

    def column(self, position: int) -> int:
        """Where a cell begins in its line, from 1; quotation marks before it are not counted."""
        return 1 + sum(len(cell) + 1 for cell in self.cells[:position])


def csv_rows(data: bytes, file: str, columns: Sequence[str], findings: list[Finding]) -> Iterator[CsvRow]:
    """The rows of a file that begins with the names of its columns. `file` is its name in findings.

    What cannot be read is added to the findings as the rows are read. Of a file in which a merge was left open
    no row is given, because it says two things at once.
    """
    text = _text(data, file, findings)
    if text is None:
        return
    marks = half_merged(text)
    if marks:
        findings += [Finding(file, mark.line, 1, mark.code, mark.message, mark.hint) for mark in marks]
        return
    reader = csv.reader(io.StringIO(text, newline=""))
    try:
        if tuple(next(reader, ())) != tuple(columns):
            message = f"The first line must be: {','.join(columns)}"
            findings.append(Finding(file, 1, 1, "V502", message, "Correct the first line."))
            return
        begins = reader.line_num + 1
        for cells in reader:
            if cells and len(cells) != len(columns):
                message = f"This line has {len(cells)} cells; {len(columns)} are wanted."
                findings.append(Finding(file, begins, 1, "V503", message))
            elif cells:
                yield CsvRow(begins, tuple(cells))
            begins = reader.line_num + 1
    except csv.Error as error:
        message = f"This is not readable as CSV from here on: {error}."
        findings.append(Finding(file, max(1, reader.line_num), 1, "V501", message, "Export it again."))


def _text(data: bytes, file: str, findings: list[Finding]) -> str | None:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        hint = "Save it as CSV UTF-8 from Excel."
        findings.append(Finding(file, line, 1, "V501", "This file is not UTF-8.", hint))
        return None
    if "\0" in text:
        message = "This file holds NUL characters; it is no text."
        findings.append(Finding(file, 1, 1, "V501", message, "Export it again."))
        return None
    return text
