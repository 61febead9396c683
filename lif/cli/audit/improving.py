"""`lif audit improve`: the improvement plan that follows from an agency's return."""

import datetime
from typing import Annotated

import typer

from lif.cli.asking import required
from lif.cli.entry import On
from lif.cli.fields import full_day
from lif.cli.noun import single
from lif.cli.state import day_of
from lif.cli.writing import DryRun, write
from lif.operations.audits.improvement import improve as improvement

app = single()


@app.command()
def improve(
    ctx: typer.Context,
    audit_id: Annotated[str, typer.Argument(metavar="ID", help="Such as AU-2017-003.")],
    agency: Annotated[
        str | None, typer.Option("--agency", help="The agency whose return it follows from.")
    ] = None,
    role: Annotated[
        str | None,
        typer.Option("--lead-role", metavar="POST", help="The post that leads it; else the one that signed."),
    ] = None,
    date: On = None,
    dry_run: DryRun = False,
) -> None:
    """Open an agency's improvement plan: an action for each item below standard.

    It runs for twelve months. The agency keeps and leads it. Each action names its item, where it stands and
    what the instrument asks for, so that the next return can be set beside it.
    """
    agency = required(agency, "--agency", "Agency", "The agency whose return it follows from, by its id.")
    given = full_day(date, "--date")
    day = datetime.date.fromisoformat(given) if given else day_of(None)
    write(ctx, lambda board: improvement(board, audit_id, agency, role, day), dry_run)
