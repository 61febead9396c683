"""`lif action reject`: it will not be done."""

from typing import Annotated

import typer

from lif.cli.action.entry import ActionId
from lif.cli.entry import By, Entry, Note, On
from lif.cli.noun import single
from lif.cli.recording import record
from lif.cli.writing import DryRun, From
from lif.operations.actions.ends import reject

app = single()


@app.command("reject")
def reject_(
    ctx: typer.Context,
    action_id: ActionId,
    reason: Annotated[str | None, typer.Option("--reason", help="Why it will not be done.")] = None,
    by: By = None,
    date: On = None,
    note: Note = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Record that an action will not be done, and why.

    The group that closes the plan's actions decides so, unless --by names another.
    """
    entry = Entry("rejected", given_from, date, by)
    said = entry.keys(by="", reason=entry.wanted("reason", reason, "Why it will not be done."), note=note)
    record(ctx, action_id, reject, said, dry_run)
