"""`lif validate`: check every record."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lif.cli.noun import single
from lif.cli.paths import is_within, names_of
from lif.cli.reporters import show
from lif.cli.reporters.report import Report
from lif.cli.state import root_of
from lif.rules.validation import validate as validated
from lif.store.errors import NothingFound
from lif.store.git import git_folders
from lif.store.listing import list_records
from lif.store.places import findings_file

if TYPE_CHECKING:
    from lif.rules.selecting import Selection

app = single()


class Form(StrEnum):
    """How findings are printed."""

    text = "text"
    json = "json"
    github = "github"
    sarif = "sarif"
    junit = "junit"


@app.command()
def validate(
    ctx: typer.Context,
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[PATH]…", help="Show only findings in these files or folders."),
    ] = None,
    form: Annotated[Form, typer.Option("--format", help="How findings are printed.")] = Form.text,
    select: Annotated[
        list[str] | None,
        typer.Option(metavar="CODE[,CODE…]", help="Show only these codes. D4 means all that begin so."),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(metavar="CODE[,CODE…]", help="Do not show these codes; the longer of two counts."),
    ] = None,
) -> int:
    """Check every record, and say where something is wrong, why, and what mends it.

    The whole Board is always read, because records name each other; PATHs narrow what is shown, and so do
    codes, but what keeps a record from being read is always shown. A finding of D402 to D499 that is to stand
    gets a comment in its record, such as: # lif: ignore D402 because …  No record is written. Ends with 0 if
    nothing is wrong, 1 if something is, 4 if there was nothing to read.
    """
    root = root_of(ctx)
    wanted = names_of(root, paths or [])
    chosen = _chosen(select or [], ignore or [])
    validation = validated(root, findings_file(root))
    files, findings = list(validation.files), validation.findings
    records = len(files)
    if wanted:
        files = [file for file in files if is_within(file, wanted)]
        findings = [finding for finding in findings if is_within(finding.file, wanted)]
        records = len({*files, *(finding.file for finding in findings)})
    if not records and not findings:
        files = [file.name for file in list_records(root)[1] if is_within(file.name, wanted)]
        if not files:
            raise NothingFound("There was no record to read there.", "Give a file or folder under records/.")
    shown = chosen.of(findings) if chosen else findings
    of_all = not wanted and chosen is None
    show(form, Report(shown, records, files, len(findings) - len(shown), below_top(root), of_all))
    return 1 if any(finding.severity != "remark" for finding in shown) else 0


def below_top(root: Path) -> str:
    """Where the Board lies in its git repository, with a slash behind; "" at the top or in none."""
    folders = git_folders(root)
    below = root.resolve().relative_to(folders.top).as_posix() if folders else "."
    return "" if below == "." else f"{below}/"


def _chosen(select: list[str], ignore: list[str]) -> "Selection | None":
    """The codes to be shown; None for all."""
    if not select and not ignore:
        return None
    # Imported here because the explanations of all codes are read for it.
    from lif.rules.selecting import selection

    return selection(select, ignore)
