"""Reads a Word document's parts as XML, and says in what order its elements must stand."""

import io
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"

Element = ElementTree.Element

ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs suppressAutoHyphens "
    "spacing ind contextualSpacing jc outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs color sz szCs u shd lang",
    "tblPr": "tblStyle tblStyleRowBandSize tblW tblInd tblBorders tblLayout tblCellMar tblLook tblCaption",
    "tcPr": "tcW shd tcMar vAlign",
    "tcMar": "top left bottom right",
    "tblCellMar": "top left bottom right",
    "tblBorders": "top left bottom right insideH insideV",
    "tbl": "tblPr tblGrid tr",
    "tr": "trPr tc",
    "numPr": "ilvl numId",
    "num": "abstractNumId lvlOverride",
    "numbering": "abstractNum num",
    "sectPr": "headerReference footerReference type pgSz pgMar cols titlePg",
    "style": "name basedOn next uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr tcPr tblStylePr",
    "settings": "zoom defaultTabStop characterSpacingControl compat themeFontLang decimalSymbol listSeparator",
}
"""What may stand in an element, in the order of the standard (ISO/IEC 29500-1, annex A)."""


def parts(file: bytes) -> dict[str, bytes]:
    """The parts of the file by name."""
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def part(file: bytes, name: str = "word/document.xml") -> Element:
    """A part of the file as XML."""
    return ElementTree.fromstring(parts(file)[name])


def style_of(paragraph: Element) -> str:
    """The style of a paragraph, Normal where none is named."""
    return value(paragraph, "pPr/pStyle") or "Normal"


def value(element: Element, path: str, name: str = "val") -> str:
    """An attribute of what stands under an element; nothing where it is not there."""
    found = element.find("/".join(f"{W}{step}" for step in path.split("/")))
    return "" if found is None else found.get(f"{W}{name}", "")


def text_of(element: Element) -> str:
    """The words in an element, a line feed where a line is broken and a tab where there is one."""
    shown = {f"{W}br": "\n", f"{W}tab": "\t"}
    in_runs = (child for each in element.iter(f"{W}r") for child in each)
    return "".join(
        child.text or "" if child.tag == f"{W}t" else shown.get(child.tag, "") for child in in_runs
    )


def paragraphs(root: Element, style: str = "") -> Iterator[Element]:
    """The paragraphs, those of a style where one is named."""
    return (each for each in root.iter(f"{W}p") if not style or style_of(each) == style)


def tables(root: Element, style: str) -> list[Element]:
    """The tables of a style."""
    return [each for each in root.iter(f"{W}tbl") if value(each, "tblPr/tblStyle") == style]


def out_of_order(root: Element) -> list[str]:
    """What stands where the standard does not allow it."""
    wrong = []
    for element in root.iter():
        order = ORDER.get(element.tag.removeprefix(W), "").split()
        names = [child.tag.removeprefix(W) for child in element]
        if order and (not set(names) <= set(order) or names != sorted(names, key=order.index)):
            wrong.append(f"{element.tag.removeprefix(W)}: {' '.join(names)}")
    return wrong
