"""`lif save`: save what was changed."""

from typing import TYPE_CHECKING, Annotated

import typer

from lif.cli import say
from lif.cli.asking import required
from lif.cli.noun import single
from lif.cli.state import interactive, root_of
from lif.cli.writing import DryRun
from lif.insight.wording import counted, listed
from lif.store.errors import WrongUse

if TYPE_CHECKING:
    from lif.operations.keeping.saving import Saved

app = single()
_NAMED = 8
_STATES = {"new": "new", "changed": "changed", "gone": "taken away"}


@app.command()
def save(
    ctx: typer.Context,
    message: Annotated[
        str | None, typer.Argument(metavar="[MESSAGE]", help="What was done, in a sentence.")
    ] = None,
    dry_run: DryRun = False,
) -> None:
    """Save everything that was changed, with a sentence that says what it was.

    It is checked first, as lif validate does, and looked through for what identifies somebody: what is saved
    stays for good, and travels with every copy. A clean look is no proof. New files that are none of the Board's
    are left out and named. Nothing is sent anywhere; that is lif sync.
    """
    from lif.operations.keeping.saving import save as save_

    root, words = root_of(ctx), (message or "").strip()
    if not words:
        planned = save_(root, "", dry_run=True)
        if dry_run or not planned.files:  # nobody is asked what was done where nothing was
            _tell(planned, dry_run=dry_run)
            return
        why = "Whoever reads the history sees who saved what, when, and this sentence."
        if not interactive():
            raise WrongUse(f"MESSAGE is missing. {why}", 'Say what was done: lif save "…"')
        words = required(None, "MESSAGE", "What was done", why)
    _tell(save_(root, words, dry_run=dry_run), dry_run=dry_run)


def _tell(saved: "Saved", *, dry_run: bool) -> None:
    for finding in saved.remarks:
        say.aside_finding(finding)
    if saved.left_out:
        named = listed([*saved.left_out[:_NAMED], *(["others"] if saved.left_out[_NAMED:] else [])])
        say.aside(
            f"Left out, because lif does not know what it is: {named}. Nobody has looked whether it names a child; "
            "keep such files outside the Board's folder."
        )
    if saved.ignored:
        named = listed([*saved.ignored[:_NAMED], *(["others"] if saved.ignored[_NAMED:] else [])])
        say.aside(
            f"Not saved, because git is told to ignore it: {named}. See which line says so, and take it out: "
            f'git check-ignore -v "{saved.ignored[0]}"'
        )
    if not saved.files and saved.revision:
        say.result("Saved what you and somebody else did, joined.")
        return
    if not saved.files:
        say.result("There is nothing to save: nothing was changed since the last save.")
        return
    verb = "Would save" if dry_run else "Saved"
    what = listed(saved.records[:_NAMED]) + (
        f" and {len(saved.records) - _NAMED} more records" if saved.records[_NAMED:] else ""
    )
    say.result(f"{verb} {counted(len(saved.files), 'file')}" + (f": {what}." if saved.records else "."))
    if dry_run:
        say.result("\n".join(f"  {one.name} ({_STATES[one.state]})" for one in saved.files))
        say.aside("This was a dry run; nothing was saved.")
    else:
        say.aside("Nothing in it looked as if it identified somebody; that is no proof that nothing does.")
