"""What is printed: results on standard output, everything else on standard error."""

import json
import os
import shutil
import sys
import textwrap
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TextIO, cast

from lif.cli import colour
from lif.cli.colour import Paint
from lif.store.errors import Refusal
from lif.store.findings import Finding

SCHEMA_VERSION = 1
"""The version of everything that `--format json` prints."""

_NARROWEST = 30
"""Characters of a line; on a terminal narrower still, lines are broken by it."""
_NARROWEST_COLUMN = 12
_NARROWEST_LAST = 20

# Control characters, which could rewrite what a terminal shows, and those that turn the direction of text.
_UNSEEN = [*range(32), *range(127, 160), 0x2028, 0x2029, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
_ON_ONE_LINE = dict.fromkeys(_UNSEEN, "\N{REPLACEMENT CHARACTER}")
_IN_JSON = {code: f"\\u{code:04x}" for code in _UNSEEN if chr(code) != "\n"}
_ON_LINES = {code: shown for code, shown in _ON_ONE_LINE.items() if chr(code) not in "\n\t"}


_native: dict[str, str] = {}
"""The encoding that standard output had before the program set its own."""


def prepare_streams() -> None:
    """UTF-8 on every platform, and no failure over a character that a console cannot show.

    What was closed before the program began leads nowhere; a file that is opened later could take its place.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, nowhere(mode))
    _native.clear()
    _native.update(stdout=str(getattr(sys.stdout, "encoding", "") or "utf-8"))
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace", newline="\n")


def can_show(text: str) -> bool:
    """Whether whoever reads the results can be taken to see these characters.

    The program writes UTF-8, but an old console or a program that reads on may expect what was set before.
    """
    try:
        text.encode(_native.get("stdout") or sys.stdout.encoding or "utf-8")
    except (UnicodeError, LookupError):
        return False
    return True


def nowhere(mode: str = "w") -> TextIO:
    """A stream that leads nowhere, in place of one of the program's own."""
    return cast(TextIO, Path(os.devnull).open(mode, encoding="utf-8"))


def result(text: str, paint: Paint | None = None) -> None:
    """Print a result, each line painted where colour is wanted.

    Characters of a record or a name that a terminal would obey are shown as a mark.
    """
    _print(sys.stdout, text, paint)


def result_diff(diff: str) -> None:
    """Print a diff as a result."""
    result(diff, colour.diff_line)


def result_finding(finding: Finding) -> None:
    """Print a finding as a result."""
    result(finding_line(finding), colour.finding_line(finding.severity))


def result_json(kind: str, content: Mapping[str, Any]) -> None:
    """Print a result as JSON, with its kind and the version of the form; what cannot be seen is escaped."""
    text = json.dumps(
        {"schemaVersion": SCHEMA_VERSION, "kind": kind, **content}, indent=2, ensure_ascii=False
    )
    result(text.translate(_IN_JSON))


def aside(text: str, paint: Paint | None = None) -> None:
    """Print progress, a remark or an error."""
    sys.stdout.flush()
    _print(sys.stderr, text, paint)


def aside_finding(finding: Finding) -> None:
    """Print a finding beside the result."""
    aside(finding_line(finding), colour.finding_line(finding.severity))


def _print(stream: TextIO, text: str, paint: Paint | None) -> None:
    shown = text.removesuffix("\n").translate(_ON_LINES)
    if paint and colour.wanted(stream):
        shown = "\n".join(map(paint, shown.split("\n")))
    stream.write(shown + "\n")


def refusal(error: Refusal) -> None:
    """Print why something was not done, and what mends it."""
    aside(error.message, colour.refusal_line)
    for finding in getattr(error, "findings", ()):
        aside_finding(finding)
    if error.hint:
        aside(error.hint)


def finding_line(finding: Finding) -> str:
    """A finding as `path:line:col: CODE message`, with its hint below."""
    severity = "" if finding.severity == "error" else f" ({finding.severity})"
    line = f"{finding.file}:{finding.line}:{finding.column}: {finding.code}{severity} {finding.message}"
    lines = [line, f"    {finding.hint}"] if finding.hint else [line]
    return "\n".join(map(on_one_line, lines))


def on_one_line(text: str) -> str:
    """A text with a mark in place of every character that would end a line or could not be seen."""
    return text.translate(_ON_ONE_LINE)


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Columns of text for the terminal; what is too long for the width is cut with a mark, the last column first.

    Where that would leave too little of them, each row becomes some lines, one for each column.
    """
    if not rows:
        return ""
    shown = [[" ".join(cell.split()) for cell in row] for row in rows]
    widths = [max(len(row[number]) for row in (head, *shown)) for number in range(len(head))]
    # A figure or an id that is cut would be another one; the first column is what a row is about.
    cuttable = [
        number
        for number in range(1, len(head) - 1)
        if not any(character.isdigit() for row in shown for character in row[number])
    ]
    fitted = _fitted(widths, width() - 2 * (len(widths) - 1), cuttable)
    if fitted is None:
        return "\n\n".join("\n".join(_lines(head, row)) for row in shown)
    return "\n".join(_row(row, fitted) for row in (head, ["-" * size for size in fitted], *shown))


def _fitted(widths: Sequence[int], room: int, cuttable: Sequence[int]) -> list[int] | None:
    """The widths of columns that fit into the room; None where they cannot."""
    *others, last = widths
    fitted = [*others, min(last, max(_NARROWEST_LAST, room - sum(others)))]
    while sum(fitted) > room:
        widest = max(cuttable, key=fitted.__getitem__, default=0)
        if not widest or fitted[widest] <= _NARROWEST_COLUMN:
            return None
        fitted[widest] -= 1
    return fitted


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(_cut(cell, size).ljust(size) for cell, size in zip(cells, widths, strict=True)).rstrip()


def _cut(cell: str, size: int) -> str:
    return cell if len(cell) <= size else cell[: size - 1] + "…"


def _lines(head: Sequence[str], cells: Sequence[str]) -> list[str]:
    return [wrapped(f"{name}: {cell}") for name, cell in zip(head, cells, strict=True)]


def wrapped(text: str, most: int = 120, indent: str = "  ") -> str:
    """A text in lines of the terminal's width, or of `most` characters, the second and following ones indented.

    No line ends within an id, so that each can be copied.
    """
    return textwrap.fill(text, min(width(), most), subsequent_indent=indent, break_on_hyphens=False)


def width() -> int:
    """How many characters a line may have; where no terminal tells, a good deal."""
    return max(shutil.get_terminal_size((120, 24)).columns, _NARROWEST)


def is_terminal(stream: TextIO) -> bool:
    """Whether somebody sits at it."""
    return stream.isatty()
