"""How a command that writes ends: the sentence that says what was done, or the diff of a dry run."""

from collections.abc import Callable, Sequence
from typing import Annotated

import typer

from lif.cli import say
from lif.cli.state import root_of
from lif.operations.carry_out import carry_out
from lif.store.board import Board
from lif.store.change import Change
from lif.store.findings import Finding

_MANY = 10
"""More remarks than anybody reads at once."""
_MUCH = 5
"""More advice than an author takes while doing something else."""
DryRun = Annotated[bool, typer.Option("--dry-run", help="Show what would change, and write nothing.")]
From = Annotated[
    str | None,
    typer.Option(
        "--from", metavar="FILE|-", help="Take the keys of the record from a YAML or JSON file, or from -."
    ),
]


def write(ctx: typer.Context, make: Callable[[Board], Change], dry_run: bool) -> None:
    """Carry out a change and say so; with `dry_run` only show it."""
    outcome = carry_out(root_of(ctx), make, dry_run=dry_run)
    tell_remarks(outcome.remarks)
    tell_advice(outcome.advice, planned=not outcome.written)
    if not outcome.change.files:
        say.result(outcome.change.summary)
    elif not outcome.diff:
        say.result("Nothing changes: the records say so already.")
    elif dry_run:
        say.result_diff(outcome.diff)
        say.aside("This was a dry run; nothing was written.")
    else:
        say.result(outcome.change.summary)


def tell_remarks(remarks: Sequence[Finding], *, planned: bool = False) -> None:
    """What a change brought about, or would if it is only planned; of many remarks only how many there are."""
    advice = [finding for finding in remarks if finding.severity == "remark"]
    many = len(advice) > _MANY or (planned and bool(advice))
    for finding in remarks:
        if not many or finding.severity != "remark":
            say.aside_finding(finding)
    if many and planned:
        count = "1 remark" if len(advice) == 1 else f"{len(advice)} remarks"
        say.aside(f"There would be {count} on what is written; once it is, read with: lif validate")
    elif many:
        files = " ".join(dict.fromkeys(finding.file for finding in advice))
        say.aside(f"There are {len(advice)} remarks on what was written. To read them: lif validate {files}")


def tell_advice(advice: Sequence[Finding], *, planned: bool = False) -> None:
    """What a reader would ask of a narrative that was written; of much of it only how much there is."""
    if len(advice) > _MUCH:
        names = sorted({finding.record for finding in advice})
        noun = "report" if names[0].startswith("AR-") else "data"
        read = "Once it is there, read them with" if planned else "To read them"
        say.aside(
            f"A reader would ask {len(advice)} things of what is written. {read}: lif {noun} advise {' '.join(names)}"
        )
        return
    for finding in advice:
        say.aside_finding(finding)
