"""What any file says, piece by piece, each with its place: for looking through it, not for taking it in.

Nothing is passed over that whoever has the file could find: hidden sheets and rows, deleted text that Word still
keeps, comments, notes, headers, formulas, links, and what a file says of itself.
"""

from collections.abc import Iterator
from importlib import import_module
from typing import Final

from lif.exchange.package import checked_parts
from lif.exchange.passages.passage import Passage, Unreadable
from lif.store.errors import Refusal

LARGEST: Final = 64 * 1024 * 1024
_OFFICE: Final = {
    "xl/workbook.xml": "lif.exchange.passages.workbook",
    "word/document.xml": "lif.exchange.passages.document",
}
_OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0"
_HTML: Final = (".html", ".htm", ".xhtml", ".svg")


def passages_of(name: str, data: bytes) -> Iterator[Passage] | None:
    """What a file says; None where it is of a kind that holds no text, such as a picture.

    Raises Unreadable where it is of a kind that does, and could not be read.
    """
    if len(data) > LARGEST:
        raise Unreadable(f"is larger than {LARGEST // 1024 // 1024} MiB")
    if data.startswith(_OLD_OFFICE):
        raise Unreadable("is an old Excel or Word file, or has a password")
    if data.lstrip()[:5] == b"%PDF-":
        return _reader("lif.exchange.passages.pdf", data)
    if data.startswith(b"PK\x03\x04"):
        try:
            parts = checked_parts(data, name)
        except Refusal:
            raise Unreadable("is damaged, has a password, or unfolds without end") from None
        module = next((module for part, module in _OFFICE.items() if part in parts), "")
        return _reader(module, data) if module else None
    text = _text(data)
    if text is None:
        return None
    small = name.lower()
    if small.endswith(_HTML):
        from lif.exchange.passages.web_page import web_page_passages  # noqa: PLC0415 - few files are one

        return web_page_passages(text)
    passages = [Passage(text)]
    if small.endswith(".csv"):
        from lif.exchange.passages.table import birth_cells  # noqa: PLC0415 - the same

        passages += birth_cells(text)
    return iter(passages)


def _reader(module: str, data: bytes) -> Iterator[Passage]:
    # Imported on demand: these libraries take longer to import than most files to look through.
    reader: Iterator[Passage] = import_module(module).passages(data)
    return reader


def _text(data: bytes) -> str | None:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    if b"\0" in data[:8192]:
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
