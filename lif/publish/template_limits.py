"""How much a template may do before it is stopped: rounds of loops and calls, text, large numbers, and time.

The pack of the sample Board takes 1,200 rounds and 190,000 characters. A template that needs a thousand times that does
not lay out a document.
"""

import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from jinja2.exceptions import SecurityError

LONGEST_TEXT = 5_000_000
"""Characters of one text that a template puts together."""
LONGEST_LIST = 1_000_000
"""Items of one list that a template puts together."""
LONGEST_SOURCE = 500_000
"""Characters of a template's own file."""
LARGEST_NUMBER = 10**18


@dataclass(frozen=True)
class Limits:
    """What one paper may take."""

    rounds: int = 2_000_000
    """Rounds of all loops and calls of macros together."""
    characters: int = 200_000_000
    """All text that is put together, each time it is."""
    seconds: float = 60


class Spent:
    """What the paper that is being written has taken so far; going beyond a limit raises SecurityError."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self.begin()

    def begin(self) -> None:
        """Another paper is begun."""
        self._rounds = self._characters = 0
        self._ends = time.monotonic() + self._limits.seconds

    def loop(self, items: Iterable[object]) -> Iterable[object]:
        """What a loop goes through, its rounds counted before they are made."""
        taken = items if isinstance(items, list | tuple | str | Mapping) else list(items)
        self.rounds(len(taken))
        return taken

    def rounds(self, count: int) -> None:
        self._rounds += count
        if self._rounds > self._limits.rounds:
            raise SecurityError(f"loops and calls of more than {self._limits.rounds:,} rounds in one paper")
        if time.monotonic() > self._ends:
            raise SecurityError(f"one paper takes more than {self._limits.seconds:g} seconds")

    def text(self, pieces: Iterable[str]) -> str:
        """The pieces in one, if that is not too long."""
        taken, length = [], 0
        for piece in pieces:
            length += len(piece)
            if length > LONGEST_TEXT:
                raise SecurityError("a text of more than five million characters is put together")
            taken.append(piece)
        self._characters += length
        if self._characters > self._limits.characters:
            raise SecurityError(f"texts of more than {self._limits.characters:,} characters in one paper")
        return "".join(taken)


def number(value: object) -> object:
    """The result of a sum, if it is not so large that the next sum would take minutes."""
    if isinstance(value, int) and abs(value) > LARGEST_NUMBER:
        raise SecurityError("a number of more than eighteen digits is worked out")
    return value
