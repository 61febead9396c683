"""What the words below `lif risk`, `lif challenge` and `lif voice` share."""

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from lif.cli import say
from lif.cli.fields import full_day
from lif.cli.state import day_of
from lif.cli.writing import write
from lif.operations.opening import open_numbered
from lif.operations.registers import add_register_entry
from lif.store.errors import WrongUse

Sources = Annotated[
    list[str] | None,
    typer.Option(
        "--source", metavar="ID", help="The report, audit, review or lesson it comes from. Repeatable."
    ),
]
Themes = Annotated[list[str] | None, typer.Option("--theme", help="A theme of the Board. Repeatable.")]
Priorities = Annotated[list[str] | None, typer.Option("--priority", help="A priority it serves. Repeatable.")]
Agencies = Annotated[
    list[str] | None, typer.Option("--agency", metavar="AGENCY", help="An agency it concerns. Repeatable.")
]
Bearing = Annotated[
    list[str] | None, typer.Option("--record", metavar="ID", help="A record that bears it out. Repeatable.")
]
Audience = Annotated[
    str | None,
    typer.Option("--audience", help="Who may see it. One of: public, agencies, board, office."),
]
AUDIENCES = ("public", "agencies", "board", "office")


def first_day(date: str | None) -> str:
    """The day on which a record begins: given, or today. Raises WrongUse where it lies ahead."""
    day = full_day(date, "--date") or day_of(None).isoformat()
    if day > day_of(None).isoformat():
        raise WrongUse(f"--date: {day} lies ahead.", "Give the day on which it happened.")
    return day


def open_record(ctx: typer.Context, kind: str, value: Mapping[str, Any], day: str, dry_run: bool) -> None:
    """Open a record, numbered in the year of its first entry."""
    write(ctx, lambda board: open_numbered(board, kind, value, _year(value["log"], day)), dry_run)


def _year(log: Any, day: str) -> int:
    """The year of the first entry; that of the day where a log from a file says none that can be read.

    Any: what is wrong with a log from a file is said when the record is checked.
    """
    first = log[0] if isinstance(log, list) and log else None
    given = str(first.get("date", day))[:4] if isinstance(first, dict) else day[:4]
    return int(given if given.isascii() and given.isdecimal() else day[:4])


def record(ctx: typer.Context, kind: str, record_id: str, entry: Mapping[str, Any], dry_run: bool) -> None:
    """Add an entry to the log of a record."""
    today = day_of(None)
    write(ctx, lambda board: add_register_entry(board, kind, record_id, entry, today), dry_run)


def csv(head: tuple[str, ...], rows: list[list[str | int | None]]) -> None:
    """Print rows as CSV."""
    from lif.exchange.csv_out import csv_text

    say.result(csv_text(head, rows))
