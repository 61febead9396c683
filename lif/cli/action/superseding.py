"""`lif action supersede`: something else takes its place."""

from typing import Annotated

import typer

from lif.cli.action.entry import ActionId
from lif.cli.entry import By, Entry, Note, On
from lif.cli.noun import single
from lif.cli.recording import record
from lif.cli.writing import DryRun, From
from lif.operations.actions.ends import supersede

app = single()


@app.command("supersede")
def supersede_(
    ctx: typer.Context,
    action_id: ActionId,
    reason: Annotated[str | None, typer.Option("--reason", help="Why it is no longer needed.")] = None,
    replaced_by: Annotated[
        str | None, typer.Option("--replaced-by", metavar="ID", help="The action that takes its place.")
    ] = None,
    by: By = None,
    date: On = None,
    note: Note = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Record that another action takes the place of this one, or events did.

    The group that closes the plan's actions agrees to it, unless --by names another.
    """
    entry = Entry("superseded", given_from, date, by)
    said = entry.keys(
        by="",
        reason=entry.wanted("reason", reason, "Why it is no longer needed."),
        replaced_by=entry.text("replaced_by", replaced_by),
        note=note,
    )
    record(ctx, action_id, supersede, said, dry_run)
