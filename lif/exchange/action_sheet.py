"""The sheet that an agency gets with its letter: one row for each of its actions, to be filled in and sent back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from textwrap import wrap
from typing import TYPE_CHECKING, Any, Final

from lif.exchange.workbook_out import put_text, workbook_bytes

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

SHEET: Final = "Actions"
HELP_SHEET: Final = "How to fill this in"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the sheet."""

    key: str
    heading: str
    width: int
    """In characters, as Excel counts it."""
    filled_in: bool = False
    """Whether it is for the agency to fill in."""
    holds_day: bool = False


ID: Final = Column("id", "Action", 15)
NOTE: Final = Column("note", "New note", 28, filled_in=True)
DONE: Final = Column("done", "Done on", 12, filled_in=True, holds_day=True)
EVIDENCE: Final = Column("evidence", "Evidence, and where it is kept", 26, filled_in=True)
NEW_DUE: Final = Column("new_due", "New due date asked for", 13, filled_in=True, holds_day=True)
WHY: Final = Column("why", "Why a new date", 22, filled_in=True)
STAMP: Final = Column("stamp", "Mark (leave as it is)", 4)
COLUMNS: Final = (
    ID,
    Column("text", "What is to be done", 32),
    Column("outcome", "What difference it is to make", 22),
    Column("lead", "Who leads", 17),
    Column("due", "Due", 12, holds_day=True),
    Column("state", "Where it stands", 15),
    Column("last", "Last note", 30),
    NOTE,
    DONE,
    EVIDENCE,
    NEW_DUE,
    WHY,
    STAMP,
)
"""In their order. The last one is hidden."""
FILLED_IN: Final = tuple(column for column in COLUMNS if column.filled_in)


@dataclass(frozen=True, slots=True)
class SentAction:
    """What the sheet says of one action; texts as they are to be read."""

    id: str
    text: str
    outcome: str
    lead: str
    due: date | None
    state: str
    last: str
    """The latest entry, as a sentence with its day."""
    stamp: str
    """The mark by which a later change here is noticed (`lif.exchange.action_stamp`)."""
    open: bool = True
    """Whether it can still be done or be given another date; those cells are locked otherwise."""


@dataclass(frozen=True, slots=True)
class SheetHead:
    """What the sheet says above its rows."""

    board: str
    agency: str
    sent: date
    marking: str
    fictional: bool = False
    back_by: date | None = None
    """The day by which it is wanted back."""


_HEADER_ROW: Final = 4
_GREY, _WHITE, _LINE = "FFEDEFF2", "FFFFFFFF", "FFB6BCC6"
_DARK, _ACCENT = "FF5C6470", "FF1D4D7A"
_DAY_FORMAT = "dd/mm/yyyy"
_LINE_HEIGHT: Final = 15.0
"""Points, for letters of 11 points."""
_MOST_LINES: Final = 27
"""Excel makes no row higher than 409 points."""
_HELP_WIDTH: Final = 80


def write_sheet(head: SheetHead, actions: Sequence[SentAction]) -> bytes:
    """The workbook, the same bytes for the same content."""
    import openpyxl  # noqa: PLC0415 - takes a while, and few need it

    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.title = SHEET
    _above(sheet, head)
    for number, column in enumerate(COLUMNS, start=1):
        _heading(sheet.cell(_HEADER_ROW, number), column)
    for row, action in enumerate(actions, start=_HEADER_ROW + 1):
        for number, column in enumerate(COLUMNS, start=1):
            _fill(sheet.cell(row, number), column, action)
        texts = [(getattr(action, column.key, ""), column.width) for column in COLUMNS[:-1]]
        sheet.row_dimensions[row].height = _height(*texts)
    last = _HEADER_ROW + len(actions)
    _only_days(sheet, last)
    _set_up(sheet, head, last)
    _explain(book.create_sheet(HELP_SHEET), head)
    book.properties.creator = head.board
    book.properties.title = f"Actions of {head.agency}"
    book.properties.language = "en-GB"
    return workbook_bytes(book, head.sent)


def _above(sheet: Any, head: SheetHead) -> None:
    from openpyxl.styles import Font  # noqa: PLC0415 - as above

    put_text(sheet["A1"], f"{head.board}: actions of {head.agency}")
    sheet["A1"].font = Font("Calibri", size=14, bold=True, color=_ACCENT)
    marking = f"{head.marking}. " if head.marking else ""
    back = f" Please send it back by {_day(head.back_by)}." if head.back_by else ""
    fictional = " This Board is fictional." if head.fictional else ""
    put_text(sheet["A2"], f"{marking}As it stood on {_day(head.sent)}.{back}{fictional}")
    first = COLUMNS.index(FILLED_IN[0]) + 1
    put_text(sheet.cell(3, 1), "For your information (grey)")
    put_text(sheet.cell(3, first), "For you to fill in (white), where there is something to say")
    for cell, colour in ((sheet.cell(3, 1), _DARK), (sheet.cell(3, first), _ACCENT)):
        cell.font = Font("Calibri", bold=True, color=colour)


def _heading(cell: Any, column: Column) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill  # noqa: PLC0415 - as above

    put_text(cell, column.heading)
    cell.font = Font("Calibri", bold=True, color=_WHITE)
    cell.fill = PatternFill("solid", fgColor=_ACCENT if column.filled_in else _DARK)
    cell.alignment = Alignment(wrap_text=True, vertical="center")
    cell.border = _border()


