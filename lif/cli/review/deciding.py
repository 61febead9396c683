"""`lif review decide`: the decision on a case, with its reasons."""

from typing import Annotated

import typer

from lif.cli.entry import By, Entry, Note, On, Want
from lif.cli.noun import single
from lif.cli.recording import record
from lif.cli.review.entry import ReviewId
from lif.cli.writing import DryRun, From
from lif.operations.reviews.decision import DECISIONS, METHODS, decide

app = single()


@app.command("decide")
def decide_(
    ctx: typer.Context,
    review_id: ReviewId,
    decision: Annotated[
        str | None, typer.Option("--decision", help=f"What was decided: {', '.join(DECISIONS)}.")
    ] = None,
    type: Annotated[
        str | None,
        typer.Option(
            "--type", help="The type of review decided on; what the group recommended unless given."
        ),
    ] = None,
    reasons: Annotated[
        str | None, typer.Option("--reasons", help="Why. The letters about the decision quote it.")
    ] = None,
    departs: Annotated[
        str | None, typer.Option("--departs", help="Why it departs from what the screening showed.")
    ] = None,
    method: Annotated[
        str | None, typer.Option("--method", help=f"Of a multi-agency case review: {', '.join(METHODS)}.")
    ] = None,
    leads: Annotated[
        str | None,
        typer.Option(
            "--leads", metavar="TYPE", help="Which review leads, where a death meets the tests of two."
        ),
    ] = None,
    by: By = None,
    date: On = None,
    note: Note = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Record the decision on a case, with its reasons. A later one supersedes an earlier.

    The role that its regime names decides, and is taken unless --by says another. The Strategic Board may
    direct a review: --by strategic-board.
    """
    entry = Entry("decided", given_from, date, by)
    said = entry.keys(
        by="",
        **entry.all_wanted(
            Want("decision", decision, "What was decided.", DECISIONS),
            Want("reasons", reasons, "Why it was decided so; the letters quote these words."),
        ),
        type=entry.text("type", type),
        departs=entry.text("departs", departs),
        method=entry.word("method", method, METHODS),
        leads=entry.text("leads", leads),
        note=note,
    )
    record(ctx, review_id, decide, said, dry_run)
