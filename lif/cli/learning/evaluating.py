"""`lif learning evaluate`: the difference that a lesson made is looked at."""

from typing import Annotated, Any, get_args

import typer

from lif.cli.entry import By, Entry, Note, On, Want
from lif.cli.learning.entry import Bearing, LearningId, record
from lif.cli.noun import single
from lif.cli.writing import DryRun, From
from lif.records.base import Answer
from lif.records.learning import EvaluationMethod, Result
from lif.store.errors import WrongUse

app = single()
METHODS = get_args(EvaluationMethod)
RESULTS = get_args(Result)
ANSWERS = get_args(Answer)
_FORM = 'Write it as --child "Child R1=yes: would have been seen the same day".'


@app.command()
def evaluate(
    ctx: typer.Context,
    learning_id: LearningId,
    method: Annotated[
        str | None, typer.Option("--method", help=f"How it was looked at. One of: {', '.join(METHODS)}.")
    ] = None,
    result: Annotated[
        str | None, typer.Option("--result", help=f"For children. One of: {', '.join(RESULTS)}.")
    ] = None,
    found: Annotated[str | None, typer.Option("--found", help="What was seen.")] = None,
    number: Annotated[
        int | None, typer.Option("--number", min=1, help="How many children, cases or answers.")
    ] = None,
    child: Annotated[
        list[str] | None,
        typer.Option(
            "--child",
            metavar="CODE=ANSWER:TEXT",
            help='A child who was tracked: "Child R1=yes: seen the same day". Repeatable.',
        ),
    ] = None,
    bearing: Bearing = None,
    by: By = None,
    date: On = None,
    note: Note = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Record what difference a lesson made.

    Best by tracking individual children: for each, by a pseudonym and never a name, whether the learning made or
    would have made a difference (yes, no or unknown), and what it would have changed.
    """  # fmt: skip
    entry = Entry("evaluated", given_from, date, by)
    wanted = entry.all_wanted(
        Want("method", method, "How it was looked at.", METHODS),
        Want("result", result, "Whether things improved for children.", RESULTS),
        Want("found", found, "What was seen."),
    )
    children = [_child(text) for text in child or []]
    if wanted["method"] == "tracking" and not children and not entry.words("children", None):
        raise WrongUse(
            "--child is missing: children were tracked, and what the learning changed for each is wanted.",
            _FORM,
        )
    said = entry.keys(
        by="", **wanted, number=number, children=children,
        records=entry.words("records", bearing), note=note,
    )  # fmt: skip
    record(ctx, learning_id, said, dry_run)


def _child(text: str) -> dict[str, Any]:
    code, _, rest = text.partition("=")
    answer, _, said = rest.partition(":")
    if not code.strip() or answer.strip() not in ANSWERS or not said.strip():
        # What was typed may name a child, and is not repeated.
        raise WrongUse(
            "--child: a code, yes, no or unknown, and what it would have changed are wanted.",
            _FORM,
        )
    return {"code": code.strip(), "difference": answer.strip(), "text": said.strip()}
