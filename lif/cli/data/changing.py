"""`lif data change`: changes an indicator and says in its change log what and why."""

from typing import Annotated, Any

import typer

from lif.cli.asking import required
from lif.cli.data.name import Name
from lif.cli.data.opening import BASES, FREQUENCIES, JOURNEY, MEASURES, POLARITIES, UNITS, target_value
from lif.cli.entry import By, On, one_of
from lif.cli.fields import full_day, gathered, text_of
from lif.cli.noun import single
from lif.cli.state import day_of
from lif.cli.writing import DryRun, From, write
from lif.exchange.given import read_given
from lif.operations.figures.log import change_indicator
from lif.records.indicator import Indicator
from lif.store.errors import WrongUse

app = single()
CHOICES = {
    "unit": UNITS, "polarity": POLARITIES, "frequency": FREQUENCIES, "measures": MEASURES, "journey": JOURNEY,
}  # fmt: skip
SAID = ("date", "by", "text", "breaks_series")
"""Keys of the entry in the change log; all others that a file gives are those of the indicator."""


@app.command("change")
def change(
    ctx: typer.Context,
    name: Name,
    text: Annotated[str | None, typer.Option("--text", help="What was changed, and why.")] = None,
    breaks_series: Annotated[
        bool, typer.Option("--breaks-series", help="Figures after it cannot be compared with those before.")
    ] = False,
    title: Annotated[str | None, typer.Option("--title", help="What it is called in packs.")] = None,
    definition: Annotated[str | None, typer.Option("--definition", help="What exactly is counted.")] = None,
    unit: Annotated[str | None, typer.Option("--unit", help=f"One of: {', '.join(UNITS)}.")] = None,
    decimals: Annotated[
        int | None, typer.Option("--decimals", min=0, max=4, help="How many are printed.")
    ] = None,
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
    target: Annotated[float | None, typer.Option("--target", help="What is aimed at, in its unit.")] = None,
    basis: Annotated[
        str | None, typer.Option("--basis", help=f"What the target rests on: {', '.join(BASES)}.")
    ] = None,
    priority: Annotated[
        list[str] | None,
        typer.Option("--priority", help="A priority it serves, in place of those now. Repeatable."),
    ] = None,
    theme: Annotated[
        list[str] | None,
        typer.Option("--theme", help="A theme it speaks of, in place of those now. Repeatable."),
    ] = None,
    by: By = None,
    date: On = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Change an indicator, and say in its change log what was changed and why.

    The Framework asks that the Board is told of every change to an indicator or to how it is reported. Without
    another option the log alone tells of something that changed elsewhere, such as how cases are counted.
    """  # fmt: skip
    given = read_given(given_from) if given_from else {}
    why = required(
        text_of(given, "text", text), "--text", "Text", "What was changed, and why; the Board is told."
    )
    words = {
        "unit": unit,
        "polarity": polarity,
        "frequency": frequency,
        "measures": measures,
        "journey": journey,
    }
    keys: dict[str, Any] = gathered(
        {key: value for key, value in given.items() if key not in SAID},
        title=title, definition=definition, owner=owner, decimals=decimals, priorities=priority,
        target=_target(target, basis), themes=theme,
        **{key: one_of(word, key, CHOICES[key]) for key, word in words.items() if word},
    )  # fmt: skip
    if unknown := [key for key in keys if key not in CHANGEABLE]:
        raise WrongUse(
            f"{unknown[0]} is no key that this command changes.", f"It changes: {', '.join(CHANGEABLE)}."
        )
    today = day_of(None)
    said = {
        "date": full_day(text_of(given, "date", date), "--date") or today.isoformat(),
        "by": text_of(given, "by", by),
        "text": why,
        "breaks_series": breaks_series or given.get("breaks_series") is True,
    }
    write(ctx, lambda board: change_indicator(board, name, keys, said, today), dry_run)


def _target(target: float | None, basis: str | None) -> dict[str, Any]:
    """The parts of a target that are given; the others stay as they are."""
    given: dict[str, Any] = {} if target is None else {"value": target_value(target)}
    return given if basis is None else {**given, "basis": one_of(basis, "basis", BASES)}


CHANGEABLE = tuple(
    key
    for key in Indicator.model_fields
    if key not in ("schema_version", "source", "mapping", "commentary", "changes", "marking", "audience")
)
