"""`lif learning embed`: a lesson becomes part of practice."""

from typing import Annotated

import typer

from lif.cli.entry import By, Entry, Note, On
from lif.cli.learning.entry import Agencies, Bearing, LearningId, record
from lif.cli.noun import single
from lif.cli.writing import DryRun, From

app = single()


@app.command()
def embed(
    ctx: typer.Context,
    learning_id: LearningId,
    changed: Annotated[str | None, typer.Option("--changed", help="What changed in practice.")] = None,
    bearing: Bearing = None,
    agency: Agencies = None,
    by: By = None,
    date: On = None,
    note: Note = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Record what is done differently because of a lesson.

    Name with --record what bears it out, such as an action that was closed, and with --agency where it changed.
    """
    entry = Entry("embedded", given_from, date, by)
    said = entry.keys(
        by="",
        changed=entry.wanted(
            "changed", changed, "What people do differently now; telling them is not yet that."
        ),
        agencies=entry.words("agencies", agency),
        records=entry.words("records", bearing),
        note=note,
    )
    record(ctx, learning_id, said, dry_run)
