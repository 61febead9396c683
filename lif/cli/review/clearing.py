"""`lif review clear`: the report may be published."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from lif.cli.entry import By, Entry, Note, On
from lif.cli.noun import single
from lif.cli.recording import record
from lif.cli.review.entry import ReviewId
from lif.cli.writing import DryRun, From
from lif.operations.reviews.publishing import clear, report_file

app = single()


@app.command("clear")
def clear_(
    ctx: typer.Context,
    review_id: ReviewId,
    report: Annotated[
        Path | None,
        typer.Option("--report", metavar="FILE", help="The report; it is looked through for identifiers."),
    ] = None,
    by: By = None,
    date: On = None,
    note: Note = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Clear the report for publication, once nothing in it identifies anybody.

    The checklist for anonymity comes first. The file is not kept; its name and digest are, so that what is published
    can be held to what was cleared.
    """
    entry = Entry("cleared", given_from, date, by)
    said = entry.keys(by="independent-chair", note=note)
    making = partial(clear, report=report_file(report) if report else None)
    record(ctx, review_id, making, said, dry_run)
