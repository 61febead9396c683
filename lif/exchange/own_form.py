"""The form in which `lif` itself gives figures out, of one indicator or of many, and reads them back."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from lif.exchange.table import Row, Table
from lif.records.indicator import Mapping as ColumnMapping
from lif.records.indicator import RowFilter, Value

COLUMNS = ("indicator", "period", "area", "area name", "numerator", "denominator", "value", "mark", "meaning")
"""In order. Where there is no value its mark stands in its place too, as in official files."""
NEEDED = ("indicator", "period", "area", "numerator", "denominator", "value", "mark")
"""Those by which the form is known again, and which are read."""
HIDDEN = "hidden"
"""Stands for a figure that is here and was not given out, because a suppressed one would follow from it."""
_WHAT = ("numerator", "denominator", "value")


def own_mapping(name: str) -> ColumnMapping:
    """Where the figures of an indicator stand in the form."""
    numerator, denominator, value = _WHAT
    return ColumnMapping(
        period="period",
        area=["area"],
        numerator=numerator,
        denominator=denominator,
        value=value,
        mark="mark",
        where=[RowFilter(column="indicator", equals=name)],
    )


def names_in(table: Table) -> list[str]:
    """The indicators that the form has figures of, in order."""
    place = table.position("indicator")
    return [name for name in dict.fromkeys(row.cells[place] for row in table.rows) if name]


def with_hidden(table: Table, here: Mapping[tuple[str, str, str], Value]) -> Table:
    """The table with the figures that it does not give out as they are here, by indicator, area and period.

    A figure that is hidden there and unknown here is suppressed.
    """
    keys = [table.position(column) for column in ("indicator", "area", "period")]
    places = {what: table.position(what) for what in _WHAT}
    mark = table.position("mark")
    rows = []
    for row in table.rows:
        number, cells = row.number, list(row.cells)
        hidden = [what for what, place in places.items() if row.cells[place] == HIDDEN]
        if hidden:
            indicator, area, period = (row.cells[place] for place in keys)
            held = here.get((indicator, area, period))
            for what in hidden:
                figure: Decimal | None = getattr(held, what) if held else None
                unknown = held.mark if held else "c"
                cells[places[what]] = unknown if figure is None and what == "value" else _spelt(figure)
            if "value" in hidden:
                cells[mark] = held.mark if held else "c"
        rows.append(Row(number, tuple(cells)))
    return replace(table, rows=tuple(rows))


def _spelt(figure: Decimal | None) -> str:
    return "" if figure is None else format(figure, "f")
