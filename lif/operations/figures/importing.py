"""Indicators and their figures: a new indicator, and figures from a sheet merged with those there are."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lif.exchange.figures import read_figures
from lif.exchange.mapping import GivenColumns, mapping_for
from lif.exchange.table import Table
from lif.operations.opening import open_named
from lif.records.indicator import Indicator, Source, Value
from lif.records.indicator import Mapping as ColumnMapping
from lif.rules.names import nearest
from lif.store.board import Board, Loaded
from lif.store.change import Change, edit_record, field_order
from lif.store.errors import NothingFound, Refusal, WrongUse
from lif.store.values import write_values
from lif.store.yaml_edit import Put

_SOURCE_KEYS = tuple(Source.model_fields)


@dataclass(frozen=True, slots=True)
class GivenSource:
    """Where the figures come from, as the user says; None leaves what is recorded."""

    name: str | None = None
    retrieved: str | None = None
    """The day it was retrieved, as `2017-11-24`."""


@dataclass(frozen=True, slots=True)
class AreaFigures:
    """What an import does to the figures of one area."""

    name: str
    code: str
    new: tuple[Value, ...]
    changed: tuple[tuple[Value, Value], ...]
    """Each as it was and as it becomes."""
    unchanged: int
    only_here: int
    """How many figures are kept although the sheet does not have them."""


@dataclass(frozen=True)
class FiguresImported(Change):
    """The change that an import makes, with what is to be said about it."""

    areas: tuple[AreaFigures, ...] = ()
    """The Board's own area, its region, England, its neighbours; those with figures."""
    without_row: tuple[str, ...] = ()
    """The names of areas of the Board for which the sheet has no row."""
    other_rows: int = 0
    other_areas: int = 0
    remarks: tuple[str, ...] = ()

    without_comparators: bool = False
    """Whether the sheet has rows for the Board's own area alone."""

    @property
    def new(self) -> int:
        """How many figures are new."""
        return sum(len(area.new) for area in self.areas)

    @property
    def changed(self) -> int:
        """How many figures change."""
        return sum(len(area.changed) for area in self.areas)

    @property
    def unchanged(self) -> int:
        """How many figures of the sheet are there already."""
        return sum(area.unchanged for area in self.areas)


def new_indicator(board: Board, name: str, value: Mapping[str, Any]) -> Change:
    """A new indicator, without figures yet."""
    change = open_named(board, "indicator", name, value)
    return Change(
        change.files, f"{change.summary} Import its figures with: lif data import {name} FILE.csv", change.ids
    )


def find_indicator(board: Board, name: str) -> Loaded:
    """The indicator of a name. Raises Refusal where there is none, or where it cannot be read."""
    loaded = board.by_id.get(name)
    if loaded and loaded.kind.name == "indicator":
        return loaded
    if name in board.broken:
        raise Refusal(
            f"The indicator {name} cannot be read as it stands.", "See what is wrong with: lif validate"
        )
    hint = nearest(name, [one.id for one in board.of("indicator")])
    raise NothingFound(
        f"There is no indicator called {name}.",
        hint or f"See what there is with: lif data list. Or make it with: lif data new {name}",
    )


def import_figures(
    board: Board, name: str, table: Table, given: GivenColumns | ColumnMapping, source: GivenSource
) -> FiguresImported:
    """Figures from a sheet for the Board's area and its comparators, merged with those that are there.

    A figure that the sheet does not have stays. The mapping of columns is kept with the indicator, unless it is
    given whole. Raises Refusal where the sheet cannot be read with certainty; then nothing is to be written.
    """
    loaded = find_indicator(board, name)
    indicator: Indicator = loaded.record
    file = loaded.file.removesuffix(".yaml") + ".csv"
    _refuse_broken_values(board, file)
    names = area_names(board)
    mapping = given if isinstance(given, ColumnMapping) else mapping_for(table, given, indicator)
    figures = read_figures(table, mapping, indicator, names)
    here = {(value.area, value.period): value for value in board.values.get(name, ())}
    there = {(value.area, value.period): value for value in figures.values}
    merged = {**here, **{key: value for key, value in there.items() if not _same(here.get(key), value)}}
    mine, theirs = _by_area(here), _by_area(there)
    areas = tuple(
        _area(code, title, mine.get(code, {}), theirs.get(code, {}))
        for code, title in names.items()
        if code in mine or code in theirs
    )
    files: dict[str, bytes] = {}
    if any(area.new or area.changed for area in areas):
        files[file] = write_values(_in_order(merged.values(), list(names))).encode("utf-8")
    edits = _edits(loaded, indicator.mapping if mapping is given else mapping, source)
    if edits:
        files[loaded.file] = edit_record(board, loaded, edits)
    rows_for = {area for area, _ in there}
    elsewhere = bool(mapping.area) and mapping is not given  # a source that may have figures of other areas
    return FiguresImported(
        files=files,
        summary=f"{name}: the figures are in {file}."
        if file in files
        else f"{name}: what was said of the source and its columns is kept for next time.",
        ids=(name,),
        areas=areas,
        without_comparators=elsewhere and len(names) > 1 and rows_for == {board.profile.area.code},
        without_row=tuple(title for code, title in names.items() if elsewhere and code not in rows_for),
        other_rows=figures.other_rows,
        other_areas=figures.other_areas,
        remarks=(*table.remarks, *figures.remarks),
    )


