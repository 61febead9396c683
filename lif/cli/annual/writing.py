"""`lif annual write`: the words of a section."""

from typing import Annotated

import typer

from lif.cli.annual.entry import AnnualBy, AnnualDate, AnnualId, day_given
from lif.cli.asking import Wanted, all_required
from lif.cli.fields import gathered, text_of
from lif.cli.noun import single
from lif.cli.state import day_of
from lif.cli.writing import DryRun, From, write
from lif.exchange.given import read_given
from lif.insight.annual.sections import BY_ID

app = single()


@app.command("write")
def write_(
    ctx: typer.Context,
    annual_id: AnnualId,
    section: Annotated[str, typer.Argument(metavar="SECTION", help="See them with: lif annual show YEAR")],
    text: Annotated[str | None, typer.Option("--text", help="The words, as they are to be printed.")] = None,
    by: AnnualBy = "independent-chair",
    date: AnnualDate = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Write the words of a section, in the place of those that stand there.

    For more than a sentence put them into a file, under text: |, and give it with --from. They stay as they are
    however often the report is built.
    """
    from lif.operations.annual import write_section

    given = read_given(given_from) if given_from else {}
    asks = BY_ID[section].asks if section in BY_ID else "The words, as they are to be printed."
    (words,) = all_required(Wanted(text_of(given, "text", text), "--text", "Text", asks))
    said = gathered({"by": by, "date": day_given(date), **given}, text=words)
    write(ctx, lambda board: write_section(board, annual_id, section, said, day_of(None)), dry_run)
