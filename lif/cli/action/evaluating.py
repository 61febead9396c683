"""`lif action evaluate`: what difference it made."""

from typing import Annotated

import typer

from lif.cli.action.entry import ActionId, Records
from lif.cli.entry import By, Entry, Note, On, Want
from lif.cli.noun import single
from lif.cli.recording import record
from lif.cli.writing import DryRun, From
from lif.operations.actions.course import IMPACTS, evaluate

app = single()


@app.command("evaluate")
def evaluate_(
    ctx: typer.Context,
    action_id: ActionId,
    impact: Annotated[
        str | None, typer.Option("--impact", help=f"What changed for children. One of: {', '.join(IMPACTS)}.")
    ] = None,
    result: Annotated[
        str | None, typer.Option("--result", help="What was seen, and how it was looked at.")
    ] = None,
    records: Records = None,
    by: By = None,
    date: On = None,
    note: Note = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Record what difference an action made for children, and how that was looked at.

    It can be closed only when things have improved; it may be evaluated more than once.
    """
    entry = Entry("evaluated", given_from, date, by)
    said = entry.keys(
        by="business-manager",
        **entry.all_wanted(
            Want("impact", impact, "Whether things improved for children.", IMPACTS),
            Want(
                "result",
                result,
                "What was seen, and how it was looked at: a figure beside the baseline is best.",
            ),
        ),
        records=entry.words("records", records),
        note=note,
    )
    record(ctx, action_id, evaluate, said, dry_run)
