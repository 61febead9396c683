"""Which columns of a sheet hold what: as the user says, as kept from before, or as official files have it."""

from collections.abc import Sequence
from dataclasses import dataclass

from lif.exchange.table import Table
from lif.records.indicator import WORKED_OUT, Indicator, Mapping, RowFilter
from lif.store.errors import WrongUse

OFFICIAL_PERIOD = "time_period"
OFFICIAL_AREAS = ("new_la_code", "region_code", "country_code")
"""Columns of the Department for Education, the narrowest area first: a region's row names its country too."""


@dataclass(frozen=True, slots=True)
class GivenColumns:
    """What the user said about the columns; what is None or empty was left unsaid."""

    period: str | None = None
    area: Sequence[str] = ()
    numerator: str | None = None
    denominator: str | None = None
    value: str | None = None
    where: Sequence[str] = ()
    """Filters, each as `COLUMN=TEXT`."""


def mapping_for(table: Table, given: GivenColumns, indicator: Indicator) -> Mapping:
    """The whole mapping for a sheet. Raises WrongUse naming the option that is missing."""
    kept = indicator.mapping
    period = given.period or (kept.period if kept else None)
    if not period and table.has(OFFICIAL_PERIOD):
        period = OFFICIAL_PERIOD
    if not period:
        raise _missing(table, "--period", "which column holds the period")
    area = [name.strip() for names in given.area for name in names.split(",") if name.strip()]
    area = area or (kept.area if kept else []) or [name for name in OFFICIAL_AREAS if table.has(name)]
    if not area:
        raise _missing(table, "--area", "which column holds the nine-character code of the area")
    mapping = Mapping(
        period=period,
        area=area,
        numerator=given.numerator or (kept.numerator if kept else None),
        denominator=given.denominator or (kept.denominator if kept else None),
        value=given.value or (kept.value if kept else None),
        where=[_filter(text) for text in given.where] or (kept.where if kept else []),
    )
    if not mapping.value:
        if indicator.unit not in WORKED_OUT:
            raise _missing(table, "--value", "which column holds the figure itself")
        if not (mapping.numerator and mapping.denominator):
            what = "which column holds the figure itself, or --numerator and --denominator to work it out"
            raise _missing(table, "--value", what)
    return mapping


def _filter(text: str) -> RowFilter:
    column, sign, equals = text.partition("=")
    if not sign or not column.strip() or not equals.strip():
        raise WrongUse(
            f"--where: {text} names no column with what it is to say.",
            'Write it as COLUMN=TEXT, such as --where "population_type=Children looked after on 31 March".',
        )
    return RowFilter(column=column.strip(), equals=equals.strip())


def _missing(table: Table, option: str, what: str) -> WrongUse:
    columns = ", ".join(name for name in table.columns if name)
    return WrongUse(f"{option} is missing: {what}.", f"The columns of {table.file} are: {columns}.")
