"""Colour on a terminal: whether it is wanted, and what is painted how. Nothing is said by colour alone."""

import os
import re
import sys
from collections.abc import Callable
from enum import StrEnum
from typing import TextIO

from lif.store.findings import Severity

Paint = Callable[[str], str]
"""Paints one line of text, from which everything that a terminal would obey has been taken."""


class Colour(StrEnum):
    """When colour is used: by itself on a terminal, always, or never."""

    auto = "auto"
    always = "always"
    never = "never"


_chosen = Colour.auto
_END = "\x1b[0m"
_BOLD, _DIM, _RED, _GREEN, _YELLOW, _CYAN = (f"\x1b[{code}m" for code in (1, 2, 31, 32, 33, 36))
_OF_SEVERITY: dict[Severity, str] = {"error": _RED, "warning": _YELLOW, "remark": _CYAN}
_FINDING = re.compile(r"(.*?:[0-9]+:[0-9]+:) ([A-Z][0-9]{3})")


def choose(colour: Colour) -> None:
    """Keep what `--color` said, for the rest of the command."""
    global _chosen  # noqa: PLW0603 - what was said before the noun holds for all that is printed
    _chosen = colour


def wanted(stream: TextIO) -> bool:
    """Whether what is printed on a stream is painted: `--color` decides, else NO_COLOR and where it goes."""
    if _chosen is not Colour.auto:
        return _chosen is Colour.always
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" or not stream.isatty():
        return False
    # The old console of Windows would show the codes; the newer ones tell who they are.
    return sys.platform != "win32" or any(
        name in os.environ for name in ("WT_SESSION", "TERM_PROGRAM", "TERM")
    )


def diff_line(line: str) -> str:
    """A line of a diff: what comes in green, what goes in red."""
    if line.startswith(("---", "+++")):
        return _painted(_BOLD, line)
    colours = {"+": _GREEN, "-": _RED, "@": _CYAN}
    return _painted(colours[line[0]], line) if line[:1] in colours else line


def finding_line(severity: Severity) -> Paint:
    """The lines of a finding: the place stands out, the code has the colour of its severity, the hint is pale."""

    def paint(line: str) -> str:
        match = _FINDING.match(line)
        if match is None:
            return _painted(_DIM, line)
        return (
            f"{_painted(_BOLD, match[1])} {_painted(_OF_SEVERITY[severity], match[2])}{line[match.end() :]}"
        )

    return paint


def broken_line(line: str) -> str:
    """A line of a trace: what is broken stands out, and so do headings."""
    before, mark, after = line.partition("BROKEN: ")
    if mark and not any(character.isalnum() for character in before):
        return before + _painted(_RED, mark + after)
    return _painted(_BOLD, line) if line.isupper() else line


def refusal_line(line: str) -> str:
    """A line that says why something was not done."""
    return _painted(_RED, line)


def _painted(code: str, text: str) -> str:
    return f"{code}{text}{_END}" if text else text
