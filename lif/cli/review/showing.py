"""`lif review show`: one review as the summary of a case."""

from typing import Annotated

import typer

from lif.cli import say
from lif.cli.forms import AsOf, Form, FormOption
from lif.cli.noun import single
from lif.cli.state import board_of, day_of

app = single()


@app.command()
def show(
    ctx: typer.Context,
    review_id: Annotated[str, typer.Argument(metavar="ID", help="Such as CR-2017-001.")],
    as_of: AsOf = None,
    form: FormOption = Form.text,
) -> None:
    """Show a review as the summary of a case: clocks, decisions, work and history."""
    from lif.cli.review.summary import summary_text
    from lif.insight.reviews.course import course
    from lif.insight.reviews.course_data import course_data
    from lif.rules.lookup import find_record

    board, day = board_of(ctx), day_of(as_of)
    loaded = find_record(board, review_id, "review")
    if form is Form.text:
        say.result(summary_text(board, loaded.record, day))
        return
    found = course(board, loaded.record, day)
    content = {
        "id": loaded.id,
        "file": loaded.file,
        "record": loaded.record.model_dump(mode="json"),
        "asOf": day.isoformat(),
        "course": course_data(found) if found else None,
    }
    say.result_json("review", content)
