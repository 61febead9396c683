"""Lines of text for the terminal, wrapped to its width."""

import shutil
import textwrap
from collections.abc import Iterable, Sequence
from datetime import date

from lif.insight.wording import day_words
from lif.records.base import PartialDate

WIDEST = 110
"""However wide the terminal is, longer lines are hard to read."""


def width() -> int:
    """How wide lines may be."""
    return min(shutil.get_terminal_size((100, 24)).columns, WIDEST)


def wrapped(text: str, indent: int = 0, below: int | None = None) -> str:
    """A text on lines of the width; those after the first are indented by `below`, else as the first."""
    return textwrap.fill(
        " ".join(text.split()), width(), initial_indent=" " * indent,
        subsequent_indent=" " * (indent if below is None else below), break_on_hyphens=False,
    )  # fmt: skip


def named(pairs: Iterable[tuple[str, str]], indent: int = 0, column: int = 16) -> str:
    """Names with their texts beside them, each wrapped within its own column; what has no text is left out."""
    lines = []
    for name, text in pairs:
        for number, part in enumerate(text.split("\n")):
            if part.strip():
                head = f"{name if number == 0 else ''}".ljust(column)
                body = wrapped(part, indent + column).lstrip()
                lines.append(f"{' ' * indent}{head}{body}")
    return "\n".join(lines)


def beside(cells: Sequence[str], columns: Sequence[int], text: str, indent: int = 2) -> str:
    """Short cells in columns of their own, and a text in the last column, wrapped within it."""
    head = "".join(f"{cell}  ".ljust(size) for cell, size in zip(cells, columns, strict=True))
    return wrapped_after(" " * indent + head, text)


def wrapped_after(head: str, text: str) -> str:
    """A text that follows a head on its line and is wrapped below itself."""
    size = len(head)
    body = textwrap.fill(
        " ".join(text.split()), max(30, width()), initial_indent=" " * size, subsequent_indent=" " * size,
        break_on_hyphens=False,
    )  # fmt: skip
    return (head + body[size:]).rstrip()


def section(title: str, *lines: str) -> str:
    """Lines under a title; "" where there are none."""
    kept = [line for line in lines if line]
    return "\n".join([title.upper(), *kept]) if kept else ""


DEEP = 21
"""Where the text of a dated line begins."""


def dated(day: date | PartialDate | None, text: str) -> str:
    """A text beside its day."""
    return beside((day_words(day) if day else "",), (DEEP - 2,), text)
