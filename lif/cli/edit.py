"""`lif edit`: open a record in the user's own editor and check it afterwards."""

import os
import shlex
import subprocess
from pathlib import Path
from typing import Annotated

import typer

from lif.cli import say
from lif.cli.noun import single
from lif.cli.reporters import show
from lif.cli.reporters.report import Report
from lif.cli.state import root_of
from lif.cli.writing import tell_advice
from lif.records.naming import owner_of
from lif.rules.advice.advising import advice_on
from lif.rules.check import check
from lif.rules.figures.definitions import wants_note
from lif.rules.names import nearest
from lif.store.errors import NothingFound, Refusal
from lif.store.listing import list_records
from lif.store.load import load
from lif.store.yaml_reader import read

app = single()


@app.command()
def edit(
    ctx: typer.Context,
    record_id: Annotated[str, typer.Argument(metavar="ID", help="Such as CR-2017-001, police or board.")],
) -> int:
    """Open a record in your editor, and check it when you come back.

    The editor is the one in VISUAL or EDITOR, else the one your computer uses for text files. What you wrote is kept
    even if something is wrong with it; the check says what.
    """
    root = root_of(ctx)
    files, _, _ = list_records(root)
    wanted = owner_of(record_id)
    found = [file for file in files if file.stem == wanted]
    if not found:
        hint = nearest(wanted, [file.stem for file in files]) or "See what there is with the noun's list."
        raise NothingFound(f"There is no record called {record_id}.", hint)
    file = found[0]
    indicator = file.kind.name == "indicator"
    before = (root / file.name).read_bytes() if indicator else b""
    _open(root / file.name)
    if not (root / file.name).is_file():
        raise NothingFound(
            f"{file.name} is no longer there.", "If that was meant, see who still names it with: lif validate"
        )
    board = load(root)
    found_now = check(board)
    if indicator:
        found_now += wants_note(file.name, read(before).value or {}, read(board.read(file.name)).value or {})
    findings = [finding for finding in found_now if finding.file == file.name]
    show("text", Report(findings, 1))
    if findings:
        say.aside(f"Open it again with: lif edit {record_id}")
    if not findings:
        tell_advice(advice_on(board, [loaded for loaded in board.loaded if loaded.file == file.name]))
    if len(findings) < len(found_now):
        # Such as records that still name an id that was changed.
        say.aside("Something is wrong in other files. See it with: lif validate")
    return 1 if any(finding.severity != "remark" for finding in findings) else 0


def _open(path: Path) -> None:
    words = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ("notepad" if os.name == "nt" else "nano")
    command = _command(words)
    try:
        code = subprocess.call([*command, str(path)])
    except OSError:
        raise Refusal(
            f"The editor {command[0]} could not be started.",
            f"Set EDITOR to one that you have, or open {path} yourself and then run: lif validate",
        ) from None
    if code:
        raise Refusal(
            f"The editor ended with code {code}.", "If you saved something, check it with: lif validate"
        )


def _command(words: str) -> list[str]:
    """The editor and what is said to it, from one text. Raises Refusal where it names none."""
    windows = os.name == "nt"
    try:
        command = shlex.split(words, posix=not windows)
    except ValueError:
        command = []
    if not command:
        raise Refusal(
            "VISUAL or EDITOR names no editor: it is blank, or a quotation mark in it is not closed.",
            'Set it to a command, such as: EDITOR="code --wait"',
        )
    # A backslash is part of a path there, so the words are split as they stand, with their quotation marks.
    return [word.strip('"') for word in command] if windows else command
