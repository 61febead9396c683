"""`lif learning note`: a dated note on a lesson."""

from typing import Annotated

import typer

from lif.cli.asking import required
from lif.cli.entry import By, Entry, On
from lif.cli.learning.entry import LearningId, record
from lif.cli.noun import single
from lif.cli.writing import DryRun, From

app = single()


@app.command("note")
def note_(
    ctx: typer.Context,
    learning_id: LearningId,
    note: Annotated[str | None, typer.Argument(metavar="[NOTE]", help="What happened.")] = None,
    by: By = None,
    date: On = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Add a dated note to a lesson. Notes are only ever added to; they take a lesson no further."""
    entry = Entry("noted", given_from, date, by)
    text = required(entry.text("note", note), "NOTE", "Note", "What is to be remembered.")
    record(ctx, learning_id, entry.keys(by="business-manager", note=text), dry_run)
