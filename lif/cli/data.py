"""`lif data`: indicators and their figures."""

import math
from pathlib import Path
from typing import Annotated, Any, get_args

import typer

from lif.cli import say
from lif.cli.asking import Wanted, all_required
from lif.cli.data_import import import_report
from lif.cli.fields import full_day, gathered, text_of
from lif.cli.forms import AsOf, Form, FormOption
from lif.cli.noun import noun
from lif.cli.state import board_of, day_of, root_of
from lif.cli.writing import DryRun, From, write
from lif.exchange.given import read_given
from lif.exchange.mapping import GivenColumns
from lif.exchange.table import read_table
from lif.operations.carry_out import carry_out
from lif.operations.comparators import ComparatorsRecorded, record_comparators
from lif.operations.data import FiguresImported, GivenSource, find_indicator, import_figures, new_indicator
from lif.records.indicator import Indicator, Target, Unit
from lif.store.board import Board
from lif.store.errors import WrongUse

app = noun("Indicators and their figures.")
UNITS = get_args(Unit)
POLARITIES, FREQUENCIES, MEASURES, JOURNEY = (
    get_args(Indicator.model_fields[name].annotation)
    for name in ("polarity", "frequency", "measures", "journey")
)
BASES = get_args(Target.model_fields["basis"].annotation)
DRY_RUN = "This was a dry run; nothing was written."
NOTHING: tuple[str, ...] = ()
QUESTIONS = (
    ("title", "Title", "What the indicator is called in packs.", NOTHING),
    ("definition", "Definition", "What exactly is counted; without it no change can be explained.", NOTHING),
    ("unit", "Unit", "The unit decides how figures are printed and checked.", UNITS),
    (
        "polarity",
        "Which way is better",
        "Which way is better decides the words: better or worse.",
        POLARITIES,
    ),
    ("frequency", "How often", "How often figures come decides how their periods are read.", FREQUENCIES),
    ("measures", "What it measures", "Effort (how much, how well) or effect (better off).", MEASURES),
    ("journey", "Place on the journey", "The dataset follows the journey of the child.", JOURNEY),
    ("owner", "Agency", "The agency that answers for the figures, by its id.", NOTHING),
)
"""What a new indicator needs: key and option, question, why it is asked, and the words to choose from."""

Name = Annotated[str, typer.Argument(metavar="NAME", help="Its short name, such as repeat-plans.")]


@app.command()
def new(
    ctx: typer.Context,
    name: Name,
    title: Annotated[str | None, typer.Option("--title", help="What it is called in packs.")] = None,
    definition: Annotated[str | None, typer.Option("--definition", help="What exactly is counted.")] = None,
    unit: Annotated[str | None, typer.Option("--unit", help=f"One of: {', '.join(UNITS)}.")] = None,
    polarity: Annotated[
        str | None, typer.Option("--polarity", help=f"One of: {', '.join(POLARITIES)}.")
    ] = None,
    frequency: Annotated[
        str | None, typer.Option("--frequency", help=f"One of: {', '.join(FREQUENCIES)}.")
    ] = None,
    measures: Annotated[
        str | None, typer.Option("--measures", help=f"One of: {', '.join(MEASURES)}.")
    ] = None,
    journey: Annotated[str | None, typer.Option("--journey", help=f"One of: {', '.join(JOURNEY)}.")] = None,
    owner: Annotated[
        str | None, typer.Option("--owner", metavar="AGENCY", help="The agency that answers for it.")
    ] = None,
    decimals: Annotated[
        int | None, typer.Option("--decimals", min=0, max=4, help="How many are printed.")
    ] = None,
    target: Annotated[float | None, typer.Option("--target", help="What is aimed at, in its unit.")] = None,
    basis: Annotated[
        str | None, typer.Option("--basis", help=f"What the target rests on: {', '.join(BASES)}.")
    ] = None,
    priority: Annotated[
        list[str] | None, typer.Option("--priority", help="A priority it serves. Repeatable.")
    ] = None,
    source: From = None,
    dry_run: DryRun = False,
) -> None:
    """Add an indicator to the Board's dataset. Its figures come in with: lif data import."""
    given = read_given(source) if source else {}

    said = {
        "title": title, "definition": definition, "unit": unit, "polarity": polarity, "frequency": frequency,
        "measures": measures, "journey": journey, "owner": owner,
    }  # fmt: skip
    answers = all_required(
        *(
            Wanted(text_of(given, key, said[key]), f"--{key}", question, why, choices)
            for key, question, why, choices in QUESTIONS
        )
    )
    value = gathered(
        given, **dict(zip(said, answers, strict=True)), target=_target(target, basis), priorities=priority
    )
    if decimals is not None:
        value["decimals"] = decimals
    write(ctx, lambda board: new_indicator(board, name, value), dry_run)


