"""`lif review consider`: a group's view of a case."""

from typing import Annotated

import typer

from lif.cli.entry import By, Entry, Note, On
from lif.cli.noun import single
from lif.cli.recording import record
from lif.cli.review.entry import ReviewId
from lif.cli.writing import DryRun, From
from lif.operations.reviews.decision import RECOMMENDATIONS, consider

app = single()


@app.command("consider")
def consider_(
    ctx: typer.Context,
    review_id: ReviewId,
    recommends: Annotated[
        str | None, typer.Option("--recommends", help=f"What it recommends: {', '.join(RECOMMENDATIONS)}.")
    ] = None,
    group: Annotated[
        str | None, typer.Option("--group", help="The group, by its id; sirg unless given.")
    ] = None,
    split: Annotated[
        str | None, typer.Option("--split", help="How the view was split, by agency or role; never by name.")
    ] = None,
    reasons: Annotated[str | None, typer.Option("--reasons", help="Why it recommends this.")] = None,
    by: By = None,
    date: On = None,
    note: Note = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Record what a group recommends, and how its view was split. It does not decide."""
    entry = Entry("considered", given_from, date, by)
    chosen = entry.wanted("recommends", recommends, "What the group recommends.", RECOMMENDATIONS)
    said = entry.keys(
        by="", group=entry.text("group", group) or "sirg", recommends=chosen, split=split, reasons=reasons,
        note=note,
    )  # fmt: skip
    record(ctx, review_id, consider, said, dry_run)
