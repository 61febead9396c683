"""What a Word document says: text, tables, notes, comments, headers, hidden text, and text that was deleted in it."""

import re
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterator

from lif.exchange.birth_dates import holds_day, is_birth_label
from lif.exchange.passages.office import DAMAGED, damaged, links, local, opened, part, properties
from lif.exchange.passages.passage import Passage

_PARTS = re.compile(
    r"word/(?:document|header[0-9]*|footer[0-9]*|footnotes|endnotes|comments[A-Za-z]*|people|glossary/document)\.xml"
)
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}


def passages(data: bytes) -> Iterator[Passage]:
    """Every paragraph of a document with its number. Raises Unreadable where it cannot be read."""
    with opened(data) as zipped:
        try:
            for name in sorted(zipped.namelist(), key=lambda name: (name != "word/document.xml", name)):
                if _PARTS.fullmatch(name):
                    yield from _part(zipped, name)
            yield from properties(zipped)
            yield from links(zipped)
        except DAMAGED:
            raise damaged() from None


def _part(zipped: zipfile.ZipFile, name: str) -> Iterator[Passage]:
    root = part(zipped, name)
    own = name.rpartition("/")[2].removesuffix(".xml")
    of = "" if own == "document" else f"{re.sub('[0-9]+', '', own)}, "
    labels = _labels(root)
    number = 0
    for element in root.iter():
        if local(element.tag) == "p":
            number += 1
            where = f"{of}paragraph {number}"
            for text in _texts(element):
                yield Passage(text, number, 1, where, labels.get(element, ""))
        for key, value in element.attrib.items():
            if local(key) in ("author", "descr", "title") and value.strip():
                yield Passage(value, max(number, 1), 1, f"{of}near paragraph {max(number, 1)}")


def _texts(paragraph: ET.Element) -> Iterator[str]:
    """What the paragraph says; and what was deleted in it, and what its fields hold, each by itself."""
    said = {"t": [], "delText": [], "instrText": []}  # type: dict[str, list[str]]
    for element in _own(paragraph):
        kind = local(element.tag)
        if kind in said:
            said[kind].append(element.text or "")
        elif kind in _BREAKS:
            said["t"].append(_BREAKS[kind])
    return (text for parts in said.values() if (text := "".join(parts)).strip())


def _own(element: ET.Element) -> Iterator[ET.Element]:
    """What stands in a paragraph, but for paragraphs in a text box in it, which come by themselves."""
    for child in element:
        if local(child.tag) not in ("p", "pPr"):
            yield child
            yield from _own(child)


def _labels(root: ET.Element) -> dict[ET.Element, str]:
    """The paragraphs in cells of tables that by their column or the cell before hold a date of birth."""
    found: dict[ET.Element, str] = {}
    for table in (element for element in root.iter() if local(element.tag) == "tbl"):
        under: set[int] = set()
        for row in (element for element in table if local(element.tag) == "tr"):
            before = ""
            for place, cell in enumerate(element for element in row if local(element.tag) == "tc"):
                paragraphs = [element for element in cell.iter() if local(element.tag) == "p"]
                text = "\n".join(one for each in paragraphs for one in _texts(each))
                if is_birth_label(text):
                    under.add(place)
                elif holds_day(text) and (place in under or is_birth_label(before)):
                    found.update(dict.fromkeys(paragraphs, "date of birth"))
                before = text
    return found
