"""An indicator's values from a sheet, by the mapping that is kept; nothing is guessed in silence."""

import re
from collections import Counter
from collections.abc import Callable
from collections.abc import Mapping as Lookup
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from lif.exchange.numbers import read_figure
from lif.exchange.periods import read_period
from lif.exchange.repeated import refuse_repeated
from lif.exchange.table import Row, Table, quoted_cell, rows_named
from lif.records.indicator import MARK_MEANINGS, WORKED_OUT, Indicator, Mapping, Value
from lif.store.errors import NothingFound, Refusal

_AREA = re.compile(r"[A-Z][0-9]{8}")
_KEPT_DECIMALS = Decimal("0.000001")
_PROBLEMS_SHOWN = 10

Figure = Decimal | str | None


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


@dataclass(slots=True)
class _Reading:
    """What comes up while the rows are read."""

    problems: list[tuple[int, str]] = field(default_factory=list)
    """Cells that cannot be read, each with its row."""
    without_figure: list[int] = field(default_factory=list)
    without_area: list[int] = field(default_factory=list)
    marked_part: list[int] = field(default_factory=list)
    shortened: list[int] = field(default_factory=list)
    of_nothing: list[int] = field(default_factory=list)
    worked_out: int = 0


def read_figures(table: Table, mapping: Mapping, indicator: Indicator, areas: Lookup[str, str]) -> Figures:
    """The values of an indicator for some areas, given as their names by their codes.

    Raises Refusal where a column of the mapping is missing, a cell cannot be read, no row is left, or more
    than one row gives the figure of a period and an area.
    """
    reading = _Reading()
    others: Counter[str] = Counter()
    kept: list[tuple[Row, str]] = []
    area_of = _area_reader(table, mapping)
    read_value = _value_reader(table, mapping, indicator, reading)
    for row in _filtered(table, mapping):
        area = area_of(row)
        if area in areas:
            kept.append((row, area))
        elif area:
            others[area] += 1
        else:
            reading.without_area.append(row.number)
    if not kept:
        _refuse_no_area(table, mapping, others)
    period_position = table.position(mapping.period)
    rows: list[tuple[Row, str, str]] = []
    for row, area in kept:
        try:
            rows.append((row, read_period(row.cells[period_position], indicator.frequency), area))
        except ValueError as error:
            reading.problems.append((row.number, f"{table.place(row, mapping.period)}: {error}"))
    refuse_repeated(table, mapping, [(row, period, areas[area]) for row, period, area in rows])
    values = [value for row, period, area in rows if (value := read_value(row, period, area))]
    if reading.problems:
        raise refused_cells(table.file, [problem for _, problem in sorted(reading.problems)])
    remarks = _remarks(table.file, mapping, indicator, reading)
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


def _area_reader(table: Table, mapping: Mapping) -> Callable[[Row], str]:
    """Gives the area of a row: the first of the area columns that is filled; "" where none holds a code."""
    positions = [table.position(column) for column in mapping.area]

    def area_of(row: Row) -> str:
        for position in positions:
            cell = row.cells[position]
            if cell and cell not in MARK_MEANINGS:
                return cell if _AREA.fullmatch(cell) else ""
        return ""

    return area_of


def _refuse_no_area(table: Table, mapping: Mapping, others: Counter[str]) -> None:
    columns = " or ".join(mapping.area)
    if not others:
        first = next((cell for cell in _cells(table, mapping.area[0]) if cell), "")
        shown = f" It holds {quoted_cell(first)}, for example." if first else ""
        raise Refusal(
            f"{table.file}: no row has the code of an area in {columns}.{shown}",
            "Name the column that holds nine-character codes such as E92000001: --area COLUMN",
        )
    raise NothingFound(
        f"{table.file} has no row for the Board's area or its comparators, only for others in "
        f"{columns} ({len(others)} of them).",
        "See which areas the Board has with: lif edit board (area and comparators).",
    )


def _cells(table: Table, column: str) -> list[str]:
    position = table.position(column)
    return [row.cells[position] for row in table.rows]


