"""The headings of a register: found below titles, in one row or in two, by name or by what was read before."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from lif.exchange.grid import Grid, read_grids
from lif.exchange.register.definition import plain, register
from lif.exchange.register.headings import columns_named, find_head, known_field

ACTIONS = register("actions")


def grid(folder: Path, rows: list[list[Any]], *merged: str) -> Grid:
    book = openpyxl.Workbook()
    sheet: Any = book.active
    for row in rows:
        sheet.append(row)
    for cells in merged:
        sheet.merge_cells(cells)
    book.save(folder / "in.xlsx")
    return read_grids(folder / "in.xlsx").grids[0]


def test_no_heading_names_two_fields() -> None:
    names = [name for field in ACTIONS.fields.values() for name in field.headings]
    assert len(names) == len(set(names))
    assert all(set(words.values()) for words in ACTIONS.words.values())


@pytest.mark.parametrize(
    ("heading", "field", "sure"),
    [
        ("Action", "text", 3),
        ("ACTION TO BE TAKEN:", "text", 3),
        ("Lead Officer (post)", "role", 1),
        ("Target completion date", "due", 3),
        ("Date  completed", "done", 3),
        ("RAG status", "grade", 3),
        ("Status of the action", "status", 1),
        ("Workstream", "", 0),
        ("Everything that has happened about this in the last twelve months by status", "", 0),
    ],
)
def test_the_field_that_a_heading_names(heading: str, field: str, sure: int) -> None:
    assert known_field(ACTIONS, (heading,)) == (field, sure)


def test_titles_above_are_passed_over(tmp_path: Path) -> None:
    rows = [
        ["Action plan"],
        [],
        ["Key", "Red is late"],
        ["No", "Action", "Owner", "Deadline"],
        [1, "Ask.", "x", "y"],
    ]
    head = find_head(grid(tmp_path, rows), ACTIONS, ())
    assert head is not None
    assert (head.rows, [one.name for one in head.headings]) == ((4,), ["No", "Action", "Owner", "Deadline"])


def test_two_rows_of_headings(tmp_path: Path) -> None:
    rows = [["No", "Action", "Dates", None], [None, None, "Start", "End"], [1, "Ask.", "x", "y", "z"]]
    head = find_head(grid(tmp_path, rows, "A1:A2", "B1:B2", "C1:D1"), ACTIONS, ())
    assert head is not None
    assert head.rows == (1, 2)
    assert [one.name for one in head.headings] == ["No", "Action", "Dates: Start", "Dates: End", "Column E"]


def test_what_is_known_from_before_needs_no_known_name(tmp_path: Path) -> None:
    one = grid(tmp_path, [["Ours", "Yours"], ["a", "b"]])
    assert find_head(one, ACTIONS, ()) is None
    assert find_head(one, ACTIONS, {plain("Ours"), plain("yours")}) is not None


def test_a_column_by_its_name_or_its_letter(tmp_path: Path) -> None:
    head = find_head(grid(tmp_path, [["No", "Action", "Due date"], [1, "x", "y"]]), ACTIONS, ())
    assert head is not None
    assert [one.column for one in columns_named(head, "due date")] == [2]
    assert [one.column for one in columns_named(head, "b")] == [1]
    assert columns_named(head, "Z") == columns_named(head, "Dew date") == []
