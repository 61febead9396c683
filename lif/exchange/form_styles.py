"""How the cells and sheets of a form look: grey is there to be read, white is to be filled in."""

from collections.abc import Sequence
from textwrap import wrap
from typing import Any, Final

from lif.exchange.workbook_out import put_text

DARK, ACCENT = "FF5C6470", "FF1D4D7A"
LINE_HEIGHT: Final = 15.0
"""Points."""
_GREY, _WHITE, _LINE = "FFEDEFF2", "FFFFFFFF", "FFB6BCC6"
_TALLEST = 27
"""Lines. A row that is taller does not fit a screen."""


class Styles:
    """How cells look, made once for the whole form.

    Any: the types of openpyxl know no cell that can be written for certain.
    """

    def __init__(self) -> None:
        from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side  # noqa: PLC0415

        line = Side("thin", _LINE)
        self._border = Border(left=line, right=line, top=line, bottom=line)
        self._wrapped = Alignment(wrap_text=True, vertical="top", horizontal="left")
        self._centred = Alignment(wrap_text=True, vertical="center")
        self._fills = {name: PatternFill("solid", fgColor=name) for name in (_GREY, _WHITE, DARK, ACCENT)}
        self._on_dark, self._bold = Font("Calibri", bold=True, color=_WHITE), Font("Calibri", bold=True)
        self._free, self._locked = Protection(locked=False), Protection(locked=True)

    def heading(self, cell: Any, text: str, *, filled_in: bool) -> None:
        """The heading of a column."""
        put_text(cell, text)
        cell.font, cell.alignment, cell.border = self._on_dark, self._centred, self._border
        cell.fill = self._fills[ACCENT if filled_in else DARK]

    def grey(self, cell: Any, text: str, *, bold: bool = False) -> None:
        """A cell to be read."""
        if text:
            put_text(cell, text)
        cell.alignment, cell.border, cell.fill = self._wrapped, self._border, self._fills[_GREY]
        cell.protection = self._locked
        if bold:
            cell.font = self._bold

    def white(self, cell: Any) -> None:
        """A cell to be filled in; what is typed there stays text."""
        cell.alignment, cell.border, cell.fill = self._wrapped, self._border, self._fills[_WHITE]
        cell.protection, cell.number_format = self._free, "@"


def on_a4(sheet: Any, marking: str, agency: str) -> None:
    """Set a sheet up for paper: one page wide, the marking at its head and foot, and whose it is."""
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top = sheet.page_margins.bottom = 0.7
    # In headers and footers & begins a code of Excel's; doubled, it is itself.
    marking, agency = (text.replace("&", "&&") for text in (marking, agency))
    sheet.oddHeader.center.text = sheet.oddFooter.center.text = marking
    sheet.oddFooter.left.text = agency
    sheet.oddFooter.right.text = "Page &P of &N"


def put_help(sheet: Any, title: str, texts: Sequence[str]) -> None:
    """A sheet of paragraphs that say how the form is filled in."""
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415 - takes a while, and few need it

    put_text(sheet["A1"], title)
    sheet["A1"].font = Font("Calibri", size=14, bold=True, color=ACCENT)
    for row, text in enumerate(texts, start=2):
        put_text(sheet.cell(row, 1), text)
        sheet.cell(row, 1).alignment = Alignment(wrap_text=True, vertical="top")
        sheet.row_dimensions[row].height = height_of((text, 84)) + LINE_HEIGHT / 2
    sheet.column_dimensions["A"].width = 84
    # A single column that is wider than the paper is cut off, and not made smaller, by some programs.
    sheet.page_setup.orientation = "landscape"
    sheet.protection.sheet = True


def height_of(*cells: tuple[str, int]) -> float:
    """How high a row is to be so that these texts can be read in columns of these widths."""
    lines = [sum(len(wrap(part, wide)) or 1 for part in text.split("\n")) for text, wide in cells]
    return min(max(lines, default=1), _TALLEST) * LINE_HEIGHT


def letter_of(place: int) -> str:
    """The letter of a column, counted from 1."""
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 - as above

    return get_column_letter(place)
