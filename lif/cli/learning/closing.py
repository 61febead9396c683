"""`lif learning close`: nothing more is done about a lesson."""

from typing import Annotated

import typer

from lif.cli.entry import By, Entry, Note, On
from lif.cli.learning.entry import LearningId, record
from lif.cli.noun import single
from lif.cli.writing import DryRun, From

app = single()


@app.command()
def close(
    ctx: typer.Context,
    learning_id: LearningId,
    reason: Annotated[
        str | None, typer.Option("--reason", help="Why nothing more is to be done about it.")
    ] = None,
    by: By = None,
    date: On = None,
    note: Note = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Close a lesson: nothing more is to be done about it.

    It came full circle, or it no longer applies, such as where the procedure it speaks of is gone.
    """
    entry = Entry("closed", given_from, date, by)
    why = entry.wanted("reason", reason, "Why nothing more is to be done, for whoever asks in a year.")
    record(ctx, learning_id, entry.keys(by="", reason=why, note=note), dry_run)
