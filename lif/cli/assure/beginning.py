"""`lif assure begin`: the framework that lif brings."""

import typer

from lif.cli.entry import On
from lif.cli.fields import full_day
from lif.cli.noun import single
from lif.cli.state import day_of, read_day
from lif.cli.writing import DryRun, write

app = single()


@app.command()
def begin(ctx: typer.Context, date: On = None, dry_run: DryRun = False) -> None:
    """Take over the framework that lif brings, to be made your own.

    It counts from the day given with --date; today unless given. A Board that was started with `lif init` has it.
    """
    from lif.operations.framework import begin_framework

    given = full_day(date, "--date")
    since = read_day(given, "--date") if given else day_of(None)
    write(ctx, lambda board: begin_framework(board, since), dry_run)
