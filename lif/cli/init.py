"""`lif init`: start a new Board."""

import re
from pathlib import Path
from typing import Annotated

import typer

from lif.cli import say
from lif.cli.noun import single
from lif.cli.state import day_of, interactive
from lif.cli.writing import DryRun
from lif.operations.starting import BoardNames, ready_clone, start_board
from lif.store.errors import WrongUse
from lif.store.root import BOARD_FILE

app = single()


@app.command()
def init(
    folder: Annotated[
        Path, typer.Argument(metavar="[DIR]", help="Where; this folder unless given.")
    ] = Path(),
    name: Annotated[str | None, typer.Option("--name", help="What the Board is called.")] = None,
    area: Annotated[str | None, typer.Option("--area-name", "--area", help="The area it serves.")] = None,
    code: Annotated[
        str | None, typer.Option("--area-code", help="The area's nine-character code, such as E06000055.")
    ] = None,
    dry_run: DryRun = False,
) -> None:
    """Start a new Board in a folder: its record, git, schemas, and settings for your editor and for CI.

    Files that are there already are left alone. Nothing is committed. In a fresh clone of a Board it tells
    git on this computer to merge records with lif.
    """
    if (folder / BOARD_FILE).exists() and (lacking := ready_clone(folder, dry_run=dry_run)):
        verb = "It would be" if dry_run else "It is now"
        say.result(f"{folder} already holds a Board. {verb} set up on this computer:")
        say.result("\n".join(f"  {what}" for what in lacking))
        return
    place = (
        area or folder.resolve().name.replace("-", " ").replace("_", " ").strip().capitalize() or "Our area"
    )
    if interactive():
        area = area or _asked("Area", "The area the Board serves, as documents print it.", place)
        place = area
        name = name or _asked("Name", "What the Board is called.", f"{place} Safeguarding Children Board")
        code = code or _asked(
            "Area code", "Nine characters, such as E06000055; leave it empty if not to hand.", ""
        )
    if code and not re.fullmatch(r"[A-Z][0-9]{8}", code):
        raise WrongUse(
            f"--area-code: {code} is no area code.", "It is a letter and eight digits, such as E06000055."
        )
    names = BoardNames(name or f"{place} Safeguarding Children Board", place, code or None, day_of(None))
    started = start_board(folder, names, dry_run=dry_run)
    verb = "Would make" if dry_run else "Made"
    say.result(f"{verb} {names.name} in {folder}: {len(started.made)} files.")
    if started.kept:
        say.aside(f"Already there and left alone: {', '.join(started.kept)}.")
    if not started.with_git and not dry_run:
        say.aside(
            "git was not found; the Board works without it, but nothing is kept of what changes. Install git."
        )
    if not dry_run:
        say.result(_next(folder, names, named=bool(name and area)))


def _asked(question: str, why: str, suggested: str) -> str:
    say.aside(why)
    return str(typer.prompt(question, default=suggested, show_default=bool(suggested), err=True)).strip()


def _next(folder: Path, names: BoardNames, *, named: bool) -> str:
    lines = ["Next:"]
    if folder != Path():
        lines.append(f"  cd {folder}")
    if not named:
        lines.append(
            "  lif edit board        the Board's name, area and roles (taken from the folder's name so far)"
        )
    lines.append('  lif agency add police --name "…" --type police')
    lines.append("  lif review new        open the first case")
    return "\n".join(lines)
