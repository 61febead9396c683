"""The form of an audit as a Word document: tables to fill in, with a list to choose each grade from."""

import io
import zipfile
from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from lif.exchange.audit_form import (
    CASE,
    COMMENT,
    COMPLETED_BY,
    EVIDENCE,
    GRADE,
    HELP,
    ITEM,
    SCALE,
    TEXT,
    WANTED,
    FormHead,
    FormRow,
    Mark,
    form_rows,
    instructions,
    labels_of,
)  # fmt: skip
from lif.exchange.grid import clean
from lif.records.instrument import Instrument
from lif.records.returns import CHOOSE, NOT_APPLICABLE_LABEL

MARK_HEADING = "Mark of the form (leave as it is)"
_WIDTHS = {ITEM: 2.5, TEXT: 6.0, WANTED: 4.6, GRADE: 3.0, EVIDENCE: 5.0, COMMENT: 5.0}
_WIDTHS_WITH_CASE = {CASE: 1.8, **_WIDTHS, TEXT: 5.3, EVIDENCE: 4.45, COMMENT: 4.45}
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MOMENT = (1980, 1, 1, 0, 0, 0)
_GREY, _ACCENT, _DARK = "EDEFF2", "1D4D7A", "5C6470"


def write_document(head: FormHead, instrument: Instrument, mark: Mark, cases: tuple[str, ...]) -> bytes:
    """The document, the same bytes for the same content."""
    import docx  # noqa: PLC0415 - takes a while, and few need it
    from docx.enum.section import WD_ORIENT  # noqa: PLC0415 - the same
    from docx.shared import Cm, Pt  # noqa: PLC0415 - the same

    document = docx.Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = Cm(1.6)
    section.top_margin = section.bottom_margin = Cm(1.8)
    section.header.paragraphs[0].text = section.footer.paragraphs[0].text = head.marking
    normal: Any = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(10)
    normal.element.rPr.append(_xml(f'<w:lang xmlns:w="{_W}" w:val="en-GB"/>'))
    document.add_heading(clean(f"{head.agency}: {instrument.title}"), 1)
    said = f"{head.board}: {head.theme} ({head.audit}). Edition {instrument.edition}."
    document.add_paragraph(clean(said + (" This Board is fictional." if head.fictional else "")))
    document.add_heading(HELP, 2)
    for text in instructions(head, instrument):
        document.add_paragraph(clean(text), "List Bullet")
    document.add_heading(SCALE, 2)
    described = {grade.label: grade.descriptor or "" for grade in instrument.scale}
    described[NOT_APPLICABLE_LABEL] = (
        "We do not do this work at all. It is counted, and left out of every share."
    )
    _table(
        document,
        ("Grade", "What it needs"),
        (4.0, 22.1),
        [(one, described[one]) for one in labels_of(instrument)],
    )
    document.add_heading("Your answers", 2)
    _table(document, ("About this form", ""), (6.5, 19.6), [(COMPLETED_BY, None), (MARK_HEADING, str(mark))])
    for case, rows in groupby(form_rows(instrument, cases), key=lambda row: row.case):
        if case:
            document.add_heading(case, 3)
        _answers(document, list(rows), labels_of(instrument))
    properties = document.core_properties
    properties.title, properties.author = f"{instrument.title}: {head.agency}"[:255], head.board[:255]
    properties.last_modified_by, properties.language, properties.comments = head.board[:255], "en-GB", ""
    properties.created = properties.modified = datetime(head.sent.year, head.sent.month, head.sent.day)  # noqa: DTZ001 - UTC by definition
    return _packed(document)


def _answers(document: Any, rows: Sequence[FormRow], labels: Sequence[str]) -> None:
    widths = _WIDTHS_WITH_CASE if rows[0].case else _WIDTHS
    first = "".join(
        _cell(one, wide, _ACCENT if one in (GRADE, EVIDENCE, COMMENT) else _DARK, head=True)
        for one, wide in widths.items()
    )
    body = [_row(first, head=True)]
    for row in rows:
        if row.sort == "section":
            body.append(_row(_cell(row.text, sum(widths.values()), _GREY, bold=True, span=len(widths))))
            continue
        item = row.sort == "item"
        cells = {
            CASE: _cell(row.case, 1.8, _GREY),
            ITEM: _cell(row.number, widths[ITEM], _GREY),
            TEXT: _cell(row.text, widths[TEXT], _GREY),
            WANTED: _cell(row.wanted, widths[WANTED], _GREY),
            GRADE: _cell("", widths[GRADE], choose=labels) if item else _cell("", widths[GRADE], _GREY),
            EVIDENCE: _cell("", widths[EVIDENCE], "" if item else _GREY),
            COMMENT: _cell("", widths[COMMENT]),
        }
        body.append(_row("".join(cells[heading] for heading in widths)))
    _put(document, body, list(widths.values()))


def _table(
    document: Any,
    headings: tuple[str, str],
    widths: tuple[float, float],
    rows: Sequence[tuple[str, str | None]],
) -> None:
    body = [
        _row(
            "".join(
                _cell(text, width, _DARK, head=True) for text, width in zip(headings, widths, strict=True)
            ),
            head=True,
        )
    ]
    for left, right in rows:
        fill = "" if right is None else _GREY
        body.append(_row(_cell(left, widths[0], _GREY, bold=True) + _cell(right or "", widths[1], fill)))
    _put(document, body, list(widths))


def _put(document: Any, rows: Sequence[str], widths: Sequence[float]) -> None:
    sides = "".join(f'<w:{side} w:val="single" w:sz="4" w:color="B6BCC6"/>'
                    for side in ("top", "left", "bottom", "right", "insideH", "insideV"))  # fmt: skip
    grid = "".join(f'<w:gridCol w:w="{_twips(width)}"/>' for width in widths)
    table = _xml(
        f'<w:tbl xmlns:w="{_W}"><w:tblPr><w:tblW w:w="{_twips(sum(widths))}" w:type="dxa"/><w:tblBorders>{sides}'
        f'</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblLook w:firstRow="1"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )
    document.element.body.insert_element_before(table, "w:sectPr")


def _row(cells: str, *, head: bool = False) -> str:
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if head else ''}</w:trPr>{cells}</w:tr>"


def _cell(
    text: str, width: float, fill: str = "", *, head: bool = False, bold: bool = False, span: int = 1,
    choose: Sequence[str] = (),
) -> str:  # fmt: skip
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    over = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    look = ("<w:b/>" if bold or head else "") + ('<w:color w:val="FFFFFF"/>' if head else "")
    run = f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(clean(text))}</w:t></w:r>'
    if choose:
        items = "".join(
            f"<w:listItem w:displayText={quoteattr(clean(one))} w:value={quoteattr(clean(one))}/>"
            for one in choose
        )
        shown = f'<w:r><w:rPr><w:color w:val="595959"/></w:rPr><w:t>{CHOOSE}</w:t></w:r>'
        run = (f"<w:sdt><w:sdtPr><w:alias w:val={quoteattr(GRADE)}/><w:showingPlcHdr/><w:dropDownList>{items}"
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
