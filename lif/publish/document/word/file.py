"""The file of a Word document: its parts, filled in and packed so that the same parts give the same bytes."""

import io
import zipfile
from collections.abc import Mapping
from datetime import date, datetime
from importlib import resources
from string import Template
from typing import TYPE_CHECKING

from lif.publish.document.metrics import FAMILY
from lif.publish.document.word.pictures import Picture
from lif.publish.document.word.xml import NAMESPACES, attribute, w
from lif.publish.style.colours import STATUS

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument"
_WORD = "wordprocessingml"
_PARTS = ("styles", "settings", "numbering", "fontTable", "theme")  # they lie in this folder
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MOMENT = (1980, 1, 1, 0, 0, 0)  # the earliest that the format can say
_HEADING = ("before", "after", "line", "size")
_HEADINGS = {
    True: ((370, 118, 445, 34), (240, 58, 340, 26)),
    False: ((261, 83, 314, 24), (203, 49, 288, 22)),
}
"""Headings of the first and second level below a cover and without one: lengths in twentieths of a point, sizes in
half points."""
_AS_IN_WORD = "Arial"  # as wide as the shipped font, and on every computer
_ORDERED = 2  # the scheme of ordered lists in numbering.xml


class File:
    """A document with our styles, to be filled.

    Colours are written as ``#1d4d7a``. ``running`` holds finished headers and footers by their names in the
    file, such as ``header-landscape``. Without a ``cover`` headings are small, as in a letter.
    """

    def __init__(
        self,
        language: str,
        accent: str,
        tint: str,
        running: Mapping[str, str],
        *,
        cover: bool = True,
        font: str = FAMILY,
    ) -> None:
        import docx  # noqa: PLC0415 - heavy: only when a Word document is made

        self._document: Document = docx.Document(
            io.BytesIO(_empty(language, accent, tint, running, cover=cover, font=font))
        )

    def address(self, link: str) -> str:
        """The name in the file of an address outside it."""
        return self._document.part.relate_to(link, f"{_OFFICE}/hyperlink", is_external=True)

    def picture(self, png: bytes) -> Picture:
        """A picture put into the file."""
        relation, image = self._document.part.get_or_add_image(io.BytesIO(png))
        return Picture(relation, image.px_height / image.px_width)

    def fill(self, body: str, lists: list[tuple[int, int]]) -> None:
        """Put in the finished body, and of each ordered list in it the level and the first number."""
        _replace(self._document.element.body, body)
        numbering = self._document.part.numbering_part.element
        for identity, (level, start) in enumerate(lists, 2):
            begins = w("lvlOverride", w("startOverride", val=start), ilvl=level)
            numbering.append(_parsed(w("num", w("abstractNumId", val=_ORDERED), begins, numId=identity))[0])

    def describe(self, *, title: str, subject: str, author: str, language: str, day: date) -> None:
        """Set the file's properties, of 255 characters at most; ``day`` is the only time in them."""
        properties = self._document.core_properties
        properties.title, properties.subject = title, subject
        properties.author = properties.last_modified_by = author
        properties.language = language
        properties.created = properties.modified = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - UTC by definition
        properties.revision = 1

    def save(self) -> bytes:
        """The file, its parts in order and without the time at which it was made."""
        buffer = io.BytesIO()
        self._document.save(buffer)
        with zipfile.ZipFile(buffer) as archive:
            return _packed({name: archive.read(name) for name in archive.namelist()})


def _replace(element: "BaseOxmlElement", content: str) -> None:
    """Give an element this content in the place of what it holds."""
    for child in list(element):
        element.remove(child)
    element.extend(_parsed(content))


def _parsed(content: str) -> "list[BaseOxmlElement]":
    """The elements of finished XML."""
    from docx.oxml.parser import parse_xml  # noqa: PLC0415 - heavy: only when a Word document is made

    return list(parse_xml(f"<w:body {NAMESPACES}>{content}</w:body>"))


def _empty(
    language: str, accent: str, tint: str, running: Mapping[str, str], *, cover: bool, font: str
) -> bytes:
    """A file with our styles, headers and footers and nothing in it."""
    values = {"language": language, "accent": accent[1:].upper(), "tint": tint[1:].upper()}
    shown, instead = (_AS_IN_WORD, FAMILY) if font == FAMILY else (font, _AS_IN_WORD)
    values |= {"font": attribute(shown), "instead": attribute(instead)}
    values["statuses"] = "".join(map(_status_style, STATUS))
    for level, places in enumerate(_HEADINGS[cover], 1):
        values |= {f"{name}{level}": str(size) for name, size in zip(_HEADING, places, strict=True)}
    kinds = {part: _kind(part) for part in (*_PARTS, *running)}
    parts = {
        "[Content_Types].xml": _content_types(kinds),
        "_rels/.rels": _relationships({"word/document": "officeDocument"}),
        "word/_rels/document.xml.rels": _relationships(kinds),
        "word/document.xml": f"{_HEAD}<w:document {NAMESPACES}><w:body/></w:document>",
    }
    for part, content in running.items():
        tag = "hdr" if kinds[part] == "header" else "ftr"
        parts[f"word/{part}.xml"] = f"{_HEAD}<w:{tag} {NAMESPACES}>{content}</w:{tag}>"
    folder = resources.files("lif.publish.document.word")
    for part in _PARTS:
        text = folder.joinpath(f"{part}.xml").read_text(encoding="utf-8").replace("\r\n", "\n")
        parts[f"word/{part}.xml"] = Template(text).substitute(values)
    return _packed({name: text.encode("utf-8") for name, text in parts.items()})


def _kind(part: str) -> str:
    """What sort of part it is, by its name: ``header`` of ``header-landscape``."""
    return part.partition("-")[0]


def _packed(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in sorted(parts):
            entry = zipfile.ZipInfo(name, _MOMENT)
            entry.create_system = 0  # or it would tell the system that the document was made on
            # Not compressed: what that gives depends on the machine's library.
            archive.writestr(entry, parts[name])
    return buffer.getvalue()


def _status_style(name: str) -> str:
    shade = STATUS[name]
    return w(
        "style",
        w("name", val=f"Status {name.capitalize()}"),
        w("basedOn", val="DefaultParagraphFont"),
        w("qFormat"),
        w(
            "rPr",
            w("color", val=shade.text[1:].upper()),
            w("shd", val="clear", color="auto", fill=shade.background[1:].upper()),
        ),
        type="character",
        customStyle=1,
        styleId=f"Status{name.capitalize()}",
    )


def _content_types(kinds: Mapping[str, str]) -> str:
    defaults = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
    types = {"document": f"{_WORD}.document.main"}
    types |= {part: kind if kind == "theme" else f"{_WORD}.{kind}" for part, kind in kinds.items()}
    written = [
        *(f'<Default Extension="{name}" ContentType="{kind}"/>' for name, kind in defaults.items()),
        *(
            f'<Override PartName="/word/{part}.xml" ContentType="{_TYPES}.{kind}+xml"/>'
            for part, kind in types.items()
        ),
    ]
    return f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">{"".join(written)}</Types>'


def _relationships(kinds: Mapping[str, str]) -> str:
    """The relations to these parts, each known by the part's name."""
    written = (
        f'<Relationship Id="{part.rpartition("/")[2]}" Type="{_OFFICE}/{kind}" Target="{part}.xml"/>'
        for part, kind in kinds.items()
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{"".join(written)}</Relationships>'
