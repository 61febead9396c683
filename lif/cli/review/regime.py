"""`lif review regime`: the statutory regime of a case that has none yet."""

from datetime import date
from typing import Annotated

import typer

from lif.cli.fields import full_day
from lif.cli.noun import single
from lif.cli.state import day_of
from lif.cli.statute_errors import refused
from lif.cli.writing import DryRun, write
from lif.operations.reviews.regime import fix_regime
from lif.statute.errors import StatuteError

app = single()


@app.command()
def regime(
    ctx: typer.Context,
    review_id: Annotated[str, typer.Argument(metavar="ID", help="Such as CR-2017-001.")],
    regime_id: Annotated[
        str | None,
        typer.Argument(metavar="[REGIME]", help="Such as wt2015; left out, the dates of the case choose."),
    ] = None,
    by: Annotated[str, typer.Option("--by", help="Who chose it, by role.")] = "business-manager",
    day: Annotated[
        str | None, typer.Option("--date", metavar="DATE", help="The day it was chosen; today unless given.")
    ] = None,
    dry_run: DryRun = False,
) -> None:
    """Choose the regime of a case that has none. Once it is chosen it is fixed."""
    chosen_on = date.fromisoformat(full_day(day, "--date") or day_of(None).isoformat())
    try:
        write(ctx, lambda board: fix_regime(board, review_id, regime_id, day=chosen_on, by=by), dry_run)
    except StatuteError as error:
        raise refused(error) from None
