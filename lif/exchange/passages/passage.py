"""A piece of what a file says."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


class Unreadable(Exception):
    """A file that should hold text could not be read; the message says why, behind its name."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of text with its place."""

    text: str
    line: int = 1
    """The line of a text, the row of a sheet, the number of a paragraph or a page, from 1."""
    column: int = 1
    where: str = ""
    """The place in words, such as `sheet 'Actions', F7` or `page 3`; "" where line and column say it."""
    label: str = ""
    """The heading of the column, and the cell before it: they say what a day is the day of."""
    unread: str = ""
    """Why there is no text here where there should be some, behind the place: `holds pictures and no text`."""

    def places(self, offsets: Iterable[int]) -> Iterator[tuple[int, int]]:
        """Line and column, from 1, of characters of the text that are given in their order."""
        line = counted = 0
        for offset in offsets:
            line, counted = line + self.text.count("\n", counted, offset), offset
            begins = self.text.rfind("\n", 0, offset) + 1
            column = offset - begins + 1 + (self.column - 1 if not line else 0)
            yield (self.line, self.column) if self.where else (self.line + line, column)
