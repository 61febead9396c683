"""`lif data comment`: says what lies behind a figure."""

from typing import Annotated, get_args

import typer

from lif.cli.asking import Wanted, all_required
from lif.cli.data.name import Name
from lif.cli.entry import By, On, one_of
from lif.cli.fields import full_day, text_of
from lif.cli.noun import single
from lif.cli.state import day_of
from lif.cli.writing import DryRun, From, write
from lif.exchange.given import read_given
from lif.operations.figures.log import add_commentary
from lif.records.indicator import Doubt

app = single()
DOUBTS = get_args(Doubt)


@app.command("comment")
def comment(
    ctx: typer.Context,
    name: Name,
    period: Annotated[
        str | None, typer.Option("--period", metavar="PERIOD", help="The period of the figure.")
    ] = None,
    text: Annotated[str | None, typer.Option("--text", help="What lies behind the figure.")] = None,
    answers: Annotated[
        list[str] | None,
        typer.Option(
            "--answers",
            metavar="CODE",
            help=f"A question about whether the figure is right: {', '.join(DOUBTS)}. Repeatable.",
        ),
    ] = None,
    by: By = None,
    date: On = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Say what lies behind a figure: the commentary that packs print beside it.

    It answers what lif data check asks about the period. A question about whether the figure is right at all is
    answered only by naming its code with --answers. Who says it is the indicator's agency unless --by names another.
    """
    given = read_given(given_from) if given_from else {}
    said_period, said_text = all_required(
        Wanted(_period_of(given, period), "--period", "Period", "The period of the figure, such as 2017-Q3."),
        Wanted(text_of(given, "text", text), "--text", "Text", "What lies behind the figure, for those who read it."),
    )  # fmt: skip
    today = day_of(None)
    codes = [one_of(code.upper(), "answers", DOUBTS) for code in answers or given.get("answers") or ()]
    said = {
        "period": said_period,
        "date": full_day(text_of(given, "date", date), "--date") or today.isoformat(),
        "by": text_of(given, "by", by),
        "text": said_text,
        "answers": codes,
    }
    write(ctx, lambda board: add_commentary(board, name, said, today), dry_run)


def _period_of(given: dict[str, object], period: str | None) -> str | None:
    """The period as text; a file may give a year as a number."""
    value = period or given.get("period")
    return str(value) if isinstance(value, str | int) else None
