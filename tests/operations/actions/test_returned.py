"""The sheet of actions out and back: what an agency says is taken as said, and meets no later change here."""

import tempfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lif.exchange.action_returns import read_returned
from lif.exchange.action_sheet import COLUMNS
from lif.operations.actions.returned import ActionsReturned, Taking, import_returned
from lif.publish.papers.action_sheets import action_sheet, actions_of
from lif.rules.check import check
from lif.store.errors import Refusal
from lif.store.load import load
from tests.support import replace_text, tiny_records, write_board

SENT, BACK = date(2018, 3, 1), date(2018, 3, 12)
HEADINGS = {column.key: place for place, column in enumerate(COLUMNS, start=1)}
A1, A2 = "AP-2017-001.A1", "AP-2017-001.A2"
Edit = Callable[[Any], None]


def records(**action: Any) -> Any:
    """The tiny Board with a completed and an open action of the police."""
    found = tiny_records()
    found["plan", "AP-2017-001"]["actions"].append(
        {"id": "A2", "text": "Train the front desk.", "lead": {"agency": "police", "role": "Inspector"},
         "start": "2017-09-01", "due": "2018-02-28",
         "log": [{"date": "2018-01-15", "by": "police", "entry": "note", "note": "Half are trained."}], **action}
    )  # fmt: skip
    return found


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_board(tmp_path / "board", records())


def sent(root: Path, folder: Path, edit: Edit | None = None) -> Path:
    """The file as it was sent to the police, with what somebody did to it."""
    board = load(root)
    path = folder / "police.xlsx"
    path.write_bytes(action_sheet(board, "police", actions_of(board, "police", SENT), SENT))
    if edit:
        book = openpyxl.load_workbook(path)
        edit(book.worksheets[0])
        book.save(path)
    return path


def fill(row: int, **cells: Any) -> Edit:
    def edit(sheet: Any) -> None:
        for key, value in cells.items():
            sheet.cell(row, HEADINGS[key]).value = value

    return edit


def taken(root: Path, path: Path, **taking: Any) -> ActionsReturned:
    given = {"day": BACK, "by": "business-manager", **taking}
    return import_returned(load(root), read_returned(path), Taking(**given))


def added(root: Path, change: ActionsReturned) -> list[dict[str, Any]]:
    """The entries that a change adds to A2, and whether the Board still holds together."""
    before, after = load(root), load(root, dict(change.files))
    assert not [finding for finding in check(after) if finding.severity != "remark"]
    log = after.items[A2].item.log[len(before.items[A2].item.log) :]
    return [entry.model_dump(mode="json", exclude_none=True) for entry in log]


TEXTS = st.builds(
    str.__add__,
    st.sampled_from(["", "=", "+", "-", "@"]),
    st.text("aZ1 &<>'\"=_x000D_é\n–", min_size=1, max_size=30),
).filter(lambda text: bool(text.strip()))


@settings(max_examples=12)
@given(TEXTS, TEXTS, TEXTS)
def test_out_and_back_with_no_edit_changes_nothing(text: str, outcome: str, note: str) -> None:
    log = [{"date": "2018-01-15", "by": "police", "entry": "note", "note": note}]
    with tempfile.TemporaryDirectory() as folder:
        root = write_board(Path(folder) / "board", records(text=text, outcome=outcome, log=log))
        change = taken(root, sent(root, Path(folder)))
        assert (change.files, change.rows, change.problems, change.remarks) == ({}, (), (), ())
        # Filled in as well, the grey cells come back as they went out.
        change = taken(root, sent(root, Path(folder), fill(6, note="Done.")))
        assert (len(change.ids), change.problems, change.remarks) == (1, (), ())


def test_what_is_done_is_completed_and_not_evidenced(root: Path, tmp_path: Path) -> None:
    edit = fill(6, note="All are trained", done=datetime(2018, 3, 5), evidence="Register, with the inspector")  # noqa: DTZ001
    change = taken(root, sent(root, tmp_path, edit))
    assert added(root, change) == [
        {"date": "2018-03-05", "by": "police", "entry": "completed",
         "note": "All are trained. Evidence offered: Register, with the inspector. (From police.xlsx, row 6)"}
    ]  # fmt: skip
    (row,) = change.rows
    assert [one.filled.place for one in row.taken] == [f"sheet 'Actions', {cell}6" for cell in "HIJ"]


