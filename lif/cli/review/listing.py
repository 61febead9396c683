"""`lif review list`: the reviews and where they stand."""

import typer

from lif.cli import say
from lif.cli.forms import AsOf, Form, FormOption
from lif.cli.noun import single
from lif.cli.state import board_of, day_of

app = single()


@app.command()
def list_(ctx: typer.Context, as_of: AsOf = None, form: FormOption = Form.text) -> None:
    """List the reviews and where they stand."""
    from lif.insight.reviews.standing import TYPE_WORDS, review_standing
    from lif.insight.titles import Titles

    board, day = board_of(ctx), day_of(as_of)
    titles = Titles(board)
    reviews = [one.record for one in board.of("review")]
    found = [stands for one in reviews if (stands := review_standing(one, day, titles.decider(one)))]
    if form == Form.json:
        content = [
            {"id": stands.review.id, "type": stands.type, "title": stands.review.title, "stage": stands.stage,
             "since": stands.since.isoformat(), "due": stands.due.isoformat() if stands.due else None}
            for stands in found
        ]  # fmt: skip
        say.result_json("reviews", {"asOf": day.isoformat(), "reviews": content})
        return
    rows = [
        (stands.review.id, TYPE_WORDS[stands.type], stands.review.title, stands.words) for stands in found
    ]
    say.result(
        say.table(("Review", "Type", "Title", "Where it stands"), rows)
        or "No review yet. Open one: lif review new"
    )
