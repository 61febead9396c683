"""`lif risk control`: something that holds a risk back."""

from typing import Annotated

import typer

from lif.cli.asking import required
from lif.cli.fields import gathered, partial_date
from lif.cli.noun import single
from lif.cli.risk.entry import RiskId
from lif.cli.writing import DryRun, write
from lif.operations.registers import add_control

app = single()


@app.command("control")
def control_(
    ctx: typer.Context,
    risk_id: RiskId,
    text: Annotated[str | None, typer.Argument(metavar="[TEXT]", help="What is done.")] = None,
    by: Annotated[str | None, typer.Option("--by", help="Who does it: a role, group or agency.")] = None,
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="DATE", help="Since when; left out while it is only planned."),
    ] = None,
    dry_run: DryRun = False,
) -> None:
    """Add something that holds a risk back.

    A control that no longer holds is withdrawn with a reason, never taken out: lif edit.
    """
    what = required(text, "TEXT", "Control", "What is done that makes the risk less likely or less hard.")
    control = gathered({}, text=what, by=by, since=partial_date(since, "--since"))
    write(ctx, lambda board: add_control(board, risk_id, control), dry_run)
