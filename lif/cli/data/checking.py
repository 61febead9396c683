"""`lif data check`: what is to be asked about the figures, and what was answered."""

from typing import Annotated

import typer

from lif.cli import say
from lif.cli.data.check_text import check_json, check_text
from lif.cli.forms import AsOf, Form, FormOption
from lif.cli.noun import single
from lif.cli.state import board_of, day_of
from lif.insight.figures.edits import edits_of_indicators
from lif.insight.figures.questions import questions_on
from lif.operations.figures.importing import find_indicator
from lif.store.errors import NothingFound

app = single()


@app.command("check")
def check(
    ctx: typer.Context,
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="One indicator; all of them without it.")
    ] = None,
    answered: Annotated[
        bool, typer.Option("--answered", help="Show the questions that were answered, too.")
    ] = False,
    as_of: AsOf = None,
    form: FormOption = Form.text,
) -> int:
    """Ask about figures that may be wrong or need explaining. Nothing is changed.

    Commentary answers: lif data comment. Ends with 1 where a figure may be wrong and nobody has said that it is right,
    with 0 where nothing is asked or only what lies behind a figure.
    """
    board, day = board_of(ctx), day_of(as_of)
    chosen = [find_indicator(board, name)] if name else board.of("indicator")
    if not chosen:
        raise NothingFound("There is no indicator yet.", "Add one: lif data new NAME")
    edits = edits_of_indicators(board)
    found = [questions_on(board, loaded, day, edits.get(loaded.file, ())) for loaded in chosen]
    if form == Form.json:
        say.result_json("figure-questions", check_json(board, found, day))
    else:
        say.result(check_text(board, found, with_answered=answered or name is not None))
    wrong = any(one.unread or any(asked.severity != "remark" for asked in one.open) for one in found)
    return 1 if wrong else 0
