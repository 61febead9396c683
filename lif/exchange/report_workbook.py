"""The form of a report as a workbook: one sheet to fill in, the agency's own figures, and how it is done."""

from typing import Any, Final

from lif.exchange.audit_form import day_text
from lif.exchange.form_styles import (
    ACCENT,
    DARK,
    LINE_HEIGHT,
    Styles,
    height_of,
    letter_of,
    on_a4,
    put_help,
)
from lif.exchange.report_form import (
    ANSWERS,
    FIGURE_HEADINGS,
    FIGURES,
    HEADINGS,
    HELP,
    LAST,
    NOW,
    PART,
    REPORT,
    WANTED,
    ReportForm,
    instructions,
)
from lif.exchange.workbook_out import put_text, workbook_bytes

_WIDTHS: Final = {PART: 26, WANTED: 34, LAST: 52, NOW: 62}
_FIGURE_WIDTHS: Final = (44, 22, 16, 24, 24, 52)
_HEADER: Final = 4
_FEWEST_LINES: Final = 3
"""Lines. A cell for a text that is lower looks as if a word were enough."""


def write_workbook(form: ReportForm) -> bytes:
    """The workbook, the same bytes for the same content."""
    import openpyxl  # noqa: PLC0415 - takes a while, and few need it

    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.title = REPORT
    headings = [one for one in HEADINGS if one != LAST or form.head.last]
    _above(sheet, form, headings)
    _rows(sheet, form, headings)
    if form.figures:
        _figures(book.create_sheet(FIGURES), form)
    put_help(book.create_sheet(HELP), HELP, instructions(form.head))
    for one in book.worksheets:
        on_a4(one, form.head.marking, form.head.agency)
    book.properties.creator = form.head.board
    book.properties.title = f"{form.head.title}: {form.head.agency}"
    book.properties.language = "en-GB"
    return workbook_bytes(book, form.head.sent)


def _above(sheet: Any, form: ReportForm, headings: list[str]) -> None:
    from openpyxl.styles import Font  # noqa: PLC0415 - as above

    head = form.head
    put_text(sheet["A1"], f"{head.agency}: {head.title}")
    sheet["A1"].font = Font("Calibri", size=14, bold=True, color=ACCENT)
    back = f" Please send it back by {day_text(head.back_by)}." if head.back_by else ""
    fictional = " This Board is fictional." if head.fictional else ""
    put_text(sheet["A2"], f"{head.board}. Sent {day_text(head.sent)}.{back}{fictional}")
    now = sheet.cell(3, len(headings))
    put_text(sheet["A3"], "For your information (grey)")
    put_text(now, "For you to fill in (white)")
    for cell, colour in ((sheet["A3"], DARK), (now, ACCENT)):
        cell.font = Font("Calibri", bold=True, color=colour)


def _rows(sheet: Any, form: ReportForm, headings: list[str]) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415 - as above

    style = Styles()
    choice = DataValidation(
        "list", formula1=f'"{",".join(ANSWERS.values())}"', allow_blank=True, showErrorMessage=True,
        errorTitle="Not an answer", error="Choose Yes, No or Not known from the list.",
    )  # fmt: skip
    last_row = _HEADER + len(form.lines)
    for place, heading in enumerate(headings, start=1):
        style.heading(sheet.cell(_HEADER, place), heading, filled_in=heading == NOW)
        sheet.column_dimensions[letter_of(place)].width = _WIDTHS[heading]
    for number, line in enumerate(form.lines, start=_HEADER + 1):
        texts = {PART: line.title, WANTED: line.asks, LAST: line.last}
        for place, heading in enumerate(headings, start=1):
            cell = sheet.cell(number, place)
            if heading == NOW and line.sort != "section":
                style.white(cell)
            else:
                style.grey(cell, texts.get(heading, ""), bold=heading == PART)
        if line.sort == "answer":
            choice.add(f"{letter_of(len(headings))}{number}")
        lines = _FEWEST_LINES if line.sort in ("text", "details") and line.part else 1
        sheet.row_dimensions[number].height = max(
            height_of(*((texts[one], _WIDTHS[one]) for one in headings if one in texts)), LINE_HEIGHT * lines
        )
    sheet.add_data_validation(choice)
    hidden = len(headings) + 2
    put_text(sheet.cell(1, hidden), str(form.mark))
    sheet.column_dimensions[letter_of(hidden)].hidden = True
    sheet.freeze_panes = f"B{_HEADER + 1}"
    # No password: it keeps from slips, and no secret. Rows and columns may be made wider.
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False
    sheet.page_setup.orientation = "landscape"
    sheet.print_title_rows = f"{_HEADER}:{_HEADER}"
    sheet.print_area = f"A1:{letter_of(len(headings))}{last_row}"


def _figures(sheet: Any, form: ReportForm) -> None:
    style = Styles()
    put_text(sheet["A1"], f"Figures that {form.head.agency} answers for, as the Board holds them")
    for place, (heading, width) in enumerate(zip(FIGURE_HEADINGS, _FIGURE_WIDTHS, strict=True), start=1):
        style.heading(sheet.cell(2, place), heading, filled_in=False)
        sheet.column_dimensions[letter_of(place)].width = width
    for number, figure in enumerate(form.figures, start=3):
        for place, text in enumerate(figure.cells, start=1):
            style.grey(sheet.cell(number, place), text)
        sheet.row_dimensions[number].height = height_of(*zip(figure.cells, _FIGURE_WIDTHS, strict=True))
    sheet.page_setup.orientation = "landscape"
    sheet.protection.sheet = True
