"""Refuses a sheet with more than one row for a period and an area, and says which filter would help."""

from collections.abc import Sequence

from lif.exchange.numbers import is_figure
from lif.exchange.table import Row, Table, rows_named
from lif.records.indicator import Mapping
from lif.store.errors import Refusal

_VALUES_SHOWN = 12


def refuse_repeated(table: Table, mapping: Mapping, rows: Sequence[tuple[Row, str, str]]) -> None:
    """Raise Refusal where two rows, given with period and name of the area, stand for the same figure."""
    groups: dict[tuple[str, str], list[Row]] = {}
    for row, period, area in rows:
        groups.setdefault((period, area), []).append(row)
    repeated = {key: found for key, found in groups.items() if len(found) > 1}
    if not repeated:
        return
    (period, area), example = next(iter(repeated.items()))
    numbers = rows_named([row.number for row in example])
    message = f"{table.file} has several rows for the same period and area: {numbers} give {area} in {period}"
    columns = _differing(table, mapping, list(repeated.values()))
    if not columns:
        raise Refusal(
            f"{message}, and no column says which of them is right.", "Take out all but one of them."
        )
    lines = ["Say which rows are meant:"]
    for column, values in columns.items():
        lines.append(f'  --where "{column}={values[0]}"')
    for column, values in columns.items():
        more = f"; and {len(values) - _VALUES_SHOWN} more" if len(values) > _VALUES_SHOWN else ""
        lines.append(
            f"{column} holds: {'; '.join(value or '(empty)' for value in values[:_VALUES_SHOWN])}{more}."
        )
    named = " and ".join(columns)
    raise Refusal(f"{message}. They differ in {named}.", "\n".join(lines))


def _differing(table: Table, mapping: Mapping, groups: list[list[Row]]) -> dict[str, list[str]]:
    """The columns that tell repeated rows apart, with their values; figures only where nothing else does."""
    mapped = {mapping.period, *mapping.area, mapping.numerator, mapping.denominator, mapping.value}
    found: dict[str, list[str]] = {}
    for position, column in enumerate(table.columns):
        if not column or column in mapped:
            continue
        if any(len({row.cells[position] for row in group}) > 1 for group in groups):
            found[column] = list(dict.fromkeys(row.cells[position] for group in groups for row in group))
    in_words = {column: values for column, values in found.items() if not all(map(is_figure, values))}
    return in_words or found
