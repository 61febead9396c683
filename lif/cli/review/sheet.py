"""`lif review sheet`: the decision sheet that the Chair signs."""

import typer

from lif.cli import say
from lif.cli.forms import AsOf
from lif.cli.noun import single
from lif.cli.review.entry import ReviewId
from lif.cli.review.papers import listing
from lif.cli.state import board_of, day_of
from lif.rules.lookup import find_record

app = single()


@app.command()
def sheet(ctx: typer.Context, review_id: ReviewId, as_of: AsOf = None) -> None:
    """Write the decision sheet of a case, for signing: Markdown, PDF and Word.

    It is put in build/reviews/, in the place of the last one. Entries dated after the day do not count; the
    same records on the same day give the same files.
    """
    from lif.publish.papers.review import write_sheet

    board, day = board_of(ctx), day_of(as_of)
    papers = write_sheet(board, find_record(board, review_id, "review"), day)
    say.result(listing(f"The decision sheet of {review_id}", papers, day))
