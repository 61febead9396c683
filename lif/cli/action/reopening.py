"""`lif action reopen`: it turned out not to be done, or not to have changed anything."""

from functools import partial
from typing import Annotated

import typer

from lif.cli.action.entry import ActionId
from lif.cli.entry import By, Entry, Note, On
from lif.cli.noun import single
from lif.cli.recording import record
from lif.cli.writing import DryRun, From
from lif.operations.actions.course import reopen

app = single()


@app.command("reopen")
def reopen_(
    ctx: typer.Context,
    action_id: ActionId,
    reason: Annotated[
        str | None, typer.Option("--reason", help="What was found, and what is still to be done.")
    ] = None,
    due: Annotated[str | None, typer.Option("--due", metavar="DATE", help="The new due date.")] = None,
    by: By = None,
    date: On = None,
    note: Note = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Record that an action said to be done is not, or changed nothing: it is open again."""
    entry = Entry("reopened", given_from, date, by)
    new_due = entry.day("due", due)
    said = entry.keys(
        by="business-manager",
        reason=entry.wanted("reason", reason, "What was found, and what is still to be done."),
        note=note,
    )
    said.pop("due", None)  # which has an entry of its own
    record(ctx, action_id, partial(reopen, due=new_due), said, dry_run)
