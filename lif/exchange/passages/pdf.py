"""What a PDF says: the text of its pages, notes, fields, links, and what it says of itself."""

import io
import logging
from collections.abc import Iterator
from typing import Any

import pypdf
from pypdf.errors import PyPdfError

from lif.exchange.passages.passage import Passage, Unreadable

_DAMAGED = (
    PyPdfError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError, OSError,
    NotImplementedError, AssertionError,
)  # fmt: skip
"""What the library raises over a file that is none: it takes each part to be there and well-formed."""
_NOTES = ("/Contents", "/T", "/TU", "/V", "/Subj")


def passages(data: bytes) -> Iterator[Passage]:
    """Every page of a PDF. Raises Unreadable where it is damaged or locked."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it remarks on a file is nothing to a user
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable("has a password")
        for value in (reader.metadata or {}).values():
            if isinstance(value, str):
                yield Passage(value, where="the properties of the file")
        for number, page in enumerate(reader.pages, start=1):
            yield from _page(page, number)
        for name in reader.attachments:
            yield Passage(name, where="the name of an attachment", unread="is attached and was not read")
    except _DAMAGED:
        raise Unreadable("is damaged or has a password") from None


def _page(page: Any, number: int) -> Iterator[Passage]:
    # Any: the types of the library stop at what a page holds.
    where = f"page {number}"
    text = page.extract_text()
    if not text.strip() and len(page.images):
        yield Passage("", number, 1, where, unread="holds pictures and no text")
    yield Passage(text, number, 1, where)
    for reference in page.get("/Annots") or ():
        note = reference.get_object()
        action = note.get("/A")
        target = action.get_object().get("/URI") if action is not None else None
        for value in (*(note.get(key) for key in _NOTES), target):
            if isinstance(value, bytes):
                yield Passage(value.decode("latin-1"), number, 1, f"{where}, a link or note")
            elif isinstance(value, str):
                yield Passage(value, number, 1, f"{where}, a link or note")
