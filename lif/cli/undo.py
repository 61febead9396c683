"""`lif undo`: take back the last change, or the last save."""

from typing import Annotated

import typer

from lif.cli import say
from lif.cli.noun import single
from lif.cli.state import root_of
from lif.cli.writing import DryRun, tell_remarks
from lif.insight.wording import counted

app = single()


@app.command()
def undo(
    ctx: typer.Context,
    record_id: Annotated[
        str | None,
        typer.Argument(metavar="[ID]", help="A record: all of it that is not saved. Else the last change."),
    ] = None,
    apply: Annotated[bool, typer.Option("--apply", help="Carry the plan out.")] = False,
    dry_run: DryRun = False,
) -> int:
    """Take back the last change that was not saved, or else the last save. Shows a plan first.

    A save is taken back by another save, so that nothing that was ever saved is lost. What was changed again since
    is not touched. Without --apply the plan is only shown. Ends with 1 where something is left to do.
    """
    from lif.operations.keeping.taking_back import take_back

    carried_out = apply and not dry_run
    found = take_back(root_of(ctx), record_id, dry_run=not carried_out)
    tell_remarks(found.remarks, planned=not carried_out)
    verb = "Taken back" if carried_out else "Would take back"
    say.result(f"{verb}: {found.what}")
    one = len(found.files) == 1
    stand = ("stands" if one else "stand") if carried_out else "would stand"
    say.result(f"{counted(len(found.files), 'file')} {stand} as before:")
    away = "taken away" if carried_out else "would be taken away"
    say.result("\n".join(f"  {name} ({away})" if name in found.gone else f"  {name}" for name in found.files))
    if carried_out:
        if found.saved:
            say.aside("This was saved, too. To have it back: lif undo --apply")
        return 0
    if found.diff:
        say.result_diff(found.diff)
    again = f"lif undo {record_id} --apply" if record_id else "lif undo --apply"
    say.aside(f"This is a plan; nothing was changed. Carry it out with: {again}")
    return 1
