"""Which columns of a sheet hold what: as the user says, as kept from before, or as official files have it."""

import re
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
    mark: str | None = None
    sheet: str | None = None
    own: bool = False
    """Whether every row is about the Board's own area."""


def wanted_columns(given: GivenColumns, kept: Mapping | None) -> list[str]:
    """The columns that a table must have: those the user names and those kept from before, each once."""
    said = (given.period, *_areas(given), given.numerator, given.denominator, given.value, given.mark)
    found = [name for name in said if name]
    found += [where.column for where in map(_filter, given.where)]
    if kept:
        found += [] if given.period else [kept.period]
        found += [] if given.own or given.area else kept.area
        # As soon as one of the figures is said anew, the others may have other names too.
        if not (given.numerator or given.denominator or given.value):
            found += [name for name in (kept.numerator, kept.denominator, kept.value, kept.mark) if name]
        found += [] if given.where else [where.column for where in kept.where]
    return list(dict.fromkeys(found))


def is_official(mapping: Mapping) -> bool:
    """Whether a file of the Department for Education is read: its own columns tell it from any other."""
    return mapping.period == OFFICIAL_PERIOD and bool(mapping.area) and set(mapping.area) <= {*OFFICIAL_AREAS}


def _areas(given: GivenColumns) -> list[str]:
    return [name.strip() for names in given.area for name in names.split(",") if name.strip()]


def mapping_for(table: Table, given: GivenColumns, indicator: Indicator) -> Mapping:
    """The whole mapping for a sheet. Raises WrongUse naming the option that is missing."""
    kept = indicator.mapping
    missing: dict[str, str] = {}
    period = given.period or (kept.period if kept else None)
    if not period and table.has(OFFICIAL_PERIOD):
        period = OFFICIAL_PERIOD
    if not period:
        missing["--period"] = "which column holds the period"
    area = _areas(given)
    if area and given.own:
        raise WrongUse("--area names a column, and --own says that there is none.", "Give one of the two.")
    if not area and not given.own:
        area = kept.area if kept else [name for name in OFFICIAL_AREAS if table.has(name)]
        if not area and not kept:
            missing["--area"] = (
                "which column holds the area, or --own where every row is about the Board's own area"
            )
    numerator = given.numerator or (kept.numerator if kept else None)
    denominator = given.denominator or (kept.denominator if kept else None)
    value = given.value or (kept.value if kept else None)
    if not value and indicator.unit not in WORKED_OUT:
        missing["--value"] = "which column holds the figure itself"
    elif not value and not (numerator and denominator):
        missing["--value"] = (
            "which column holds the figure itself, or --numerator and --denominator to work it out"
        )
    if missing or not period:
        raise _missing(table, missing)
    mapping = Mapping(
        period=period,
        area=area,
        numerator=numerator,
        denominator=denominator,
        value=value,
        mark=given.mark or (kept.mark if kept else None),
        where=[_filter(text) for text in given.where] or (kept.where if kept else []),
        sheet=given.sheet or (kept.sheet if kept else None),
        file=kept.file if kept else None,
    )
    if not same_file(mapping.file, table.file):
        mapping = mapping.model_copy(update={"file": table.file})
    return mapping


def same_file(kept: str | None, file: str) -> bool:
    """Whether the name of a file is one that was read before, apart from its figures: the quarter and the year."""
    return kept is not None and _nameless(kept) == _nameless(file)


def _nameless(file: str) -> str:
    return re.sub("[0-9]+", "", file.rpartition(".")[0] or file).casefold()


def _filter(text: str) -> RowFilter:
    column, sign, equals = text.partition("=")
    if not sign or not column.strip() or not equals.strip():
        raise WrongUse(
            f"--where: {text} names no column with what it is to say.",
            'Write it as COLUMN=TEXT, such as --where "population_type=Children looked after on 31 March".',
        )
    return RowFilter(column=column.strip(), equals=equals.strip())


def _missing(table: Table, missing: dict[str, str]) -> WrongUse:
    columns = ", ".join(name for name in table.columns if name)
    hint = f"The columns of {table.file} are: {columns}."
    if len(missing) == 1:
        ((option, what),) = missing.items()
        return WrongUse(f"{option} is missing: {what}.", hint)
    lines = [f"  {option}: {what}" for option, what in missing.items()]
    return WrongUse("\n".join(["These are missing:", *lines]), hint)
