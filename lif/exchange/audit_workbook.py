"""The form of an audit as a workbook: one sheet to fill in, the scale, and how it is done."""

from collections.abc import Sequence
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
from lif.exchange.form_styles import ACCENT, DARK, LINE_HEIGHT, Styles, height_of, letter_of, on_a4, put_help
from lif.exchange.workbook_out import put_text, workbook_bytes
from lif.records.instrument import Instrument
from lif.records.returns import NOT_APPLICABLE_LABEL

_WIDTHS: Final = {CASE: 11, ITEM: 12, TEXT: 44, WANTED: 32, GRADE: 16, EVIDENCE: 34, COMMENT: 34}
_FILLED_IN: Final = (GRADE, EVIDENCE, COMMENT)
_HEADER: Final = 5
_FIRST_GRADE: Final = 3


def write_workbook(head: FormHead, instrument: Instrument, mark: Mark, cases: tuple[str, ...]) -> bytes:
    """The workbook, the same bytes for the same content."""
    import openpyxl  # noqa: PLC0415 - takes a while, and few need it

    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.title = ANSWERS
    columns = [heading for heading in HEADINGS if heading != CASE or cases]
    rows = form_rows(instrument, cases)
    _above(sheet, head, instrument, columns)
    style = Styles()
    for place, heading in enumerate(columns, start=1):
        style.heading(sheet.cell(_HEADER, place), heading, filled_in=heading in _FILLED_IN)
    for number, row in enumerate(rows, start=_HEADER + 1):
        for place, heading in enumerate(columns, start=1):
            _fill(style, sheet.cell(number, place), heading, row)
        texts = [(row.text, _WIDTHS[TEXT]), (row.wanted, _WIDTHS[WANTED])]
        sheet.row_dimensions[number].height = max(
            height_of(*texts), LINE_HEIGHT * (1 if row.sort == "section" else 2)
        )
    last = _HEADER + len(rows)
    hidden = len(columns) + 2
    put_text(sheet.cell(1, hidden), str(mark))
    _list(sheet, rows, columns, len(labels_of(instrument)))
    _set_up(sheet, columns, last, hidden)
    _scale(book.create_sheet(SCALE), instrument)
    put_help(book.create_sheet(HELP), HELP, instructions(head, instrument))
    for one in book.worksheets:
        on_a4(one, head.marking, head.agency)
    book.properties.creator = head.board
    book.properties.title = f"{instrument.title}: {head.agency}"
    book.properties.language = "en-GB"
    return workbook_bytes(book, head.sent)


def _above(sheet: Any, head: FormHead, instrument: Instrument, columns: Sequence[str]) -> None:
    from openpyxl.styles import Font  # noqa: PLC0415 - as above

    put_text(sheet["A1"], f"{head.agency}: {instrument.title}")
    sheet["A1"].font = Font("Calibri", size=14, bold=True, color=ACCENT)
    back = f" Please send it back by {day_text(head.back_by)}." if head.back_by else ""
    fictional = " This Board is fictional." if head.fictional else ""
    put_text(
        sheet["A2"],
        f"{head.board}: {head.theme} ({head.audit}). Edition {instrument.edition}. "
        f"Sent {day_text(head.sent)}.{back}{fictional}",
    )
    put_text(sheet["A3"], f"{COMPLETED_BY}:")
    sheet["A3"].font = Font("Calibri", bold=True)
    # The label takes the columns before it, and is read in full once something is filled in.
    Styles().white(sheet.cell(3, columns.index(WANTED) + 1))
    put_text(sheet["A4"], "For your information (grey)")
    put_text(sheet.cell(4, columns.index(GRADE) + 1), "For you to fill in (white)")
    for cell, colour in ((sheet["A4"], DARK), (sheet.cell(4, columns.index(GRADE) + 1), ACCENT)):
        cell.font = Font("Calibri", bold=True, color=colour)


def _fill(style: Styles, cell: Any, heading: str, row: FormRow) -> None:
    """A cell of a row."""
    texts = {CASE: row.case, ITEM: row.number, TEXT: row.text, WANTED: row.wanted}
    free = heading == COMMENT if row.sort == "question" else row.sort == "item" and heading in _FILLED_IN
    if free:
        style.white(cell)
    else:
        style.grey(cell, texts.get(heading, ""), bold=row.sort == "section")


def _list(sheet: Any, rows: Sequence[FormRow], columns: Sequence[str], grades: int) -> None:
    """Where a grade is wanted, Excel offers the scale and takes nothing else."""
    from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415 - as above

    rule = DataValidation(
        "list", formula1=f"'{SCALE}'!$A${_FIRST_GRADE}:$A${_FIRST_GRADE + grades - 1}", allow_blank=True,
        showErrorMessage=True, errorTitle="Not on the scale", error="Choose a grade from the list.",
    )  # fmt: skip
    letter = letter_of(columns.index(GRADE) + 1)
    for number, row in enumerate(rows, start=_HEADER + 1):
        if row.sort == "item":
            rule.add(f"{letter}{number}")
    sheet.add_data_validation(rule)


def _set_up(sheet: Any, columns: Sequence[str], last: int, hidden: int) -> None:
    for place, heading in enumerate(columns, start=1):
        sheet.column_dimensions[letter_of(place)].width = _WIDTHS[heading]
    sheet.column_dimensions[letter_of(hidden)].hidden = True
    sheet.row_dimensions[_HEADER].height = 2 * LINE_HEIGHT
    sheet.freeze_panes = f"{letter_of(columns.index(TEXT) + 1)}{_HEADER + 1}"
    # No password: it keeps from slips, and no secret. Rows and columns may be made wider.
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False
    sheet.page_setup.orientation = "landscape"
    sheet.print_title_rows = f"{_HEADER}:{_HEADER}"
    sheet.print_area = f"A1:{letter_of(len(columns))}{last}"


def _scale(sheet: Any, instrument: Instrument) -> None:
    style = Styles()
    put_text(sheet["A1"], "The scale, from the worst to the best")
    for place, heading in enumerate(("Grade", "What it needs"), start=1):
        style.heading(sheet.cell(_FIRST_GRADE - 1, place), heading, filled_in=False)
    described = {grade.label: grade.descriptor or "" for grade in instrument.scale}
    described[NOT_APPLICABLE_LABEL] = (
        "We do not do this work at all. It is counted, and left out of every share."
    )
    for number, label in enumerate(labels_of(instrument), start=_FIRST_GRADE):
        style.grey(sheet.cell(number, 1), label)
        style.grey(sheet.cell(number, 2), described[label])
        sheet.row_dimensions[number].height = height_of((described[label], 80))
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 26, 80
    sheet.protection.sheet = True
