"""`lif trace`: where something came from and what it led to."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lif.cli import say
from lif.cli.forms import AsOf, Form, FormOption
from lif.cli.noun import single
from lif.cli.state import board_of, day_of
from lif.store.errors import WrongUse

if TYPE_CHECKING:
    from lif.insight.trace.model import Node, Trace
    from lif.store.board import Board

app = single()


@app.command()
def trace(
    ctx: typer.Context,
    traced_id: Annotated[
        str | None,
        typer.Argument(
            metavar="[ID]", help="A record, or a recommendation, finding, action or decision in one."
        ),
    ] = None,
    as_of: AsOf = None,
    form: FormOption = Form.text,
    as_matrix: Annotated[
        bool,
        typer.Option(
            "--matrix", help="Write recommendation × action × evidence × impact as a web page and a workbook."
        ),
    ] = False,
    to: Annotated[
        Path | None,
        typer.Option("--to", metavar="FILE", help="Write the matrix to this .html or .xlsx file alone."),
    ] = None,
) -> None:
    """Where something came from and what it led to; what is broken on the way.

    Without ID: what the recommendations of the whole Board came to, and everything that is broken.

    With --matrix, of a review, an audit, a plan or something in one, or without ID of the whole Board: the files
    are put in build/trace/, in the place of the last ones. What is kept for the Board's office alone is not in
    them. The same records on the same day give the same files.
    """
    from lif.insight.trace.finding import find_traced
    from lif.insight.trace.graph import trace as graph_of

    board, day = board_of(ctx), day_of(as_of)
    if (as_matrix or to) and form != Form.json:
        from lif.publish.papers.trace_matrix import traced_for_the_board

        board, made = traced_for_the_board(board, day)
    else:
        made = graph_of(board, day)
    node = find_traced(board, made, traced_id) if traced_id else None
    if as_matrix or to:
        _matrix(board, made, node, form, to)
    elif form == Form.json:
        from lif.cli.trace_data import board_data, story_data

        say.result_json("trace", story_data(made, node.id) if node else board_data(made))
    else:
        from lif.cli.colour import broken_line
        from lif.cli.trace_text import board_text, story_text

        say.result(story_text(made, node.id) if node else board_text(made), broken_line)


def _matrix(board: "Board", made: "Trace", node: "Node | None", form: Form, to: Path | None) -> None:
    from lif.insight.trace.matrix import SCOPES

    if node and node.kind not in SCOPES:
        raise WrongUse(
            f"{node.id} asks for nothing that could be answered, so there is no matrix of it.",
            "Give a review, an audit, a plan or something in one; or leave the id out for the whole Board.",
        )
    name = node.id if node else None
    if form == Form.json:
        from lif.cli.trace_data import matrix_data

        say.result_json("trace-matrix", matrix_data(made, name))
        return
    from lif.publish.papers.trace_matrix import matrix_of, write_matrix, write_matrix_to

    found = matrix_of(board, made, name)
    if to:
        write_matrix_to(board, made, found, to)
        files = [str(to)]
    else:
        files = write_matrix(board, made, found)
    say.result(
        "\n".join(
            [say.wrapped(found.summary), f"Marking: {found.marking}.", *(f"  {file}" for file in files)]
        )
    )
    if found.left_out:
        say.aside(found.left_out)
    if node is None and (beside := _beside(made)):
        things = "1 more thing is" if beside == 1 else f"{beside} more things are"
        say.aside(f"{things} broken that no row of a matrix holds, such as a lesson never spread: lif trace")


def _beside(made: "Trace") -> int:
    """How much is broken on the whole Board and is not about a recommendation or an action."""
    from lif.insight.trace.matrix import count, matrix

    return sum(map(len, made.broken.values())) - count(matrix(made), made).broken
