"""Records whom a Board is compared with, from official files: region, England and statistical neighbours."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lif.exchange.table import Row, Table
from lif.records.base import Model
from lif.records.board import Comparator
from lif.store.board import Board
from lif.store.change import Change, edit_record, field_order
from lif.store.errors import NothingFound, Refusal
from lif.store.yaml_edit import Put

_NEIGHBOUR_COLUMNS = tuple(f"SN_{number}" for number in range(1, 11))


@dataclass(frozen=True)
class ComparatorsRecorded(Change):
    """The change that records comparators, with what is to be said about it."""

    comparators: tuple[Comparator, ...] = ()
    authority: str = ""
    """The three-digit number of the Board's own authority."""
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Authority:
    """One local authority under one code, as the rows of its latest period have it."""

    number: str
    code: str
    name: str
    period: str
    row: Row


def record_comparators(board: Board, figures: Table, neighbours: Table | None) -> ComparatorsRecorded:
    """Region and England from the Department for Education's figures; with its neighbours file those as well.

    Raises Refusal where the Board's area or a neighbour is not in the figures, or where a comparator would go
    whose figures are kept.
    """
    own = _own(board, figures)
    cell = {column: own.row.cells[figures.position(column)] for column in figures.columns if column}
    found = [
        Comparator(name=cell["region_name"], code=cell["region_code"], role="region"),
        Comparator(name=cell["country_name"], code=cell["country_code"], role="england"),
    ]
    remarks = [*figures.remarks]
    if neighbours:
        remarks += neighbours.remarks
        numbers = _neighbour_numbers(neighbours, own)
        found += _neighbours(figures, neighbours, numbers, remarks)
    else:
        kept = [other for other in board.profile.comparators if other.role == "statistical-neighbour"]
        found += kept
    _refuse_losing_figures(board, found)
    return _change(board, found, own, remarks)


def _change(
    board: Board, found: list[Comparator], own: _Authority, remarks: list[str]
) -> ComparatorsRecorded:
    profile = board.profile
    loaded = board.of("board")[0]
    edits: list[Put] = []
    if profile.area.authority != own.number:
        edits.append(Put(("area", "authority"), own.number, _keys(type(profile.area))))
    if profile.comparators != found:
        value: list[dict[str, Any]] = [comparator.model_dump() for comparator in found]
        edits.append(Put(("comparators",), value, field_order(loaded.kind)))
    recorded = f"{len(found)} comparators are recorded in {loaded.file}"
    return ComparatorsRecorded(
        files={loaded.file: edit_record(board, loaded, edits)} if edits else {},
        summary=f"{recorded}." if edits else f"Nothing changes: the {recorded} already.",
        ids=("board",),
        comparators=tuple(found),
        authority=own.number,
        remarks=tuple(remarks),
    )


def _keys(model: type[Model]) -> tuple[str, ...]:
    return tuple(model.model_fields)


def _own(board: Board, figures: Table) -> _Authority:
    area = board.profile.area
    if not area.code:
        raise Refusal(
            "The Board's own area has no code yet, so it cannot be found in a file.",
            "Record it in records/board.yaml under area, such as code: E06000055, with: lif edit board",
        )
    for column in ("region_code", "region_name", "country_code", "country_name"):
        figures.position(column)
    authorities = _authorities(figures)
    for authority in authorities:
        if authority.code == area.code:
            return authority
    named = [f"{one.name} ({one.code})" for one in authorities if one.name.casefold() == area.name.casefold()]
    hint = (
        f"A file that names {area.name} has the code {named[0]}." if named else "Take a file that holds it."
    )
    raise NothingFound(f"{figures.file} has no row for {area.name}, whose code is {area.code}.", hint)


def _authorities(figures: Table) -> list[_Authority]:
    """Every authority under every code it had, each by its latest row, the latest first."""
    columns = ("old_la_code", "new_la_code", "la_name", "time_period")
    number, code, name, period = (figures.position(column) for column in columns)
    latest: dict[tuple[str, str], _Authority] = {}
    for row in figures.rows:
        cells = row.cells
        key = (cells[number], cells[code])
        if all(key) and (key not in latest or latest[key].period < cells[period]):
            latest[key] = _Authority(cells[number], cells[code], cells[name], cells[period], row)
    return sorted(latest.values(), key=lambda authority: authority.period, reverse=True)


def _neighbour_numbers(neighbours: Table, own: _Authority) -> list[str]:
    """The three-digit numbers of the statistical neighbours of an authority, the closest first."""
    number = neighbours.position("old_la_code")
    columns = [neighbours.position(column) for column in _NEIGHBOUR_COLUMNS]
    for row in neighbours.rows:
        if row.cells[number] == own.number:
            return [cell for position in columns if (cell := row.cells[position])]
    raise NothingFound(
        f"{neighbours.file} has no row for {own.name}, whose number is {own.number} (column old_la_code).",
        "Take the whole file of statistical neighbours as the Department for Education gives it.",
    )


def _neighbours(
    figures: Table, neighbours: Table, numbers: Sequence[str], remarks: list[str]
) -> list[Comparator]:
    by_number: dict[str, list[_Authority]] = {}
    for authority in _authorities(figures):
        by_number.setdefault(authority.number, []).append(authority)
    missing = [number for number in numbers if number not in by_number]
    if missing:
        names = _names(neighbours)
        listed = ", ".join(f"{number} {names.get(number, '')}".strip() for number in missing)
        raise Refusal(
            f"{figures.file} has no row for these statistical neighbours, so their codes are not known: "
            f"{listed}.",
            "Take figures that reach to the year of the neighbours file; some councils were reorganised.",
        )
    found = []
    for number in numbers:
        authority, *former = by_number[number]
        found.append(Comparator(name=authority.name, code=authority.code, role="statistical-neighbour"))
        if former:
            codes = ", ".join(f"{one.code} (up to {one.period})" for one in former)
            remarks.append(
                f"{number} {authority.name} had other codes before: {codes}. {authority.code} is recorded; "
                "figures under the other codes are not its figures."
            )
    return found


def _names(neighbours: Table) -> dict[str, str]:
    if not neighbours.has("la_name"):
        return {}
    number, name = neighbours.position("old_la_code"), neighbours.position("la_name")
    return {row.cells[number]: row.cells[name] for row in neighbours.rows}


def _refuse_losing_figures(board: Board, found: list[Comparator]) -> None:
    """A comparator whose figures are kept is not taken out: its figures would belong to nobody."""
    staying = {comparator.code for comparator in found}
    for comparator in board.profile.comparators:
        if comparator.code in staying:
            continue
        holding = [
            name for name, values in board.values.items() if any(v.area == comparator.code for v in values)
        ]
        if holding:
            raise Refusal(
                f"{comparator.name} ({comparator.code}) would no longer be a comparator, yet its figures "
                f"are kept with: {', '.join(holding)}.",
                "Take its lines out of those CSV files in records/indicators/ first, then try again.",
            )
