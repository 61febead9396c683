"""`lif annual weakness`: a weakness of the year, its causes, and what is done about them."""

from typing import Annotated

import typer

from lif.cli.annual.entry import AnnualBy, AnnualDate, AnnualId, day_given
from lif.cli.asking import Wanted, all_required
from lif.cli.fields import gathered, text_of
from lif.cli.noun import single
from lif.cli.registers import Themes
from lif.cli.state import day_of
from lif.cli.writing import DryRun, From, write
from lif.exchange.given import read_given

app = single()


@app.command()
def weakness(
    ctx: typer.Context,
    annual_id: AnnualId,
    text: Annotated[str | None, typer.Option("--text", help="What is weak, identifying nobody.")] = None,
    cause: Annotated[list[str] | None, typer.Option("--cause", help="Why it is so. Repeatable.")] = None,
    action: Annotated[
        str | None, typer.Option("--action", help="What is done about the causes, or proposed.")
    ] = None,
    record: Annotated[
        list[str] | None, typer.Option("--record", metavar="ID", help="A record that shows it. Repeatable.")
    ] = None,
    indicator: Annotated[
        list[str] | None, typer.Option("--indicator", help="An indicator whose figures show it. Repeatable.")
    ] = None,
    theme: Themes = None,
    number: Annotated[
        str | None, typer.Option("--number", metavar="W1", help="The weakness that is written anew.")
    ] = None,
    by: AnnualBy = "business-manager",
    date: AnnualDate = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Write down a weakness of the year, its causes and what is done about them.

    lif annual show lists what the records point to; a weakness takes such a sign up by naming its record, indicator
    or theme.
    """
    from lif.operations.annual import add_weakness

    given = read_given(given_from) if given_from else {}
    (words,) = all_required(
        Wanted(
            text_of(given, "text", text), "--text", "Weakness", "What is weak, in words that identify nobody."
        )
    )
    said = gathered(
        {"by": by, "date": day_given(date), **given}, id=number, text=words, causes=cause, action=action,
        records=record, indicators=indicator, themes=theme,
    )  # fmt: skip
    write(ctx, lambda board: add_weakness(board, annual_id, said, day_of(None)), dry_run)
