"""`lif scan`: look through files for what identifies somebody."""

from collections.abc import Iterator
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lif.cli import say
from lif.cli.noun import single
from lif.insight.wording import counted, listed
from lif.store.errors import NothingFound, WrongUse
from lif.store.root import find_root

if TYPE_CHECKING:
    from lif.operations.identifiers.scanning import File, Scan

app = single()
NO_PROOF = (
    "That is no proof that nobody can be recognised: somebody who knows the case should read what goes out."
)
_NAMED = 5


class Form(StrEnum):
    """How findings are printed."""

    text = "text"
    json = "json"
    github = "github"
    sarif = "sarif"


@app.command()
def scan(
    ctx: typer.Context,
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[PATH]…", help="Files or folders; the whole Board if left out."),
    ] = None,
    staged: Annotated[
        bool, typer.Option("--staged", help="What is about to be committed, and was not before.")
    ] = False,
    pack: Annotated[
        Path | None, typer.Option("--pack", metavar="DIR", help="The folder of a built pack.")
    ] = None,
    form: Annotated[Form, typer.Option("--format", help="How findings are printed.")] = Form.text,
) -> int:
    """Look through files for what identifies somebody. Finding nothing is no proof.

    NHS numbers, unique pupil numbers, National Insurance numbers, full postcodes, telephone numbers, e-mail
    addresses, full dates of birth, and the names in local/names.txt, one a line; in text, CSV, Excel, Word, PDF and
    web pages. What was found is never printed. What may stay gets a comment in its record (# lif: ignore P701
    because …) or a line in allowed.txt (FILE:LINE:COLUMN P701 because …). Ends with 0 if nothing was found, 1 if
    something was, 4 if nothing could be looked through.
    """
    from lif.operations.identifiers.identifying import Looking, looking_in
    from lif.operations.identifiers.names_list import NAMES, is_ignored
    from lif.operations.identifiers.scanning import scan as scan_

    if sum((bool(paths), staged, pack is not None)) > 1:
        raise WrongUse("PATH, --staged and --pack exclude each other.", "Give one of them.")
    if pack is not None and not pack.is_dir():
        raise NothingFound(f"There is no folder {pack}.", "Build a pack first: lif pack build")
    targets = [pack] if pack is not None else paths or []
    root = _root(ctx, targets)
    looking = looking_in(root) if root else Looking()
    found = scan_(_files(root, targets, staged=staged), looking)
    _show(found, form, root)
    if found.without_text:
        some = listed([*found.without_text[:_NAMED], *(["others"] if found.without_text[_NAMED:] else [])])
        say.aside(f"Nobody has looked through what holds no text, such as pictures: {some}.")
    if not looking.names:
        say.aside(f"No names were looked for: there are none in {NAMES}, one a line.")
    elif root and not is_ignored(root):
        say.aside(f"git would keep {NAMES}. Add a line with local/ to .gitignore, so that it never does.")
    return 1 if found.findings else 0


def _root(ctx: typer.Context, targets: list[Path]) -> Path | None:
    """The Board; None where some files are named outside one, so that no list of names belongs to them."""
    given = ctx.obj.given_root
    try:
        return find_root(Path.cwd(), given)
    except WrongUse:
        if given or not targets:
            raise
    try:
        return find_root(targets[0].absolute())
    except WrongUse:
        return None


def _files(root: Path | None, targets: list[Path], *, staged: bool) -> "Iterator[File]":
    from lif.operations.identifiers.scanning import files_below, files_of_board, staged_files

    if targets:
        for path in targets:
            yield from files_below(path, root)
    elif root is not None:
        yield from staged_files(root) if staged else files_of_board(root)


def _show(found: "Scan", form: Form, root: Path | None) -> None:
    if form is Form.json:
        content = {
            "records": len(found.read),
            "files": len(found.read),
            "withoutText": list(found.without_text),
            "findings": [_as_data(asdict(one)) for one in found.findings],
        }
        say.result_json("findings", content)
    elif form is Form.text:
        for finding in found.findings:
            say.result_finding(finding)
    else:
        from lif.cli.reporters import show
        from lif.cli.reporters.report import Report
        from lif.cli.validate import below_top

        below = below_top(root) if root else ""
        show(form, Report(found.findings, 0, found.read, folder=below))
    looked = f"{counted(len(found.read), 'file')} looked through"
    if found.findings:
        say.aside(f"{looked}; {counted(len(found.findings), 'finding')}. What a code means: lif explain CODE")
        say.aside("What is not found may be there all the same: finding no more is no proof.")
    else:
        say.aside(f"{looked}; nothing looked as if it identified somebody. {NO_PROOF}")


def _as_data(finding: dict[str, object]) -> dict[str, object]:
    keys = ("code", "severity", "file", "line", "column", "record", "message", "hint")
    return {key: finding[key] for key in keys}