def test_a_day_before_the_last_entry_is_told_in_words(root: Path, tmp_path: Path) -> None:
    change = taken(root, sent(root, tmp_path, fill(6, done="10.1.2018")))
    (entry,) = added(root, change)
    assert (entry["date"], entry["note"]) == (
        "2018-03-12",
        "Done on 10 January 2018. (From police.xlsx, row 6)",
    )


def test_a_new_date_is_only_asked_for_until_it_is_accepted(root: Path, tmp_path: Path) -> None:
    path = sent(root, tmp_path, fill(6, note="Slow", new_due="29/06/2018", why="No trainer"))
    first, second = added(root, taken(root, path))
    assert first["note"] == "Slow. (From police.xlsx, row 6)"
    assert second["entry"] == "note"
    assert second["note"] == "Asks for a new due date, 29 June 2018: No trainer. (From police.xlsx, row 6)"
    for accepted in (A2, "all"):
        first, second = added(root, taken(root, path, accepted=(accepted,)))
        assert (second["entry"], second["by"], second["due"]) == ("revised", "business-manager", "2018-06-29")
        assert second["reason"] == "Asked for by Saltmere Police: No trainer. (From police.xlsx, row 6)"


def test_the_same_sheet_twice_is_taken_once(root: Path, tmp_path: Path) -> None:
    edit = fill(6, note="Slow", new_due="29/06/2018")
    path = sent(root, tmp_path, edit)
    change = taken(root, path, accepted=(A2,))
    for name, data in change.files.items():
        (root / name).write_bytes(data)
    again = taken(root, path.rename(tmp_path / "police (1).xlsx"))
    assert (again.files, again.refused, again.problems) == ({}, 0, ())
    assert len(again.rows[0].here_already) == 2


@pytest.mark.parametrize(
    ("later", "cells", "why"),
    [
        ("entry: completed\n        note: Done.", {"done": "05/03/2018"}, "the action was completed already"),
        ("entry: revised\n        due: 2018-05-31\n        reason: No room.", {"new_due": "29/06/2018"},
         "the due date was moved here since, to 31 May 2018"),
        ("entry: rejected\n        reason: Not needed.", {"note": "x"}, "the action was rejected here on 8 March 2018"),
    ],
)  # fmt: skip
def test_what_meets_a_later_change_here_is_refused(
    later: str, cells: dict[str, Any], why: str, root: Path, tmp_path: Path
) -> None:
    path = sent(root, tmp_path, fill(6, **cells))
    plan = root / "records/plans/2017/AP-2017-001.yaml"
    replace_text(
        plan,
        "note: Half are trained.\n",
        f"note: Half are trained.\n      - date: 2018-03-08\n        by: police\n        {later}\n",
    )
    change = taken(root, path)
    assert (change.files, change.refused) == ({}, len(cells))
    assert why in change.rows[0].refused[0].becomes


def test_a_note_here_since_meets_nothing(root: Path, tmp_path: Path) -> None:
    path = sent(root, tmp_path, fill(6, done="05/03/2018"))
    plan = root / "records/plans/2017/AP-2017-001.yaml"
    more = "\n      - date: 2018-03-06\n        by: police\n        entry: note\n        note: Rang.\n"
    replace_text(plan, "note: Half are trained.\n", f"note: Half are trained.{more}")
    (entry,) = added(root, taken(root, path))
    assert (entry["entry"], entry["date"]) == ("completed", "2018-03-12")


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("Train the front desk.", "Train all.", "what the action says"),
        ("Half are", "Some are", "the history"),
    ],
)
def test_what_was_rewritten_here_since_is_answered_by_nobody(
    old: str, new: str, why: str, root: Path, tmp_path: Path
) -> None:
    path = sent(root, tmp_path, fill(6, note="x"))
    replace_text(root / "records/plans/2017/AP-2017-001.yaml", old, new)
    change = taken(root, path)
    assert change.files == {}
    assert why in change.rows[0].refused[0].becomes


def swapped(sheet: Any) -> None:
    fill(5, id=A2, note="x")(sheet)
    fill(6, id=A1)(sheet)


def twice(sheet: Any) -> None:
    fill(5, note="x")(sheet)
    for column in range(1, len(COLUMNS) + 1):
        sheet.cell(7, column).value = sheet.cell(5, column).value
    fill(7, note="y")(sheet)


