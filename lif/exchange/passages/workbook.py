"""What an Excel workbook says: every cell of every sheet, hidden or not, comments, headers and links."""

import re
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterator

from lif.exchange.passages.office import DAMAGED, damaged, links, local, opened, part, properties
from lif.exchange.passages.passage import Passage
from lif.exchange.passages.table import labelled
from lif.exchange.workbook_out import read_text

_CELL = re.compile(r"([A-Z]+)([0-9]+)")
_IN_WORDS = re.compile(
    r"xl/(?:comments|threadedComments|drawings|persons|charts|tables)[^.]*\.xml|xl/workbook\.xml"
)
_HEADERS = frozenset(["oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"])


def passages(data: bytes) -> Iterator[Passage]:
    """Every text of a workbook with its sheet and cell. Raises Unreadable where it cannot be read."""
    with opened(data) as zipped:
        try:
            shared = _shared(zipped)
            for name, title in _sheets(zipped):
                yield from _sheet(zipped, name, title, shared)
            for name in zipped.namelist():
                if _IN_WORDS.fullmatch(name):
                    yield from _words(zipped, name)
            yield from properties(zipped)
            yield from links(zipped)
        except DAMAGED:
            raise damaged() from None


def _shared(zipped: zipfile.ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in zipped.namelist():
        return []
    return [_joined(element) for element in part(zipped, "xl/sharedStrings.xml")]


def _joined(element: ET.Element) -> str:
    return read_text("".join(one.text or "" for one in element.iter() if local(one.tag) == "t"))


def _sheets(zipped: zipfile.ZipFile) -> list[tuple[str, str]]:
    """The part and the title of each sheet."""
    names = set(zipped.namelist())
    targets = {}
    if "xl/_rels/workbook.xml.rels" in names:
        for element in part(zipped, "xl/_rels/workbook.xml.rels"):
            target = element.get("Target", "")
            targets[element.get("Id", "")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    titles = {}
    for element in part(zipped, "xl/workbook.xml").iter():
        if local(element.tag) == "sheet":
            number = next((value for key, value in element.attrib.items() if local(key) == "id"), "")
            titles[targets.get(number, "")] = element.get("name", "")
    # Also those that the workbook does not name: they are in the file.
    parts = sorted(name for name in names if re.fullmatch(r"xl/worksheets/[^/]+\.xml", name))
    known = [(name, title) for name, title in titles.items() if name in names]
    return known + [(name, name) for name in parts if name not in titles]


def _sheet(zipped: zipfile.ZipFile, name: str, title: str, shared: list[str]) -> Iterator[Passage]:
    sheet = f"sheet '{title}'"
    root = part(zipped, name)
    for row, column, text, label in labelled(_rows(root, shared)):
        for one in dict.fromkeys(text.split("\0")):
            yield Passage(one, row, column + 1, f"{sheet}, {_letters(column)}{row}", label)
    for element in root.iter():
        if local(element.tag) in _HEADERS and element.text:
            yield Passage(element.text, where=f"{sheet}, header or footer")


def _rows(root: ET.Element, shared: list[str]) -> Iterator[tuple[int, list[str]]]:
    number = 0
    for row in root.iter():
        if local(row.tag) != "row":
            continue
        number = int(row.get("r") or number + 1)
        cells: list[str] = []
        for cell in row:
            place = _CELL.fullmatch(cell.get("r", ""))
            column = _number(place[1]) if place else len(cells)
            if column > 20_000:
                continue
            cells += [""] * (column + 1 - len(cells))
            cells[column] = _said(cell, shared)
        yield number, cells


def _said(cell: ET.Element, shared: list[str]) -> str:
    """The value of a cell; behind a NUL the formula that it comes from."""
    kind, value, formula = cell.get("t", "n"), "", ""
    for element in cell:
        match local(element.tag):
            case "v":
                value = element.text or ""
            case "f":
                formula = element.text or ""
            case "is":
                value = _joined(element)
    if kind == "s" and value:
        value = shared[int(value)]
    elif kind == "n" and re.fullmatch(r"[0-9.]+E\+?[0-9]+", value):
        value = f"{float(value):.15g}"
    elif kind == "str":
        value = read_text(value)
    return "\0".join(filter(None, (value.removesuffix(".0") if kind == "n" else value, formula)))


def _words(zipped: zipfile.ZipFile, name: str) -> Iterator[Passage]:
    """Comments, text boxes and the like, paragraph by paragraph; of the workbook itself its defined names."""
    whole = {"comment", "threadedComment", "p", "definedName", "tableColumn", "person"}
    for element in part(zipped, name).iter():
        if local(element.tag) in whole:
            words = "".join(element.itertext()) or element.get("name") or element.get("displayName") or ""
            if words.strip():
                place = element.get("ref", "")
                yield Passage(words, where=f"a comment, {place}" if place else "a comment, text box or name")


def _number(letters: str) -> int:
    number = 0
    for letter in letters[:4]:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _letters(column: int) -> str:
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
