"""The sheet of actions as an agency sends it back: what it filled in, each with its cell; nothing is guessed."""

import difflib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from lif.exchange.action_sheet import COLUMNS, FILLED_IN, ID, STAMP, Column
from lif.exchange.action_stamp import Stamp
from lif.exchange.dates import has_two_digit_year, read_date
from lif.exchange.grid import Cell, Grid, Grids, read_grids
from lif.exchange.problem import Problem
from lif.exchange.table import column_letter, rows_named
from lif.records.base import PartialDate
from lif.store.errors import Refusal

_HEADER_WITHIN = 30
_LEAST_HEADINGS = 3
_ASK_AGAIN = "Ask the agency for the file that was sent out, filled in."


@dataclass(frozen=True, slots=True)
class Filled:
    """A cell that the agency filled in."""

    column: Column
    place: str
    text: str
    day: date | None = None
    """The day it gives, in a column for days."""


@dataclass(frozen=True, slots=True)
class ReturnedRow:
    """One row in which something was filled in."""

    number: int
    place: str
    """Where its id stands."""
    id: str
    stamp: Stamp | None
    filled: Mapping[str, Filled]
    """By the keys of their columns."""
    grey: Mapping[str, Filled]
    """The cells that were not to be filled in, by the keys of their columns, for comparison."""

    def text(self, column: Column) -> str:
        """What was filled in there; "" where nothing was."""
        one = self.filled.get(column.key)
        return one.text if one else ""

    def day(self, column: Column) -> date | None:
        """The day that was filled in there."""
        one = self.filled.get(column.key)
        return one.day if one else None


@dataclass(frozen=True, slots=True)
class Returned:
    """What came back."""

    file: str
    rows: tuple[ReturnedRow, ...]
    """The rows that were understood, and in which something was filled in."""
    unfilled: tuple[ReturnedRow, ...]
    """The rows in whose cells for the agency nothing was filled in; what is grey in them may be changed."""
    problems: tuple[Problem, ...]
    remarks: tuple[str, ...]


def read_returned(path: Path) -> Returned:
    """The sheet that an agency sent back. Raises Refusal where it is none, or cannot be read at all."""
    grids = read_grids(path)
    grid, header = _found(grids)
    problems: list[Problem] = []
    places = dict(_placed(grid, header, problems))
    for column in (ID, STAMP):
        if column.key not in places:
            raise Refusal(
                f"{grid.file}, {grid.where}row {header}: the column {column.heading} is missing, without which it "
                "cannot be told which actions are meant and how they stood.",
                _ASK_AGAIN,
            )
    remarks = [*grids.remarks]
    if not grid.title:
        remarks.append(f"{grid.file} is a CSV file and no workbook; its days are read with the day first.")
    rows, unfilled = _rows(grid, header, places, problems, remarks)
    return Returned(grid.file, tuple(rows), tuple(unfilled), tuple(problems), tuple(remarks))


def with_the_rest(problems: Sequence[Problem], filled: Collection[Filled]) -> list[Problem]:
    """What is wrong in one row, the last of it with the cells of the row that are understood and wait for it."""
    said = " ".join(map(str, problems))
    rest = [
        cell
        for one in filled
        if (cell := one.place.rpartition(", ")[2]) not in said.replace(":", " ").split()
    ]
    if not problems or not rest:
        return [*problems]
    message = f"{problems[-1].message} Until it is mended, the rest of the row waits: {' and '.join(rest)}."
    return [*problems[:-1], replace(problems[-1], message=message)]


def _found(grids: Grids) -> tuple[Grid, int]:
    """The sheet that was sent out, and the row of its headings."""
    found = [(grid, row) for grid in grids.grids if (row := _header(grid))]
    if len(found) == 1:
        return found[0]
    if found:
        named = " and ".join(grid.title for grid, _ in found)
        raise Refusal(
            f"{grids.file} has more than one sheet of actions: {named}.",
            "Keep the one that is meant, and delete the others.",
        )
    hidden = f" Hidden, and so not read: {', '.join(grids.hidden)}." if grids.hidden else ""
    raise Refusal(
        f"{grids.file} has no sheet with the columns that were sent out ({ID.heading}, "
        f"{', '.join(column.heading for column in FILLED_IN)}).{hidden}",
        "Show the hidden sheet, save the file and import it again." if hidden else _ASK_AGAIN,
    )


def _header(grid: Grid) -> int:
    """The row that names the columns; 0 where there is none."""
    wanted = {_plain(column.heading) for column in COLUMNS}
    for number in list(grid.rows)[:_HEADER_WITHIN]:
        if len(wanted & {_plain(cell.text) for cell in grid.rows[number]}) >= _LEAST_HEADINGS:
            return number
    return 0


