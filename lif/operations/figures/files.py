"""A file with figures: for one indicator, for all that were read from such a file before, or in the form of `lif`."""

from collections.abc import Sequence
from dataclasses import dataclass

from lif.exchange.figure_sheet import RawFile, figure_table, fits
from lif.exchange.mapping import GivenColumns, is_official, same_file, wanted_columns
from lif.exchange.own_form import NEEDED, names_in, own_mapping
from lif.exchange.table import Table
from lif.insight.wording import counted, listed
from lif.operations.figures.importing import FiguresImported, GivenSource, find_indicator, import_figures
from lif.store.board import Board, Loaded
from lif.store.change import Change
from lif.store.errors import NothingFound, Refusal, WrongUse

_NEIGHBOURS = ("SN_1", "SN_10")


@dataclass(frozen=True)
class FileImported(Change):
    """The change that a file makes to one indicator or several."""

    each: tuple[tuple[str, FiguresImported], ...] = ()
    """What it does to each, by name."""


def import_file(
    board: Board, raw: RawFile, name: str | None, given: GivenColumns, source: GivenSource
) -> FileImported:
    """The figures of a file, for the indicator that is named or for all that the file is known to be for.

    Raises Refusal where it is not certain which indicators those are, or where anything cannot be read.
    """
    if fits(raw, NEEDED):
        return _own_form(board, raw, name, given, source)
    if name is None and given != GivenColumns():
        raise WrongUse(
            "Columns were named, and not whose they are.",
            f"Say the indicator too: lif data import NAME {_typed(raw)}",
        )
    names = [find_indicator(board, name).id] if name else [one.id for one in _readers(board, raw)]
    each = []
    for one in names:
        kept = find_indicator(board, one).record.mapping
        sheet = given.sheet or (kept.sheet if kept else None)
        table = figure_table(raw, wanted_columns(given, kept), sheet)
        if {*_NEIGHBOURS} <= set(table.columns):
            raise _neighbours(raw)
        each.append((one, import_figures(board, one, table, given, source)))
    return _together(each)


def _together(each: Sequence[tuple[str, FiguresImported]]) -> FileImported:
    changed = [change for _, change in each if change.files]
    files = {file: data for change in changed for file, data in change.files.items()}
    if len(each) == 1:
        summary = each[0][1].summary
    else:
        names = listed(name for name, change in each if change.files)
        summary = f"{counted(len(changed), 'indicator')} brought up to date: {names}."
    return FileImported(files, summary, tuple(name for name, _ in each), each=tuple(each))


def _own_form(
    board: Board, raw: RawFile, name: str | None, given: GivenColumns, source: GivenSource
) -> FileImported:
    if given != GivenColumns(sheet=given.sheet):
        raise WrongUse(
            f"{raw.file} is in the form of lif itself, so no column of it needs to be named.",
            "Leave the options for columns away.",
        )
    table = figure_table(raw, NEEDED, given.sheet)
    names = names_in(table)
    for one in [name] if name else names:
        find_indicator(board, one)
    if not names or (name and name not in names):
        whose = f" of {name}" if name else ""
        raise NothingFound(f"{raw.file} has no figure{whose}.", "See its column called indicator.")
    chosen = [name] if name else names
    return _together([(one, import_figures(board, one, table, own_mapping(one), source)) for one in chosen])


def _readers(board: Board, raw: RawFile) -> list[Loaded]:
    """The indicators whose columns the file has, where its columns or its name tell it from others."""
    having = [
        one
        for one in board.of("indicator")
        if one.record.mapping and fits(raw, wanted_columns(GivenColumns(), one.record.mapping))
    ]
    official = [one for one in having if is_official(one.record.mapping)]
    certain = [one for one in having if same_file(one.record.mapping.file, raw.file)]
    certain += [one for one in official if one.record.mapping.file is None]
    certain = certain or official
    if not certain:
        raise _nobody(raw, having)
    for place, one in enumerate(certain):
        for other in certain[:place]:
            if _reads(one) == _reads(other):
                raise Refusal(
                    f"{other.id} and {one.id} take their figures from the same column, so it is not certain whose "
                    f"those in {raw.file} are.",
                    f"Say whose: lif data import {one.id} {_typed(raw)}",
                )
    return certain


def _reads(one: Loaded) -> object:
    """The cells that an indicator is read from."""
    return one.record.mapping.model_copy(update={"file": None, "sheet": None}).model_dump()


def _nobody(raw: RawFile, having: Sequence[Loaded]) -> Refusal:
    if fits(raw, _NEIGHBOURS):
        return _neighbours(raw)
    if having:
        names = listed(one.id for one in having)
        return Refusal(
            f"{raw.file} has columns like those of {names}, and another name than the file that was read before.",
            f"If the figures are of {having[0].id}: lif data import {having[0].id} {_typed(raw)}",
        )
    table: Table = (
        figure_table(raw, (), None) if len(raw.sheets) == 1 else figure_table(raw, (), raw.sheets[0].title)
    )
    columns = ", ".join(name for name in table.columns if name)
    return NothingFound(
        f"No indicator was read from a file like {raw.file} before. Its columns are: {columns}.",
        f"Say whose figures they are, and in which columns: lif data import NAME {_typed(raw)} --value COLUMN",
    )


def _neighbours(raw: RawFile) -> Refusal:
    return Refusal(
        f"{raw.file} holds statistical neighbours and no figures.",
        f"Give it together with figures by authority: lif data comparators FIGURES.csv --neighbours {_typed(raw)}",
    )


def _typed(raw: RawFile) -> str:
    """The name of the file as it is typed."""
    return f'"{raw.file}"' if " " in raw.file else raw.file
