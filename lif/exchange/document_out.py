"""Word documents that go out to be filled in: tables, lists to choose from, and the same bytes for the same content."""

import io
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from lif.exchange.grid import clean

GREY, ACCENT, DARK = "EDEFF2", "1D4D7A", "5C6470"
"""The fill of what is there to be read, of the heading of what is to be filled in, and of any other heading."""
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MOMENT = (1980, 1, 1, 0, 0, 0)


def new_form(marking: str) -> Any:
    """An empty document across the page, with the marking at its head and foot.

    Any: the library has no types.
    """
    import docx  # noqa: PLC0415 - takes a while, and few need it
    from docx.enum.section import WD_ORIENT  # noqa: PLC0415 - the same
    from docx.shared import Cm, Pt  # noqa: PLC0415 - the same

    document = docx.Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = Cm(1.6)
    section.top_margin = section.bottom_margin = Cm(1.8)
    section.header.paragraphs[0].text = section.footer.paragraphs[0].text = marking
    normal: Any = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(10)
    for language in document.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:lang"):
        language.set(f"{{{_W}}}val", "en-GB")
    return document


def document_bytes(document: Any, title: str, author: str, day: date) -> bytes:
    """The file of a document; `day` is the only time in it."""
    properties = document.core_properties
    properties.title, properties.author = title[:255], author[:255]
    properties.last_modified_by, properties.language, properties.comments = author[:255], "en-GB", ""
    properties.created = properties.modified = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - UTC by definition
    return _packed(document)


def put_pairs(
    document: Any,
    headings: tuple[str, str],
    widths: tuple[float, float],
    rows: Sequence[tuple[str, str | None]],
) -> None:
    """Put a table of two columns at the end of the document; where the second of a row is None, it is to be filled in."""
    body = [
        table_row(
            "".join(
                table_cell(text, width, DARK, head=True) for text, width in zip(headings, widths, strict=True)
            ),
            head=True,
        )
    ]
    for left, right in rows:
        fill = "" if right is None else GREY
        body.append(
            table_row(table_cell(left, widths[0], GREY, bold=True) + table_cell(right or "", widths[1], fill))
        )
    put_table(document, body, list(widths))


def put_table(document: Any, rows: Sequence[str], widths: Sequence[float]) -> None:
    """Put a table at the end of the document, named for the paragraph before it; widths are in centimetres."""
    name = quoteattr(clean(document.paragraphs[-1].text))
    sides = "".join(f'<w:{side} w:val="single" w:sz="4" w:color="B6BCC6"/>'
                    for side in ("top", "left", "bottom", "right", "insideH", "insideV"))  # fmt: skip
    grid = "".join(f'<w:gridCol w:w="{_twips(width)}"/>' for width in widths)
    table = _xml(
        f'<w:tbl xmlns:w="{_W}"><w:tblPr><w:tblW w:w="{_twips(sum(widths))}" w:type="dxa"/><w:tblBorders>{sides}'
        f'</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblLook w:firstRow="1"/><w:tblCaption w:val={name}/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )
    document.element.body.insert_element_before(table, "w:sectPr")


def table_row(cells: str, *, head: bool = False) -> str:
    """One row, of cells that `table_cell` made; a head is repeated on each page."""
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if head else ''}</w:trPr>{cells}</w:tr>"


def table_cell(
    text: str, width: float, fill: str = "", *, head: bool = False, bold: bool = False, span: int = 1,
    choose: Sequence[str] = (), choosing: str = "", unchosen: str = "",
) -> str:  # fmt: skip
    """One cell. With `choose` it is a list: `choosing` says what of, and `unchosen` stands there until then."""
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    over = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    look = ("<w:b/>" if bold or head else "") + ('<w:color w:val="FFFFFF"/>' if head else "")
    lines = "<w:br/>".join(
        f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in clean(text).split("\n")
    )
    run = f"<w:r><w:rPr>{look}</w:rPr>{lines}</w:r>"
    if choose:
        items = "".join(
            f"<w:listItem w:displayText={quoteattr(clean(one))} w:value={quoteattr(clean(one))}/>"
            for one in choose
        )
        shown = f'<w:r><w:rPr><w:color w:val="595959"/></w:rPr><w:t>{escape(unchosen)}</w:t></w:r>'
        run = (f"<w:sdt><w:sdtPr><w:alias w:val={quoteattr(choosing)}/><w:showingPlcHdr/><w:dropDownList>{items}"
               f"</w:dropDownList></w:sdtPr><w:sdtContent>{shown}</w:sdtContent></w:sdt>")  # fmt: skip
    spacing = '<w:pPr><w:spacing w:before="40" w:after="40"/></w:pPr>'
    return (f'<w:tc><w:tcPr><w:tcW w:w="{_twips(width)}" w:type="dxa"/>{over}{shade}</w:tcPr>'
            f"<w:p>{spacing}{run}</w:p></w:tc>")  # fmt: skip


def _twips(centimetres: float) -> int:
    return round(centimetres * 567)


def _xml(text: str) -> Any:
    from docx.oxml.parser import parse_xml  # noqa: PLC0415 - takes a while, and few need it

    return parse_xml(text)


def _packed(document: Any) -> bytes:
    """The file, its parts in order and without the time at which it was made."""
    buffer, out = io.BytesIO(), io.BytesIO()
    document.save(buffer)
    with zipfile.ZipFile(buffer) as made, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in made.namelist():
            part = zipfile.ZipInfo(name, _MOMENT)
            part.compress_type = zipfile.ZIP_DEFLATED
            part.external_attr = 0o600 << 16
            packed.writestr(part, made.read(name))
    return out.getvalue()
