"""What is printed: results on standard output, everything else on standard error."""

import json
import os
import sys
from collections.abc import Mapping, Sequence
from typing import Any, TextIO

from lif.store.errors import Refusal
from lif.store.findings import Finding

SCHEMA_VERSION = 1
"""The version of everything that `--format json` prints."""

# Control characters, which could rewrite what a terminal shows, and those that turn the direction of text.
_UNSEEN = [*range(32), *range(127, 160), 0x2028, 0x2029, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
_ON_ONE_LINE = dict.fromkeys(_UNSEEN, "\N{REPLACEMENT CHARACTER}")
_ON_LINES = {code: shown for code, shown in _ON_ONE_LINE.items() if chr(code) not in "\n\t"}


def prepare_streams() -> None:
    """UTF-8 on every platform, and no failure over a character that a console cannot show."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace", newline="\n")


def result(text: str) -> None:
    """Print a result. Characters of a record or a name that a terminal would obey are shown as a mark."""
    sys.stdout.write((text if text.endswith("\n") else text + "\n").translate(_ON_LINES))


def result_json(kind: str, content: Mapping[str, Any]) -> None:
    """Print a result as JSON, with its kind and the version of the form."""
    result(
        json.dumps({"schemaVersion": SCHEMA_VERSION, "kind": kind, **content}, indent=2, ensure_ascii=False)
    )


def aside(text: str) -> None:
    """Print progress, a remark or an error."""
    sys.stdout.flush()
    sys.stderr.write((text if text.endswith("\n") else text + "\n").translate(_ON_LINES))


def refusal(error: Refusal) -> None:
    """Print why something was not done, and what mends it."""
    aside(error.message)
    for finding in getattr(error, "findings", ()):
        aside(finding_line(finding))
    if error.hint:
        aside(error.hint)


def finding_line(finding: Finding) -> str:
    """A finding as `path:line:col: CODE message`, with its hint below."""
    severity = "" if finding.severity == "error" else f" ({finding.severity})"
    line = f"{finding.file}:{finding.line}:{finding.column}: {finding.code}{severity} {finding.message}"
    lines = [line, f"    {finding.hint}"] if finding.hint else [line]
    return "\n".join(text.translate(_ON_ONE_LINE) for text in lines)


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Columns of text for the terminal; the last one is folded to the width, and long ones are cut with a mark."""
    if not rows:
        return ""
    width = _width()
    widths = [max(len(row[number]) for row in (head, *rows)) for number in range(len(head))]
    used = sum(widths[:-1]) + 2 * (len(widths) - 1)
    widths[-1] = max(20, min(widths[-1], width - used))
    lines = [_row(head, widths), _row(["-" * size for size in widths], widths)]
    lines += [_row(row, widths) for row in rows]
    return "\n".join(lines)


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    shown = [" ".join(cell.split()) for cell in cells]
    if len(shown[-1]) > widths[-1]:
        shown[-1] = shown[-1][: widths[-1] - 1] + "…"
    return "  ".join(cell.ljust(size) for cell, size in zip(shown, widths, strict=True)).rstrip()


def _width() -> int:
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError):
        return int(os.environ["COLUMNS"]) if os.environ.get("COLUMNS", "").isdigit() else 120


def is_terminal(stream: TextIO) -> bool:
    """Whether somebody sits at it."""
    return stream.isatty()