def _placed(grid: Grid, header: int, problems: list[Problem]) -> Iterator[tuple[str, int]]:
    """Where each column stands; they may have been moved. What is missing, strange or there twice is a problem."""
    cells = grid.rows[header]
    known = {_plain(column.heading): column for column in COLUMNS}
    seen: dict[str, int] = {}
    strange: list[tuple[int, str]] = []
    for place, cell in enumerate(cells):
        column = known.get(_plain(cell.text))
        if column is None:
            if cell.text:
                strange.append((place, cell.text))
        elif column.key in seen:
            first = column_letter(seen[column.key])
            message = f"the column {column.heading} stands here a second time, after column {first}."
            problems.append(Problem(grid.place(header, place), message))
        else:
            seen[column.key] = place
            yield column.key, place
    missing = [column.heading for column in (*FILLED_IN, ID) if column.key not in seen]
    for place, text in strange:
        near = difflib.get_close_matches(text, missing, n=1, cutoff=0.5)
        hint = f" Is it {near[0]}? Name it so again." if near else ""
        shown = f"“{text}”" if len(text) <= 40 else "this column"
        if _holds_anything(grid, header, place):
            message = f"{shown} is no column of the sheet that was sent out, and holds something.{hint}"
            problems.append(Problem(grid.place(header, place), message))
    for heading in missing:
        problems.append(Problem(f"{grid.where}row {header}", f"the column {heading} is missing."))


def _holds_anything(grid: Grid, header: int, place: int) -> bool:
    return any(grid.cell(row, place).text for row in grid.rows if row > header)


def _rows(
    grid: Grid, header: int, places: Mapping[str, int], problems: list[Problem], remarks: list[str]
) -> tuple[list[ReturnedRow], list[ReturnedRow]]:
    """The rows that are filled in, and those that are not."""
    rows: list[ReturnedRow] = []
    unfilled: list[ReturnedRow] = []
    short_years: list[int] = []
    for number in grid.rows:
        if number <= header or not any(cell.text for cell in grid.rows[number]):
            continue
        wrong: list[Problem] = []
        filled = {one.column.key: one for one in _filled(grid, number, places, wrong)}
        problems += with_the_rest(wrong, filled.values())
        if any(one.day and has_two_digit_year(one.text) for one in filled.values()):
            short_years.append(number)
        row_id = grid.cell(number, places[ID.key]).text
        place = grid.place(number, places[ID.key])
        stamp = Stamp.read(grid.cell(number, places[STAMP.key]).text)
        row = ReturnedRow(number, place, row_id, stamp, filled, dict(_grey(grid, number, places)))
        if not filled and not wrong:
            unfilled.append(row)
        elif not row_id:
            problems.append(Problem(place, "something is filled in here, but no action is named."))
        elif not wrong:
            rows.append(row)
    if short_years:
        remarks.append(
            f"{grid.file}, {rows_named(short_years)}: a year of two digits was read as one of 1950 to 2049; "
            "the day as it was read stands below."
        )
    return _once(rows, problems), unfilled


def _filled(grid: Grid, row: int, places: Mapping[str, int], problems: list[Problem]) -> Iterator[Filled]:
    for column in FILLED_IN:
        if column.key not in places:
            continue
        cell, place = grid.cell(row, places[column.key]), grid.place(row, places[column.key])
        if cell.merged and (cell.text or cell.formula):
            problems.append(
                Problem(place, f"{cell.merged} are merged, so it is not clear which rows are meant.")
            )
        elif cell.formula:
            problems.append(Problem(place, "this is a formula; write its result instead."))
        elif cell.mistake:
            problems.append(Problem(place, "this is a mistake that Excel shows, and no text."))
        elif cell.text:
            day = None
            if column.holds_day:
                try:
                    day = _day(cell)
                except ValueError as error:
                    problems.append(Problem(place, str(error)))
                    continue
            yield Filled(column, place, cell.text, day)


def _day(cell: Cell) -> date:
    """The full day in a cell. Raises ValueError with a sentence."""
    known: PartialDate = read_date(cell.text)
    if known.as_day is None:
        raise ValueError("the full day is wanted here, such as 14/07/2017.")
    return known.as_day


def _grey(grid: Grid, row: int, places: Mapping[str, int]) -> Iterator[tuple[str, Filled]]:
    for column in COLUMNS:
        if not column.filled_in and column.key in places and column not in (ID, STAMP):
            place = places[column.key]
            yield column.key, Filled(column, grid.place(row, place), grid.cell(row, place).text)


def _once(rows: Sequence[ReturnedRow], problems: list[Problem]) -> list[ReturnedRow]:
    """The rows whose action is filled in once; of the others, nobody could say which row is meant."""
    by_id: dict[str, list[ReturnedRow]] = {}
    for row in rows:
        by_id.setdefault(row.id, []).append(row)
    for row_id, found in by_id.items():
        for row in found[1:]:
            message = f"{_shown(row_id)} is filled in here and in row {found[0].number}; keep one of them."
            problems.append(Problem(row.place, message))
    return [found[0] for found in by_id.values() if len(found) == 1]


def _shown(text: str) -> str:
    return text if len(text) <= 30 else "this action"


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