def _value_reader(
    table: Table, mapping: Mapping, indicator: Indicator, reading: _Reading
) -> Callable[[Row, str, str], Value | None]:
    columns = (mapping.numerator, mapping.denominator, mapping.value)
    places = [(column, table.position(column)) for column in columns if column]

    def read_value(row: Row, period: str, area: str) -> Value | None:
        read: dict[str, Figure] = {}
        for column, position in places:
            try:
                read[column] = _shortened(read_figure(row.cells[position]), row, reading)
            except ValueError as error:
                reading.problems.append((row.number, f"{table.place(row, column)}: {error}"))
                return None
        if all(figure is None for figure in read.values()):
            reading.without_figure.append(row.number)
            return None
        numerator, denominator = read.get(mapping.numerator or ""), read.get(mapping.denominator or "")
        if mapping.value:
            value, lacking = read[mapping.value], mapping.value
        else:
            value = _worked_out(numerator, denominator, indicator, row, reading)
            lacking = str(mapping.numerator if numerator is None else mapping.denominator)
        if value is None:
            reading.problems.append(
                (row.number, f"{table.place(row, lacking)}: this cell is empty. {_SAY_WHY}")
            )
            return None
        parts = [None if isinstance(part, str) else part for part in (numerator, denominator)]
        if isinstance(value, str):
            return Value(period, area, parts[0], parts[1], None, value, row.number)
        if isinstance(numerator, str) or isinstance(denominator, str):
            reading.marked_part.append(row.number)
        return Value(period, area, parts[0], parts[1], value, "", row.number)

    return read_value


_SAY_WHY = "Give the figure, or say why there is none: c suppressed, x not available, z not applicable."


def _shortened(figure: Figure, row: Row, reading: _Reading) -> Figure:
    if isinstance(figure, Decimal) and figure != (short := figure.quantize(_KEPT_DECIMALS, ROUND_HALF_UP)):
        reading.shortened.append(row.number)
        return short
    return figure


def _worked_out(
    numerator: Figure, denominator: Figure, indicator: Indicator, row: Row, reading: _Reading
) -> Figure:
    """The value that follows from its parts; a part that is marked gives the value its mark."""
    if numerator is None or denominator is None:
        return None
    if isinstance(numerator, str):
        return numerator
    if isinstance(denominator, str):
        return denominator
    if not denominator:
        reading.of_nothing.append(row.number)
        return "z"
    reading.worked_out += 1
    share = numerator * WORKED_OUT[indicator.unit] / denominator
    return share.quantize(Decimal(1).scaleb(-indicator.decimals), ROUND_HALF_UP)


def _remarks(file: str, mapping: Mapping, indicator: Indicator, reading: _Reading) -> list[str]:
    remarks = []
    if reading.worked_out:
        places = "1 decimal" if indicator.decimals == 1 else f"{indicator.decimals} decimals"
        count = "1 value was" if reading.worked_out == 1 else f"{reading.worked_out} values were"
        remarks.append(
            f"{count} worked out from {mapping.numerator} and "
            f"{mapping.denominator}, rounded to {places} (halves up)."
        )
    if reading.of_nothing:
        remarks.append(
            f"{file}: {rows_named(reading.of_nothing)}: {mapping.denominator} is 0, so the value is marked "
            "z (not applicable)."
        )
    if reading.marked_part:
        remarks.append(
            f"{file}: {rows_named(reading.marked_part)}: the value is given although a count behind it is "
            "marked; the value is kept and the count stays empty."
        )
    if reading.shortened:
        remarks.append(f"{file}: {rows_named(reading.shortened)}: of more than six decimals, six are kept.")
    if reading.without_figure:
        remarks.append(f"{file}: {rows_named(reading.without_figure)}: no figure, so passed over.")
    if reading.without_area:
        remarks.append(
            f"{file}: {rows_named(reading.without_area)}: no code of an area (a total or a note?), so "
            "passed over."
        )
    return remarks