def _fill(cell: Any, column: Column, action: SentAction) -> None:
    from openpyxl.styles import Alignment, PatternFill, Protection  # noqa: PLC0415 - as above

    if not column.filled_in:
        value = getattr(action, column.key)
        if isinstance(value, date):
            cell.value = value
        elif value:
            put_text(cell, value)
    free = column.filled_in and (action.open or column not in (DONE, NEW_DUE, WHY))
    cell.protection = Protection(locked=not free)
    cell.fill = PatternFill("solid", fgColor=_WHITE if free else _GREY)
    cell.alignment = Alignment(wrap_text=True, vertical="top", horizontal="left")
    cell.border = _border()
    if column.holds_day:
        cell.number_format = _DAY_FORMAT
    elif column.filled_in:
        cell.number_format = "@"


def _border() -> Any:
    from openpyxl.styles import Border, Side  # noqa: PLC0415 - as above

    line = Side("thin", _LINE)
    return Border(left=line, right=line, top=line, bottom=line)


def _only_days(sheet: "Worksheet", last: int) -> None:
    """In the columns for days, Excel takes nothing else."""
    from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415 - as above

    if last == _HEADER_ROW:
        return
    for column in FILLED_IN:
        if column.holds_day:
            rule = DataValidation(
                "date", operator="between", formula1="DATE(2000,1,1)", formula2="DATE(2099,12,31)",
                allow_blank=True, showErrorMessage=True, showInputMessage=True,
                errorTitle="A day is wanted here", error="Write the day as 14/07/2017. Words go into the new note.",
                promptTitle=column.heading, prompt="A day, such as 14/07/2017",
            )  # fmt: skip
            letter = _letter(column)
            rule.add(f"{letter}{_HEADER_ROW + 1}:{letter}{last}")
            sheet.add_data_validation(rule)


def _set_up(sheet: Any, head: SheetHead, last: int) -> None:
    """Widths, what stays in sight, what is locked, and how it is printed."""
    for column in COLUMNS:
        sheet.column_dimensions[_letter(column)].width = column.width
    sheet.column_dimensions[_letter(STAMP)].hidden = True
    sheet.row_dimensions[_HEADER_ROW].height = 3 * _LINE_HEIGHT
    sheet.freeze_panes = f"B{_HEADER_ROW + 1}"
    # No password: it keeps from slips, and no secret. Rows and columns may be made wider.
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9  # A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{_HEADER_ROW}:{_HEADER_ROW}"
    sheet.print_area = f"A1:{_letter(COLUMNS[-2])}{last}"
    _margins(sheet, head)


def _margins(sheet: Any, head: SheetHead) -> None:
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top = sheet.page_margins.bottom = 0.7
    # In headers and footers & begins a code of Excel's; doubled, it is itself.
    marking, agency = (text.replace("&", "&&") for text in (head.marking, head.agency))
    sheet.oddHeader.center.text = sheet.oddFooter.center.text = marking
    sheet.oddFooter.left.text = agency
    sheet.oddFooter.right.text = "Page &P of &N"


def _explain(sheet: Any, head: SheetHead) -> None:
    from openpyxl.styles import Alignment, Font, Protection  # noqa: PLC0415 - as above

    put_text(sheet["A1"], HELP_SHEET)
    sheet["A1"].font = Font("Calibri", size=14, bold=True, color=_ACCENT)
    for row, text in enumerate(_lines(head), start=2):
        cell = sheet.cell(row, 1)
        sheet.row_dimensions[row].height = _height((text, _HELP_WIDTH)) + _LINE_HEIGHT / 2
        put_text(cell, text)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.protection = Protection(locked=True)
    sheet.column_dimensions["A"].width = _HELP_WIDTH
    sheet.protection.sheet = True
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "portrait", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    _margins(sheet, head)


def _lines(head: SheetHead) -> list[str]:
    back = f" by {_day(head.back_by)}" if head.back_by else ""
    return [
        f"Fill in the white cells of the sheet {SHEET}, save it, and send the file back to {head.board}{back}. "
        "Leave a row as it is where there is nothing to say.",
        f"{NOTE.heading}: what has happened since the last note, in a sentence or two.",
        f"{DONE.heading}: the day on which it was done. The Board then records that you say it is done; it is "
        "closed when evidence has been seen and the difference it made has been looked at.",
        f"{EVIDENCE.heading}: what shows that it was done, and where the Board can see it: the document, its date, "
        "and who holds it.",
        f"{NEW_DUE.heading}, {WHY.heading.lower()}: where the date cannot be kept. The Board decides about it; until "
        "then the old date stands.",
        "Write days as 14/07/2017.",
        "Write no name and no other detail of a child or a family. For staff, write the post.",
        "The grey cells are what the Board has recorded. If something in them is wrong, say so in the new note. "
        "Please add no rows or columns, and leave the hidden one alone: by it the Board sees that this sheet and "
        "its own record still fit together.",
    ]


def _height(*cells: tuple[Any, int]) -> float:
    """The height of a row with these texts in columns so wide; Excel finds another where it knows better."""
    lines = [
        sum(len(wrap(part, round(1.1 * wide)) or [""]) for part in str(text).split("\n"))
        for text, wide in cells
    ]
    return min(max(lines, default=1), _MOST_LINES) * _LINE_HEIGHT


def _letter(column: Column) -> str:
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 - as above

    return get_column_letter(COLUMNS.index(column) + 1)


def _day(day: date | None) -> str:
    return f"{day.day} {day:%B %Y}" if day else ""
