"""One register as a table that can be read on paper and sorted in a spreadsheet."""

from collections.abc import Sequence
from dataclasses import dataclass

Cell = str | int | None


@dataclass(frozen=True, slots=True)
class Register:
    """One register. A text may hold line feeds."""

    name: str
    """The start of the names of its files, such as `risk-log`."""
    title: str
    holds: str
    """What it holds, as a sentence that says how many."""
    columns: Sequence[tuple[str, int]]
    """Headings, with the width of each in characters."""
    rows: Sequence[Sequence[Cell]]
    marked: Sequence[bool]
    """For each row whether something in it is late; the row says so in words, too."""
    records: Sequence[str]
    """The ids of the records that it shows, for its marking."""
    left_out: Sequence[str] = ()
    """The ids of records that would be in it, and are kept for the Board's office alone."""
    long: bool = False
    """Whether a row holds so much that on paper it is a sheet of its own and no row of a table."""
    remarks: Sequence[str] = ()
    """What else is to be known when it is read."""


NOTHING = "Nothing is on record."
"""What a register holds that has no rows."""


def lines(*texts: str) -> str:
    """Texts on lines of their own; what is empty is left out."""
    return "\n".join(text for text in texts if text)
