"""`lif action complete`: somebody says that it was done."""

from typing import Annotated

import typer

from lif.cli.action.options import ActionId, By, On
from lif.cli.asking import required
from lif.cli.fields import full_day
from lif.cli.noun import single
from lif.cli.state import day_of
from lif.cli.writing import DryRun, write
from lif.operations.actions import complete_action

app = single()


@app.command()
def complete(
    ctx: typer.Context,
    action_id: ActionId,
    text: Annotated[str | None, typer.Option("--note", help="What was done.")] = None,
    by: By = "business-manager",
    date: On = None,
    dry_run: DryRun = False,
) -> None:
    """Record that somebody says it was done. It stays open until evidence of its impact has been seen."""
    said = required(
        text, "--note", "What was done", "Completed is a claim; say what was done, so it can be evidenced."
    )
    day = full_day(date, "--date") or day_of(None).isoformat()
    write(ctx, lambda board: complete_action(board, action_id, date=day, by=by, note=said), dry_run)
