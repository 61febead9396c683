"""`lif review next`: what comes next in a review, or in each of them."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from lif.cli import say
from lif.cli.forms import AsOf, Form, FormOption
from lif.cli.noun import single
from lif.cli.state import board_of, day_of
from lif.store.errors import Refusal

if TYPE_CHECKING:  # the help and the shell need no models
    from lif.store.board import Board

app = single()


@app.command()
def next_(
    ctx: typer.Context,
    review_id: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="Such as CR-2017-001; every live case if left out.")
    ] = None,
    as_of: AsOf = None,
    form: FormOption = Form.text,
) -> None:
    """Say what comes next in a review: who does it, by when, and the command.

    Without an id: the next step of every live case, the most urgent first.
    """
    board, day = board_of(ctx), day_of(as_of)
    if review_id:
        _one(board, review_id, day, form)
    else:
        _all(board, day, form)


def _one(board: "Board", review_id: str, day: date, form: Form) -> None:
    from lif.cli.review.course_text import course_text
    from lif.insight.reviews.course import course
    from lif.insight.reviews.course_data import course_data
    from lif.rules.lookup import find_record

    record = find_record(board, review_id, "review").record
    found = course(board, record, day)
    if found is None:
        first = min(entry.date for entry in record.log)
        raise Refusal(
            f"Nothing of {review_id} had happened by {day}: its first entry is dated {first}.",
            f"Look from a later day: lif review next {review_id} --as-of {first}",
        )
    if form is Form.json:
        say.result_json("next", {"asOf": day.isoformat(), **course_data(found)})
    else:
        say.result(course_text(found))


def _all(board: "Board", day: date, form: Form) -> None:
    from lif.cli.review.course_text import courses_text
    from lif.insight.reviews.course import courses_to_follow
    from lif.insight.reviews.course_data import next_data

    found = courses_to_follow(board, day)
    if form is Form.json:
        content = {"asOf": day.isoformat(), "reviews": [next_data(one) for one in found]}
        say.result_json("next", content)
    else:
        say.result(courses_text(found) or "In no review is anything left to do on that day.")
