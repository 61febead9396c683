"""Figures given out for somebody to work with: as a workbook and as CSV, in the form that is read back."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from lif.exchange.csv_out import csv_text
from lif.exchange.numbers import MARKS
from lif.exchange.own_form import COLUMNS
from lif.exchange.table_out import SheetTable, table_workbook
from lif.insight.audience import highest_marking, visible_to
from lif.insight.figures.suppression import hidden_words, printable
from lif.insight.wording import counted, day_words
from lif.publish.paper_files import not_put, put_in_place
from lif.records.indicator import MARK_MEANINGS, Value
from lif.store.board import Board, Loaded
from lif.store.errors import NothingFound, WrongUse

FOLDER = "build/data"
_WIDTHS = (34, 11, 12, 30, 12, 13, 12, 7, 18)

Cells = tuple[str | Decimal, ...]


@dataclass(frozen=True, slots=True)
class FiguresWritten:
    """Files with figures that lie ready."""

    files: tuple[str, ...]
    """Relative to the root, or as the user named them."""
    marking: str
    figures: int
    indicators: int
    hidden: int
    """How many figures are not given out, so that no suppressed one follows."""
    left_out: tuple[str, ...]
    """The indicators that are kept for the Board's office."""


def write_figures(
    board: Board, chosen: Sequence[Loaded], day: date, path: Path | None = None
) -> FiguresWritten:
    """All figures of some indicators that the Board may see, in a file that the user names or in both forms in
    `build/data`.

    Raises NothingFound where there are none, WrongUse for a file with another ending or among the records, Refusal
    where it cannot be written.
    """
    rows: list[Cells] = []
    hidden = 0
    seen = visible_to(board, "board")
    left_out = tuple(one.id for one in chosen if one.id not in seen.by_id)
    chosen = [seen.by_id[one.id] for one in chosen if one.id in seen.by_id]
    for one in chosen:
        given = printable(board.values.get(one.id, ()), one.record)
        hidden += given.hidden_too
        rows += _rows(board, one.id, given.values)
    if not rows:
        raise NothingFound(
            "There are no figures to give out.", "Bring some in: lif data import NAME FILE.csv"
        )
    marking = highest_marking(chosen, board.profile.settings)
    made: dict[str, Callable[[], bytes]] = {
        ".csv": lambda: _csv(rows),
        ".xlsx": lambda: _workbook(board, rows, marking, hidden, day),
    }
    if path:
        write = made.get(path.suffix.lower())
        if write is None:
            raise WrongUse(
                f"{path.name} ends in neither .csv nor .xlsx.", "Give a file such as --to figures.xlsx."
            )
        _write(board, path, write())
        files = [str(path)]
    else:
        ready = {f"figures{end}": write() for end, write in made.items()}
        put_in_place(board.root, FOLDER, ready, "figures")
        files = [f"{FOLDER}/{name}" for name in ready]
    return FiguresWritten(tuple(files), marking, len(rows), len({row[0] for row in rows}), hidden, left_out)


def _rows(board: Board, name: str, values: Iterable[Value]) -> Iterable[Cells]:
    """A row for each figure. Where there is none its mark stands in its place too."""
    names = {board.profile.area.code: board.profile.area.name}
    names |= {other.code: other.name for other in board.profile.comparators}
    for value in values:
        counts = ["" if count is None else count for count in (value.numerator, value.denominator)]
        figure = value.mark if value.value is None else value.value
        meaning = MARK_MEANINGS.get(value.mark, "")
        area = names.get(value.area, "")
        yield (name, value.period, value.area, area, *counts, figure, value.mark, meaning)


def _csv(rows: Sequence[Cells]) -> bytes:
    return csv_text(COLUMNS, rows).encode("utf-8")


def _workbook(board: Board, rows: Sequence[Cells], marking: str, hidden: int, day: date) -> bytes:
    profile = board.profile
    notes = [
        f"As recorded on {day_words(day)}: {counted(len(rows), 'figure')}. Where there is none its mark stands in "
        f"its place: {MARKS}.",
        "Figures that are changed or added here are brought in with: lif data import and the name of this file.",
        hidden_words(hidden),
    ]
    table = SheetTable(
        title=f"Figures of {profile.name}",
        notes=[note for note in notes if note],
        name="Figures",
        columns=tuple(zip(COLUMNS, _WIDTHS, strict=True)),
        rows=rows,
        marked=[isinstance(row[6], str) for row in rows],
        author=profile.short_name or profile.name,
        marking=marking,
    )
    return table_workbook(table, day)


def _write(board: Board, path: Path, data: bytes) -> None:
    if path.resolve().is_relative_to((board.root / "records").resolve()):
        raise WrongUse("This file is no record, so it is not put among the records.", "Name another folder.")
    try:
        path.write_bytes(data)
    except OSError as error:
        raise not_put("figures", str(path), error) from error
