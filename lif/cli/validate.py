"""`lif validate`: check every record."""

import os
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from lif.cli.noun import single
from lif.cli.reporters import REPORTERS
from lif.cli.state import root_of
from lif.rules.validation import validate as validated
from lif.store.errors import NothingFound
from lif.store.root import relative_name, resolve_inside

app = single()


class Form(StrEnum):
    """How findings are printed."""

    text = "text"
    json = "json"
    github = "github"


@app.command()
def validate(
    ctx: typer.Context,
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[PATH]…", help="Show only findings in these files or folders."),
    ] = None,
    form: Annotated[Form, typer.Option("--format", help="How findings are printed.")] = Form.text,
) -> int:
    """Check every record, and say where something is wrong, why, and what mends it.

    The whole Board is always read, because records name each other; PATHs narrow what is shown. Nothing is
    written. Ends with 0 if nothing is wrong, 1 if something is, 4 if there was nothing to read.
    """
    root = root_of(ctx)
    wanted = [_inside(root, path) for path in paths or []]
    validation = validated(root)
    findings = validation.findings
    records = len(validation.files)
    if wanted:
        files = [file for file in validation.files if _within(file, wanted)]
        findings = [finding for finding in findings if _within(finding.file, wanted)]
        records = len({*files, *(finding.file for finding in findings)})
    if not records and not findings:
        raise NothingFound("There was no record to read there.", "Give a file or folder under records/.")
    REPORTERS[form](findings, records)
    return 1 if any(finding.severity != "remark" for finding in findings) else 0


def _inside(root: Path, path: Path) -> str:
    full = resolve_inside(root, Path.cwd() / path)
    if not os.path.lexists(full):  # which does not mind a name that is too long
        raise NothingFound(f"There is no file or folder {path}.", "Give a file or folder under records/.")
    return relative_name(root, full)


def _within(file: str, wanted: list[str]) -> bool:
    return any(name in (".", file) or file.startswith(f"{name}/") for name in wanted)