def moved_mark(sheet: Any) -> None:
    fill(6, note="x", stamp=str(sheet.cell(6, HEADINGS["stamp"]).value).replace("police", "health-trust"))(
        sheet
    )
    fill(5, note="x")(sheet)


def forged_mark(sheet: Any) -> None:
    fill(
        6, note="x", stamp=str(sheet.cell(6, HEADINGS["stamp"]).value).replace("police", "business-manager")
    )(sheet)


def renamed(sheet: Any) -> None:
    sheet["H4"].value = "New notes"
    fill(6, note="x")(sheet)


def second_column(sheet: Any) -> None:
    sheet["N4"].value = "New note"


def merged(sheet: Any) -> None:
    fill(5, note="x")(sheet)
    sheet.merge_cells("H5:H6")


@pytest.mark.parametrize(
    ("edit", "problem"),
    [
        (fill(6, note="=1+1"), "sheet 'Actions', H6: this is a formula"),
        (fill(6, note="#REF!"), "sheet 'Actions', H6: this is a mistake"),
        (fill(6, done="soon"), "sheet 'Actions', I6: soon is no date"),
        (fill(6, done="03/2018"), "sheet 'Actions', I6: the full day is wanted"),
        (fill(6, done="March 2018"), "sheet 'Actions', I6: the full day is wanted"),
        (fill(6, done="03/13/2018"), "sheet 'Actions', I6: 03/13/2018 has no month 13"),
        (fill(6, done=datetime(2018, 3, 13)), "sheet 'Actions', I6: 2018-03-13 lies ahead"),  # noqa: DTZ001
        (fill(6, done="5/3/2018", new_due="1/6/2018"), "K6: a new due date is asked for, and sheet 'Actions', I6"),
        (fill(6, why="Because"), "sheet 'Actions', L6: reasons are given for a new date"),
        (fill(6, new_due="1/8/2017"), "sheet 'Actions', K6: 2017-08-01 lies before the action starts"),
        (fill(6, id="AP-2017-001.A9", note="x"), "there is no action called AP-2017-001.A9. The row was sent out for"),
        (fill(7, id="AP-2017-001.A3", note="x"), "A7: there is no action called AP-2017-001.A3. Did you mean"),
        (fill(6, id=None, note="x"), "sheet 'Actions', A6: something is filled in here, but no action is named"),
        (fill(6, stamp=None, note="x"), "A6: AP-2017-001.A2 was not in the sheet that was sent out, or its mark is gone"),
        (swapped, "A5: the row was sent out for AP-2017-001.A1 and now says AP-2017-001.A2"),
        (twice, "A7: AP-2017-001.A1 is filled in here and in row 5"),
        (moved_mark, "this row comes from the sheet of another agency"),
        (forged_mark, "A6: the row was sent out for police, and its mark now says business-manager"),
        (renamed, "sheet 'Actions', H4: “New notes” is no column of the sheet that was sent out, and holds something. "
                  "Is it New note?"),
        (renamed, "sheet 'Actions', row 4: the column New note is missing"),
        (second_column, "sheet 'Actions', N4: the column New note stands here a second time, after column H"),
        (merged, "sheet 'Actions', H5: H5:H6 are merged"),
    ],
)  # fmt: skip
def test_what_is_not_understood_is_named_and_nothing_is_taken(
    edit: Edit, problem: str, root: Path, tmp_path: Path
) -> None:
    change = taken(root, sent(root, tmp_path, edit))
    assert any(problem in str(one) for one in change.problems), change.problems
    assert change.files == {}


def test_with_partial_the_rest_is_taken(root: Path, tmp_path: Path) -> None:
    def edit(sheet: Any) -> None:
        fill(5, note="=1+1")(sheet)
        fill(6, note="Fine")(sheet)

    path = sent(root, tmp_path, edit)
    assert taken(root, path).blocked
    change = taken(root, path, partial=True)
    assert (change.ids, len(change.problems), change.blocked) == ((A2,), 1, False)


