"""An agency that fills in the form of an audit, carefully or not."""

import io
from collections.abc import Mapping, Sequence
from typing import Any

import docx
import openpyxl
from docx.oxml.ns import qn

from lif.exchange.audit_form import ANSWERS, CASE, COMMENT, COMPLETED_BY, EVIDENCE, GRADE, ITEM

Said = Mapping[tuple[str, str], Sequence[str]]
"""Grade, evidence and comment by case ("" where there are none) and item."""


def fill_workbook(data: bytes, said: Said, by: str = "Head of Safeguarding") -> bytes:
    """The workbook as Excel would save it with these answers."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheet = book[ANSWERS]
    places = {str(cell.value): cell.column for cell in sheet[5] if cell.value}
    signed = next(cell for cell in sheet["A"] if str(cell.value).rstrip(":") == COMPLETED_BY)
    sheet.cell(signed.row, places["What is to be shown"]).value = by
    left = dict(said)
    for row in range(6, sheet.max_row + 1):
        case = str(sheet.cell(row, places[CASE]).value or "") if CASE in places else ""
        answer = left.pop((case, str(sheet.cell(row, places[ITEM]).value or "")), None)
        if answer:
            for heading, text in zip((GRADE, EVIDENCE, COMMENT), answer, strict=False):
                _put(sheet.cell(row, places[heading]), text)
    for (case, item), answer in left.items():
        row = sheet.max_row + 1
        filled = {CASE: case, ITEM: item, **dict(zip((GRADE, EVIDENCE, COMMENT), answer, strict=False))}
        for heading, text in filled.items():
            if heading in places:
                _put(sheet.cell(row, places[heading]), text)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def fill_document(data: bytes, said: Said, by: str = "Head of Safeguarding") -> bytes:
    """The document as Word would save it with these answers."""
    document = docx.Document(io.BytesIO(data))
    for table in document.element.body.iter(qn("w:tbl")):
        rows = [list(row.iter(qn("w:tc"))) for row in table.iter(qn("w:tr"))]
        heads = [_text(cell) for cell in rows[0]]
        for cells in rows[1:]:
            if _text(cells[0]) == COMPLETED_BY:
                _type(cells[1], by)
            if ITEM not in heads or len(cells) != len(heads):
                continue
            shown = dict(zip(heads, cells, strict=True))
            case = _text(shown[CASE]) if CASE in shown else ""
            for heading, text in zip(
                (GRADE, EVIDENCE, COMMENT), said.get((case, _text(shown[ITEM])), ()), strict=False
            ):
                if text:
                    _type(shown[heading], text)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _put(cell: Any, text: str) -> None:
    """Type into a cell for text: what begins like a formula is none there."""
    cell.value = text or None
    if text:
        cell.data_type = "s"


def _text(cell: Any) -> str:
    return "".join(text.text or "" for text in cell.iter(qn("w:t")))


def _type(cell: Any, text: str) -> None:
    """Type into a cell; in a control, in the place of what it shows."""
    next(iter(cell.iter(qn("w:t")))).text = text
