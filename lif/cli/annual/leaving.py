"""`lif annual without`: why the report draws no lesson from a review."""

from typing import Annotated

import typer

from lif.cli.annual.entry import AnnualBy, AnnualDate, AnnualId, day_given
from lif.cli.asking import Wanted, all_required
from lif.cli.fields import gathered, text_of
from lif.cli.noun import single
from lif.cli.state import day_of
from lif.cli.writing import DryRun, From, write
from lif.exchange.given import read_given

app = single()


@app.command()
def without(
    ctx: typer.Context,
    annual_id: AnnualId,
    review_id: Annotated[str, typer.Argument(metavar="REVIEW", help="Such as CR-2017-001.")],
    reason: Annotated[str | None, typer.Option("--reason", help="Why there is none. It is printed.")] = None,
    by: AnnualBy = "business-manager",
    date: AnnualDate = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Say why the report draws no lesson from a review, such as that it has only begun.

    The Framework wants lessons from all reviews of the year in the report: one without a lesson and without a reason
    keeps it from being agreed.
    """
    from lif.operations.annual import without_lesson

    given = read_given(given_from) if given_from else {}
    (words,) = all_required(
        Wanted(
            text_of(given, "reason", reason), "--reason", "Reason", "Why the report draws no lesson from it."
        )
    )
    said = gathered({"by": by, "date": day_given(date), **given}, reason=words)
    write(ctx, lambda board: without_lesson(board, annual_id, review_id, said, day_of(None)), dry_run)
