"""The tables of a Word document as rows of text."""

import io
from collections.abc import Iterator

import docx
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from lif.exchange.package import DAMAGED_PACKAGE, damaged
from lif.exchange.sheet import Sheet
from lif.store.errors import Refusal

_DAMAGED = (*DAMAGED_PACKAGE, OpcError, LookupError, TypeError, AttributeError, SyntaxError, ArithmeticError)
"""What the library raises over a document that is none: it takes each part to be there and well-formed."""
_TRACKED = "|".join(f".//w:{name}" for name in ("ins", "del", "moveFrom", "moveTo"))
_BREAKS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}


def document_sheets(data: bytes, file: str) -> list[Sheet]:
    """The tables of a document. Raises Refusal where it cannot be read, or where changes are still tracked."""
    try:
        body = docx.Document(io.BytesIO(data)).element.body
    except _DAMAGED:
        raise damaged(file) from None
    tables = body.xpath(".//w:tbl[not(ancestor::w:tbl)]")
    if any(table.xpath(_TRACKED) for table in tables):
        raise Refusal(
            f"{file} holds tracked changes, so it is not clear which text is meant.",
            "Open it in Word, accept or reject all changes, and save it.",
        )
    return [_sheet(table, number) for number, table in enumerate(tables, start=1)]


def _sheet(table: BaseOxmlElement, number: int) -> Sheet:
    rows: list[tuple[int, list[str]]] = []
    headings: list[int] = []
    above: list[str] = []
    # A row or a cell may stand in a control that a form puts around it.
    for place, row in enumerate(table.xpath("./w:tr|./w:sdt/w:sdtContent/w:tr"), start=1):
        cells = row.xpath("./w:tc|./w:sdt/w:sdtContent/w:tc")
        texts = list(_texts(cells, above))
        above = texts
        if len(cells) == 1 < len(texts):
            headings.append(place)
        elif any(text.strip() for text in texts):
            rows.append((place, texts))
    where = f"table {number}"
    named = f"{where}: row {', '.join(map(str, headings))} stretches over all columns and was passed over as a heading"
    return Sheet(where, tuple(rows), remarks=(named,) if headings else ())


def _texts(cells: list[BaseOxmlElement], above: list[str]) -> Iterator[str]:
    """The text of each column of a row; of a cell that reaches down into it, the text of that cell."""
    column = 0
    for cell in cells:
        wide = _columns(cell.xpath("./w:tcPr/w:gridSpan/@w:val"))
        merged = cell.xpath("./w:tcPr/w:vMerge")
        continues = bool(merged) and merged[0].get(qn("w:val"), "continue") == "continue"
        text = above[column] if continues and column < len(above) else _text(cell)
        yield text
        yield from [text if continues else ""] * (wide - 1)
        column += wide


def _columns(said: list[str]) -> int:
    """How many columns a cell reaches over."""
    return int(said[0]) if said and said[0].isdecimal() and len(said[0]) < 3 else 1


def _text(cell: BaseOxmlElement) -> str:
    hidden = set(cell.xpath(".//w:r[w:rPr/w:vanish]/*"))
    return "\n".join(
        "".join(
            part.text or "" if part.tag == qn("w:t") else _BREAKS[part.tag]
            for part in paragraph.iter(qn("w:t"), *_BREAKS)
            if part not in hidden
        )
        for paragraph in cell.iter(qn("w:p"))
    )
