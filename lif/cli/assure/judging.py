"""`lif assure judge`: how far an obligation is met, as somebody judges it."""

from typing import Annotated

import typer

from lif.cli.entry import By, Entry, Note, On, Want
from lif.cli.noun import single
from lif.cli.registers import Bearing
from lif.cli.state import day_of
from lif.cli.writing import DryRun, From, write

app = single()
RESULTS = ("met", "partly-met", "not-met")


@app.command("judge")
def judge(
    ctx: typer.Context,
    clause: Annotated[str, typer.Argument(metavar="CLAUSE", help="The obligation, such as F13.marks.")],
    result: Annotated[
        str | None, typer.Option("--result", help=f"How far it is met. One of: {', '.join(RESULTS)}.")
    ] = None,
    why: Annotated[str | None, typer.Option("--why", help="What the judgement rests on.")] = None,
    point: Annotated[
        str | None,
        typer.Option("--point", metavar="POINT", help="The point that is judged; all of them unless given."),
    ] = None,
    records: Bearing = None,
    by: By = None,
    date: On = None,
    note: Note = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Record how far an obligation, or a point of it, is met.

    A judgement grows old: after the months that the framework gives it is wanted again. It is the Independent
    Chair's unless the framework, or --by, names somebody else.
    """
    from lif.operations.framework import add_framework_entry

    entry = Entry("judged", given_from, date, by)
    wanted = entry.all_wanted(
        Want("result", result, "How far it is met.", RESULTS),
        Want("why", why, "What the judgement rests on."),
    )
    said = entry.keys(
        by="", clause=clause, point=entry.text("point", point), result=wanted["result"], why=wanted["why"],
        records=entry.words("records", records), note=note,
    )  # fmt: skip
    today = day_of(None)
    write(ctx, lambda board: add_framework_entry(board, said, today), dry_run)
