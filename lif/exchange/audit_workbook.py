"""The form of an audit as a workbook: one sheet to fill in, the scale, and how it is done."""

from collections.abc import Sequence
from textwrap import wrap
from typing import Any, Final

from lif.exchange.audit_form import (
    ANSWERS,
    CASE,
    COMMENT,
    COMPLETED_BY,
    EVIDENCE,
    GRADE,
    HEADINGS,
    HELP,
    ITEM,
    SCALE,
    TEXT,
    WANTED,
    FormHead,
    FormRow,
    Mark,
    day_text,
    form_rows,
    instructions,
    labels_of,
)  # fmt: skip
from lif.exchange.workbook_out import put_text, workbook_bytes
from lif.records.instrument import Instrument
from lif.records.returns import NOT_APPLICABLE_LABEL

_WIDTHS: Final = {CASE: 11, ITEM: 12, TEXT: 44, WANTED: 32, GRADE: 16, EVIDENCE: 34, COMMENT: 34}
_FILLED_IN: Final = (GRADE, EVIDENCE, COMMENT)
_HEADER: Final = 5
_FIRST_GRADE: Final = 3
_GREY, _WHITE, _LINE = "FFEDEFF2", "FFFFFFFF", "FFB6BCC6"
_DARK, _ACCENT = "FF5C6470", "FF1D4D7A"
_LINE_HEIGHT: Final = 15.0


def write_workbook(head: FormHead, instrument: Instrument, mark: Mark, cases: tuple[str, ...]) -> bytes:
    """The workbook, the same bytes for the same content."""
    import openpyxl  # noqa: PLC0415 - takes a while, and few need it

    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.title = ANSWERS
    columns = [heading for heading in HEADINGS if heading != CASE or cases]
    rows = form_rows(instrument, cases)
    _above(sheet, head, instrument, columns)
    style = _Styles()
    for place, heading in enumerate(columns, start=1):
        style.heading(sheet.cell(_HEADER, place), heading)
    for number, row in enumerate(rows, start=_HEADER + 1):
        for place, heading in enumerate(columns, start=1):
            style.fill(sheet.cell(number, place), heading, row)
        texts = [(row.text, _WIDTHS[TEXT]), (row.wanted, _WIDTHS[WANTED])]
        sheet.row_dimensions[number].height = max(
            _height(*texts), _LINE_HEIGHT * (1 if row.sort == "section" else 2)
        )
    last = _HEADER + len(rows)
    hidden = len(columns) + 2
    put_text(sheet.cell(1, hidden), str(mark))
    _list(sheet, rows, columns, len(labels_of(instrument)))
    _set_up(sheet, columns, last, hidden)
    _scale(book.create_sheet(SCALE), instrument)
    _help(book.create_sheet(HELP), head, instrument)
    for one in book.worksheets:
        _margins(one, head)
    book.properties.creator = head.board
    book.properties.title = f"{instrument.title}: {head.agency}"
    book.properties.language = "en-GB"
    return workbook_bytes(book, head.sent)


def _above(sheet: Any, head: FormHead, instrument: Instrument, columns: Sequence[str]) -> None:
    from openpyxl.styles import Font  # noqa: PLC0415 - as above

    put_text(sheet["A1"], f"{head.agency}: {instrument.title}")
    sheet["A1"].font = Font("Calibri", size=14, bold=True, color=_ACCENT)
    back = f" Please send it back by {day_text(head.back_by)}." if head.back_by else ""
    fictional = " This Board is fictional." if head.fictional else ""
    put_text(
        sheet["A2"],
        f"{head.board}: {head.theme} ({head.audit}). Edition {instrument.edition}. "
        f"Sent {day_text(head.sent)}.{back}{fictional}",
    )
    put_text(sheet["A3"], f"{COMPLETED_BY}:")
    sheet["A3"].font = Font("Calibri", bold=True)
    _Styles().white(sheet.cell(3, columns.index(TEXT) + 1))
    put_text(sheet["A4"], "For your information (grey)")
    put_text(sheet.cell(4, columns.index(GRADE) + 1), "For you to fill in (white)")
    for cell, colour in ((sheet["A4"], _DARK), (sheet.cell(4, columns.index(GRADE) + 1), _ACCENT)):
        cell.font = Font("Calibri", bold=True, color=colour)


