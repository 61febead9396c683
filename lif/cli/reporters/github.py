"""Findings on GitHub: as annotations at their lines, and as a summary of the job."""

import os
import re
from pathlib import Path
from typing import Final

from lif.cli import say
from lif.cli.reporters.report import Report, counted, summary

_LEVELS = {"error": "error", "warning": "warning", "remark": "notice"}
_MOST_ROWS: Final = 50
"""A summary may be one megabyte; nobody reads that much."""
# All of ASCII's punctuation, of which a backslash takes the meaning in Markdown.
_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


def show(report: Report) -> None:
    """Workflow commands, worst first, because GitHub shows only the first ten of each kind.

    Where GitHub names a file for the summary of the job, that is written as well.
    """
    for finding in report.worst_first:
        # From the top of the repository: GitHub shows an annotation that names no file of it nowhere.
        place = f"file={_property(report.folder + finding.file)},line={finding.line},col={finding.column}"
        message = _data(f"{finding.message} {finding.hint}".strip())
        say.result(f"::{_LEVELS[finding.severity]} {place},title={_property(finding.code)}::{message}")
    say.aside(summary(report))
    if given := os.environ.get("GITHUB_STEP_SUMMARY"):
        _append(Path(given), _markdown(report))


def _append(path: Path, text: str) -> None:
    try:
        # Other steps write to it, too. A name of a file need not be text, and must not be in the way.
        with path.open("a", encoding="utf-8", errors="replace", newline="\n") as file:
            file.write(text)
    except OSError as error:
        say.aside(f"The summary of the job could not be written: {error.strerror or 'unknown reason'}.")


def _markdown(report: Report) -> str:
    lines = ["## Check of the records", "", _text(summary(report)), ""]
    if report.findings:
        lines += ["| | Code | Where | What | Mend |", "|---|---|---|---|---|"]
        for finding in report.worst_first[:_MOST_ROWS]:
            where = f"{report.folder}{finding.file}:{finding.line}:{finding.column}"
            cells = (finding.severity, finding.code, where, finding.message, finding.hint)
            lines.append(f"| {' | '.join(map(_text, cells))} |")
        lines.append("")
        if len(report.findings) > _MOST_ROWS:
            lines += [f"And {counted(len(report.findings) - _MOST_ROWS, 'more finding')}.", ""]
        lines += ["What a code means: `lif explain CODE`", ""]
    return "\n".join(lines) + "\n"


def _text(text: str) -> str:
    """A text as Markdown on one line in which nothing of it is markup."""
    return _PUNCTUATION.sub(r"\\\1", say.on_one_line(text))


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
