"""`lif import actions`: the tracker of actions that an office has kept so far."""

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
    apply: ApplyOption = False,
    partial: PartialOption = False,
    agency: Annotated[
        str | None, typer.Option("--agency", help="The agency that leads where the file does not say.")
    ] = None,
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
    """Bring a tracker of actions into an action plan, from Excel or CSV.

    Finds the columns by their headings and shows what each is taken for, what every row becomes, and what could
    not be read, with its cell. Nothing is written without --apply. What has no field is kept in a note with its
    heading; what happened becomes entries with the name of the file. What the file calls closed comes in as
    completed, or as evidenced where it names evidence: nobody here has looked at the difference it made.

    What you say about columns, words and colours is kept with the Board, so that next year's file needs no
    questions. Ends with 1 where something is left to do.
    """
    from lif.cli.importing.showing import content, show
    from lif.operations.actions.tracked import Bringing, bring_actions, proposal

    if bool(plan) == bool(new_plan):
        raise WrongUse(
            "Say where the actions go: into a plan that there is, or into a new one.",
            'Give one of: --plan AP-2017-001, --new-plan "Title of the plan"',
        )
    asked = Asked(sheet, header, map, means, split, by, date, apply, partial, dry_run)
    done = bring_in(
        ctx, file, asked, proposal,
        lambda board, grids, telling, day: bring_actions(
            board, grids, Bringing(day, by, plan or "", new_plan or "", agency or "", telling, partial)
        ),
    )  # fmt: skip
    if form == Form.json:
        say.result_json("action-tracker", {**content(done.change), "applied": done.outcome.written})
    else:
        own = [f"--plan {plan}"] if plan else [f'--new-plan "{new_plan}"']
        own += [f"--agency {agency}"] if agency else []
        words = again("actions", file, own, asked, done)
        show(done.change, done.register, done.outcome, words, dry_run=dry_run)
    return done.exit_code
