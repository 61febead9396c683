"""`lif action revise`: a new due date, which is added; the first one stays."""

from typing import Annotated

import typer

from lif.cli.action.entry import ActionId
from lif.cli.entry import By, Entry, Note, On, Want
from lif.cli.noun import single
from lif.cli.recording import record
from lif.cli.writing import DryRun, From
from lif.operations.actions.course import revise

app = single()


@app.command("revise")
def revise_(
    ctx: typer.Context,
    action_id: ActionId,
    due: Annotated[str | None, typer.Option("--due", metavar="DATE", help="The new due date.")] = None,
    reason: Annotated[str | None, typer.Option("--reason", help="Why it is moved.")] = None,
    by: By = None,
    date: On = None,
    note: Note = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Move the due date of an action, with the reason. The first one is never overwritten.

    --by says who agreed it.
    """
    entry = Entry("revised", given_from, date, by)
    wanted = entry.all_wanted(
        Want("due", due, "The new due date; the first one stays beside it."),
        Want("reason", reason, "Why it is moved; every move is kept with its reason."),
    )
    said = entry.keys(
        by="business-manager", due=entry.day("due", wanted["due"]), reason=wanted["reason"], note=note
    )
    record(ctx, action_id, revise, said, dry_run)
