"""`lif learning show`: a lesson, and how far it has come."""

import typer

from lif.cli import say
from lif.cli.forms import AsOf, Form, FormOption
from lif.cli.learning.entry import LearningId
from lif.cli.noun import single
from lif.cli.state import board_of, day_of
from lif.insight.wording import day_words
from lif.store.errors import NothingFound

app = single()


@app.command()
def show(
    ctx: typer.Context, learning_id: LearningId, as_of: AsOf = None, form: FormOption = Form.text
) -> None:
    """Show a lesson and how far it has come."""
    from lif.cli.learning.summary import lesson_text
    from lif.insight.learning.data import lesson_data
    from lif.insight.learning.standing import lesson_standing
    from lif.rules.lookup import find_record

    board, day = board_of(ctx), day_of(as_of)
    loaded = find_record(board, learning_id, "learning")
    standing = lesson_standing(loaded.record, board.profile.settings.learning_stuck_days, day)
    if standing is None:
        begun = loaded.record.log[0].date
        raise NothingFound(
            f"{learning_id} had not been identified by {day_words(day)}.",
            f"It was on {day_words(begun)}: lif learning show {learning_id} --as-of {begun}",
        )
    if form is Form.json:
        content = {"id": loaded.id, "file": loaded.file, "record": loaded.record.model_dump(mode="json")}
        say.result_json("learning", {**content, "asOf": day.isoformat(), "standing": lesson_data(standing)})
    else:
        say.result(lesson_text(board, standing))
