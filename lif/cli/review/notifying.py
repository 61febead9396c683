"""`lif review notify`: who was told of an incident, a decision or a publication."""

from typing import Annotated

import typer

from lif.cli.entry import By, Entry, Note, On, Want, one_of
from lif.cli.noun import single
from lif.cli.recording import record
from lif.cli.review.entry import ReviewId
from lif.cli.writing import DryRun, From
from lif.operations.reviews.course import TOLD, TOLD_OF, notify

app = single()


@app.command("notify")
def notify_(
    ctx: typer.Context,
    review_id: ReviewId,
    told: Annotated[
        list[str] | None, typer.Option("--told", help=f"Who was told: {', '.join(TOLD)}. Repeatable.")
    ] = None,
    of: Annotated[str | None, typer.Option("--of", help=f"Of what: {', '.join(TOLD_OF)}.")] = None,
    by: By = None,
    date: On = None,
    note: Note = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Record who was told of the incident, the decision or the publication.

    One entry is made for each who was told.
    """
    entry = Entry("notified", given_from, date, by)
    bodies = [one_of(body, "told", TOLD) for body in entry.words("told", told)]
    first = Want("told", bodies[0] if bodies else None, "Who was told.", TOLD)
    wanted = entry.all_wanted(first, Want("of", of, "Of what they were told.", TOLD_OF))
    said = entry.keys(
        by="business-manager",
        told=list(dict.fromkeys([wanted["told"], *bodies])),
        of=wanted["of"],
        note=note,
    )
    record(ctx, review_id, notify, said, dry_run)
