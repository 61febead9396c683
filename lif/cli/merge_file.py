"""`lif merge-file`: merge two versions of a record, for git."""

from pathlib import Path
from typing import Annotated

import typer

from lif.cli import say
from lif.cli.noun import single
from lif.operations.merging.files import merge_file
from lif.store.errors import WrongUse
from lif.store.text_merge import merge_text

app = single()


@app.command("merge-file")
def merge_file_(
    base: Annotated[Path, typer.Argument(metavar="BASE", help="The version that both come from (git's %O).")],
    ours: Annotated[
        Path, typer.Argument(metavar="OURS", help="Our version; the result goes here (git's %A).")
    ],
    theirs: Annotated[Path, typer.Argument(metavar="THEIRS", help="Their version (git's %B).")],
    name: Annotated[
        str, typer.Argument(metavar="[PATHNAME]", help="The file's path in the repository (git's %P).")
    ] = "",
) -> int:
    """Merge two versions of a record by meaning. git runs this for you; `lif init` sets it up.

    What one branch changed is taken, what both added is kept; what both changed differently stays in the
    file between <<<<<<< and >>>>>>>, and is named. Ends with 0 where all is merged, 1 where something is left
    to you.
    """
    before, mine, other = (_read(path) for path in (base, ours, theirs))
    # Whatever happens from here on, the file holds no less than git alone would have made of it.
    ours.write_bytes(merge_text(before, mine, other).data)
    merged = merge_file(before, mine, other, Path(name).as_posix() if name else "")
    ours.write_bytes(merged.data)
    for problem in merged.problems:
        say.aside(problem)
    if merged.problems:
        say.aside("Once that is done: lif validate, and git add FILE")
    return 1 if merged.problems else 0


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or "it could not be opened"
        raise WrongUse(
            f"{path} could not be read: {reason}.", "git runs this command; to set it up, run: lif init"
        ) from None
