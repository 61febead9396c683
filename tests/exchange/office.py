"""Workbooks and documents for tests, made by the libraries that read them."""

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import docx
import openpyxl

Cell = Any


def workbook(
    path: Path, sheets: Mapping[str, Sequence[Sequence[Cell]]], formats: Mapping[str, str] | None = None
) -> Path:
    """A workbook with these sheets; `formats` gives the number formats of cells of the first sheet."""
    book = openpyxl.Workbook()
    first = book.active
    assert first is not None
    book.remove(first)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    for place, number_format in (formats or {}).items():
        book.worksheets[0][place].number_format = number_format
    book.save(path)
    return path


def document(
    path: Path, *tables: Sequence[Sequence[str]], change: Callable[[Any], None] | None = None
) -> Path:
    """A document with these tables, between paragraphs; `change` may do something to it before it is saved."""
    made = docx.Document()
    made.add_paragraph("Chronology")
    for rows in tables:
        table = made.add_table(len(rows), len(rows[0]))
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                table.cell(number, column).text = text
        made.add_paragraph("Between tables")
    if change:
        change(made)
    made.save(str(path))
    return path


def with_part(path: Path, part: str, change: Callable[[bytes], bytes]) -> Path:
    """The same file with one of its parts changed."""
    parts = {}
    with zipfile.ZipFile(path) as zipped:
        for name in zipped.namelist():
            parts[name] = zipped.read(name)
    parts[part] = change(parts.get(part, b""))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, data in parts.items():
            zipped.writestr(name, data)
    path.write_bytes(out.getvalue())
    return path
