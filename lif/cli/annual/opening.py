"""`lif annual new`: begins the annual report of a year."""

import typer

from lif.cli.annual.entry import AnnualId
from lif.cli.entry import one_of
from lif.cli.fields import gathered
from lif.cli.noun import single
from lif.cli.registers import AUDIENCES, Audience
from lif.cli.writing import DryRun, From, write
from lif.exchange.given import read_given

app = single()


@app.command()
def new(
    ctx: typer.Context,
    annual_id: AnnualId,
    audience: Audience = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Begin the annual report of a financial year, April to March.

    The record holds only what people write: judgements, weaknesses with their causes, and why a review has no lesson.
    Everything else is drawn from the other records each time the report is built.
    """
    from lif.operations.annual import new_annual

    given = read_given(given_from) if given_from else {}
    value = gathered(given, audience=one_of(audience, "audience", AUDIENCES) if audience else None)
    write(ctx, lambda board: new_annual(board, annual_id, {"audience": "board", **value}), dry_run)
