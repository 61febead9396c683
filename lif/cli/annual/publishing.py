"""`lif annual publish`: the report was published."""

from datetime import date as calendar_day

import typer

from lif.cli.annual.entry import AnnualDate, AnnualId, day_given
from lif.cli.noun import single
from lif.cli.state import day_of
from lif.cli.writing import DryRun, write

app = single()


@app.command()
def publish(
    ctx: typer.Context, annual_id: AnnualId, date: AnnualDate = None, dry_run: DryRun = False
) -> None:
    """Record that the report was published. What is written in it is changed no more."""
    from lif.operations.annual import publish_annual

    day = calendar_day.fromisoformat(day_given(date))
    write(ctx, lambda board: publish_annual(board, annual_id, day, day_of(None)), dry_run)
