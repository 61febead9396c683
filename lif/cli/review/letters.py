"""`lif review letters`: the letters that tell of a decision."""

import typer

from lif.cli import say
from lif.cli.forms import AsOf
from lif.cli.noun import single
from lif.cli.review.entry import ReviewId
from lif.cli.review.papers import listing
from lif.cli.state import board_of, day_of
from lif.insight.wording import listed
from lif.rules.lookup import find_record

app = single()


@app.command()
def letters(ctx: typer.Context, review_id: ReviewId, as_of: AsOf = None) -> None:
    """Write the letters about a decision to Ofsted, the panel and the referrer.

    They are put in build/reviews/ as Markdown, PDF and Word, in the place of the last ones, and bear the day
    as their date; the same records on the same day give the same files.
    """
    from lif.publish.papers.review import write_letters

    board, day = board_of(ctx), day_of(as_of)
    papers = write_letters(board, find_record(board, review_id, "review"), day)
    say.result(listing(f"The letters about the decision on {review_id}", papers, day))
    say.aside("They quote the reasons of the decision word for word: read each before it goes out.")
    if papers.left_out:
        say.aside(f"The letter to whoever referred the case leaves out {listed(papers.left_out)}.")
    if not papers.asked_for:
        say.aside(
            "Law and guidance do not ask that Ofsted and the national panel be told of this decision; their "
            "letters are there in case you want to send them."
        )
    say.aside(f"When they have gone: lif review notify {review_id} --told ofsted --told national-panel "
              "--told referrer --of decision")  # fmt: skip
