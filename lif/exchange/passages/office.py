"""What workbooks and Word documents have in common: parts of XML, links, and what a file says of itself."""

import io
import re
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterator

from lif.exchange.package import DAMAGED_PACKAGE
from lif.exchange.passages.passage import Passage, Unreadable

DAMAGED = (*DAMAGED_PACKAGE, ET.ParseError, LookupError)
"""What reading a part that is not as it should be raises."""
_PROPERTIES = re.compile(r"docProps/(core|app|custom)\.xml")
_ABOUT_PROGRAMS = frozenset(
    [
        "Application",
        "AppVersion",
        "Template",
        "TotalTime",
        "Pages",
        "Words",
        "Characters",
        "Lines",
        "Paragraphs",
        "revision",
        "created",
        "modified",
        "lastPrinted",
        "CharactersWithSpaces",
        "DocSecurity",
    ]
)


def opened(data: bytes) -> zipfile.ZipFile:
    """The parts of a file. Raises Unreadable for one that is damaged or locked."""
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except DAMAGED_PACKAGE:
        raise damaged() from None


def damaged() -> Unreadable:
    """What is said of a file that no library can open."""
    return Unreadable("is damaged or has a password")


def part(zipped: zipfile.ZipFile, name: str) -> ET.Element:
    """One part as a tree; types and entities were refused before."""
    return ET.fromstring(zipped.read(name))  # noqa: S314 - see above


def local(tag: str) -> str:
    """The name of an element without its namespace."""
    return tag.rpartition("}")[2]


def properties(zipped: zipfile.ZipFile) -> Iterator[Passage]:
    """What the file says of itself: title, author, keywords and the like."""
    for name in zipped.namelist():
        if not _PROPERTIES.fullmatch(name):
            continue
        for element in part(zipped, name).iter():
            if element.text and element.text.strip() and local(element.tag) not in _ABOUT_PROGRAMS:
                yield Passage(element.text, where="the properties of the file")


def links(zipped: zipfile.ZipFile) -> Iterator[Passage]:
    """Where its links lead, such as to an e-mail address."""
    for name in zipped.namelist():
        if not name.endswith(".rels"):
            continue
        for element in part(zipped, name):
            if element.get("TargetMode") == "External":
                yield Passage(element.get("Target", ""), where="a link")
