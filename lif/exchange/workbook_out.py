"""Workbooks that go out: text stays text, whatever it begins with, and the same content gives the same bytes."""

import io
import re
import zipfile
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from openpyxl import Workbook

LONGEST_TEXT = 32_767
"""Characters. Excel keeps no more in a cell."""
_MOMENT = (1980, 1, 1, 0, 0, 0)  # the earliest that the format can say
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def put_text(cell: Any, text: str) -> None:
    """Write a text into a cell so that no program takes it for a formula, a number or a date.

    `cell` is a cell of openpyxl, whose types know no cell that can be written for certain. Text that is longer
    than a cell can be ends in a mark.
    """
    if len(text) > LONGEST_TEXT:
        text = text[: LONGEST_TEXT - 1] + "…"
    if text:
        cell.value = _escaped(text)
        cell.data_type = "s"
    cell.quotePrefix = True


def read_text(text: str) -> str:
    """The text of a cell as it was before the format wrote some characters by their numbers.

    Half of a character that takes two of them is no text, and comes as a mark.
    """
    if not _ESCAPED.search(text):
        return text
    said = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
    return said.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def workbook_bytes(book: "Workbook", day: date) -> bytes:
    """The file of a workbook; `day` is the only time in it."""
    book.properties.created = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - UTC by definition
    book.properties.lastModifiedBy = book.properties.creator
    buffer = io.BytesIO()
    book.save(buffer)
    out = io.BytesIO()
    with zipfile.ZipFile(buffer) as made, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in made.namelist():
            data = made.read(name)
            if name == "docProps/core.xml":
                data = _MODIFIED.sub(
                    rb"\g<1>%04d-%02d-%02dT00:00:00Z\g<2>" % (day.year, day.month, day.day), data
                )
            if name.startswith("xl/worksheets/"):
                # The heights that were set are a beginning: a row grows with what is typed into it.
                data = data.replace(b' customHeight="1"', b"")
            part = zipfile.ZipInfo(name, _MOMENT)
            part.compress_type = zipfile.ZIP_DEFLATED
            part.external_attr = 0o600 << 16
            packed.writestr(part, data)
    return out.getvalue()


def _escaped(text: str) -> str:
    # A carriage return would come back as a line feed, and what looks like such a number as its character.
    text = _LOOKS_ESCAPED.sub("_x005F_", text).replace("\r", "_x000D_")
    return _NOT_IN_XML.sub("\N{REPLACEMENT CHARACTER}", text)
