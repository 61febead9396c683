"""`lif import actions`: the tracker of actions that an office has kept so far."""

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
from lif.store.errors import WrongUse

app = single()


@app.command("actions")
def actions(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE.xlsx|csv", help="The tracker.")],
    plan: Annotated[str | None, typer.Option("--plan", metavar="ID", help="The plan it goes into.")] = None,
    new_plan: Annotated[
        str | None, typer.Option("--new-plan", metavar="TITLE", help="Open a plan for it, called so.")
    ] = None,
    apply: Annotated[bool, typer.Option("--apply", help="Write it into the records.")] = False,
    partial: Annotated[
        bool, typer.Option("--partial", help="Bring in the rows that are understood; leave out the others.")
    ] = False,
    agency: Annotated[
        str | None, typer.Option("--agency", help="The agency that leads where the file does not say.")
    ] = None,
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
    """Bring a tracker of actions into an action plan, from Excel or CSV.

    Finds the columns by their headings and shows what each is taken for, what every row becomes, and what could
    not be read, with its cell. Nothing is written without --apply. What has no field is kept in a note with its
    heading; what happened becomes entries with the name of the file. What the file calls closed comes in as
    completed, or as evidenced where it names evidence: nobody here has looked at the difference it made.

    What you say about columns, words and colours is kept with the Board, so that next year's file needs no
    questions. Ends with 1 where something is left to do.
    """
    from lif.cli.fields import full_day
    from lif.cli.importing.showing import content, show
    from lif.cli.importing.telling import as_options, asked_columns, asked_words, told
    from lif.exchange.grid import read_grids
    from lif.exchange.register.reading import read_register, sheets_of
    from lif.operations.carry_out import carry_out
    from lif.operations.tracked_actions import (
        ActionsBrought,
        Bringing,
        bring_actions,
        names_of_agencies,
        proposal,
    )

    if bool(plan) == bool(new_plan):
        raise WrongUse(
            "Say where the actions go: into a plan that there is, or into a new one.",
            'Give one of: --plan AP-2017-001, --new-plan "Title of the plan"',
        )
    telling = told(sheet, header, map, means, split)
    day = day_of(full_day(date, "--date"))
    grids = read_grids(file)
    board = board_of(ctx)
    register, kept = proposal(board, grids)
    telling = asked_columns(register, sheets_of(register, grids, telling, kept), telling)
    first = read_register(register, grids, names_of_agencies(board), telling, kept)
    telling = asked_words(first, telling, register.item)
    bringing = Bringing(day, by, plan or "", new_plan or "", agency or "", telling, partial)
    made: list[ActionsBrought] = []

    def make(now: Board) -> ActionsBrought:
        made.append(bring_actions(now, grids, bringing))
        return made[0]

    outcome = carry_out(root_of(ctx), make, dry_run=not apply or dry_run)
    change = made[0]
    if form == Form.json:
        say.result_json("action-tracker", {**content(change), "applied": outcome.written})
    else:
        into = [f"--plan {plan}"] if plan else [f'--new-plan "{new_plan}"']
        rest = [f"--agency {agency}"] if agency else []
        rest += [f"--by {by}"] if by != "business-manager" else []
        rest += [f"--date {day}"] if date else []
        rest += ["--partial"] if partial else []
        words = [f'lif import actions "{file}"', *into, *as_options(telling), *rest]
        show(change, register, outcome, " ".join(words), dry_run=dry_run)
    left = bool(change.problems or (change.files and not outcome.written))
    return 1 if left else 0
