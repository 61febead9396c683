"""`lif review panel`: the panel of a review is formed."""

from typing import Annotated

import typer

from lif.cli.entry import By, Entry, Note, On, Want
from lif.cli.noun import single
from lif.cli.recording import record
from lif.cli.review.entry import ReviewId
from lif.cli.writing import DryRun, From
from lif.operations.reviews.log import add_review_entry

app = single()


@app.command()
def panel(
    ctx: typer.Context,
    review_id: ReviewId,
    chair: Annotated[
        str | None, typer.Option("--chair", help="The chair's post, such as Independent Panel Chair.")
    ] = None,
    agency: Annotated[
        list[str] | None,
        typer.Option("--agency", help="An agency with a senior manager on the panel. Repeatable."),
    ] = None,
    by: By = None,
    date: On = None,
    note: Note = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Record that the panel was formed: who chairs it, and which agencies sit on it."""
    entry = Entry("panel-formed", given_from, date, by)
    chair, agencies = entry.text("chair", chair), entry.words("agencies", agency)
    if not (chair or agencies or entry.text("note", note)):
        wanted = entry.all_wanted(
            Want("chair", None, "The chair's post, such as Independent Panel Chair."),
            Want("agency", None, "The agencies with a senior manager on it, by their ids."),
        )
        chair, agencies = wanted["chair"], wanted["agency"].replace(",", " ").split()
    said = entry.keys(by="business-manager", chair=chair, agencies=agencies, note=note)
    record(ctx, review_id, add_review_entry, said, dry_run)