def _target(target: float | None, basis: str | None) -> dict[str, Any] | None:
    if target is None and basis is None:
        return None
    if target is None:
        raise WrongUse(
            "--basis says what a target rests on, and no target is given.", "Give it with: --target"
        )
    if basis is None:
        raise WrongUse("--basis is missing: what the target rests on.", f"It is one of: {', '.join(BASES)}.")
    if not math.isfinite(target):
        raise WrongUse("--target wants a number.", "Give it in the unit of the indicator, such as 20.")
    return {"value": int(target) if target == int(target) else target, "basis": basis}


@app.command()
def comparators(
    ctx: typer.Context,
    figures: Annotated[
        Path,
        typer.Argument(metavar="FIGURES.csv", help="Official figures by local authority."),
    ],
    neighbours: Annotated[
        Path | None,
        typer.Option(
            "--neighbours", metavar="FILE.csv", help="The Department's file of statistical neighbours."
        ),
    ] = None,
    dry_run: DryRun = False,
) -> None:
    """Record whom the Board is compared with: its region, England and its ten statistical neighbours."""
    table = read_table(figures)
    neighbour_table = read_table(neighbours) if neighbours else None

    def make(board: Board) -> ComparatorsRecorded:
        change = record_comparators(board, table, neighbour_table)
        for remark in change.remarks:
            say.aside(remark)
        say.result(
            f"{board.profile.area.name} has the authority number {change.authority}. It is set beside:"
        )
        say.result(
            say.table(("Role", "Code", "Name"), [(c.role, c.code, c.name) for c in change.comparators])
        )
        return change

    write(ctx, make, dry_run)


@app.command("import")
def import_(
    ctx: typer.Context,
    name: Name,
    file: Annotated[Path, typer.Argument(metavar="FILE.csv", help="The file with the figures.")],
    period: Annotated[
        str | None, typer.Option("--period", metavar="COLUMN", help="Holds the period.")
    ] = None,
    area: Annotated[
        list[str] | None,
        typer.Option(
            "--area",
            metavar="COLUMN[,COLUMN…]",
            help="Hold the area's code; the first that is filled counts.",
        ),
    ] = None,
    numerator: Annotated[
        str | None, typer.Option("--numerator", metavar="COLUMN", help="Holds the count that is measured.")
    ] = None,
    denominator: Annotated[
        str | None,
        typer.Option("--denominator", metavar="COLUMN", help="Holds the count it is measured against."),
    ] = None,
    value: Annotated[
        str | None,
        typer.Option(
            "--value", metavar="COLUMN", help="Holds the figure; a percent or rate is worked out without it."
        ),
    ] = None,
    where: Annotated[
        list[str] | None,
        typer.Option(
            "--where", metavar="COLUMN=TEXT", help="Take only the rows in which a column says so. Repeatable."
        ),
    ] = None,
    source: Annotated[
        str | None,
        typer.Option("--source", help='Where the figures come from, such as "Department for Education, …".'),
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar="DATE", help="The day the file was fetched from its source."),
    ] = None,
    dry_run: DryRun = False,
) -> None:
    """Take an indicator's figures from a CSV file: those of the Board's area and of its comparators.

    What is said about the columns is kept with the indicator, so that next time NAME and FILE are enough.
    Figures that are here and not in the file stay. Suppressed figures stay suppressed.
    """
    columns = GivenColumns(period, tuple(area or ()), numerator, denominator, value, tuple(where or ()))
    given = GivenSource(source, full_day(as_of, "--as-of"))
    table = read_table(file)

    def make(board: Board) -> FiguresImported:
        change = import_figures(board, name, table, columns, given)
        for remark in change.remarks:
            say.aside(remark)
        say.result(import_report(change, find_indicator(board, name).record, table.file))
        return change

    outcome = carry_out(root_of(ctx), make, dry_run=dry_run)
    for finding in outcome.remarks:
        say.aside_finding(finding)
    if dry_run:
        if outcome.diff:
            say.result_diff(outcome.diff)
        say.aside(DRY_RUN)
    elif outcome.written:
        say.result(outcome.change.summary)


@app.command()
def show(
    ctx: typer.Context,
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="One indicator; all of them without it.")
    ] = None,
    as_of: AsOf = None,
    form: FormOption = Form.text,
) -> None:
    """Show the indicators with their latest figures, or one with all there is about it."""
    from lif.cli.data_show import indicator_json, indicator_text, list_json, list_text
    from lif.insight.data import read_indicator

    board = board_of(ctx)
    day = day_of(as_of)
    chosen = [find_indicator(board, name)] if name else board.of("indicator")
    readings = [
        read_indicator(one.id, one.record, board.values.get(one.id, ()), board.profile, day) for one in chosen
    ]
    if name and form == Form.json:
        say.result_json("indicator", indicator_json(board, readings[0]))
    elif name:
        say.result(indicator_text(board, readings[0]))
    elif form == Form.json:
        say.result_json("indicators", {"asOf": day.isoformat(), "indicators": list_json(readings)})
    else:
        say.result(list_text(readings) or "No indicator yet. Add one: lif data new NAME")
