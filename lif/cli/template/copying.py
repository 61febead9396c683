"""`lif template copy`: take over a shipped template."""

from typing import Annotated

import typer

from lif.cli.noun import single
from lif.cli.writing import DryRun, write
from lif.store.board import Board
from lif.store.change import Change
from lif.store.errors import Refusal

app = single()


@app.command()
def copy(
    ctx: typer.Context,
    template_id: Annotated[str, typer.Argument(metavar="NAME", help="A template, such as pack/reviews.md.")],
    again: Annotated[
        bool, typer.Option("--again", help="Take it over anew, in the place of your own, which is lost.")
    ] = False,
    dry_run: DryRun = False,
) -> None:
    """Copy a shipped template into templates/, to be changed there.

    From then on it is used in the place of the shipped one. A comment at its head says what it was copied from, so
    that lif template check can tell when lif's own has changed since.
    """
    from lif.cli.template.names import known_template
    from lif.publish.templating.own_templates import copy_of

    def make(board: Board) -> Change:
        file = f"templates/{known_template(template_id)}"
        if not again and (board.root / file).exists():
            raise Refusal(
                f"{file} is there already, and was left as it is.",
                f"To lose what is in it and begin anew: lif template copy {template_id} --again",
            )
        return Change(
            {file: copy_of(template_id)},
            f"{file} was written. Change it, then try it with: lif template check",
        )

    write(ctx, make, dry_run)
