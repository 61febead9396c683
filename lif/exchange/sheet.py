"""A file with tables in it, whichever program it comes from: CSV, an Excel workbook or a Word document."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from lif.exchange.package import checked_parts
from lif.exchange.sheet_marks import Merged
from lif.exchange.table import csv_rows, file_bytes
from lif.store.errors import Refusal

_LARGEST_PACKAGE = 20 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a workbook, one table of a document, or the whole of a CSV file."""

    where: str
    """Such as `sheet Police` or `table 2`; "" for a CSV file."""
    rows: tuple[tuple[int, list[str]], ...]
    """The rows that hold anything, each with its number from 1."""
    remarks: tuple[str, ...] = ()
    lettered: bool = False
    """Whether its columns have letters, as in a workbook."""
    merged: tuple[Merged, ...] = ()
    """The cells of a workbook that are merged; the first of them has their text."""
    hidden_rows: frozenset[int] = frozenset()
    """The rows of a workbook that are hidden. They are read."""
    formulas: frozenset[tuple[int, int]] = frozenset()
    """The cells that hold a formula, by row from 1 and column from 0. Their text is what was last saved."""
    fractions: frozenset[tuple[int, int]] = frozenset()
    """The cells that hold a number with a fraction, the same way: 1.10 that was typed is 1.1 there."""
    hidden_sheets: tuple[str, ...] = ()
    """The names of the sheets of the same workbook that are hidden, and were not read."""


def read_sheets(path: Path) -> list[Sheet]:
    """The sheets or tables of a file, in its order. Raises Refusal where it is none of the three, or damaged."""
    kind, data = opened(path)
    if kind == "csv":
        rows, remarks = csv_rows(data, path.name)
        return [Sheet("", tuple(rows), tuple(remarks))]
    if kind == "workbook":
        from lif.exchange.workbook import workbook_sheets  # noqa: PLC0415 - takes a while, and few need it

        return workbook_sheets(data, path.name)
    from lif.exchange.document import document_sheets  # noqa: PLC0415 - the same

    return document_sheets(data, path.name)


def opened(path: Path) -> tuple[Literal["csv", "workbook", "document"], bytes]:
    """What a file is, and its bytes. Raises Refusal where it is none of the three, or damaged."""
    data = file_bytes(path)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise Refusal(
            f"{path.name} is an old Excel or Word file, or has a password.",
            "Open it, take the password away and save it as .xlsx or .docx.",
        )
    if data.startswith(b"%PDF"):
        raise Refusal(
            f"{path.name} is a PDF, in which no program can tell rows and columns apart with certainty.",
            "Ask for the Word document or the workbook that it was made from.",
        )
    if not data.startswith(b"PK\x03\x04"):
        return "csv", data
    if len(data) > _LARGEST_PACKAGE:
        raise Refusal(
            f"{path.name} is larger than 20 MiB and was not read.", "Take the pictures out and save it again."
        )
    parts = checked_parts(data, path.name)
    if "xl/workbook.xml" in parts:
        return "workbook", data
    if "word/document.xml" in parts:
        return "document", data
    raise Refusal(
        f"{path.name} is neither a workbook nor a Word document.", "Save it as .xlsx, .docx or CSV."
    )
