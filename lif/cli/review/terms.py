"""`lif review terms`: scope and terms of reference are agreed."""

from functools import partial
from typing import Annotated

import typer

from lif.cli.entry import By, Entry, Note, On
from lif.cli.fields import partial_date
from lif.cli.noun import single
from lif.cli.recording import record
from lif.cli.review.entry import ReviewId
from lif.cli.writing import DryRun, From
from lif.operations.reviews.setup import agree_terms

app = single()


@app.command("terms")
def terms_(
    ctx: typer.Context,
    review_id: ReviewId,
    terms: Annotated[
        str | None, typer.Option("--terms", help="What the review asks, in words that identify nobody.")
    ] = None,
    looks_from: Annotated[
        str | None, typer.Option("--looks-from", metavar="DATE", help="Where the time looked at starts.")
    ] = None,
    looks_to: Annotated[
        str | None, typer.Option("--looks-to", metavar="DATE", help="Where the time looked at ends.")
    ] = None,
    by: By = None,
    date: On = None,
    note: Note = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Record that scope and terms of reference were agreed, and the time looked at."""
    entry = Entry("terms-agreed", given_from, date, by)
    period = {
        "start": partial_date(looks_from, "--looks-from"),
        "end": partial_date(looks_to, "--looks-to"),
    }
    terms = entry.text("terms", terms)
    if not (any(period.values()) or entry.text("note", note)):
        terms = entry.wanted("terms", terms, "What the review asks, or where the terms are kept.")
    said = entry.keys(by="business-manager", terms=terms, note=note)
    record(ctx, review_id, partial(agree_terms, period=period), said, dry_run)
