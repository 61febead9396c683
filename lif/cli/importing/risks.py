"""`lif import risks`: the risk log that an office has kept so far."""

from pathlib import Path
from typing import Annotated

import typer

from lif.cli import say
from lif.cli.forms import Form, FormOption
from lif.cli.importing.telling import HeaderOption, MapOption, MeansOption, SheetOption, SplitOption
from lif.cli.noun import single
from lif.cli.state import board_of, day_of, root_of
from lif.cli.writing import DryRun
from lif.store.board import Board

app = single()


@app.command("risks")
def risks(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE.xlsx|csv", help="The log.")],
    apply: Annotated[bool, typer.Option("--apply", help="Write it into the records.")] = False,
    partial: Annotated[
        bool, typer.Option("--partial", help="Bring in the rows that are understood; leave out the others.")
    ] = False,
    owner: Annotated[
        str, typer.Option("--owner", help="Who answers where the file names nobody of the Board.")
    ] = "business-manager",
    sheet: SheetOption = None,
    header: HeaderOption = None,
    map: MapOption = None,
    means: MeansOption = None,
    split: SplitOption = None,
    by: Annotated[
        str, typer.Option("--by", help="Who brings it in: a role, a group or an agency.")
    ] = "business-manager",
    date: Annotated[
        str | None, typer.Option("--date", metavar="DATE", help="The day of the entries; today unless given.")
    ] = None,
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
    from lif.cli.fields import full_day
    from lif.cli.importing.showing import risks_content, show_risks
    from lif.cli.importing.telling import as_options, asked_columns, asked_words, told
    from lif.exchange.grid import read_grids
    from lif.exchange.register.reading import read_register, sheets_of
    from lif.operations.brought_risks import BringingRisks, RisksBrought, bring_risks, risks_proposal
    from lif.operations.carry_out import carry_out
    from lif.operations.tracked_actions import names_of_agencies

    telling = told(sheet, header, map, means, split)
    day = day_of(full_day(date, "--date"))
    grids = read_grids(file)
    board = board_of(ctx)
    register, kept = risks_proposal(board, grids)
    telling = asked_columns(register, sheets_of(register, grids, telling, kept), telling)
    first = read_register(register, grids, names_of_agencies(board), telling, kept)
    telling = asked_words(first, telling, register.item)
    bringing = BringingRisks(day, by, owner, telling, partial)
    made: list[RisksBrought] = []

    def make(now: Board) -> RisksBrought:
        made.append(bring_risks(now, grids, bringing))
        return made[0]

    outcome = carry_out(root_of(ctx), make, dry_run=not apply or dry_run)
    change = made[0]
    if form == Form.json:
        say.result_json("risk-import", {**risks_content(change), "applied": outcome.written})
    else:
        rest = [f"--owner {owner}"] if owner != "business-manager" else []
        rest += [f"--by {by}"] if by != "business-manager" else []
        rest += [f"--date {day}"] if date else []
        rest += ["--partial"] if partial else []
        words = [f'lif import risks "{file}"', *as_options(telling), *rest]
        show_risks(change, register, outcome, " ".join(words), dry_run=dry_run)
    left = bool(change.problems or (change.files and not outcome.written))
    return 1 if left else 0
