"""One agency's chronology from the sheet or the document that it sent; nothing is guessed in silence."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, fields

from lif.exchange.child_level import refuse_child_level
from lif.exchange.dates import has_two_digit_year, read_date
from lif.exchange.figures import refused_cells
from lif.exchange.sheet import Sheet
from lif.exchange.table import Row, Table, rows_named, table_of
from lif.exchange.times import read_time
from lif.records.chronology import ChronologyRow
from lif.store.errors import Refusal, WrongUse

_HEADER_WITHIN = 30
"""Rows. Titles and explanations above the names of the columns are passed over."""
_WITH_TIME = re.compile(
    r"(.*?\S)(?:(?<=[0-9])T|[ ,]+at |[ ,]+)([0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2})?(?: ?[ap]m)?)",
    re.IGNORECASE,
)
_LINE_ENDS = re.compile("\r\n|[\r\n\x0b\x0c]")
_OF_EXCEL = re.compile(r"#(REF!|N/A|NAME\?|VALUE!|DIV/0!|NULL!|NUM!)|##+")


@dataclass(frozen=True, slots=True)
class ChronologyColumns:
    """Which column holds what, as the user says; None stands for the column of that very name, if there is one."""

    date: str | None = None
    time: str | None = None
    event: str | None = None
    source: str | None = None
    comment: str | None = None


@dataclass(frozen=True, slots=True)
class ChronologyRead:
    """What a file says, row by row."""

    rows: tuple[ChronologyRow, ...]
    """In the order of the file."""
    remarks: tuple[str, ...]


def read_chronology_sheets(
    file: str, sheets: Sequence[Sheet], columns: ChronologyColumns, sheet: str | None = None
) -> ChronologyRead:
    """The chronology that stands in the sheets or tables of a file.

    Of a workbook the one sheet is read that has the columns, or the one named; of a document every table that
    has them, because a chronology often has one for each year. Raises Refusal, naming each cell, where
    anything cannot be read with certainty.
    """
    tables = [_table(file, one, header) for one, header in _with_header(file, sheets, columns, sheet)]
    problems: list[str] = []
    rows: list[ChronologyRow] = []
    remarks: list[str] = []
    for table in tables:
        taken = _columns_of(table, columns)
        rows += [row for one in table.rows if (row := _row(table, one, taken, problems))]
        remarks += [*table.remarks, *_two_digit_years(table, taken)]
        left = [name for name in table.columns if name and name not in taken.values()]
        if left:
            remarks.append(f"{_place(table)}: nothing was taken from {', '.join(left)}.")
    if problems:
        raise refused_cells(file, problems)
    return ChronologyRead(tuple(rows), tuple(remarks))


def _with_header(
    file: str, sheets: Sequence[Sheet], columns: ChronologyColumns, chosen: str | None
) -> list[tuple[Sheet, int]]:
    """The sheets that hold the chronology, each with the place of the row that names its columns."""
    if chosen is not None:
        named = [one for one in sheets if _plain(one.where.removeprefix("sheet ")) == _plain(chosen)]
        if not named:
            known = ", ".join(one.where for one in sheets if one.where) or "none"
            raise WrongUse(f"{file} has no sheet called {chosen}.", f"Its sheets are: {known}.")
        sheets = named
    wanted = {_plain(columns.date or "date"), _plain(columns.event or "event")}
    found = [(one, place) for one in sheets if (place := _header(one, wanted)) is not None]
    if not any(one.rows for one in sheets):
        raise Refusal(
            f"{file} holds no table." if file.lower().endswith(".docx") else f"{file} holds nothing.",
            "Put each entry into a row of its own, below the names of the columns, and save it again.",
        )
    if not found:
        seen = "; ".join(
            f"{one.where or 'its columns are'}: {', '.join(filter(None, map(str.strip, one.rows[0][1])))}"
            for one in sheets
            if one.rows
        )
        raise Refusal(
            f"{file} has no columns called {columns.date or 'date'} and {columns.event or 'event'}.",
            f'Say which they are, such as: --date "Date of event" --event "What happened". In {file}, {seen}.',
        )
    if len(found) > 1 and found[0][0].lettered:
        names = ", ".join(one.where.removeprefix("sheet ") for one, _ in found)
        raise WrongUse(
            f"{file} has more than one sheet with these columns: {names}.", "Choose one with --sheet."
        )
    return found


def _header(sheet: Sheet, wanted: set[str]) -> int | None:
    for place, (_, cells) in enumerate(sheet.rows[:_HEADER_WITHIN]):
        if wanted <= set(map(_plain, cells)):
            return place
    return None


def _table(file: str, sheet: Sheet, header: int) -> Table:
    width = len(sheet.rows[header][1]) if sheet.lettered else 0
    # A workbook keeps no cells that are empty at the end of a row, so none are missing there.
    rows = ((number, [*cells, *[""] * (width - len(cells))]) for number, cells in sheet.rows[header:])
    table = table_of(file, rows, sheet.remarks, sheet=sheet.where, lettered=sheet.lettered)
    refuse_child_level(file, table.columns, "Take these columns out of the file and import it again.")
    return table


def _columns_of(table: Table, columns: ChronologyColumns) -> dict[str, str]:
    """The name in the table of each column that is taken. Raises Refusal for one that was named and is not there."""
    names = {_plain(name): name for name in table.columns if name}
    taken: dict[str, str] = {}
    for field in fields(columns):
        given: str | None = getattr(columns, field.name)
        name = names.get(_plain(given or field.name), given)
        if name is not None:
            table.position(name)
            taken[field.name] = name
    return taken


def _row(table: Table, row: Row, taken: dict[str, str], problems: list[str]) -> ChronologyRow | None:
    def cell(what: str) -> str:
        return _clean(row.cells[table.position(taken[what])]) if what in taken else ""

    def wrong(what: str, message: str) -> None:
        problems.append(f"{table.place(row, taken[what])}: {message}")

    before = len(problems)
    for what in taken:
        if _OF_EXCEL.fullmatch(cell(what)):
            wrong(what, "this is a mistake that Excel shows, and no text.")
    day, time = _day_and_time(cell("date"), cell("time"))
    date = None
    if not day:
        wrong("date", "there is no date. Give at least the year, or leave the row out.")
    else:
        try:
            date = read_date(day)
        except ValueError as error:
            wrong("date", str(error))
    if time:
        try:
            time = read_time(time)
        except ValueError as error:
            wrong("time" if cell("time") else "date", str(error))
    if not cell("event"):
        wrong("event", "nothing is said to have happened.")
    if date is None or len(problems) > before:
        return None
    return ChronologyRow(date, time, cell("event"), cell("source"), cell("comment"), row.number)


def _day_and_time(day: str, time: str) -> tuple[str, str]:
    """A date and a time that share a cell, apart; a midnight beside a date is how programs write no time."""
    if match := _WITH_TIME.fullmatch(day):
        beside = match[2] if match[2].replace(".", ":")[:5] not in ("00:00", "0:00") else ""
        return match[1], time or beside
    return day, time


def _two_digit_years(table: Table, taken: dict[str, str]) -> list[str]:
    position = table.position(taken["date"])
    rows = [
        row.number
        for row in table.rows
        if has_two_digit_year(_day_and_time(row.cells[position].strip(), "")[0])
    ]
    if not rows:
        return []
    return [
        f"{_place(table)}, column {taken['date']}, {rows_named(rows)}: a year of two digits was read as one "
        "of 1950 to 2049."
    ]


def _place(table: Table) -> str:
    return f"{table.file}, {table.sheet}" if table.sheet else table.file


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def _clean(text: str) -> str:
    """The text with the line ends and the composed characters that records have; no word is changed."""
    return unicodedata.normalize("NFC", "\n".join(_LINE_ENDS.split(text.strip())))
