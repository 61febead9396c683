"""`lif review finding`: what a review found."""

from typing import Annotated

import typer

from lif.cli.asking import required
from lif.cli.fields import gathered, text_of
from lif.cli.noun import single
from lif.cli.review.entry import ReviewId
from lif.cli.writing import DryRun, From, write
from lif.exchange.given import read_given
from lif.operations.reviews.content import add_finding

app = single()


@app.command()
def finding(
    ctx: typer.Context,
    review_id: ReviewId,
    text: Annotated[str | None, typer.Option("--text", help="What was found.")] = None,
    theme: Annotated[str | None, typer.Option("--theme", help="Its theme, such as neglect.")] = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Add a finding, which may stand without a recommendation."""
    given = read_given(given_from) if given_from else {}
    said = required(text_of(given, "text", text), "--text", "Finding", "What the review found.")
    value = gathered(given, text=said, theme=theme)
    write(ctx, lambda board: add_finding(board, review_id, value), dry_run)
