"""`lif action import`: the sheet of its actions as an agency sends it back."""

from pathlib import Path
from typing import Annotated, Any

import typer

from lif.cli import say
from lif.cli.forms import Form, FormOption
from lif.cli.lines import wrapped
from lif.cli.noun import single
from lif.cli.state import day_of, root_of
from lif.cli.writing import DryRun, tell_remarks
from lif.insight.wording import day_words
from lif.operations.actions.returned import ActionsReturned, Becomes, RowReturned
from lif.store.board import Board

app = single()


@app.command("import")
def import_(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE.xlsx", help="The sheet that the agency sent back.")],
    apply: Annotated[bool, typer.Option("--apply", help="Take it into the records.")] = False,
    partial: Annotated[
        bool, typer.Option("--partial", help="Take what is understood, even if some is not.")
    ] = False,
    accept_due: Annotated[
        list[str] | None,
        typer.Option(
            "--accept-due", metavar="ID|all", help="Accept the new due date that is asked for. Repeatable."
        ),
    ] = None,
    by: Annotated[
        str, typer.Option("--by", help="Who accepts new due dates: a role, a group or an agency.")
    ] = "business-manager",
    date: Annotated[
        str | None, typer.Option("--date", metavar="DATE", help="The day of the entries; today unless given.")
    ] = None,
    dry_run: DryRun = False,
    form: FormOption = Form.text,
) -> int:
    """Take in the sheet of its actions that an agency filled in and sent back.

    Shows what each cell becomes; without --apply nothing is written. What the agency says is recorded as said
    by the agency: a day on which something was done as completed, with the evidence that it offers; you record
    the evidence yourself once you have seen it. A new due date is only asked for, until you accept it. What
    meets a change made here since the sheet went out is refused, and named.

    If a cell cannot be understood, nothing is applied, unless you say --partial. Ends with 1 where something
    is left to do.
    """
    from lif.cli.fields import full_day
    from lif.exchange.action_returns import read_returned
    from lif.operations.actions.returned import Taking, import_returned
    from lif.operations.carry_out import carry_out

    day = day_of(full_day(date, "--date"))
    returned = read_returned(file)
    taking = Taking(day, by, tuple(accept_due or ()), partial)
    made: list[ActionsReturned] = []

    def make(board: Board) -> ActionsReturned:
        made.append(import_returned(board, returned, taking))
        return made[0]

    wanted = apply and not dry_run
    outcome = carry_out(root_of(ctx), make, dry_run=not wanted)
    change = made[0]
    if form == Form.json:
        say.result_json("action-import", {**_content(change), "applied": outcome.written})
    else:
        _tell(change)
        if dry_run and outcome.diff:
            say.result_diff(outcome.diff)
    tell_remarks(outcome.remarks, planned=not outcome.written)
    if form == Form.text:
        words = [f'lif action import "{file}"', *(f"--accept-due {one}" for one in accept_due or ())]
        words += [f"--by {by}"] if by != "business-manager" else []
        words += [f"--date {day}"] if date else []
        _end(change, " ".join(words) + (" --partial" if partial else ""), outcome.written)
    left = bool(change.problems or change.refused or (change.files and not outcome.written))
    return 1 if left else 0


def _tell(change: ActionsReturned) -> None:
    for remark in change.remarks:
        say.aside(remark)
    parts = [_row(row) for row in change.rows if row.taken or row.refused or row.here_already]
    if change.problems:
        problems = [wrapped(str(problem), 2, 4) for problem in change.problems]
        parts.append("\n".join(["Not understood:", *problems]))
    if parts:
        say.result("\n\n".join(parts) + "\n\n")


def _row(row: RowReturned) -> str:
    lines = [wrapped(f"{row.id}  {row.text}", 0, 2)]
    for head, cells in (("", row.taken), ("refused: ", row.refused), ("here already: ", row.here_already)):
        for cell in cells:
            shown = day_words(cell.filled.day) if cell.filled.day else f"“{cell.filled.text}”"
            lines.append(wrapped(f"{cell.filled.place} ({cell.filled.column.heading}): {shown}", 2, 6))
            lines.append(wrapped(f"→ {head}{cell.becomes}", 6, 8))
    return "\n".join(lines)


def _end(change: ActionsReturned, again: str, written: bool) -> None:
    if change.refused:
        first = next(row.id for row in change.rows if row.refused)
        say.aside(
            "What was refused does not fit what is recorded here by now. If it still holds, add it by hand, such "
            f'as: lif action note {first} "…"'
        )
    if change.blocked:
        say.aside(f"{change.summary} Have these cells mended, or take the rest with: --partial")
    elif written or not change.files:
        say.result(change.summary)
    else:
        say.aside(f"Nothing was written yet. To take it in: {again} --apply")


def _content(change: ActionsReturned) -> dict[str, Any]:
    def cells(found: tuple[Becomes, ...]) -> list[dict[str, Any]]:
        return [
            {"place": one.filled.place, "column": one.filled.column.heading, "text": one.filled.text,
             "becomes": one.becomes}
            for one in found
        ]  # fmt: skip

    return {
        "file": change.file,
        "agency": change.agency or None,
        "actions": [
            {"id": row.id, "taken": cells(row.taken), "refused": cells(row.refused),
             "hereAlready": cells(row.here_already)}
            for row in change.rows
        ],
        "problems": [{"place": one.place, "message": one.message} for one in change.problems],
        "remarks": list(change.remarks),
    }  # fmt: skip
