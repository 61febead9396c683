"""The sheet of an agency's actions from the sample Board."""

import io
from datetime import date

import openpyxl

from lif.publish.papers.action_sheets import action_sheet, actions_of
from lif.store.load import load
from tests.support import CHECKOUT

DAY = date(2018, 3, 1)


def test_the_sheet_of_an_agency_holds_its_own_unfinished_actions() -> None:
    board = load(CHECKOUT)
    actions = actions_of(board, "police", DAY)
    data = action_sheet(board, "police", actions, DAY)
    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    ids = [str(row[0]) for row in sheet.iter_rows(min_row=5, values_only=True)]
    expected = [
        f"{plan.id}.{action.id}"
        for plan in board.of("plan")
        for action in plan.record.actions
        if action.lead
        and action.lead.agency == "police"
        and not {"closed", "superseded", "rejected"}
        & {entry.entry for entry in action.log if entry.date <= DAY}
    ]
    assert ids == expected != []
    assert data == action_sheet(board, "police", actions, DAY)
