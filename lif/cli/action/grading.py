"""`lif action grade`: a grade that is set by hand."""

from typing import Annotated

import typer

from lif.cli.action.entry import ActionId
from lif.cli.entry import By, Entry, Note, On, Want
from lif.cli.noun import single
from lif.cli.recording import record
from lif.cli.writing import DryRun, From
from lif.operations.actions import course as operations
from lif.operations.actions.course import GRADES

app = single()


@app.command("grade")
def grade_(
    ctx: typer.Context,
    action_id: ActionId,
    grade: Annotated[str | None, typer.Option("--grade", help=f"One of: {', '.join(GRADES)}.")] = None,
    reason: Annotated[
        str | None, typer.Option("--reason", help="Why it differs from what dates and state say.")
    ] = None,
    by: By = None,
    date: On = None,
    note: Note = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Set the BRAG grade of an action by hand, with the reason; what follows from dates and state stays beside it.

    It holds until the action is finished, or until it is given back: --grade derived.
    """
    entry = Entry("graded", given_from, date, by)
    said = entry.keys(
        by="business-manager",
        **entry.all_wanted(
            Want("grade", grade, "The grade; derived gives it back to dates and state.", GRADES),
            Want("reason", reason, "Why it differs from what dates and state say."),
        ),
        note=note,
    )
    record(ctx, action_id, operations.grade, said, dry_run)
