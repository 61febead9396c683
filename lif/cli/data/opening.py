"""`lif data new`: adds an indicator to the Board's dataset."""

import math
from typing import Annotated, Any, get_args

import typer

from lif.cli.asking import Wanted, all_required
from lif.cli.data.name import Name
from lif.cli.fields import gathered, text_of
from lif.cli.noun import single
from lif.cli.writing import DryRun, From, write
from lif.exchange.given import read_given
from lif.operations.figures.importing import new_indicator
from lif.records.indicator import Indicator, Target, Unit
from lif.store.errors import WrongUse

app = single()
UNITS = get_args(Unit)
POLARITIES, FREQUENCIES, MEASURES, JOURNEY = (
    get_args(Indicator.model_fields[name].annotation)
    for name in ("polarity", "frequency", "measures", "journey")
)
BASES = get_args(Target.model_fields["basis"].annotation)
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
    theme: Annotated[
        list[str] | None, typer.Option("--theme", help="A theme it speaks of. Repeatable.")
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
        given,
        **dict(zip(said, answers, strict=True)),
        target=target_of(target, basis),
        priorities=priority,
        themes=theme,
    )
    if decimals is not None:
        value["decimals"] = decimals
    write(ctx, lambda board: new_indicator(board, name, value), dry_run)


def target_of(target: float | None, basis: str | None) -> dict[str, Any] | None:
    """A target with its basis, from two options that need each other. Raises WrongUse."""
    if target is None and basis is None:
        return None
    if target is None:
        raise WrongUse(
            "--basis says what a target rests on, and no target is given.", "Give it with: --target"
        )
    if basis is None:
        raise WrongUse("--basis is missing: what the target rests on.", f"It is one of: {', '.join(BASES)}.")
    return {"value": target_value(target), "basis": basis}


def target_value(target: float) -> float | int:
    """What is aimed at, a whole number without decimals. Raises WrongUse where it is no number."""
    if not math.isfinite(target):
        raise WrongUse("--target wants a number.", "Give it in the unit of the indicator, such as 20.")
    return int(target) if target == int(target) else target
