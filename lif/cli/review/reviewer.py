"""`lif review reviewer`: a reviewer is appointed, with what was declared of independence."""

from typing import Annotated

import typer

from lif.cli.entry import By, Entry, Note, On
from lif.cli.noun import single
from lif.cli.recording import record
from lif.cli.review.entry import ReviewId
from lif.cli.writing import DryRun, From
from lif.operations.reviews.setup import REVIEWER_ROLES, appoint_reviewer

app = single()


@app.command("reviewer")
def reviewer_(
    ctx: typer.Context,
    review_id: ReviewId,
    reviewer: Annotated[
        str | None, typer.Option("--reviewer", help="A label such as Lead Reviewer 1. Never a name.")
    ] = None,
    role: Annotated[
        str | None, typer.Option("--role", help=f"One of: {', '.join(REVIEWER_ROLES)}.")
    ] = None,
    independent_of_board: Annotated[
        bool | None,
        typer.Option(
            "--independent-of-board/--not-independent-of-board",
            help="Whether independence from the Board was declared; not known unless given.",
        ),
    ] = None,
    independent_of: Annotated[
        list[str] | None,
        typer.Option(
            "--independent-of", metavar="AGENCY|all",
            help="An agency from which independence was declared, or all that are involved. Repeatable.",
        ),
    ] = None,
    interest: Annotated[
        str | None, typer.Option("--interest", help="An interest declared, and how it is dealt with.")
    ] = None,
    by: By = None,
    date: On = None,
    note: Note = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:  # fmt: skip
    """Record that a reviewer was appointed, and the independence declared."""
    entry = Entry("reviewer-appointed", given_from, date, by)
    declared = {True: "yes", False: "no", None: None}[independent_of_board]
    said = entry.keys(
        by="business-manager",
        reviewer=entry.wanted("reviewer", reviewer, "A label for the reviewer, such as Lead Reviewer 1."),
        role=entry.word("role", role, REVIEWER_ROLES),
        independent_of_board=declared,
        independent_of=entry.words("independent_of", independent_of),
        interest=interest,
        note=note,
    )
    record(ctx, review_id, appoint_reviewer, said, dry_run)
