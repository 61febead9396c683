"""`lif review debrief`: those who took part are told what was found."""

from typing import Annotated

import typer

from lif.cli.entry import By, Entry, Note, On
from lif.cli.noun import single
from lif.cli.recording import record
from lif.cli.review.entry import ReviewId
from lif.cli.writing import DryRun, From
from lif.operations.reviews.log import add_review_entry

app = single()


@app.command("debrief")
def debrief(
    ctx: typer.Context,
    review_id: ReviewId,
    who: Annotated[str | None, typer.Option("--who", help="Groups of people, never names.")] = None,
    by: By = None,
    date: On = None,
    note: Note = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Record that those who took part were told what the review found."""
    entry = Entry("debriefed", given_from, date, by)
    said = entry.keys(
        by="business-manager",
        who=entry.wanted("who", who, "Who was told: groups of people, never names."),
        note=note,
    )
    record(ctx, review_id, add_review_entry, said, dry_run)
