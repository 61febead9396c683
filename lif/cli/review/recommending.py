"""`lif review recommend`: what a review asks to be done."""

from typing import Annotated

import typer

from lif.cli.asking import required
from lif.cli.fields import gathered, partial_date, text_of
from lif.cli.noun import single
from lif.cli.review.entry import ReviewId
from lif.cli.writing import DryRun, From, write
from lif.exchange.given import read_given
from lif.operations.reviews.content import add_recommendation

app = single()


@app.command()
def recommend(
    ctx: typer.Context,
    review_id: ReviewId,
    text: Annotated[str | None, typer.Option("--text", help="What is asked for.")] = None,
    agency: Annotated[
        list[str] | None,
        typer.Option("--agency", help="An agency it is addressed to; the Board if none. Repeatable."),
    ] = None,
    reference: Annotated[
        str | None, typer.Option("--reference", help="Its place in the source, such as a paragraph.")
    ] = None,
    made_by: Annotated[
        str | None, typer.Option("--made-by", help="The body that made it, where not the review itself.")
    ] = None,
    made_on: Annotated[
        str | None, typer.Option("--made-on", metavar="DATE", help="When it was made.")
    ] = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Add a recommendation. Many at once come from a sheet: lif review import."""
    given = read_given(given_from) if given_from else {}
    said = required(text_of(given, "text", text), "--text", "Recommendation", "What is to be done.")
    value = gathered(
        given, text=said, agencies=agency, made_by=made_by, made_on=partial_date(made_on, "--made-on"),
        reference=reference,
    )  # fmt: skip
    write(ctx, lambda board: add_recommendation(board, review_id, value), dry_run)
