"""The sheet that an agency gets: what it may fill in, what it may not, and nothing that a program would obey."""

import io
from datetime import date
from typing import Any

import openpyxl
import pytest

from lif.exchange.action_sheet import COLUMNS, SHEET, SentAction, SheetHead, write_sheet
from lif.exchange.action_stamp import Stamp, stamp_of
from lif.records.plan import Action

HEAD = SheetHead("Saltmere Safeguarding Children Board", "Police & Probation", date(2018, 3, 1), "OFFICIAL",
                 fictional=True, back_by=date(2018, 3, 15))  # fmt: skip
ACTION = SentAction("AP-2017-001.A1", "=1+1", "@SUM(A1)", "Head of Safeguarding", date(2018, 6, 30),
                    "Open", "-2 since May", "a b 1 c d")  # fmt: skip
HEADINGS = [column.heading for column in COLUMNS]


def opened(*actions: SentAction) -> Any:
    return openpyxl.load_workbook(io.BytesIO(write_sheet(HEAD, actions)))


def cell(sheet: Any, heading: str, row: int = 5) -> Any:
    return sheet.cell(row, HEADINGS.index(heading) + 1)


def test_the_grey_cells_are_locked_and_the_white_ones_are_not() -> None:
    sheet = opened(ACTION)[SHEET]
    assert sheet.protection.sheet
    for column in COLUMNS:
        one = cell(sheet, column.heading)
        assert one.protection.locked is not column.filled_in
        assert (one.fill.fgColor.rgb == "FFFFFFFF") is column.filled_in


def test_what_is_done_already_cannot_be_done_again() -> None:
    done = SentAction(**{**{name: getattr(ACTION, name) for name in ACTION.__slots__}, "open": False})
    sheet = opened(done)[SHEET]
    free = [column.heading for column in COLUMNS if not cell(sheet, column.heading).protection.locked]
    assert free == ["New note", "Evidence, and where it is kept"]


def test_texts_are_texts() -> None:
    sheet = opened(ACTION)[SHEET]
    for heading, text in (
        ("What is to be done", "=1+1"),
        ("What difference it is to make", "@SUM(A1)"),
        ("Last note", "-2 since May"),
    ):
        assert (cell(sheet, heading).data_type, cell(sheet, heading).value) == ("s", text)
    assert cell(sheet, "Due").is_date


def test_only_days_can_be_typed_where_a_day_is_wanted() -> None:
    sheet = opened(ACTION, ACTION)[SHEET]
    rules = {str(rule.sqref): rule.type for rule in sheet.data_validations.dataValidation}
    assert rules == {"I5:I6": "date", "K5:K6": "date"}


def test_head_and_print() -> None:
    book = opened(ACTION)
    sheet = book[SHEET]
    assert [sheet.cell(4, number).value for number in range(1, len(HEADINGS) + 1)] == HEADINGS
    assert sheet["A1"].value == "Saltmere Safeguarding Children Board: actions of Police & Probation"
    assert sheet["A2"].value == (
        "OFFICIAL. As it stood on 1 March 2018. Please send it back by 15 March 2018. This Board is fictional."
    )
    assert sheet.freeze_panes == "B5"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.print_title_rows == "$4:$4"
    assert sheet.oddHeader.center.text == sheet.oddFooter.center.text == "OFFICIAL"
    assert sheet.oddFooter.left.text == "Police && Probation"
    assert sheet.column_dimensions["M"].hidden
    assert "Write no name" in " ".join(str(row[0]) for row in book.worksheets[1].values)


def test_a_sheet_without_actions() -> None:
    assert opened()[SHEET].max_row == 4


@pytest.mark.parametrize(
    ("change", "wording", "log"),
    [
        ({}, True, True),
        ({"text": "Another text."}, False, True),
        ({"due": "2018-09-30"}, False, True),
        ({"log": [{"date": "2018-01-11", "by": "police", "entry": "note", "note": "Changed."}]}, True, False),
    ],
)
def test_a_stamp_tells_what_changed(change: dict[str, Any], wording: bool, log: bool) -> None:
    entry = {"date": "2018-01-10", "by": "police", "entry": "note", "note": "Begun."}
    value = {"id": "A1", "text": "Add the question.", "log": [entry]}
    sent = stamp_of("AP-2017-001.A1", "police", Action.model_validate(value), 1)
    now = stamp_of("AP-2017-001.A1", "police", Action.model_validate({**value, **change}), sent.entries)
    assert (sent.wording == now.wording, sent.log == now.log) == (wording, log)
    assert Stamp.read(str(sent)) == sent
    later = Action.model_validate({**value, "log": [entry, {**entry, "date": "2018-02-01"}]})
    assert stamp_of("AP-2017-001.A1", "police", later, sent.entries) == sent


@pytest.mark.parametrize("text", ["", "a b c d", "a b x c d", "a b 1 c d e", "a b 9999999 c d"])
def test_what_is_no_stamp(text: str) -> None:
    assert Stamp.read(text) is None
