"""The table of figures in a file: found by the columns that are wanted, below titles and under two rows of headings.

A CSV file is one sheet; of a workbook those are looked at that can be seen.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from lif.exchange.child_level import refuse_child_level
from lif.exchange.numbers import is_figure
from lif.exchange.sheet import opened
from lif.exchange.table import Table, csv_rows, rows_named, table_of
from lif.store.errors import NothingFound, Refusal

_WITHIN = 40
"""Rows. Titles and explanations above the headings are passed over."""
_LEAST = 2
"""Cells that a row of headings has."""

Rows = Sequence[tuple[int, list[str]]]


@dataclass(frozen=True)
class RawSheet:
    """One sheet as it came in."""

    file: str
    title: str
    """Its name; "" for a CSV file."""
    rows: Rows
    """The rows that hold anything, with their numbers."""
    spread: dict[tuple[int, int], str] = field(default_factory=dict)
    """What merged cells say, for each cell that they cover sideways: by number of row, and column from 0."""
    merged: dict[tuple[int, int], str] = field(default_factory=dict)
    """Cells that are one with others above or below, each with the range."""
    remarks: tuple[str, ...] = ()

    @cached_property
    def headings(self) -> list[tuple[int, frozenset[str]]]:
        """The rows, from 0, that may be headings, each with the names that it gives the columns.

        A row that begins with a figure or a year is none, unless it is the first.
        """
        return [
            (place, frozenset(_named(self, place)))
            for place, (_, cells) in enumerate(self.rows[:_WITHIN])
            if not place or not is_figure(next(filter(None, cells)))
        ]


@dataclass(frozen=True, slots=True)
class RawFile:
    """A file with figures, before anybody knows which of its columns are wanted."""

    file: str
    sheets: tuple[RawSheet, ...]
    remarks: tuple[str, ...] = ()


def open_figures(path: Path) -> RawFile:
    """The sheets of a CSV file or a workbook. Raises Refusal where it is neither, or damaged."""
    kind, data = opened(path)
    if kind == "document":
        raise Refusal(
            f"{path.name} is a Word document.", "Copy its table into Excel, and save that as .xlsx."
        )
    if kind == "workbook":
        return _workbook(path)
    numbered, remarks = csv_rows(data, path.name)
    rows = list(numbered)
    if not rows:
        raise NothingFound(f"{path.name} is empty.", "Export it again.")
    return RawFile(path.name, (RawSheet(path.name, "", rows),), tuple(remarks))


def _workbook(path: Path) -> RawFile:
    from lif.exchange.grid import read_grids  # noqa: PLC0415 - few files are workbooks

    grids = read_grids(path)
    sheets = []
    for grid in grids.grids:
        spread, merged = {}, {}
        for number, cells in grid.rows.items():
            group = ("", "")
            for column, cell in enumerate(cells):
                if not cell.merged:
                    continue
                if cell.text:
                    group = (cell.merged, cell.text)
                elif group[0] == cell.merged:
                    spread[number, column] = group[1]
                first, last = ("".join(filter(str.isdigit, edge)) for edge in cell.merged.split(":"))
                if first != last:
                    merged[number, column] = cell.merged
        rows = [(number, [cell.text for cell in cells]) for number, cells in grid.rows.items()]
        remarks = list(grid.remarks)
        if grid.hidden_rows:
            remarks.append(f"{grid.where}{rows_named(sorted(grid.hidden_rows))}: hidden in Excel, read here.")
        rows = [(number, texts) for number, texts in rows if any(texts)]
        if rows:
            sheets.append(RawSheet(path.name, grid.title, rows, spread, merged, tuple(remarks)))
    if not sheets:
        raise NothingFound(f"{path.name} has nothing in any sheet that can be seen.", "Export it again.")
    hidden = [f"{path.name}: the hidden sheet {title} was not read." for title in grids.hidden]
    return RawFile(path.name, tuple(sheets), (*grids.remarks, *hidden))


def figure_table(raw: RawFile, wanted: Collection[str], sheet: str | None = None) -> Table:
    """The table that has all the columns that are wanted, else the one there is.

    Raises Refusal where it is not certain which sheet is meant, or where the table is about individual children.
    """
    sheets = [one for one in raw.sheets if sheet is None or one.title.casefold() == sheet.strip().casefold()]
    titles = ", ".join(one.title for one in raw.sheets if one.title)
    if not sheets:
        of = f"Its sheets are: {titles}." if titles else "It is no workbook; leave --sheet away."
        raise NothingFound(f"{raw.file} has no sheet called {sheet}.", of)
    sheets = [one for one in sheets if len(one.rows) > 1] or sheets[:1]  # a note is no table
    tables = [_table(one, wanted) for one in sheets]
    for table in tables:
        refuse_child_level(table.file, table.columns)
    fitting = [table for table in tables if set(wanted) <= set(table.columns)]
    if len(tables) == 1 or (wanted and len(fitting) == 1):
        found = fitting[0] if fitting else tables[0]
        return replace(found, remarks=(*raw.remarks, *found.remarks))
    having = "Several sheets have" if fitting else "No sheet has"
    what = f" the columns that are wanted ({', '.join(wanted)})" if wanted else " a name that tells it"
    raise Refusal(
        f"{raw.file} has several sheets: {titles}. {having}{what}.", 'Say which one is meant: --sheet "NAME"'
    )


def fits(raw: RawFile, wanted: Collection[str]) -> bool:
    """Whether one of the sheets has all these columns."""
    return any(_heading(one, wanted) is not None for one in raw.sheets)


def _table(sheet: RawSheet, wanted: Collection[str]) -> Table:
    first = _heading(sheet, wanted)
    certain = first is not None
    if first is None:
        first = _likely(sheet.rows)
    number, names = sheet.rows[first]
    remarks = list(sheet.remarks)
    columns = _named(sheet, first)
    two = columns != [" ".join(name.split()) for name in names]
    # A title is one cell; what has more might be figures.
    above = [one for one, cells in sheet.rows[: first - two] if len(list(filter(None, cells))) > 1]
    if above and certain:
        remarks.append(f"{sheet.file}: the headings are in row {number}; {rows_named(above)} above them "
                       f"{'is' if len(above) == 1 else 'are'} not read as figures.")  # fmt: skip
    if two:
        remarks.append(
            f"{sheet.file}: rows {sheet.rows[first - 1][0]} and {number} are both headings; where the lower one "
            "does not tell columns apart, the upper one stands before it."
        )
    below = sheet.rows[first + 1 :]
    if sheet.title:
        # A workbook ends a row with its last cell that holds anything.
        below = [(row, [*cells, *[""] * (len(columns) - len(cells))]) for row, cells in below]
    table = table_of(
        sheet.file,
        iter([(number, columns), *below]),
        remarks,
        sheet=f"sheet {sheet.title}" if sheet.title else "",
        lettered=bool(sheet.title),
    )
    return replace(table, merged=sheet.merged) if sheet.merged else table


def _heading(sheet: RawSheet, wanted: Collection[str]) -> int | None:
    """Which of the rows, from 0, has all the headings that are wanted; None where none has, or none is wanted."""
    if not wanted:
        return None
    needed = set(wanted)
    return next((place for place, names in sheet.headings if needed <= names), None)


def _likely(rows: Rows) -> int:
    """The row that looks most like headings: many cells, none of them a figure; the first where none does."""
    best, most = 0, _LEAST - 1
    for place, (_, cells) in enumerate(rows[:_WITHIN]):
        filled = [cell for cell in cells if cell.strip()]
        if len(filled) > most and not any(map(is_figure, filled)):
            best, most = place, len(filled)
    return best


def _named(sheet: RawSheet, place: int) -> list[str]:
    """The names of the columns, if this row is their heading: of those called the same, the upper heading as well."""
    number, cells = sheet.rows[place]
    names = [" ".join(name.split()) for name in cells]
    if not place or sheet.rows[place - 1][0] != number - 1:
        return names
    upper = _groups(sheet, place - 1)
    width = max(len(names), len(upper))
    names += [""] * (width - len(names))
    upper += [""] * (width - len(upper))
    filled = [name for name in names if name]
    repeated = {name for name in filled if filled.count(name) > 1}
    above = [" ".join(text.split()) for text in sheet.rows[place - 1][1]]
    hanging = any(text and not name for text, name in zip(above, names, strict=False))
    if not (repeated or hanging) or len(filled) < _LEAST or any(map(is_figure, filled)):
        return names[: len(cells)]
    return [
        f"{group}: {name}" if name in repeated and group and group != name else name or group
        for group, name in zip(upper, names, strict=True)
    ]


def _groups(sheet: RawSheet, place: int) -> list[str]:
    """An upper row of headings, each said of all the columns that it covers."""
    number, cells = sheet.rows[place]
    found, last = [], ""
    for column in range(max(len(sheet.rows[place + 1][1]), len(cells))):
        text = " ".join(cells[column].split()) if column < len(cells) else ""
        if sheet.title:
            # Only merged cells say how far a heading reaches.
            text = text or sheet.spread.get((number, column), "")
        else:
            last = text or last
            text = last
        found.append(text)
    return found
