"""`lif fix`: mend what can be mended without deciding anything."""

from pathlib import Path
from typing import Annotated

import typer

from lif.cli import say
from lif.cli.forms import Form, FormOption
from lif.cli.noun import single
from lif.cli.paths import is_within, names_of
from lif.cli.state import root_of
from lif.cli.writing import DryRun
from lif.operations.mending.files import Mend
from lif.operations.mending.fixing import FixPlan, fix

app = single()


@app.command("fix")
def fix_(
    ctx: typer.Context,
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[PATH]…", help="Mend only these files or folders."),
    ] = None,
    apply: Annotated[bool, typer.Option("--apply", help="Carry the plan out.")] = False,
    dry_run: DryRun = False,
    form: FormOption = Form.text,
) -> int:
    """Mend what needs no decision, shown as a diff first.

    That is: line ends, the byte order mark, letters with accents, the last line, the first line that tells
    editors the schema; quotes around what is text; a key that is a misspelling of exactly one that is missing.
    Comments and all else stay as they are. Without --apply nothing is written. Ends with 1 where something is
    left to do.
    """
    root = root_of(ctx)
    wanted = names_of(root, paths or [])
    carried_out = apply and not dry_run
    plan, outcome = fix(root, lambda file: not wanted or is_within(file, wanted), dry_run=not carried_out)
    if form == Form.json:
        say.result_json("fixes", {**_content(plan), "diff": outcome.diff, "applied": carried_out})
    elif not plan.mends:
        say.result("There is nothing to mend. What needs a decision: lif validate")
    else:
        say.result("\n".join(_line(mend) for mend in plan.mends))
        if outcome.diff:  # which does not show line ends
            say.result_diff(outcome.diff)
        if carried_out:
            say.aside(f"{plan.change.summary} What needs a decision: lif validate")
        else:
            words = " ".join(["lif fix --apply", *(str(path) for path in paths or [])])
            say.aside(f"This is a plan; nothing was written. Carry it out with: {words}")
    return 1 if plan.mends and not carried_out else 0


def _line(mend: Mend) -> str:
    return f"{mend.file}:{mend.line}: {f'{mend.code} ' if mend.code else ''}{mend.what}"


def _content(plan: FixPlan) -> dict[str, object]:
    mends = [
        {"file": mend.file, "line": mend.line, "code": mend.code, "what": mend.what} for mend in plan.mends
    ]
    return {"fixes": mends}
