"""`lif review accept`: the Board's answer to a recommendation."""

from typing import Annotated

import typer

from lif.cli.asking import required
from lif.cli.entry import one_of
from lif.cli.noun import single
from lif.cli.writing import DryRun, write
from lif.operations.reviews.content import ACCEPTED, accept

app = single()


@app.command("accept")
def accept_(
    ctx: typer.Context,
    recommendation_id: Annotated[str, typer.Argument(metavar="ID", help="Such as CR-2017-001.R4.")],
    answer: Annotated[str | None, typer.Option("--answer", help=f"One of: {', '.join(ACCEPTED)}.")] = None,
    response: Annotated[
        str | None,
        typer.Option("--response", help="The Board's words; wanted unless it is accepted in full."),
    ] = None,
    dry_run: DryRun = False,
) -> None:
    """Answer a recommendation: accepted, accepted in part, or not, with the reasons."""
    said = one_of(
        required(answer, "--answer", "Answer", "Whether it is accepted.", ACCEPTED), "answer", ACCEPTED
    )
    write(ctx, lambda board: accept(board, recommendation_id, said, response), dry_run)
