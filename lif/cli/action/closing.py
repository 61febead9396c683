"""`lif action close`: it is agreed that it is finished."""

import typer

from lif.cli.action.entry import ActionId
from lif.cli.entry import By, Entry, Note, On
from lif.cli.noun import single
from lif.cli.recording import record
from lif.cli.writing import DryRun, From
from lif.operations.actions.ends import close

app = single()


@app.command("close")
def close_(
    ctx: typer.Context,
    action_id: ActionId,
    by: By = None,
    date: On = None,
    note: Note = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Close an action that was seen to have made a difference. Refused until that was shown.

    The group that the plan names agrees to it, unless --by names another group or role. What is missing is
    said, with the command for each.
    """
    entry = Entry("closed", given_from, date, by)
    record(ctx, action_id, close, entry.keys(by="", note=note), dry_run)
