"""`lif report advise`: what a reader would ask of what an agency wrote."""

from typing import Annotated

import typer

from lif.cli.advice import show_advice
from lif.cli.forms import Form, FormOption
from lif.cli.noun import single
from lif.cli.state import board_of
from lif.insight.wording import period_bounds
from lif.rules.lookup import find_record
from lif.store.errors import NothingFound

app = single()


@app.command()
def advise(
    ctx: typer.Context,
    report_ids: Annotated[
        list[str] | None, typer.Argument(metavar="[ID]…", help="Such as AR-2017-001; several may be given.")
    ] = None,
    period: Annotated[
        str | None, typer.Option("--period", help="The reports for a period, such as 2017-Q3.")
    ] = None,
    form: FormOption = Form.text,
) -> None:
    """Show what a reader would ask of a report, each with why.

    Without ID the reports for the latest period are read. It looks for what the Framework's tips ask for: times,
    comparisons, reasons, other explanations, groups of children, costs, evidence, what is not known, what follows,
    what is proposed; and for words that are hard to read. Nothing is changed, and nothing is ever refused for it.
    """
    board = board_of(ctx)
    if report_ids:
        chosen = [find_record(board, name, "report") for name in dict.fromkeys(report_ids)]
    else:
        reports = board.of("report")
        latest = max((one.record.period for one in reports), key=period_bounds, default="")
        chosen = [one for one in reports if one.record.period == (period or latest)]
        if not chosen:
            raise NothingFound(
                f"There is no report for {period}." if period else "There is no report yet.",
                "See which there are: lif report list",
            )
    show_advice(board, chosen, form)
