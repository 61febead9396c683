"""`lif import risks`: the risk log that an office has kept so far."""

from pathlib import Path
from typing import Annotated

import typer

from lif.cli import say
from lif.cli.forms import Form, FormOption
from lif.cli.importing.bringing import (
    USUALLY_BY,
    ApplyOption,
    Asked,
    ByOption,
    DateOption,
    PartialOption,
    again,
    bring_in,
)
from lif.cli.importing.telling import HeaderOption, MapOption, MeansOption, SheetOption, SplitOption
from lif.cli.noun import single
from lif.cli.writing import DryRun

app = single()


@app.command("risks")
def risks(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE.xlsx|csv", help="The log.")],
    apply: ApplyOption = False,
    partial: PartialOption = False,
    owner: Annotated[
        str, typer.Option("--owner", help="Who answers where the file names nobody of the Board.")
    ] = "business-manager",
    sheet: SheetOption = None,
    header: HeaderOption = None,
    map: MapOption = None,
    means: MeansOption = None,
    split: SplitOption = None,
    by: ByOption = USUALLY_BY,
    date: DateOption = None,
    dry_run: DryRun = False,
    form: FormOption = Form.text,
) -> int:
    """Bring in a risk log, from Excel or CSV.

    Finds the columns by their headings and shows what each is taken for, what every row becomes, and what could
    not be read, with its cell. Nothing is written without --apply. Likelihood and impact are taken as numbers from
    1 to 5, or as words such as unlikely and major; a score without the two is kept in a note.

    What you say about columns and words is kept with the Board, so that the next version needs no questions. Ends
    with 1 where something is left to do.
    """
    from lif.cli.importing.showing import risks_content, show_risks
    from lif.operations.brought_risks import BringingRisks, bring_risks, risks_proposal

    asked = Asked(sheet, header, map, means, split, by, date, apply, partial, dry_run)
    done = bring_in(
        ctx, file, asked, risks_proposal,
        lambda board, grids, telling, day: bring_risks(
            board, grids, BringingRisks(day, by, owner, telling, partial)
        ),
    )  # fmt: skip
    if form == Form.json:
        say.result_json("risk-import", {**risks_content(done.change), "applied": done.outcome.written})
    else:
        own = [f"--owner {owner}"] if owner != USUALLY_BY else []
        words = again("risks", file, own, asked, done)
        show_risks(done.change, done.register, done.outcome, words, dry_run=dry_run)
    return done.exit_code
