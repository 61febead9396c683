"""`lif action note`: a dated note of progress."""

from typing import Annotated

import typer

from lif.cli.action.entry import ActionId
from lif.cli.asking import required
from lif.cli.entry import By, Entry, On
from lif.cli.noun import single
from lif.cli.recording import record
from lif.cli.writing import DryRun, From
from lif.operations.actions.course import note

app = single()


@app.command("note")
def note_(
    ctx: typer.Context,
    action_id: ActionId,
    text: Annotated[str | None, typer.Argument(metavar="[NOTE]", help="What happened.")] = None,
    by: By = None,
    date: On = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Add a dated note of progress. Notes are only ever added to."""
    entry = Entry("note", given_from, date, by)
    said = required(entry.text("note", text), "NOTE", "Note", "What has happened since the last note.")
    record(ctx, action_id, note, entry.keys(by="business-manager", note=said), dry_run)
