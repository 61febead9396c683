"""The assurance matrix on paper: everything asked stands in it, and nothing that is kept for the office."""

import io
from dataclasses import replace
from datetime import date

import openpyxl

from lif.insight.assurance.standing import assurance
from lif.publish.papers.assurance import assurance_files, assurance_markdown
from lif.store.load import load
from tests.support import CHECKOUT

DAY = date(2018, 3, 1)


def test_the_matrix_holds_every_obligation_in_every_format_and_the_same_bytes_again() -> None:
    board = load(CHECKOUT)
    found = assurance(board, DAY)
    files = assurance_files(board, found, DAY, ("md", "html", "xlsx"))
    assert files == assurance_files(board, found, DAY, ("md", "html", "xlsx"))
    page, text = files["assurance.html"].decode("utf-8"), files["assurance.md"].decode("utf-8")
    for one in found:
        assert f"**{one.obligation.id}**" in text
        assert one.obligation.id in page
    sheet = openpyxl.load_workbook(io.BytesIO(files["assurance.xlsx"])).active
    assert sheet is not None
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    head = next(number for number, row in enumerate(rows) if row[0] == "Clause")
    assert [row[0] for row in rows[head + 1 :]] == [one.obligation.id for one in found]
    assert {row[4] for row in rows[head + 1 :]} == {
        "stated by the framework", "the framework's word has two readings", "not stated; a choice of the Board"
    }  # fmt: skip


def test_records_kept_for_the_office_are_counted_and_not_named() -> None:
    board = load(CHECKOUT)
    (before,) = assurance(board, DAY, ["F8.7"])
    (name,) = [hit.id for hit in before.proof]
    hidden = tuple(
        replace(one, record=one.record.model_copy(update={"audience": "office"})) if one.id == name else one
        for one in board.loaded
    )
    kept = replace(board, loaded=hidden)
    text = assurance_markdown(kept, assurance(kept, DAY, ["F8.7"]), DAY)
    assert name not in text
    assert "1 kept for the office" in text
    assert name in assurance_markdown(board, [before], DAY)


def test_what_a_judgement_of_all_points_rests_on_is_said_once() -> None:
    board = load(CHECKOUT)
    text = assurance_markdown(board, assurance(board, DAY, ["F13.marks"]), DAY)
    assert text.count("Second look with the Executive Group") == 1
    assert text.count("Practitioners sat on two of the five") == 1
    assert "10 met, 1 partly met and 1 not met (front-line, impact). | what was judged |" in text
