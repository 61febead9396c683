"""A whole file of a register: which sheets hold it, what their columns are, and what their rows say."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from lif.exchange.child_level import refuse_child_level
from lif.exchange.grid import Grid, Grids
from lif.exchange.problem import Problem
from lif.exchange.register.definition import Register, plain
from lif.exchange.register.headings import Head, columns_named, find_head
from lif.exchange.register.items import Item, ItemReader, Several
from lif.exchange.register.mapping import Placed, place_columns
from lif.exchange.register.meanings import Meanings, Unknown
from lif.store.errors import NothingFound, Refusal, WrongUse

_SEEN = 6
"""Rows of a sheet that a refusal looks at."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What the user says about a file; what is empty was left unsaid."""

    sheets: Sequence[str] = ()
    header: tuple[int, ...] = ()
    """The row, or the two rows, that hold the headings."""
    columns: Mapping[str, str] = field(default_factory=dict)
    """Fields by headings or letters of columns."""
    words: Mapping[str, str] = field(default_factory=dict)
    """Meanings by words, names of agencies, or colours."""
    split: Collection[str] = ()
    """The cells, such as C7, that hold several items and are split; or `all`."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What is known of a file from before: fields by plain headings, meanings by words."""

    name: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SheetRead:
    """One sheet that holds the register."""

    grid: Grid
    head: Head
    placed: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class RegisterRead:
    """What a file holds."""

    file: str = ""
    sheets: tuple[SheetRead, ...] = ()
    items: tuple[Item, ...] = ()
    problems: tuple[Problem, ...] = ()
    unknown: tuple[Unknown, ...] = ()
    several: tuple[Several, ...] = ()
    remarks: tuple[str, ...] = ()


def sheets_of(register: Register, grids: Grids, telling: Telling, kept: Kept) -> list[SheetRead]:
    """The sheets that hold the register, with their columns. Raises Refusal where none does, naming what is there."""
    chosen = _chosen(grids, telling)
    found = []
    for grid in chosen:
        head = find_head(grid, register, kept.columns.keys(), telling.header)
        if head is None or not head.headings:
            continue
        refuse_child_level(
            grids.file, [heading.name for heading in head.headings],
            "Take these columns out of a copy of the file, and bring in the copy.",
        )  # fmt: skip
        said = _said_of(grid, head, telling)
        found.append(SheetRead(grid, head, tuple(place_columns(register, grid, head, said, kept.columns))))
    needed = {one.key for one in register.required}
    usable = [one for one in found if needed <= {placed.field for placed in one.placed}]
    if not usable:
        raise _nothing_found(register, grids, chosen, found)
    return usable


def read_register(
    register: Register, grids: Grids, agencies: Mapping[str, str], telling: Telling, kept: Kept
) -> RegisterRead:
    """What a file holds. `agencies` are the ids of the Board's agencies by their names.

    Raises Refusal where no sheet holds the register, and NothingFound where there is nothing below its headings.
    """
    sheets = sheets_of(register, grids, telling, kept)
    meanings = Meanings(register, agencies, {**kept.words, **telling.words})
    items: list[Item] = []
    problems: list[Problem] = []
    several: list[Several] = []
    unknown: dict[tuple[str, str], Unknown] = {}
    remarks = [*grids.remarks, *_unread(grids, sheets)]
    for one in sheets:
        found = ItemReader(register, one.grid, one.head, one.placed).read(meanings, telling.split)
        items += found.items
        problems += found.problems
        several += found.several
        remarks += found.remarks
        for key, more in found.unknown.items():
            unknown.setdefault(key, Unknown(more.about, more.text, more.choices)).places.extend(more.places)
    if not (items or problems or several or unknown):
        rows = [f"{one.grid.where}row {one.head.rows[-1]}" for one in sheets]
        raise NothingFound(
            f"{grids.file} holds headings ({'; '.join(rows)}) and no {register.item} below them.",
            "Nothing was read. Is it the right file, or a form that nobody has filled in yet?",
        )
    return RegisterRead(
        grids.file, tuple(sheets), tuple(items), tuple(problems), tuple(unknown.values()), tuple(several),
        tuple(remarks),
    )  # fmt: skip


def _chosen(grids: Grids, telling: Telling) -> list[Grid]:
    if not telling.sheets:
        return list(grids.grids)
    names = {plain(grid.title): grid for grid in grids.grids}
    chosen = []
    for wanted in telling.sheets:
        if plain(wanted) not in names:
            known = ", ".join(grid.title for grid in grids.grids) or "none"
            hidden = f" Hidden: {', '.join(grids.hidden)}." if grids.hidden else ""
            raise WrongUse(f"{grids.file} has no sheet called {wanted}.", f"Its sheets are: {known}.{hidden}")
        chosen.append(names[plain(wanted)])
    return chosen


def _said_of(grid: Grid, head: Head, telling: Telling) -> dict[str, str]:
    """What the user said of columns that this sheet has; of one sheet, all of it, so that slips are named."""
    if len(telling.sheets) == 1 or not grid.title:
        return dict(telling.columns)
    return {name: field for name, field in telling.columns.items() if columns_named(head, name)}


def _unread(grids: Grids, sheets: Sequence[SheetRead]) -> list[str]:
    read = {one.grid.title for one in sheets}
    left = [grid.title for grid in grids.grids if grid.title not in read and grid.rows]
    remarks = [f"sheet '{title}': no such headings there; nothing was taken from it." for title in left]
    return remarks + [f"sheet '{title}' is hidden, and was not read." for title in grids.hidden]


def _nothing_found(
    register: Register, grids: Grids, chosen: Sequence[Grid], found: Sequence[SheetRead]
) -> Refusal:
    if not any(grid.rows for grid in chosen):
        hidden = f" Hidden sheets: {', '.join(grids.hidden)}." if grids.hidden else ""
        return NothingFound(
            f"{grids.file} holds nothing that can be seen.{hidden}", "Show the sheet that is meant."
        )
    needed = register.required[0]
    seen = []
    for grid in chosen:
        for number in list(grid.rows)[:_SEEN]:
            names = [cell.text for cell in grid.rows[number] if cell.text]
            if len(names) > 1:
                shown = ", ".join(name if len(name) <= 25 else f"{name[:24]}…" for name in names[:12])
                seen.append(f"  {grid.where}row {number}: {shown}")
                break
    wanted = f"No column of {grids.file} is known to say: {needed.title.lower()}."
    column = found[0].head.headings[0].name if found else "Column"
    return Refusal(
        "\n".join([wanted, *seen]),
        f'Say which column it is, and in which row the headings stand: --header 4 --map "{column}={needed.key}"',
    )
