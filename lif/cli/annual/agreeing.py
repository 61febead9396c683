"""`lif annual agree`: the Board agreed the report."""

from datetime import date as calendar_day

import typer

from lif.cli.annual.entry import AnnualDate, AnnualId, day_given
from lif.cli.noun import single
from lif.cli.state import day_of
from lif.cli.writing import DryRun, write

app = single()


@app.command()
def agree(ctx: typer.Context, annual_id: AnnualId, date: AnnualDate = None, dry_run: DryRun = False) -> None:
    """Record that the Board agreed the report.

    Refused while something that the Framework asks of it is missing: the words of every section, a lesson or a reason
    for every review of the year, and of every weakness its causes and what is done about them."""
    from lif.operations.annual import agree_annual

    day = calendar_day.fromisoformat(day_given(date))
    write(ctx, lambda board: agree_annual(board, annual_id, day, day_of(None)), dry_run)
