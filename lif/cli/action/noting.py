"""`lif action note`: a dated note of progress."""

from typing import Annotated

import typer

from lif.cli.action.options import ActionId, By, On
from lif.cli.asking import required
from lif.cli.fields import full_day
from lif.cli.noun import single
from lif.cli.state import day_of
from lif.cli.writing import DryRun, write
from lif.operations.actions import note_action

app = single()


@app.command()
def note(
    ctx: typer.Context,
    action_id: ActionId,
    text: Annotated[str | None, typer.Argument(metavar="[NOTE]", help="What happened.")] = None,
    by: By = "business-manager",
    date: On = None,
    dry_run: DryRun = False,
) -> None:
    """Add a dated note of progress. Notes are only ever added to."""
    said = required(text, "NOTE", "Note", "What has happened since the last note.")
    day = full_day(date, "--date") or day_of(None).isoformat()
    write(ctx, lambda board: note_action(board, action_id, date=day, by=by, note=said), dry_run)