def area_names(board: Board) -> dict[str, str]:
    """The areas of a Board by code, in the order of their values: own, region, England, neighbours.

    Raises Refusal where the Board's own area has no code yet.
    """
    profile = board.profile
    if not profile.area.code:
        raise Refusal(
            "The Board's own area has no code yet, so its figures cannot be found in a file.",
            "Record it in records/board.yaml under area, such as code: E06000055, with: lif edit board",
        )
    order = {"region": 0, "england": 1, "statistical-neighbour": 2}
    others = sorted(profile.comparators, key=lambda comparator: order[comparator.role])
    return {profile.area.code: profile.area.name, **{other.code: other.name for other in others}}


def _refuse_broken_values(board: Board, file: str) -> None:
    """Figures that cannot be read would be lost when the file is written anew."""
    if any(finding.file == file for finding in board.findings):
        raise Refusal(
            f"{file} has mistakes, so nothing is added to it: figures that cannot be read would be lost.",
            f"See and mend them first: lif validate {file}",
        )


def _by_area(values: Mapping[tuple[str, str], Value]) -> dict[str, dict[str, Value]]:
    """Values by area and, in order, by period."""
    found: dict[str, dict[str, Value]] = {}
    for (area, period), value in sorted(values.items(), key=lambda item: item[0]):
        found.setdefault(area, {})[period] = value
    return found


def _area(code: str, title: str, mine: Mapping[str, Value], theirs: Mapping[str, Value]) -> AreaFigures:
    new = tuple(value for period, value in theirs.items() if period not in mine)
    changed = tuple(
        (mine[period], value)
        for period, value in theirs.items()
        if period in mine and not _same(mine[period], value)
    )
    unchanged = len(theirs) - len(new) - len(changed)
    return AreaFigures(title, code, new, changed, unchanged, len(mine.keys() - theirs.keys()))


def _same(one: Value | None, other: Value) -> bool:
    """Whether two values say the same; 20.7 and 20.70 do."""
    return one is not None and _said(one) == _said(other)


def _said(value: Value) -> tuple[Any, ...]:
    return value.numerator, value.denominator, value.value, value.mark


def _in_order(values: Iterable[Value], codes: Sequence[str]) -> list[Value]:
    """By area in the order of the Board, those it no longer knows last, then by period."""
    rank = {code: number for number, code in enumerate(codes)}
    return sorted(values, key=lambda value: (rank.get(value.area, len(rank)), value.area, value.period))


def _edits(loaded: Loaded, mapping: ColumnMapping | None, source: GivenSource) -> list[Put]:
    """What changes in the indicator's own record: the mapping, and where the figures come from."""
    indicator: Indicator = loaded.record
    order = field_order(loaded.kind)
    edits: list[Put] = []
    if source.name and (indicator.source is None or indicator.source.name != source.name):
        edits.append(
            Put(("source", "name"), source.name, order if indicator.source is None else _SOURCE_KEYS)
        )
    if source.retrieved:
        if not source.name and indicator.source is None:
            raise WrongUse(
                "--as-of says when the source was retrieved, and no source is recorded.",
                'Name it too: --source "Department for Education, …"',
            )
        if indicator.source is None or str(indicator.source.retrieved) != source.retrieved:
            edits.append(Put(("source", "retrieved"), source.retrieved, _SOURCE_KEYS))
    if mapping is not None and mapping != indicator.mapping:
        edits.append(Put(("mapping",), mapping.model_dump(exclude_defaults=True), order))
    return edits