class _Styles:
    """How cells look, made once for the whole form."""

    def __init__(self) -> None:
        from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side  # noqa: PLC0415

        line = Side("thin", _LINE)
        self._border = Border(left=line, right=line, top=line, bottom=line)
        self._wrapped = Alignment(wrap_text=True, vertical="top", horizontal="left")
        self._centred = Alignment(wrap_text=True, vertical="center")
        self._fills = {name: PatternFill("solid", fgColor=name) for name in (_GREY, _WHITE, _DARK, _ACCENT)}
        self._on_dark, self._bold = Font("Calibri", bold=True, color=_WHITE), Font("Calibri", bold=True)
        self._free, self._locked = Protection(locked=False), Protection(locked=True)

    def heading(self, cell: Any, heading: str) -> None:
        """The heading of a column."""
        put_text(cell, heading)
        cell.font, cell.alignment, cell.border = self._on_dark, self._centred, self._border
        cell.fill = self._fills[_ACCENT if heading in _FILLED_IN else _DARK]

    def fill(self, cell: Any, heading: str, row: FormRow) -> None:
        """A cell of a row."""
        texts = {CASE: row.case, ITEM: row.number, TEXT: row.text, WANTED: row.wanted}
        free = heading == COMMENT if row.sort == "question" else row.sort == "item" and heading in _FILLED_IN
        if free:
            self.white(cell)
            return
        if texts.get(heading):
            put_text(cell, texts[heading])
        cell.alignment, cell.border, cell.fill = self._wrapped, self._border, self._fills[_GREY]
        cell.protection = self._locked
        if row.sort == "section":
            cell.font = self._bold

    def white(self, cell: Any) -> None:
        """A cell to be filled in; what is typed there stays text."""
        cell.alignment, cell.border, cell.fill = self._wrapped, self._border, self._fills[_WHITE]
        cell.protection, cell.number_format = self._free, "@"


def _list(sheet: Any, rows: Sequence[FormRow], columns: Sequence[str], grades: int) -> None:
    """Where a grade is wanted, Excel offers the scale and takes nothing else."""
    from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415 - as above

    rule = DataValidation(
        "list", formula1=f"'{SCALE}'!$A${_FIRST_GRADE}:$A${_FIRST_GRADE + grades - 1}", allow_blank=True,
        showErrorMessage=True, errorTitle="Not on the scale", error="Choose a grade from the list.",
    )  # fmt: skip
    letter = _letter(columns.index(GRADE) + 1)
    for number, row in enumerate(rows, start=_HEADER + 1):
        if row.sort == "item":
            rule.add(f"{letter}{number}")
    sheet.add_data_validation(rule)


def _set_up(sheet: Any, columns: Sequence[str], last: int, hidden: int) -> None:
    for place, heading in enumerate(columns, start=1):
        sheet.column_dimensions[_letter(place)].width = _WIDTHS[heading]
    sheet.column_dimensions[_letter(hidden)].hidden = True
    sheet.row_dimensions[_HEADER].height = 2 * _LINE_HEIGHT
    sheet.freeze_panes = f"{_letter(columns.index(TEXT) + 1)}{_HEADER + 1}"
    # No password: it keeps from slips, and no secret. Rows and columns may be made wider.
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False
    sheet.page_setup.orientation = "landscape"
    sheet.print_title_rows = f"{_HEADER}:{_HEADER}"
    sheet.print_area = f"A1:{_letter(len(columns))}{last}"


def _scale(sheet: Any, instrument: Instrument) -> None:
    style = _Styles()
    put_text(sheet["A1"], "The scale, from the worst to the best")
    for place, heading in enumerate(("Grade", "What it needs"), start=1):
        style.heading(sheet.cell(_FIRST_GRADE - 1, place), heading)
    described = {grade.label: grade.descriptor or "" for grade in instrument.scale}
    described[NOT_APPLICABLE_LABEL] = (
        "We do not do this work at all. It is counted, and left out of every share."
    )
    for number, label in enumerate(labels_of(instrument), start=_FIRST_GRADE):
        style.fill(sheet.cell(number, 1), ITEM, FormRow("", label, ""))
        style.fill(sheet.cell(number, 2), TEXT, FormRow("", "", described[label]))
        sheet.row_dimensions[number].height = _height((described[label], 80))
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 26, 80
    sheet.protection.sheet = True


def _help(sheet: Any, head: FormHead, instrument: Instrument) -> None:
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415 - as above

    put_text(sheet["A1"], HELP)
    sheet["A1"].font = Font("Calibri", size=14, bold=True, color=_ACCENT)
    for row, text in enumerate(instructions(head, instrument), start=2):
        put_text(sheet.cell(row, 1), text)
        sheet.cell(row, 1).alignment = Alignment(wrap_text=True, vertical="top")
        sheet.row_dimensions[row].height = _height((text, 84)) + _LINE_HEIGHT / 2
    sheet.column_dimensions["A"].width = 84
    sheet.protection.sheet = True


def _margins(sheet: Any, head: FormHead) -> None:
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top = sheet.page_margins.bottom = 0.7
    # In headers and footers & begins a code of Excel's; doubled, it is itself.
    marking, agency = (text.replace("&", "&&") for text in (head.marking, head.agency))
    sheet.oddHeader.center.text = sheet.oddFooter.center.text = marking
    sheet.oddFooter.left.text = agency
    sheet.oddFooter.right.text = "Page &P of &N"


def _height(*cells: tuple[str, int]) -> float:
    lines = [sum(len(wrap(part, wide)) or 1 for part in text.split("\n")) for text, wide in cells]
    return min(max(lines, default=1), 27) * _LINE_HEIGHT


def _letter(place: int) -> str:
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 - as above

    return get_column_letter(place)
