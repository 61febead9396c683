"""An indicator's values from a sheet, by the mapping that is kept; nothing is guessed in silence."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from collections.abc import Mapping as Lookup
from dataclasses import dataclass

from lif.exchange.dates import has_two_digit_year
from lif.exchange.figure_notes import Noted, remarks_of
from lif.exchange.figure_value import WrongCell, value_reader
from lif.exchange.periods import is_day, read_period
from lif.exchange.repeated import refuse_repeated
from lif.exchange.table import Row, Table, quoted_cell
from lif.records.indicator import MARK_MEANINGS, Indicator, Mapping, Value
from lif.store.errors import NothingFound, Refusal

_TOTAL = re.compile(r"(?:grand |sub-?)?totals?\b.{0,40}", re.IGNORECASE)
_AREA = re.compile(r"[A-Z][0-9]{8}")
_PROBLEMS_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Figures:
    """The values that a sheet holds for the areas that were asked for."""

    values: tuple[Value, ...]
    """In the order of the sheet; `line` is the row."""
    other_rows: int
    """How many rows were passed over because they are about other areas."""
    other_areas: int
    """About how many areas those are."""
    remarks: tuple[str, ...]


def read_figures(table: Table, mapping: Mapping, indicator: Indicator, areas: Lookup[str, str]) -> Figures:
    """The values of an indicator for some areas, given as their names by their codes.

    Raises Refusal where a column of the mapping is missing, a cell cannot be read, no row is left, or more
    than one row gives the figure of a period and an area.
    """
    noted = Noted()
    others: Counter[str] = Counter()
    kept: list[tuple[Row, str]] = []
    area_of = _area_reader(table, mapping, areas)
    read_value = value_reader(table, mapping, indicator, noted)
    period_position = table.position(mapping.period)
    for row in _filtered(table, mapping):
        if _TOTAL.fullmatch(row.cells[period_position]):
            noted.totals.append(row.number)
            continue
        area = area_of(row)
        if area in areas:
            kept.append((row, area))
        elif area:
            others[area] += 1
        else:
            noted.without_area.append(row.number)
    if not kept:
        _refuse_no_area(table, mapping, others)
    rows: list[tuple[Row, str, str]] = []
    read: dict[str, str] = {}
    for row, area in kept:
        cell = row.cells[period_position]
        if cell not in read:
            try:
                read[cell] = read_period(cell, indicator.frequency)
            except ValueError as error:
                noted.problems.append((row.number, f"{table.place(row, mapping.period)}: {error}"))
                continue
        rows.append((row, read[cell], area))
    _note_days(rows, period_position, noted)
    refuse_repeated(table, mapping, [(row, period, areas[area]) for row, period, area in rows])
    values = []
    for row, period, area in rows:
        try:
            value = read_value(row, period, area)
        except WrongCell as wrong:
            noted.problems.append((row.number, f"{table.place(row, wrong.column)}: {wrong}"))
        else:
            values += [value] if value else []
    if noted.problems:
        raise refused_cells(table.file, [problem for _, problem in sorted(noted.problems)])
    remarks = remarks_of(noted, table.file, mapping, indicator)
    return Figures(tuple(values), others.total(), len(others), tuple(remarks))


def refused_cells(file: str, problems: list[str]) -> Refusal:
    """The refusal that lists cells which cannot be read."""
    lines = [f"  {problem}" for problem in problems[:_PROBLEMS_SHOWN]]
    if len(problems) > _PROBLEMS_SHOWN:
        lines.append(f"  … and {len(problems) - _PROBLEMS_SHOWN} more")
    return Refusal(
        "\n".join([f"Nothing was taken from {file}, because it cannot be read with certainty:", *lines]),
        "Correct these cells in the file, then import it again.",
    )


def _note_days(rows: Sequence[tuple[Row, str, str]], position: int, noted: Noted) -> None:
    """Remember the days, and the years of two digits, that were read as periods."""
    short: dict[str, bool] = {}
    for row, period, _ in rows:
        cell = row.cells[position]
        if cell not in short:
            short[cell] = has_two_digit_year(cell)
            if is_day(cell):
                noted.days.append(f"{' '.join(cell.split())} is {period}")
        if short[cell]:
            noted.two_digits.append(row.number)


def _filtered(table: Table, mapping: Mapping) -> list[Row]:
    """The rows that the filters keep. Raises Refusal, naming what the columns do hold, where none is left."""
    rows = list(table.rows)
    for where in mapping.where:
        position = table.position(where.column)
        held = dict.fromkeys(row.cells[position] for row in rows)
        rows = [row for row in rows if row.cells[position] == where.equals]
        if not rows:
            shown = "; ".join(value or "(empty)" for value in list(held)[:12])
            raise Refusal(
                f"{table.file} has no row in which {where.column} says {where.equals}.",
                f"{where.column} holds: {shown}{'; …' if len(held) > 12 else ''}.",
            )
    return rows


def _area_reader(table: Table, mapping: Mapping, areas: Lookup[str, str]) -> Callable[[Row], str]:
    """Gives the code of a row's area: by the first of the area columns that is filled, with a code or a known name.

    "" where that is neither. The first of `areas` is the Board's own, of which every row is without such columns.
    """
    if not mapping.area:
        own = next(iter(areas))
        return lambda row: own
    positions = [table.position(column) for column in mapping.area]
    named: dict[str, str] = {}
    for code, name in areas.items():
        key = name.casefold()
        named[key] = "" if key in named else code

    def area_of(row: Row) -> str:
        for position in positions:
            cell = row.cells[position]
            if cell and cell not in MARK_MEANINGS:
                return cell if _AREA.fullmatch(cell) else named.get(cell.casefold(), "")
        return ""

    return area_of


def _refuse_no_area(table: Table, mapping: Mapping, others: Counter[str]) -> None:
    if not mapping.area:
        raise NothingFound(f"{table.file} has no row with a figure, only totals.", "Export it again.")
    columns = " or ".join(mapping.area)
    if not others:
        first = next((cell for cell in _cells(table, mapping.area[0]) if cell), "")
        shown = f" It holds {quoted_cell(first)}, for example." if first else ""
        raise Refusal(
            f"{table.file}: no row has the code of an area, or the name of one of the Board's, in {columns}.{shown}",
            "Name the column that holds nine-character codes such as E92000001, or the names of the Board's areas: "
            "--area COLUMN. Where every row is about the Board's own area: --own",
        )
    raise NothingFound(
        f"{table.file} has no row for the Board's area or its comparators, only for others in "
        f"{columns} ({len(others)} of them).",
        "See which areas the Board has with: lif edit board (area and comparators).",
    )


def _cells(table: Table, column: str) -> list[str]:
    position = table.position(column)
    return [row.cells[position] for row in table.rows]
