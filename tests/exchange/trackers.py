"""Trackers of actions as three offices keep them, made anew for each test. All of it is fictional."""

from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.styles.colors import Color


def day(*parts: int) -> datetime:
    return datetime(*parts)  # type: ignore[arg-type]  # noqa: DTZ001 - as Excel keeps days


def filled(colour: str | int) -> PatternFill:
    """A fill by its colour, or by the number of a colour of the theme."""
    return PatternFill("solid", fgColor=Color(theme=colour) if isinstance(colour, int) else f"FF{colour}")


def _dress(sheet: Any, header: int, widths: dict[str, int]) -> None:
    for letter, width in widths.items():
        sheet.column_dimensions[letter].width = width
    for row in sheet.iter_rows():
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    for cell in sheet[header]:
        cell.font = Font(bold=True)


def borough(path: Path) -> Path:
    """Two rows of headings, recommendations merged over their actions, days as text, the grade by colour alone,
    three actions in one cell."""
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.title = "SCR Family B"
    rows = [
        ["Borough Safeguarding Children Board"],
        ["Serious case review, Family B: multi-agency action plan", None, None, None, None, None, None, None, "v7 FINAL"],
        [],
        ["Recommendation", "No.", "Action to be taken", "Responsible", None, "Timescale", None, "RAG", "Progress update"],
        [None, None, None, "Agency", "Lead officer", "Start", "By when", None, None],
        ["1. Agencies share what they know of fathers", "1.1", "Change the referral form so that it asks for fathers.",
         "CSC", "Service Manager, Front Door", "01/04/2017", "30/06/2017", None, "Form in use since 19 June."],
        [None, "1.2", "=Train duty staff in the new form", "Police", "Detective Inspector", "3.4.17", "31st July 2017", None,
         "12/06/2017: first session, 14 came\n03/07/2017 - second session, 22 came"],
        [None, "1.3", "Ask again in six months whether the form is filled in.", "CSC", "Service Manager, Front Door",
         None, "End of January 2018", None, None],
        ["2. Midwives are told of risk before the birth", "2.1",
         "1. Agree a pathway with the hospital\n2. Brief all community midwives\n3. Dip sample 20 bookings",
         "Health Trust", "Head of Midwifery", None, "30/09/2017\n31/10/2017\n31/01/2018", None, "Pathway agreed."],
        [None, "2.2", "Write to all general practices.", "Health Trust", "Named Doctor", None, "ASAP", None, None],
    ]  # fmt: skip
    for row in rows:
        sheet.append(row)
    sheet["C7"].data_type = "s"
    for merged in ("A1:I1", "A4:A5", "B4:B5", "C4:C5", "D4:E4", "F4:G4", "H4:H5", "I4:I5", "A6:A8", "A9:A10"):
        sheet.merge_cells(merged)
    for row, colour in ((6, "0070C0"), (7, 6), (8, 7), (9, "FF0000"), (10, "FFC000")):
        sheet.cell(row, 8).fill = filled(colour)
    _dress(sheet, 4, {"A": 24, "B": 6, "C": 40, "D": 14, "E": 22, "F": 12, "G": 16, "H": 6, "I": 40})
    book.save(path)
    return path


def county(path: Path) -> Path:
    """Headings between the rows, words of its own for states, a formula, what was finished on a sheet of its own,
    lists on a hidden one, a row hidden by a filter, a column without a heading."""
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.title = "Open actions"
    head = [
        "Ref",
        "Agreed action",
        "Owner",
        "Due date",
        "Revised date",
        "Status",
        "Days late",
        "Comments",
        "Workstream",
    ]
    rows: list[list[Any]] = [
        ["County Board action log 2017/18"],
        head,
        ["NEGLECT"],
        ["N1", "Add the neglect form to the case system.", "Health Trust - Head of Safeguarding", day(2017, 6, 30),
         day(2017, 9, 29), "On track", "=TODAY()-D4", "Supplier quoted in May.", "Tools", "see e-mail"],
        ["N2", "Count forms begun each quarter.", "Police (Performance Analyst)", day(2017, 12, 31), None, "Parked",
         "=TODAY()-D5", None, "Data"],
        head,
        ["VOICE"],
        ["V1", "Ask children after each conference what changed.", "Participation Worker", "ongoing", None,
         "In progress – slow", "=1", None, "Voice"],
        ["V2", "Publish what children said.", "Health Trust", None, None, "Not started", None, "-", "Voice"],
        [None, None, None, None, None, None, None, "A leaflet was drafted with the youth council.", None],
    ]  # fmt: skip
    for row in rows:
        sheet.append(row)
    sheet.merge_cells("A3:I3")
    sheet.merge_cells("A7:I7")
    sheet.row_dimensions[9].hidden = True
    _dress(sheet, 2, {"B": 40, "C": 28, "D": 12, "E": 12, "H": 36})
    done: Any = book.create_sheet("Closed actions")
    for row in [
        [*head[:6], "Date closed", "Evidence"],
        ["N0", "Agree one definition of neglect.", "Police: Head of Safeguarding", "31/03/2017", None, "Closed",
         "24/03/2017", "Minutes of the Board, 24 March 2017, with the office"],
        ["N3", "Buy a screening tool.", "Health Trust", "31/03/2017", None, "No longer required", "May 2017", None],
        ["N4", "Tell schools of the definition.", "Police", "30/04/2017", None, "Completed 12/04/17", None, None],
        ["N5", "Visit all nurseries.", "Police", "30/04/2017", None, "Closed", None, None],
    ]:  # fmt: skip
        done.append(row)
    _dress(done, 1, {"B": 40, "C": 28})
    book.create_sheet("Lists").sheet_state = "hidden"
    book.save(path)
    return path


def city(path: Path) -> Path:
    """Real days as months, letters for the grade, per cents, lines as actions, one action over several rows."""
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.title = "Tracker"
    rows: list[list[Any]] = [
        ["BRAG", "What needs to happen", "What difference will it make?", "Success measures", "Baseline", "Who", "Deadline",
         "% complete", "Update", "Supporting evidence", "Source"],
        ["G", "Ring every family after a missed appointment.", "Children are not lost between clinics.",
         "Families rung", "none of 31", "Health Trust: Clinic Manager", day(2018, 5, 1), 0.5, "Two clinics do it.",
         "List of calls, clinic office", "CR-2017-001.R2"],
        ["R", "Meet each school twice a year\nSend schools a letter each term", "Schools know whom to ring.", None, None,
         "Police: Schools Officer", day(2018, 3, 1), 0.25, None, None, "CR-2017-001.R1 and the audit"],
        ["B", "Write the escalation card.", "Workers know the next step.", None, None, "Police, Health Trust",
         day(2017, 10, 1), 1, "Printed in September.", "The card itself, at the office", None],
        ["A", "Run three learning events.", "Practitioners change what they do.", None, None, "Health Trust: Trainer",
         day(2018, 7, 31), 0.3, "First event held, 41 came.", None, None],
        [None, None, None, None, None, None, None, None, "Second event moved to June.", None, None],
    ]  # fmt: skip
    for row in rows:
        sheet.append(row)
    for merged in ("A5:A6", "B5:B6", "C5:C6", "F5:F6", "G5:G6", "H5:H6"):
        sheet.merge_cells(merged)
    for row in range(2, 6):
        sheet.cell(row, 7).number_format = "mmm-yy" if row != 5 else "dd/mm/yyyy"
        sheet.cell(row, 8).number_format = "0%"
    _dress(sheet, 1, {"B": 40, "C": 30, "F": 22, "I": 34, "J": 28})
    book.save(path)
    return path
