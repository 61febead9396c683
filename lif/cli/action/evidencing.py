"""`lif action evidence`: evidence that it was done was seen."""

from typing import Annotated

import typer

from lif.cli.action.entry import ActionId, Records
from lif.cli.entry import By, Entry, Note, On
from lif.cli.noun import single
from lif.cli.recording import record
from lif.cli.writing import DryRun, From
from lif.operations.actions import course as operations

app = single()


@app.command("evidence")
def evidence_(
    ctx: typer.Context,
    action_id: ActionId,
    evidence: Annotated[
        str | None, typer.Option("--evidence", help="What was seen, and where it is kept.")
    ] = None,
    records: Records = None,
    by: By = None,
    date: On = None,
    note: Note = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Record that evidence was seen that an action was done: what, by whom, and where it is kept.

    What only the agency that leads it has seen is still listed as self-reported.
    """
    entry = Entry("evidenced", given_from, date, by)
    said = entry.keys(
        by="business-manager",
        evidence=entry.wanted("evidence", evidence, "What was seen, and where it is kept."),
        records=entry.words("records", records),
        note=note,
    )
    record(ctx, action_id, operations.evidence, said, dry_run)
