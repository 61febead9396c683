"""`lif action complete`: somebody says that it was done."""

from typing import Annotated

import typer

from lif.cli.action.entry import ActionId
from lif.cli.entry import By, Entry, On
from lif.cli.noun import single
from lif.cli.recording import record
from lif.cli.writing import DryRun, From
from lif.operations.actions.course import complete

app = single()


@app.command("complete")
def complete_(
    ctx: typer.Context,
    action_id: ActionId,
    text: Annotated[str | None, typer.Option("--note", help="What was done.")] = None,
    by: By = None,
    date: On = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Record that somebody says it was done. It stays open until evidence of its impact has been seen.

    The agency that leads the action says so, unless --by names another.
    """
    entry = Entry("completed", given_from, date, by)
    why = "What was done: completed is what somebody says, and evidence of it is asked for next."
    said = entry.keys(by="", note=entry.wanted("note", text, why))
    record(ctx, action_id, complete, said, dry_run)
