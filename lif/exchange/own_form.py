"""The form in which `lif` itself gives figures out, of one indicator or of many, and reads them back."""

from lif.exchange.table import Table
from lif.records.indicator import Mapping as ColumnMapping
from lif.records.indicator import RowFilter

COLUMNS = ("indicator", "period", "area", "area name", "numerator", "denominator", "value", "mark", "meaning")
"""In order. Where there is no value its mark stands in its place too, as in official files."""
NEEDED = ("indicator", "period", "area", "numerator", "denominator", "value", "mark")
"""Those by which the form is known again, and which are read."""


def own_mapping(name: str) -> ColumnMapping:
    """Where the figures of an indicator stand in the form."""
    return ColumnMapping(
        period="period",
        area=["area"],
        numerator="numerator",
        denominator="denominator",
        value="value",
        mark="mark",
        where=[RowFilter(column="indicator", equals=name)],
    )


def names_in(table: Table) -> list[str]:
    """The indicators that the form has figures of, in order."""
    place = table.position("indicator")
    return [name for name in dict.fromkeys(row.cells[place] for row in table.rows) if name]