def test_another_agencys_action_is_named(root: Path, tmp_path: Path) -> None:
    found = records()
    found["plan", "AP-2017-001"]["actions"].append(
        {"id": "A3", "text": "Ask again.", "lead": {"agency": "health-trust", "role": "Nurse"}}
    )
    write_board(root, found)

    def edit(sheet: Any) -> None:
        fill(6, note="Fine")(sheet)
        fill(7, id="AP-2017-001.A3", note="x")(sheet)

    (problem,) = taken(root, sent(root, tmp_path, edit)).problems
    assert str(problem).endswith("It is an action of health-trust.")


def test_columns_may_be_moved_and_grey_cells_are_not_taken(root: Path, tmp_path: Path) -> None:
    def edit(sheet: Any) -> None:
        fill(6, note="Fine", text="Train somebody else.")(sheet)
        sheet.move_range("H4:H6", cols=9)

    change = taken(root, sent(root, tmp_path, edit))
    assert change.remarks == (
        "sheet 'Actions', B6: a grey cell was changed (What is to be done); nothing is taken from it.",
    )
    assert [one.filled.place for one in change.rows[0].taken] == ["sheet 'Actions', Q6"]


def test_a_date_that_nobody_asked_for_cannot_be_accepted(root: Path, tmp_path: Path) -> None:
    (problem,) = taken(root, sent(root, tmp_path, fill(6, note="x")), accepted=(A2,)).problems
    assert str(problem) == f"police.xlsx: no new due date is asked for {A2}."


def test_a_sheet_saved_as_csv_is_read_all_the_same(root: Path, tmp_path: Path) -> None:
    import csv

    path = sent(root, tmp_path, fill(6, note="Fine", done="05/03/2018"))
    with (tmp_path / "police.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(openpyxl.load_workbook(path).worksheets[0].values)
    change = taken(root, tmp_path / "police.csv")
    assert "is a CSV file" in change.remarks[0]
    assert [one.filled.place for one in change.rows[0].taken] == ["H6", "I6"]


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        (lambda sheet: setattr(sheet["A4"], "value", "Number"), "the column Action is missing"),
        (lambda sheet: sheet.delete_cols(13), "the column Mark .leave as it is. is missing"),
        (lambda sheet: sheet.delete_rows(4), "has no sheet with the columns"),
        (lambda sheet: setattr(sheet, "sheet_state", "hidden"), "Hidden, and so not read: Actions"),
        (lambda sheet: sheet.parent.copy_worksheet(sheet), "more than one sheet of actions"),
    ],
)
def test_a_file_that_is_no_sheet_of_actions(edit: Edit, message: str, root: Path, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=message):
        read_returned(sent(root, tmp_path, edit))


def test_what_waits_for_a_cell_that_is_not_understood_is_named(root: Path, tmp_path: Path) -> None:
    path = sent(root, tmp_path, fill(6, note="Fine", done="soon"))
    change = taken(root, path, partial=True)
    (problem,) = change.problems
    assert str(problem).endswith("Until it is mended, the rest of the row waits: H6.")
    assert (
        change.summary
        == "Nothing was taken: what the sheet says could not be understood, or is here already."
    )


def test_what_is_refused_is_not_said_to_be_here(root: Path, tmp_path: Path) -> None:
    change = taken(root, sent(root, tmp_path, fill(5, new_due="1/6/2018")))
    assert change.refused == 1
    assert change.summary == "Nothing was taken: what the sheet says was refused, or is here already."


@pytest.mark.parametrize("note", ["Fine", None])
def test_a_due_date_written_over_is_told_and_not_taken(note: str | None, root: Path, tmp_path: Path) -> None:
    change = taken(root, sent(root, tmp_path, fill(6, note=note, due="30/06/2018")))
    assert change.remarks == (
        "sheet 'Actions', E6: a grey cell was changed (Due); the due date here stays 28 February 2018. If they "
        f'ask for 30 June 2018 and you agree: lif action revise {A2} --due 2018-06-30 --reason "…"',
    )
    assert bool(change.files) == bool(note)


def test_a_due_date_moved_here_since_is_no_change_of_theirs(root: Path, tmp_path: Path) -> None:
    path = sent(root, tmp_path)
    replace_text(
        root / "records/plans/2017/AP-2017-001.yaml",
        "note: Half are trained.",
        "note: Half are trained.\n      - date: 2018-03-05\n        by: police\n        entry: revised\n"
        "        due: 2018-06-01\n        reason: The room was flooded.",
    )
    assert taken(root, path).remarks == ()
